#include "study/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente::study {

namespace {

constexpr double steps_a_second = 2e8;  // of one core of a laptop of 2020

std::string duration(double seconds) {
    const auto about = [&](double unit, std::string_view one) {
        return "about " + counted(static_cast<std::uint64_t>(std::max(1.0, std::round(seconds / unit))), one);
    };
    if (std::isinf(seconds)) return "an unknown time";
    if (seconds < 60) return "up to a minute";
    if (seconds < 5400) return about(60, "minute");
    return seconds < 2 * 86400.0 ? about(3600, "hour") : about(86400, "day");
}

}  // namespace

double all_searches(const Graph& graph) {
    return static_cast<double>(graph.vertex_count()) * static_cast<double>(graph.arc_count()) *
           (graph.weighted() ? 4 : 1);
}

double steps_of(const Graph& graph, const std::string& measure) {
    constexpr std::array<std::string_view, 5> of_searches{"betweenness", "closeness", "harmonic",
                                                          "eccentricity", "current_flow_betweenness"};
    if (std::ranges::find(of_searches, measure) != of_searches.end()) return all_searches(graph);
    const double visits = static_cast<double>(graph.vertex_count()) * static_cast<double>(graph.arc_count());
    if (measure == "subgraph") return 2 * visits;
    if (measure == "current_flow_closeness") return 4 * visits;
    return 50 * static_cast<double>(graph.arc_count());
}

double steps_of_communities(const Graph& graph, const std::string& algorithm) {
    const auto arcs = static_cast<double>(graph.arc_count()), n = static_cast<double>(graph.vertex_count());
    if (algorithm == "walktrap") return 12 * n * n;
    if (algorithm == "infomap" || algorithm == "spinglass") return 4e4 * arcs;
    if (algorithm == "edge-betweenness") return n * arcs * arcs / 8;
    return 1000 * arcs;
}

std::optional<std::string> expectation(const Graph& graph, const Work& work) {
    if (work.steps < static_cast<double>(limits.told_steps)) return std::nullopt;
    return fmt::format("{} of {} and {} will take {} of one core{}", work.what,
                       counted(graph.vertex_count(), "actor"), counted(graph.tie_count(), "tie"),
                       duration(work.steps / steps_a_second),
                       work.instead.empty() ? "" : "; " + work.instead);
}

}  // namespace entente::study
