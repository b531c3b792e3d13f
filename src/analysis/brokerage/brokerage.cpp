#include "analysis/brokerage/brokerage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/brokerage/expectation.hpp"
#include "analysis/brokerage/group_mixing.hpp"
#include "base/prose.hpp"

namespace entente {

namespace {

using Counts = std::array<std::uint64_t, 6>;

std::size_t slot(BrokerageRole role) { return static_cast<std::size_t>(role); }

BrokerageRole role_of(std::uint32_t source, std::uint32_t broker, std::uint32_t target, bool directed) {
    if (source == target) return source == broker ? BrokerageRole::coordinator : BrokerageRole::itinerant;
    if (broker == target) return BrokerageRole::gatekeeper;
    if (broker == source) return directed ? BrokerageRole::representative : BrokerageRole::gatekeeper;
    return BrokerageRole::liaison;
}

// Every i -> j -> k without i -> k, all three in groups; undirected only those with i < k.
std::vector<Counts> counted(const Graph& graph, const std::vector<std::uint32_t>& group,
                            const Control& control) {
    const std::size_t n = graph.vertex_count();
    std::vector<Counts> counts(n, Counts{});
    std::vector<Vertex> tied_to(n, static_cast<Vertex>(n));  // k -> the last i that is tied to it
    for (Vertex i = 0; i < n; ++i) {
        if (i % 64 == 0) {
            control.checkpoint();
            control.report(static_cast<double>(i) / static_cast<double>(n));
        }
        if (group[i] == Grouping::none) continue;
        for (const Vertex k : graph.out().neighbors(i)) tied_to[k] = i;
        for (const Vertex j : graph.out().neighbors(i)) {
            if (group[j] == Grouping::none) continue;
            for (const Vertex k : graph.out().neighbors(j)) {
                if (k == i || tied_to[k] == i || group[k] == Grouping::none || (!graph.directed() && k < i))
                    continue;
                ++counts[j][slot(role_of(group[i], group[j], group[k], graph.directed()))];
                ++counts[j][slot(BrokerageRole::total)];
            }
        }
    }
    return counts;
}

RoleFigure figure(std::uint64_t count, const Moments& moments) {
    RoleFigure result;
    result.count = static_cast<double>(count);
    result.expected = moments.expected;
    // Sums that should cancel leave some rounding.
    const double variance = moments.variance > 1e-12 * (1 + moments.expected) ? moments.variance : 0;
    result.deviation = std::sqrt(variance);
    if (variance > 0) result.z = (result.count - result.expected) / result.deviation;
    return result;
}

RoleFigures figures(const Counts& counts, const RoleMoments& moments, bool directed) {
    RoleFigures result;
    for (std::size_t role = 0; role < result.size(); ++role)
        result[role] = figure(counts[role], moments[role]);
    if (!directed) result[slot(BrokerageRole::representative)] = {};
    return result;
}

// The share of possible ties among grouped actors that are there.
double density_among(const Graph& graph, const std::vector<std::uint32_t>& group) {
    double actors = 0, arcs = 0;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (group[v] == Grouping::none) continue;
        actors += 1;
        for (const Vertex w : graph.out().neighbors(v)) arcs += group[w] != Grouping::none ? 1 : 0;
    }
    return actors > 1 ? arcs / (actors * (actors - 1)) : 0;
}

std::vector<std::string> remarks_on(const Graph& graph, const Grouping& grouping) {
    std::vector<std::string> remarks;
    if (!graph.directed()) {
        remarks.emplace_back(
            "ties have no direction: a gatekeeper is a representative too (one column), and each pair joined "
            "counts once");
    }
    const auto absent = static_cast<std::uint64_t>(std::ranges::count(grouping.group, Grouping::none));
    if (absent > 0)
        remarks.push_back(fmt::format("{} no {} and {} no part",
                                      entente::counted(absent, "actor has", "actors have"), grouping.name,
                                      noun(absent, "takes", "take")));
    if (grouping.groups.size() == 1)
        remarks.push_back("there is one group only: every broker is a coordinator");
    if (grouping.from_ties) {
        remarks.push_back(
            fmt::format("the groups ({}) were found from the ties themselves: that few ties cross them is by "
                        "construction, and z and p do not test it",
                        grouping.name));
    }
    return remarks;
}

}  // namespace

Brokerage brokerage(const Graph& graph, const Grouping& grouping, const BrokerageOptions& options,
                    const Control& control) {
    Brokerage result;
    result.directed = graph.directed();
    result.grouping = grouping.name;
    result.groups = grouping.groups;
    result.actors = graph.actors;
    result.group = grouping.group;
    result.remarks = remarks_on(graph, grouping);

    const std::vector<Counts> counts = counted(graph, grouping.group, control);
    std::vector<std::uint64_t> sizes(grouping.groups.size(), 0);
    for (const std::uint32_t g : grouping.group) {
        if (g != Grouping::none) ++sizes[g];
    }
    const double density = density_among(graph, grouping.group);
    const std::vector<RoleMoments> moments = broker_moments(sizes, density, graph.directed());
    Counts all{};
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (grouping.group[v] == Grouping::none) {
            result.roles.emplace_back();
            continue;
        }
        result.roles.push_back(figures(counts[v], moments[grouping.group[v]], graph.directed()));
        for (std::size_t role = 0; role < all.size(); ++role) all[role] += counts[v][role];
    }
    result.all = figures(all, network_moments(sizes, density, graph.directed()), graph.directed());

    GroupTies ties = group_ties(symmetrized(graph), grouping, options, control);
    result.external_internal = std::move(ties.external_internal);
    result.participation = std::move(ties.participation);
    result.within_z = std::move(ties.within_z);
    result.ei_index = ties.ei_index;
    result.ei_expected = ties.ei_expected;
    result.ei_p = ties.ei_p;
    result.permutations = options.permutations;
    return result;
}

}  // namespace entente
