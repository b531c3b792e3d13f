// Results that say something of every actor, as tables and values.
#pragma once

#include <span>
#include <string_view>

#include "model/findings/partition.hpp"
#include "model/findings/scores.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// The columns id, label, kind, and their cells for an actor, with which every table of actors begins.
std::vector<std::string> actor_columns();
std::vector<Cell> actor_cells(const Network& network, ActorId actor);
Value::Object actor_object(const Network& network, ActorId actor);

// A table of actors as people want it: without the column of ids where labels distinguish the actors, without
// one of kinds where there are none.
Table for_people(Table table);

// id,label,kind,<one column a measure>.
Table scores_table(const Network& network, const ScoreTable& scores);

// {…, "measures":[{"name","remark"}], "left_out":[…], "actors":[{"id","label","kind",<measures>}],
// "settings"}
Value scores_value(const Network& network, const ScoreTable& scores, Value settings);

// "in_degree, out_degree: need directed ties": what is left out for the same reason on one line.
std::vector<std::string> by_reason(const std::vector<std::string>& left_out);
// The same as remarks: "left out: hub, authority: need directed ties".
std::vector<std::string> remarks_of_left_out(const std::vector<std::string>& left_out);

// The places of the actors by falling value of a column, undefined last, equal ones in their order.
std::vector<std::size_t> ranked(const Scores& column);

// Rows in that order, the first `top` of them.
ScoreTable reordered(const ScoreTable& scores, const std::vector<std::size_t>& order, std::size_t top);

// id,label,kind,community[,stability].
Table communities_table(const Network& network, const Partition& partition);

// {…,
// "algorithm","modularity","resolution","quality_name","quality","runs","signed_modularity",
//  "communities":[[id,…],…],
//  "membership":{id:n},"stability":{id:x}|null,"remarks":[…],"comparison":{…}|null,"settings"}
// `comparison` is null where nothing was compared.
Value communities_value(const Network& network, const Partition& partition, Value comparison, Value settings);

// One paragraph a community: its number, size and members.
// "2 communities and 55 actors without ties".
std::string community_count(const Partition& partition);

std::string communities_text(const Network& network, const Partition& partition, std::size_t width);

}  // namespace entente::report
