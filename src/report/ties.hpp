// The ties as people know them: the rows of a pair of actors that have one sign and one direction, taken
// together.
#pragma once

#include <string>
#include <vector>

#include "model/network.hpp"
#include "model/selection.hpp"
#include "report/format/table.hpp"
#include "report/format/value.hpp"

namespace entente::report {

struct TieGroup {
    ActorId source{}, target{};  // of an undirected tie as its first row has them
    bool directed = false;
    Sign sign = Sign::none;
    std::vector<TieId> rows;  // ascending
    double strength = 1;      // by the selection's merge rule; 1 when unweighted
};

// Every one of the rows is in exactly one group; groups come in the order of their first rows.
std::vector<TieGroup> tie_groups(const Network& network, const TieSelection& selection,
                                 ResolvedSelection resolved, const std::vector<TieId>& rows);

// "+", "-" or "".
const char* sign_text(Sign sign);

// The different cells of the rows, in order, joined by "; ".
std::string relations_of(const Network& network, const std::vector<TieId>& rows);
std::string relation_label(const Network& network, TieId row);
std::string relation_labels_of(const Network& network,
                               const std::vector<TieId>& rows);  // as relations.csv calls them
std::string citations_of(const Network& network, const std::vector<TieId>& rows);

// The earliest start, the latest end as the data write them; "" when a row has none.
std::string start_of(const Network& network, const std::vector<TieId>& rows);
std::string end_of(const Network& network, const std::vector<TieId>& rows);

// The probability that at least one of the rows holds, each taken for itself: 1 − ∏(1 − c).
double confidence_of(const Network& network, const std::vector<TieId>& rows);

// Where the rows stand: "3; 7" of one file of ties, "a/ties.csv:3; b/ties.csv:7" of several.
std::string lines_of(const Network& network, const std::vector<TieId>& rows);

// source,source_label,target,target_label,directed,relation,sign,strength,start,end,confidence,rows,lines,
//  citation[,betweenness]
// `betweenness`: of each row's tie, nan for rows whose tie takes no part; empty for no such column.
Table ties_table(const Network& network, const std::vector<TieGroup>& groups,
                 const std::vector<double>& betweenness_of_row);

Value tie_value(const Network& network, const TieGroup& group);

}  // namespace entente::report
