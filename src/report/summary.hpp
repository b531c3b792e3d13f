// The figures of a network as a whole.
#pragma once

#include <string>

#include "model/findings/summary.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// figure,value.
Table summary_table(const Network& network, const Summary& summary);

// {…,
// "actors","ties","rows","density","components","strong_components","largest_component","isolates",
//  "diameter","mean_distance",
//  "reciprocity","dyadic_reciprocity","transitivity","mean_clustering","degree_assortativity",
//  "kind_assortativity",
//  "centralization":{"degree","betweenness","closeness"},"signs":{"positive","hostile","conflicting",
//  "unsigned","hostile_share"},
//  "articulation_actors":[id,…],"triad_census":{class:n}|null,"left_out":[…],"null_model":{…}|null,
//  "settings"}
// `null_model` is null where nothing was drawn.
Value summary_value(const Network& network, const Summary& summary, Value null_model, Value settings);

// One figure a line, in words.
std::string summary_text(const Network& network, const Summary& summary);

}  // namespace entente::report
