#include "analysis/community/algorithms/igraph_algorithms.hpp"

#include <algorithm>
#include <limits>

#include "analysis/community/algorithms/dendrogram.hpp"
#include "analysis/community/tied_part.hpp"
#include "analysis/igraph.hpp"
#include "base/error.hpp"
#include "base/number.hpp"
#include "base/random.hpp"

namespace entente::community {

namespace {

using Integer = igraph_integer_t;

ig::IntegerMatrix integer_matrix() {
    return ig::IntegerMatrix([](igraph_matrix_int_t* raw) { return igraph_matrix_int_init(raw, 0, 0); });
}

std::vector<Merge> merges_from(const ig::IntegerMatrix& matrix) {
    std::vector<Merge> merges;
    for (Integer row = 0; row < igraph_matrix_int_nrow(matrix.get()); ++row) {
        merges.emplace_back(static_cast<std::uint32_t>(MATRIX(*matrix.get(), row, 0)),
                            static_cast<std::uint32_t>(MATRIX(*matrix.get(), row, 1)));
    }
    return merges;
}

RunResult judged(const Task& task, Membership membership) {
    const double quality = modularity(task.modularity, membership);
    return {std::move(membership), quality};
}

// The tree of merges that `algorithm` makes of the part with ties, cut at the resolution asked for and judged
// on the whole.
template <class Algorithm>
RunResult cut_tree(const Task& task, const Algorithm& algorithm) {
    const TiedPart part = tied_part(task.undirected);
    std::vector<Merge> merges;
    {
        const ig::Turn turn(task.control);
        const ig::Topology topology = ig::topology_of(part.graph);
        ig::IntegerMatrix matrix = integer_matrix();
        ig::check(algorithm(part.graph, topology.get(), matrix.get()));
        merges = merges_from(matrix);
    }
    return judged(task,
                  of_whole(part, best_cut(modularity_graph(part.graph, task.modularity.resolution), merges),
                           task.graph.vertex_count()));
}

}  // namespace

RunResult run_walktrap(const Task& task, std::uint64_t) {
    constexpr Integer steps = 4;
    return cut_tree(task, [](const Graph& graph, const igraph_t* topology, igraph_matrix_int_t* merges) {
        const ig::Reals strengths = ig::strengths_of(graph);
        return igraph_community_walktrap(topology, strengths.get(), steps, merges, nullptr, nullptr);
    });
}

RunResult run_fast_greedy(const Task& task, std::uint64_t) {
    return cut_tree(task, [](const Graph& graph, const igraph_t* topology, igraph_matrix_int_t* merges) {
        const ig::Reals strengths = ig::strengths_of(graph);
        return igraph_community_fastgreedy(topology, strengths.get(), merges, nullptr, nullptr);
    });
}

// igraph compares lengths of paths to ten digits: beyond, it takes different ones for equal and can fail.
void check_lengths(const Graph& graph) {
    constexpr double most = 1e9;
    double weakest = std::numeric_limits<double>::infinity(), strongest = 0;
    for (const MergedTie& tie : graph.merged.ties) {
        if (!graph.weighted() || !(tie.strength > 0)) continue;
        weakest = std::min(weakest, tie.strength);
        strongest = std::max(strongest, tie.strength);
    }
    if (strongest == 0 || strongest / most <= weakest) return;
    throw Error(
        Fault::usage,
        "edge-betweenness compares lengths of paths, and the strengths of ties differ too much for that "
        "(from " +
            format_number(weakest) + " to " + format_number(strongest) +
            ", at most 1e9-fold): take --unweighted or another algorithm");
}

RunResult run_edge_betweenness(const Task& task, std::uint64_t) {
    check_lengths(task.undirected);
    return cut_tree(task, [](const Graph& graph, const igraph_t* topology, igraph_matrix_int_t* merges) {
        // igraph takes these weights for lengths of paths.
        const ig::Reals costs = ig::costs_of(graph);
        ig::Integers removed = ig::integers();
        return igraph_community_edge_betweenness(topology, removed.get(), nullptr, merges, nullptr, nullptr,
                                                 nullptr, false, graph.weighted() ? costs.get() : nullptr);
    });
}

}  // namespace entente::community
