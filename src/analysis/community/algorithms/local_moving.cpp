#include "analysis/community/algorithms/local_moving.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/community/algorithms/numbering.hpp"
#include "analysis/community/algorithms/touched.hpp"
#include "base/portable_math.hpp"

namespace entente::community {

namespace {

// The null terms of one community, and how they weigh on a vertex of the graph.
class Expectation {
public:
    Expectation(const ModularityGraph& graph, std::size_t communities)
        : graph_(graph),
          friendly_(communities, 0),
          hostile_(graph.has_hostile() ? communities : 0, 0),
          a_(graph.friendly_factor()),
          b_(graph.hostile_factor()) {}

    void add(std::uint32_t community, Vertex v) { change(community, v, 1); }
    void remove(std::uint32_t community, Vertex v) { change(community, v, -1); }

    // What chance would give between the vertex and the community (the vertex not in it).
    double between(Vertex v, std::uint32_t community) const {
        double value = a_ * graph_.friendly[v] * friendly_[community];
        if (!hostile_.empty()) value -= b_ * graph_.hostile[v] * hostile_[community];
        return value;
    }

    // The same between a part and the rest of the whole that it belongs to.
    double between_part_and_rest(const Expectation& parts, std::uint32_t part, std::uint32_t whole) const {
        double value = a_ * parts.friendly_[part] * (friendly_[whole] - parts.friendly_[part]);
        if (!hostile_.empty()) value -= b_ * parts.hostile_[part] * (hostile_[whole] - parts.hostile_[part]);
        return value;
    }

private:
    void change(std::uint32_t community, Vertex v, double sign) {
        friendly_[community] += sign * graph_.friendly[v];
        if (!hostile_.empty()) hostile_[community] += sign * graph_.hostile[v];
    }

