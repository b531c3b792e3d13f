// What the rows of a tie say, in words, and the ties as a table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/merged_ties.hpp"
#include "model/network.hpp"
#include "model/sign_text.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// The different cells of the rows, in order, joined by "; "; relation labels are those of relations.csv.
std::string relations_of(const Network& network, std::span<const TieId> rows);
std::string relation_labels_of(const Network& network, std::span<const TieId> rows);
std::string citations_of(const Network& network, std::span<const TieId> rows);

// The earliest start, the latest end as the data write them; "" when a row has none.
std::string start_of(const Network& network, std::span<const TieId> rows);
std::string end_of(const Network& network, std::span<const TieId> rows);

// Where the rows stand: "3; 7" of one file of ties, "a/ties.csv:3; b/ties.csv:7" of several.
std::string lines_of(const Network& network, std::span<const TieId> rows);

// The probability that at least one of the rows holds, each taken for itself: 1 − ∏(1 − c).
double confidence_of(const Network& network, std::span<const TieId> rows);

// source,source_label,target,target_label,directed,relation,sign,strength,start,end,confidence,rows,lines,
//  citation[,betweenness]
// `betweenness`: of each row's tie, nan for rows whose tie takes no part; empty for no such column.
Table ties_table(const Network& network, const Bundles& ties, const std::vector<double>& betweenness_of_row);

Value tie_value(const Network& network, const Bundles& ties, std::size_t tie);

}  // namespace entente::report
