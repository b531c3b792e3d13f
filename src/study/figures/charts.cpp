#include "study/figures/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "base/error.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "model/title.hpp"
#include "render/charts/chart.hpp"
#include "study/figures/figures.hpp"

namespace entente::study {

namespace {

using render::ChartPoint;
using render::ChartRow;
using render::PointChart;
using render::RowChart;
using render::Scale;

std::string label_of(const Network& network, ActorId actor) { return std::string(network.label(actor)); }

// Places by value, the highest first, undefined ones last.
std::vector<std::size_t> by_value(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool a_known = !std::isnan(values[a]), b_known = !std::isnan(values[b]);
        return a_known != b_known ? a_known : values[a] > values[b];
    });
    return order;
}

std::string values_chart(const Network& network, const ScoreTable& scores,
                         const render::ChartOptions& options) {
    const Scores& column = scores.columns.front();
    RowChart chart{.title = title_of(network),
                   .subtitle = fmt::format("Actors by {}.", column.measure),
                   .axis = {.label = column.measure},
                   .mark = RowChart::Mark::bar,
                   .rows = {},
                   .part_names = {},
                   .row_name = "actors"};
    for (const std::size_t i : by_value(column.values)) {
        if (std::isnan(column.values[i])) continue;
        if (column.values[i] == 0) ++chart.zeros;
        else chart.rows.push_back({.label = label_of(network, scores.actors[i]), .value = column.values[i]});
    }
    return render::to_svg(chart, options);
}

std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<double> rank(values.size());
    double place = 0;
    for (const std::size_t i : by_value(values)) rank[i] = ++place;
    return rank;
}

// The actors worth a name: who leads either measure, and whose places differ most.
std::vector<std::size_t> odd_ones(const Scores& a, const Scores& b) {
    constexpr std::size_t most = 8;
    const std::vector<double> by_a = ranks_of(a.values), by_b = ranks_of(b.values);
    std::vector<double> difference(by_a.size());
    for (std::size_t i = 0; i < difference.size(); ++i)
        difference[i] = std::isnan(a.values[i] + b.values[i]) ? -1 : std::abs(by_a[i] - by_b[i]);
    std::vector<std::size_t> named = by_value(difference);
    named.resize(std::min(named.size(), most));
    std::erase_if(named, [&](std::size_t i) { return difference[i] <= 0; });
    for (const Scores* column : {&a, &b}) {
        const std::vector<std::size_t> order = by_value(column->values);
        if (!order.empty() && std::ranges::find(named, order.front()) == named.end())
            named.push_back(order.front());
    }
    return named;
}

double mean_stability(const Partition& partition, std::uint32_t community) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        if (partition.community[i] != community) continue;
        sum += partition.stability[i];
        ++count;
    }
    return sum / count;
}

ChartRow null_row(const std::string& label, const NullComparison& of) {
    constexpr double deviations = 2;
    return {.label = label,
            .value = of.observed,
            .low = of.mean - deviations * of.deviation,
            .high = of.mean + deviations * of.deviation,
            .parts = {},
            .note = std::isnan(of.p) ? "" : fmt::format("p {:.3g}", of.p)};
}

std::string objective_text(KeyPlayerObjective objective) {
    switch (objective) {
        case KeyPlayerObjective::fragment:
            return "fragmentation without the set";
        case KeyPlayerObjective::fragment_distance:
            return "distance-weighted fragmentation without the set";
        case KeyPlayerObjective::reach:
            break;
    }
    return "reach of the set";
}

}  // namespace

std::string ranks_chart(const Network& network, const Robustness& robustness,
                        const render::ChartOptions& options) {
    RowChart chart{.title = title_of(network),
                   .subtitle = fmt::format("Rank by {}: on the network as it is (dot) and 5 to 95 % of {} "
                                           "networks that differ as the data may (whisker).",
                                           robustness.measure, robustness.replicates),
                   .axis = {.label = "rank by " + robustness.measure, .whole_numbers = true},
                   .mark = RowChart::Mark::dot,
                   .rows = {},
                   .part_names = {},
                   .row_name = "actors"};
    std::vector<const ActorRobustness*> order;
    for (const ActorRobustness& actor : robustness.actors) {
        if (!std::isnan(actor.rank)) order.push_back(&actor);
    }
    std::ranges::stable_sort(order, {}, [](const ActorRobustness* actor) { return actor->rank; });
    for (const ActorRobustness* actor : order)
        chart.rows.push_back({.label = label_of(network, actor->actor),
                              .value = actor->rank,
                              .low = actor->rank_low,
                              .high = actor->rank_high,
                              .parts = {},
                              .note = {},
                              .id = std::string(network.id(actor->actor))});
    return render::to_svg(chart, options);
}

