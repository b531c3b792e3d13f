// Findings as charts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "model/findings/balance.hpp"
#include "model/findings/brokerage.hpp"
#include "model/findings/keyplayers.hpp"
#include "model/findings/partition.hpp"
#include "model/findings/robustness.hpp"
#include "model/findings/scores.hpp"
#include "model/network.hpp"
#include "render/charts/chart.hpp"

namespace entente::study {

// Each actor's rank with its 5–95 % interval, the leading first.
std::string ranks_chart(const Network& network, const Robustness& robustness,
                        const render::ChartOptions& options = {});

// One measure: its values from the highest down. Two or more: the first against the second, the eight actors
// whose ranks by them differ most named, and the leader of each.
std::string scores_chart(const Network& network, const ScoreTable& scores,
                         const render::ChartOptions& options = {});

// How many actors have how many ties; beyond 1,000 actors the share that has at least so many, both axes
// logarithmic.
std::string degrees_chart(const Network& network, const Graph& graph);

// The communities by size, each bar divided by the mean stability of its actors.
std::string communities_chart(const Network& network, const Graph& graph, const Partition& partition,
                              const render::ChartOptions& options = {});

// Balance of the data (dots) against two standard deviations around the mean of each null model's draws.
std::string balance_chart(const Network& network, const Balance& balance,
                          const render::ChartOptions& options = {});

// The brokers by total, each bar divided by role.
std::string brokerage_chart(const Network& network, const Brokerage& brokerage);

// What the best sets of 1, 2, … actors come to; `by_size` in that order.
std::string key_players_chart(const Network& network, const std::vector<KeyPlayers>& by_size);

// The chart in the form that the file's name says: .svg, .pdf or .png. Throws Error(Fault::usage) for
// another.
std::string chart_file(const std::string& path, const std::string& svg, std::string_view title);
void check_chart_file(const std::string& path);

// "around Iran": a community called by its member with the most ties within the graph.
std::vector<std::string> community_names(const Network& network, const Graph& graph,
                                         const Partition& partition);

}  // namespace entente::study
