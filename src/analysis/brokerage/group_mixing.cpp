#include "analysis/brokerage/group_mixing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// (external − internal) / (external + internal), Krackhardt & Stern 1988.
double index_of(double external, double ties) { return ties > 0 ? (2 * external - ties) / ties : undefined; }

// Ties of which both actors have a group, each once, by the places of their actors among the grouped ones.
std::vector<Pair> grouped_ties(const Graph& graph, const std::vector<std::uint32_t>& group) {
    std::vector<std::uint32_t> place(graph.vertex_count(), 0);
    std::uint32_t next = 0;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (group[v] != Grouping::none) place[v] = next++;
    }
    std::vector<Pair> ties;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (const Vertex w : graph.out().neighbors(v)) {
            if (v < w && group[v] != Grouping::none && group[w] != Grouping::none)
                ties.emplace_back(place[v], place[w]);
        }
    }
    return ties;
}

double external_count(const std::vector<Pair>& ties, const std::vector<std::uint32_t>& label) {
    std::uint64_t external = 0;
    for (const auto& [a, b] : ties) external += label[a] != label[b] ? 1 : 0;
    return static_cast<double>(external);
}

// The share of the pairs of `label`s whose two differ: the probability that the ends of a tie do when the
// labels are shuffled.
double share_of_different(std::vector<std::uint32_t> label) {
    const auto n = static_cast<double>(label.size());
    double alike = 0;  // ordered pairs
    std::sort(label.begin(), label.end());
    for (auto first = label.begin(); first != label.end();) {
        const auto last = std::upper_bound(first, label.end(), *first);
        const auto size = static_cast<double>(last - first);
        alike += size * (size - 1);
        first = last;
    }
    return 1 - alike / (n * (n - 1));
}

void test_network_index(const Graph& graph, const Grouping& grouping, const BrokerageOptions& options,
                        const Control& control, GroupTies& result) {
    const std::vector<Pair> ties = grouped_ties(graph, grouping.group);
    std::vector<std::uint32_t> label;
    for (const std::uint32_t g : grouping.group) {
        if (g != Grouping::none) label.push_back(g);
    }
    const auto m = static_cast<double>(ties.size());
    const double observed = external_count(ties, label);
    result.ei_index = index_of(observed, m);
    if (ties.empty()) return;
    const double expected = m * share_of_different(label);
    result.ei_expected = index_of(expected, m);
    if (options.permutations == 0) return;
    std::vector<double> external(options.permutations);
    parallel_blocks(external.size(), control, [&](std::size_t draw, unsigned) {
        Random random(options.seed, draw);
        std::vector<std::uint32_t> shuffled = label;
        random.shuffle(std::span(shuffled));
        external[draw] = external_count(ties, shuffled);
    });
    // Counts equally far from what is expected must compare as equal, whichever side they are on.
    const double distance = std::abs(observed - expected) - 1e-12 * m;
    const auto as_far = std::count_if(external.begin(), external.end(),
                                      [&](double e) { return std::abs(e - expected) >= distance; });
    result.ei_p = (static_cast<double>(as_far) + 1) / (static_cast<double>(external.size()) + 1);
}

// The strength of each actor to its own group, in standard deviations above the mean of the group's actors.
std::vector<double> standardized_within(const std::vector<double>& own, const Grouping& grouping) {
    struct Sums {
        double count = 0, sum = 0, squares = 0;
    };
    std::vector<Sums> of_group(grouping.groups.size());
    for (std::size_t v = 0; v < own.size(); ++v) {
        if (grouping.group[v] == Grouping::none) continue;
        of_group[grouping.group[v]].count += 1;
        of_group[grouping.group[v]].sum += own[v];
    }
    for (std::size_t v = 0; v < own.size(); ++v) {
        if (grouping.group[v] == Grouping::none) continue;
        Sums& s = of_group[grouping.group[v]];
        const double off = own[v] - s.sum / s.count;
        s.squares += off * off;
    }
    std::vector<double> z(own.size(), undefined);
    for (std::size_t v = 0; v < own.size(); ++v) {
        if (grouping.group[v] == Grouping::none) continue;
        const Sums& s = of_group[grouping.group[v]];
        const double mean = s.sum / s.count, deviation = std::sqrt(s.squares / s.count);
        if (deviation > 1e-12 * std::abs(mean)) z[v] = (own[v] - mean) / deviation;
    }
    return z;
}

}  // namespace

GroupTies group_ties(const Graph& graph, const Grouping& grouping, const BrokerageOptions& options,
                     const Control& control) {
    const std::size_t n = graph.vertex_count();
    GroupTies result;
    result.external_internal.assign(n, undefined);
    result.participation.assign(n, undefined);
    std::vector<double> own(n, 0), to_group(grouping.groups.size(), 0);
    for (Vertex v = 0; v < n; ++v) {
        if (grouping.group[v] == Grouping::none) continue;
        double strength = 0, external = 0, ties = 0;
        for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc) {
            const std::uint32_t g = grouping.group[graph.out().targets[arc]];
            if (g == Grouping::none) continue;
            to_group[g] += graph.out().strength(arc);
            strength += graph.out().strength(arc);
            external += g != grouping.group[v] ? 1 : 0;
            ties += 1;
        }
        own[v] = to_group[grouping.group[v]];
        double squares = 0;
        for (const Vertex w : graph.out().neighbors(v)) {
            const std::uint32_t g = grouping.group[w];
            if (g == Grouping::none) continue;
            squares += to_group[g] * to_group[g];
            to_group[g] = 0;
        }
        result.external_internal[v] = index_of(external, ties);
        if (strength > 0) result.participation[v] = 1 - squares / (strength * strength);
    }
    result.within_z = standardized_within(own, grouping);
    test_network_index(graph, grouping, options, control, result);
    return result;
}

}  // namespace entente