std::string scores_chart(const Network& network, const ScoreTable& scores,
                         const render::ChartOptions& options) {
    if (scores.columns.empty())
        throw Error(Fault::usage, "--plot: no measure applies to these ties; name another with -m");
    if (scores.columns.size() == 1) return values_chart(network, scores, options);
    const Scores &a = scores.columns[0], &b = scores.columns[1];
    PointChart chart{.title = title_of(network),
                     .subtitle = fmt::format("{} against {}; named: who leads either, and whose places by "
                                             "them differ most.",
                                             b.measure, a.measure),
                     .x = {.label = a.measure},
                     .y = {.label = b.measure},
                     .points = {}};
    for (std::size_t i = 0; i < scores.actors.size(); ++i)
        chart.points.push_back({.x = a.values[i],
                                .y = b.values[i],
                                .label = {},
                                .id = std::string(network.id(scores.actors[i]))});
    for (const std::size_t i : odd_ones(a, b)) chart.points[i].label = label_of(network, scores.actors[i]);
    return render::to_svg(chart, options);
}

std::string degrees_chart(const Network& network, const Graph& graph) {
    constexpr std::size_t many = 1000;
    std::map<std::size_t, std::size_t> having;
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
        ++having[graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0)];
    const bool logarithmic = graph.vertex_count() > many;
    PointChart chart{.title = title_of(network),
                     .subtitle = logarithmic ? "Share of the actors that have at least so many ties."
                                             : "How many actors have how many ties.",
                     .x = {.label = "degree", .whole_numbers = true, .from_zero = true},
                     .y = {.label = logarithmic ? "share of actors" : "actors",
                           .whole_numbers = !logarithmic,
                           .from_zero = true},
                     .points = {}};
    if (logarithmic) chart.x.scale = chart.y.scale = Scale::logarithmic;
    std::size_t left = graph.vertex_count();
    for (const auto& [degree, actors] : having) {
        const double y = logarithmic ? static_cast<double>(left) / static_cast<double>(graph.vertex_count())
                                     : static_cast<double>(actors);
        chart.points.push_back({.x = static_cast<double>(degree), .y = y});
        left -= actors;
    }
    return render::to_svg(chart);
}

std::vector<std::string> community_names(const Network& network, const Graph& graph,
                                         const Partition& partition) {
    std::vector<std::uint32_t> degree(network.actor_count(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
        degree[index(graph.actors[v])] =
            static_cast<std::uint32_t>(graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0));
    std::vector<std::optional<ActorId>> leader(partition.count + 1);
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        std::optional<ActorId>& first = leader[partition.community[i]];
        if (!first || degree[index(partition.actors[i])] > degree[index(*first)]) first = partition.actors[i];
    }
    std::vector<std::string> names;
    for (std::uint32_t c = 1; c <= partition.count; ++c)
        names.push_back("around " + label_of(network, *leader[c]));
    return names;
}

std::string communities_chart(const Network& network, const Graph& graph, const Partition& partition,
                              const render::ChartOptions& options) {
    RowChart chart{.title = title_of(network),
                   .subtitle = fmt::format("Communities by {}, modularity {}.", partition.algorithm,
                                           with_decimals(partition.modularity, 3)),
                   .axis = {.label = "actors", .whole_numbers = true},
                   .mark = RowChart::Mark::bar,
                   .rows = {},
                   .part_names = {},
                   .row_name = "communities"};
    const bool stability = !partition.stability.empty();
    if (stability) {
        chart.subtitle += " The second part of a bar is the share of companions that change from run to run.";
        chart.part_names = {"companions that stay", "companions that change"};
    }
    const std::vector<std::string> names = community_names(network, graph, partition);
    for (std::uint32_t c = 1; c <= partition.count; ++c) {
        const auto size = static_cast<double>(std::ranges::count(partition.community, c));
        ChartRow row{.label = fmt::format("{} {}", c, names[c - 1]), .value = size};
        row.group = c;
        if (stability) {
            const double stays = mean_stability(partition, c);
            row.parts = {size * stays, size * (1 - stays)};
            row.note = fmt::format("{:.0f} %", 100 * stays);
        }
        chart.rows.push_back(std::move(row));
    }
    return render::to_svg(chart, options);
}

