// How two networks differ, as tables, a value and text.
#pragma once

#include <cstddef>
#include <string>

#include "model/findings/difference.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// The two networks that the rows of a difference belong to.
struct Compared {
    const Network& before;
    const Network& after;
    const Difference& difference;
};

// change,source,target,relation,old_sign,new_sign,old_weight,new_weight,old_start,new_start,old_end,new_end,
//  old_line,new_line
Table changes_table(const Compared& compared);

// id,label,kind,measure,old,new,delta,old_rank,new_rank,moved,cause,within_noise: a measure after the other,
// all actors or the `top` of each that moved most.
Table ranks_table(const Compared& compared, std::size_t top);

// id,measure,change,contribution,se,rank_without,score_without: `change` are the lines of changes.csv (its
// header being line 1), or the name of a group of changes.
Table causes_table(const Compared& compared);

// {…, "actors":{"added","gone"},"ties":{…},"measures":[…],"ranks":[…],"causes":[…],"communities","balance",
//  "remarks","settings"}
Value difference_value(const Compared& compared, std::size_t top, Value settings);

// For people: how much changed, who moved and what moved them.
std::string difference_text(const Compared& compared, std::size_t top, const TextOptions& options);

}  // namespace entente::report
