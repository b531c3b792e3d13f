#include "analysis/summary/hop_sample.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente {

namespace {

// What one source adds.
struct Reach {
    std::uint64_t hops = 0, reached = 0;
    std::uint32_t longest = 0;
};

// Scratch memory of one thread. A vertex is seen by the current source where its mark is the source's turn.
struct Search {
    std::vector<std::uint32_t> mark;
    std::vector<Vertex> frontier, next;
    std::uint32_t turn = 0;

    Reach from(const Graph& graph, Vertex source) {
        mark.resize(graph.vertex_count());
        ++turn;
        Reach reach;
        frontier.assign(1, source);
        mark[source] = turn;
        for (std::uint32_t hops = 1;; ++hops) {
            next.clear();
            for (const Vertex v : frontier) {
                for (const Vertex w : graph.out().neighbors(v)) {
                    if (mark[w] == turn) continue;
                    mark[w] = turn;
                    next.push_back(w);
                }
            }
            if (next.empty()) return reach;
            reach.hops += std::uint64_t{hops} * next.size();
            reach.reached += next.size();
            reach.longest = hops;
            frontier.swap(next);
        }
    }
};

// The first `count` of a shuffle.
std::vector<Vertex> drawn(std::size_t vertices, std::size_t count, std::uint64_t seed) {
    std::vector<Vertex> all(vertices);
    std::iota(all.begin(), all.end(), Vertex{0});
    Random random(seed);
    for (std::size_t i = 0; i < count; ++i)
        std::swap(all[i], all[i + static_cast<std::size_t>(random.below(vertices - i))]);
    all.resize(count);
    return all;
}

}  // namespace

HopSample sample_hops(const Graph& graph, std::size_t sources, std::uint64_t seed, const Control& control) {
    HopSample sample;
    sample.sources = std::min(sources, graph.vertex_count());
    const std::vector<Vertex> from = drawn(graph.vertex_count(), sample.sources, seed);
    std::vector<Reach> reaches(from.size());
    std::vector<Search> searches(std::max(1U, control.threads));
    parallel_blocks(from.size(), control, [&](std::size_t i, unsigned worker) {
        reaches[i] = searches[worker].from(graph, from[i]);
    });
    double hops = 0, reached = 0;  // whole numbers: their sums are exact below 2^53
    for (const Reach& reach : reaches) {
        hops += static_cast<double>(reach.hops);
        reached += static_cast<double>(reach.reached);
        sample.longest = std::max(sample.longest, reach.longest);
    }
    if (reached == 0) return sample;
    sample.mean = hops / reached;
    const auto k = static_cast<double>(from.size()), n = static_cast<double>(graph.vertex_count());
    if (from.size() < 2) return sample;
    double squares = 0;
    for (const Reach& reach : reaches) {
        const double off = static_cast<double>(reach.hops) - sample.mean * static_cast<double>(reach.reached);
        squares += off * off;
    }
    sample.standard_error = std::sqrt((1 - k / n) * squares / (k - 1) / k) / (reached / k);
    return sample;
}

}  // namespace entente