    const ModularityGraph& graph_;
    std::vector<double> friendly_, hostile_;
    double a_, b_;
};

// A gain below this share of a vertex' strength is taken for rounding: without it two equal places could be
// swapped for ever.
constexpr double rounding = 1e-10;

// Two actors without a tie can belong together when both have many enemies (the second null term), so with
// hostile ties a vertex looks at every community, in graphs small enough to afford it.
constexpr std::size_t most_vertices_to_try_every_community = 500;

double share_of_total(const ModularityGraph& graph, double strength) {
    const double total = graph.friendly_total + graph.hostile_total;
    return total > 0 ? strength / total : 0;
}

// The communities that have no vertex, and how many each has.
struct Sizes {
    std::vector<std::uint32_t> of, unused;
};

Sizes sizes_of(const Membership& membership) {
    Sizes sizes{std::vector<std::uint32_t>(membership.size(), 0), {}};
    for (const std::uint32_t c : membership) ++sizes.of[c];
    for (std::uint32_t c = 0; c < membership.size(); ++c) {
        if (sizes.of[c] == 0) sizes.unused.push_back(c);
    }
    return sizes;
}

}  // namespace

double move_vertices(const ModularityGraph& graph, Membership& membership, Random& random,
                     const Control& control) {
    const std::size_t n = graph.vertex_count();
    const bool try_all = graph.has_hostile() && n <= most_vertices_to_try_every_community;
    Expectation expectation(graph, n);
    Touched touched(n);
    for (Vertex v = 0; v < n; ++v) expectation.add(membership[v], v);
    auto [size, unused] = sizes_of(membership);
    std::vector<Vertex> queue = random_order(n, random);  // a ring: at most n wait at a time
    std::vector<char> waiting(n, 1);
    std::size_t head = 0, length = n;
    double gained = 0;
    for (std::uint64_t step = 0; length > 0; ++step) {
        if (step % 4096 == 0 && control.stopped()) break;
        const Vertex v = queue[head];
        head = head + 1 == n ? 0 : head + 1;
        --length;
        waiting[v] = 0;
        const std::uint32_t old = membership[v];
        touched.add(old, 0);
        touched.add_each(graph.neighbors(v), graph.net_from(v), membership, [](Vertex) { return true; });
        if (try_all) {
            for (std::uint32_t c = 0; c < n; ++c) {
                if (size[c] > 0) touched.add(c, 0);
            }
        }
        expectation.remove(old, v);
        const double own_strength = graph.friendly[v] + (graph.has_hostile() ? graph.hostile[v] : 0);
        const double gain_here = touched.strength(old) - expectation.between(v, old);
        double best_gain = gain_here + rounding * own_strength;
        std::uint32_t best = old;
        for (const std::uint32_t c : touched.list()) {
            const double gain = touched.strength(c) - expectation.between(v, c);
            if (c != old && gain > best_gain) {
                best_gain = gain;
                best = c;
            }
        }
        if (best_gain < 0 && size[old] > 1 && !unused.empty()) {
            best = unused.back();
            best_gain = 0;
            unused.pop_back();
        }
        touched.clear();
        expectation.add(best, v);
        if (best == old) continue;
        gained += best_gain - gain_here;
        membership[v] = best;
        ++size[best];
        if (--size[old] == 0) unused.push_back(old);
        for (const Vertex w : graph.neighbors(v)) {
            if (waiting[w] || membership[w] == best) continue;
            waiting[w] = 1;
            const std::size_t last = head + length++;
            queue[last < n ? last : last - n] = w;
        }
    }
    return share_of_total(graph, 2 * gained);
}

Membership refine(const ModularityGraph& graph, const Membership& membership, Random& random,
                  const Control& control) {
    const std::size_t n = graph.vertex_count();
    const double total = graph.friendly_total + graph.hostile_total;
    const double randomness =
        0.01 * total / static_cast<double>(std::max<std::size_t>(1, graph.targets.size()));
    Expectation whole(graph, n), part(graph, n);
    Membership parts(n);
    std::vector<double> to_rest(n, 0);  // part -> net strength between it and the rest of its community
    std::vector<char> single(n, 1);
    Touched touched(n);
    for (Vertex v = 0; v < n; ++v) {
        parts[v] = v;
        whole.add(membership[v], v);
        part.add(v, v);
        double rest = 0;
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc)
            rest += value_if(membership[graph.targets[arc]] == membership[v], graph.net[arc]);
        to_rest[v] = rest;
    }
    const auto well_connected = [&](std::uint32_t p, std::uint32_t community) {
        return to_rest[p] >= whole.between_part_and_rest(part, p, community);
    };
    std::vector<std::pair<std::uint32_t, double>> choices;
    for (const Vertex v : random_order(n, random)) {
        const std::uint32_t community = membership[v];
        if (control.stopped()) break;
        if (!single[v] || !well_connected(v, community)) continue;
        touched.add_each(graph.neighbors(v), graph.net_from(v), parts,
                         [&](Vertex w) { return membership[w] == community; });
        choices.assign(1, {v, 0.0});
        double best = 0;
        for (const std::uint32_t p : touched.list()) {
            const double gain = touched.strength(p) - part.between(v, p);
            if (p == v || gain < 0 || !well_connected(p, community)) continue;
            choices.emplace_back(p, gain);
            best = std::max(best, gain);
        }
        double sum = 0;
        for (auto& [p, weight] : choices)
            sum += weight = weight == best ? 1 : portable_exp((weight - best) / randomness);
        double draw = random.uniform() * sum;
        std::uint32_t chosen = choices.back().first;
        for (const auto& [p, weight] : choices) {
            if (draw < weight) {
                chosen = p;
                break;
            }
            draw -= weight;
        }
        if (chosen != v) {
            to_rest[chosen] += to_rest[v] - 2 * touched.strength(chosen);
            part.add(chosen, v);
            parts[v] = chosen;
            single[chosen] = 0;
        }
        touched.clear();
    }
    return in_order_of_appearance(parts);
}

}  // namespace entente::community
