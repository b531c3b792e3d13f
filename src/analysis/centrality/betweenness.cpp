#include "analysis/centrality/betweenness.hpp"

#include <algorithm>

#include "analysis/centrality/sweeps/betweenness_sweep.hpp"
#include "analysis/centrality/sweeps/lengths/betweenness_lengths.hpp"
#include "graph/biconnected.hpp"
#include "graph/vertex_order.hpp"

namespace entente {

namespace {

// Levels of a breadth-first search from the first node.
std::size_t levels_of(const PathGraph& graph) {
    std::vector<char> seen(graph.node_count(), 0);
    std::vector<Node> reached;
    std::size_t levels = 0, level_end = 0;
    if (!seen.empty()) {
        seen[0] = 1;
        reached.push_back(0);
    }
    for (std::size_t next = 0; next < reached.size(); ++next) {
        if (next == level_end) {
            level_end = reached.size();
            ++levels;
        }
        for (const Node v : graph.leaving.neighbors(reached[next])) {
            if (seen[v]) continue;
            seen[v] = 1;
            reached.push_back(v);
        }
    }
    return levels;
}

// Sources near one another reach a node at a few levels one after the other, which a search by length passes
// at once: in a long, thin network that is worth more than its bookkeeping.
std::vector<double> sums_of(const BetweennessInput& input, const Control& control) {
    constexpr std::size_t many_levels = 64;
    const bool by_length = !input.graph.uniform || levels_of(input.graph) > many_levels;
    return by_length ? betweenness_by_length(input, control) : betweenness_sweep(input, control);
}

double work(double nodes, double arcs) { return nodes * arcs; }

// Whether the searches within the blocks are clearly less work than those through the whole.
bool split_pays(const PathGraph& graph, const Blocks& blocks) {
    constexpr double clearly = 0.9;
    double parts = 0;
    for (const Block& block : blocks.blocks) {
        double arcs = 0;
        for (const Node v : block.nodes)
            arcs += graph.leaving.degree(v);  // those that leave the block too: on the safe side
        if (block.nodes.size() > 2) parts += work(static_cast<double>(block.nodes.size()), arcs);
    }
    return parts <
           clearly * work(static_cast<double>(graph.node_count()), static_cast<double>(graph.arc_count()));
}

// Small blocks are not worth a thread; large ones report how far all blocks are.
Control control_of(const Block& block, double done, double share, const Control& control) {
    constexpr std::size_t worth_threads = 500;
    Control part = control;
    part.progress = {};
    if (block.nodes.size() < worth_threads) part.threads = 1;
    else if (control.progress)
        part.progress = [&control, done, share](double of_block) { control.report(done + share * of_block); };
    return part;
}

// The ties of the block, and its arcs named by their place among them.
std::vector<std::uint32_t> ties_numbered(PathGraph& part) {
    std::vector<std::uint32_t> ties = part.leaving.ties;
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    for (std::uint32_t& tie : part.leaving.ties)
        tie = static_cast<std::uint32_t>(std::lower_bound(ties.begin(), ties.end(), tie) - ties.begin());
    return ties;
}

// Sums over ordered pairs, block by block; `tie_count` as in BetweennessInput.
std::vector<double> sums_by_block(const PathGraph& graph, const Blocks& blocks, std::size_t tie_count,
                                  const Control& control) {
    std::vector<double> sums = tie_count > 0 ? std::vector<double>(tie_count, 0) : blocks.cut_pairs;
    double all = 0, done = 0;
    for (const Block& block : blocks.blocks)
        all += work(static_cast<double>(block.nodes.size()), static_cast<double>(block.nodes.size()));
    for (const Block& block : blocks.blocks) {
        control.checkpoint();
        const double share =
            work(static_cast<double>(block.nodes.size()), static_cast<double>(block.nodes.size())) / all;
        const bool lone_tie = block.nodes.size() == 2;
        if (lone_tie && tie_count == 0) continue;
        PathGraph part = block_graph(graph, block);
        if (lone_tie) {
            sums[part.leaving.ties.front()] = 2 * block.weight[0] * block.weight[1];
            continue;
        }
        const std::vector<std::uint32_t> places = tie_count > 0 ? ties_numbered(part) : block.nodes;
        const std::vector<double> inside = sums_of({part, block.weight, tie_count > 0 ? places.size() : 0},
                                                   control_of(block, done, share, control));
        for (std::size_t i = 0; i < places.size(); ++i) sums[places[i]] += inside[i];
        done += share;
    }
    return sums;
}

std::vector<double> sums_over_pairs(const PathGraph& graph, std::size_t tie_count, const Control& control) {
    if (!graph.directed) {
        const Blocks blocks = blocks_of(graph);
        if (split_pays(graph, blocks)) return sums_by_block(graph, blocks, tie_count, control);
    }
    return sums_of({graph, {}, tie_count}, control);
}

}  // namespace

std::vector<double> betweenness(const Graph& graph, const Control& control) {
    const PathGraph paths = path_graph(graph, order_for_caches(graph, control));
    const std::vector<double> sums = sums_over_pairs(paths, 0, control);
    std::vector<double> result(graph.vertex_count());
    for (Node v = 0; v < paths.node_count(); ++v)
        result[paths.vertex[v]] = graph.directed() ? sums[v] : sums[v] / 2;
    return result;
}

std::vector<double> tie_betweenness(const Graph& graph, const Control& control) {
    if (graph.tie_count() == 0) return {};
    std::vector<double> sums =
        sums_over_pairs(path_graph(graph, order_for_caches(graph, control)), graph.tie_count(), control);
    if (!graph.directed()) {
        for (double& sum : sums) sum /= 2;
    }
    return sums;
}

}  // namespace entente
