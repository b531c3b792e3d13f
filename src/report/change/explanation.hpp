// Where a score comes from, as a table, a value and a sentence.
#pragma once

#include <cstddef>
#include <string>

#include "model/findings/explanation.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// rank,source,target,relation,sign,weight,start,end,share,without,rank_without,citation,file,line: a row a
// part, cells of several rows joined by "; ". What no part has stands in a last row of its own, "(rest)" in
// the place of the relation. By source the citation alone names the part, by relation the relation. `top`: so
// many parts.
Table explanation_table(const Network& network, MergeRule merge, const Explanation& explanation,
                        std::size_t top);

// {…, "actor","label","measure","value","rank","of","decomposition":"exact"|"leave-one-out","by","share_is",
//  "parts":[{…,"rows":[{"file","line","citation"}]}],"rest","sources":[{"id","title","ties","without",
//  "rank_without"}],"pairs","sentence","settings"}
Value explanation_value(const Network& network, MergeRule merge, const Explanation& explanation,
                        std::size_t top, Value settings);

// "Hezbollah's 2nd place by degree rests on [12]: without it 5th": the source, or where the data name none
// the tie, without which the actor falls furthest; or that there is none.
std::string explanation_sentence(const Network& network, const Explanation& explanation);

// The sentence, the parts as people read them, and the sources that matter.
std::string explanation_text(const Network& network, const Explanation& explanation, std::size_t top,
                             const TextOptions& options);

// "1st", "2nd", "11th".
std::string ordinal(double rank);

}  // namespace entente::report