std::string balance_chart(const Network& network, const Balance& balance,
                          const render::ChartOptions& options) {
    RowChart chart{.title = title_of(network),
                   .subtitle =
                       "Frustration index of the data (dot) and of random signs: two standard "
                       "deviations around the mean of the draws (whisker). Further left is more "
                       "balanced.",
                   .axis = {.label = "frustration index", .from_zero = true},
                   .mark = RowChart::Mark::dot,
                   .rows = {},
                   .part_names = {},
                   .row_name = "null models"};
    for (const BalanceNull& null : balance.nulls) chart.rows.push_back(null_row(null.name, null.frustration));
    if (chart.rows.empty()) chart.rows.push_back({.label = "data", .value = balance.frustration.index});
    return render::to_svg(chart, options);
}

std::string brokerage_chart(const Network& network, const Brokerage& brokerage) {
    RowChart chart{
        .title = title_of(network),
        .subtitle = fmt::format("Brokers between groups by {}: pairs that the actor joins, by role.",
                                brokerage.grouping),
        .axis = {.label = "pairs joined", .whole_numbers = true},
        .mark = RowChart::Mark::bar,
        .rows = {},
        .part_names = {},
        .row_name = "actors"};
    constexpr auto total = static_cast<std::size_t>(BrokerageRole::total);
    for (std::size_t role = 0; role < total; ++role) {
        if (!std::isnan(brokerage.all[role].count)) chart.part_names.emplace_back(brokerage_role_names[role]);
    }
    std::vector<double> totals;
    for (const RoleFigures& roles : brokerage.roles) totals.push_back(roles[total].count);
    for (const std::size_t i : by_value(totals)) {
        if (std::isnan(totals[i])) continue;
        if (totals[i] == 0) {
            ++chart.zeros;
            continue;
        }
        ChartRow row{.label = label_of(network, brokerage.actors[i]), .value = totals[i]};
        for (std::size_t role = 0; role < total; ++role) {
            if (!std::isnan(brokerage.all[role].count)) row.parts.push_back(brokerage.roles[i][role].count);
        }
        chart.rows.push_back(std::move(row));
    }
    return render::to_svg(chart);
}

std::string key_players_chart(const Network& network, const std::vector<KeyPlayers>& by_size) {
    const KeyPlayerObjective objective = by_size.front().objective;
    PointChart chart{.title = title_of(network),
                     .subtitle = "What the best set of so many actors comes to; its members where it is one.",
                     .x = {.label = "actors in the set", .whole_numbers = true, .from_zero = true},
                     .y = {.label = objective_text(objective), .from_zero = true},
                     .points = {},
                     .joined = true};
    if (objective == KeyPlayerObjective::fragment)
        chart.points.push_back({.x = 0, .y = by_size.front().fragmentation_before});
    if (objective == KeyPlayerObjective::fragment_distance)
        chart.points.push_back({.x = 0, .y = by_size.front().distance_fragmentation_before});
    for (const KeyPlayers& players : by_size) {
        if (players.best.empty()) continue;
        std::vector<std::string> members;
        for (const ActorId actor : players.best.front().actors) members.push_back(label_of(network, actor));
        chart.points.push_back({.x = static_cast<double>(players.size),
                                .y = players.value(players.best.front()),
                                .label = players.best_count == 1 ? listed(members) : ""});
    }
    return render::to_svg(chart);
}

void check_chart_file(const std::string& path) {
    if (path.empty()) return;
    const std::span<const FigureFormat> formats = figure_formats();
    const bool drawn = std::ranges::any_of(formats, [&](const FigureFormat& format) {
        return format.name != "dot" && lower(path).ends_with("." + std::string(format.name));
    });
    if (!drawn)
        throw Error(Fault::usage, "--plot writes a file that ends in .svg, .pdf or .png, not '" + path + "'");
}

std::string chart_file(const std::string& path, const std::string& svg, std::string_view title) {
    constexpr double png_width = 1800;
    const std::string_view format = figure_format(path).name;
    if (format == "pdf") return render::to_pdf(svg, title);
    return format == "png" ? render::to_png(svg, png_width) : svg;
}

}  // namespace entente::study
