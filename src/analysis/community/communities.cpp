#include "analysis/community/communities.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "analysis/community/task.hpp"
#include "base/named.hpp"
#include "base/number.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

using community::Membership;
using community::ModularityGraph;
using community::RunResult;
using community::Task;

bool has_hostile_rows(const Network& network, const Graph& graph) {
    return std::any_of(graph.merged.rows.begin(), graph.merged.rows.end(),
                       [&](TieId row) { return network.sign(row) == Sign::negative; });
}

// The ties of some signs only over the vertices of `graph`, the rows of a pair merged whatever their
// direction: each row counts once, so that the two layers weigh alike.
Graph layer(const Network& network, TieSelection selection, const Graph& graph, SignFilter signs) {
    selection.signs = signs;
    selection.largest_component = false;
    const Graph all_actors =
        build_graph(network, selection, {false, graph.weighted()}, select_rows(network, selection));
    std::vector<char> here(network.actor_count(), 0);
    for (const ActorId actor : graph.actors) here[index(actor)] = 1;
    MergedTies kept;
    kept.first_row.push_back(0);
    for (std::size_t t = 0; t < all_actors.tie_count(); ++t) {
        const MergedTie& tie = all_actors.merged.ties[t];
        if (!here[index(tie.source)] || !here[index(tie.target)]) continue;
        kept.ties.push_back(tie);
        const auto rows = all_actors.merged.rows_of(t);
        kept.rows.insert(kept.rows.end(), rows.begin(), rows.end());
        kept.first_row.push_back(kept.rows.size());
    }
    return {graph.actors, std::move(kept), false, graph.weighted()};
}

ModularityGraph signed_graph(const Network& network, const TieSelection& selection, const Graph& graph,
                             double resolution) {
    return community::signed_modularity_graph(layer(network, selection, graph, SignFilter::nonnegative),
                                              layer(network, selection, graph, SignFilter::negative),
                                              resolution);
}

// An actor without ties is a community of its own, whichever one a run left it in: it adds nothing to the
// quality of any.
void set_isolates_apart(const std::vector<std::uint8_t>& isolated, Membership& membership) {
    auto next = membership.empty() ? 0U : *std::max_element(membership.begin(), membership.end()) + 1;
    for (Vertex v = 0; v < membership.size(); ++v) {
        if (isolated[v] != 0) membership[v] = next++;
    }
}

std::vector<RunResult> all_runs(const CommunityAlgorithm& algorithm, const Task& task, unsigned runs) {
    std::vector<RunResult> results(runs);
    if (algorithm.parallel) {
        parallel_blocks(runs, task.control,
                        [&](std::size_t run, unsigned) { results[run] = algorithm.run(task, run); });
        return results;
    }
    for (unsigned run = 0; run < runs; ++run) {
        task.control.checkpoint();
        results[run] = algorithm.run(task, run);
        task.control.report(static_cast<double>(run + 1) / runs);
    }
    return results;
}

// The first of the best runs; a difference of rounding is none.
std::size_t best_of(const std::vector<RunResult>& results) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < results.size(); ++i) {
        if (results[i].quality > results[best].quality + 1e-12 * std::abs(results[best].quality)) best = i;
    }
    return best;
}

std::vector<std::string> remarks_on(const CommunityAlgorithm& algorithm, const Graph& graph, bool hostile) {
    std::vector<std::string> remarks;
    const std::string name(algorithm.name);
    if (graph.directed() && !algorithm.directed)
        remarks.push_back(name + " ignores the direction of ties: " +
                          (graph.weighted() ? "the strengths of both ways are added"
                                            : "a pair tied one way or both ways counts 1"));
    if (hostile && algorithm.signed_ties) {
        remarks.push_back(
            "hostile ties hold apart and other ties hold together: modularity has a null term for each sign "
            "(Gómez, Jensen & Arenas 2009)");
    } else if (hostile) {
        remarks.push_back(
            name + " takes hostile ties for ties like any other; leiden and spinglass tell them apart");
    }
    return remarks;
}

}  // namespace

unsigned default_community_runs(const CommunityAlgorithm& algorithm, std::size_t actors) {
    const unsigned by_size = actors <= 1000 ? 100 : actors <= 10000 ? 20 : actors <= 100000 ? 4 : 2;
    return std::min(by_size, algorithm.most_runs);
}

Partition find_communities(const Network& network, const TieSelection& selection, const Graph& graph,
                           const CommunityOptions& options, const Control& control) {
    const CommunityAlgorithm& algorithm = find_named("algorithm", options.algorithm, community_algorithms());
    if (!(options.resolution > 0) || !std::isfinite(options.resolution)) {
        throw Error(Fault::usage,
                    "the resolution must be a number above 0, not " + format_number(options.resolution));
    }
    std::optional<Graph> without_directions;
    if (graph.directed()) without_directions = symmetrized(graph);
    const Graph& undirected = without_directions ? *without_directions : graph;
    const bool hostile = selection.signs == SignFilter::all && has_hostile_rows(network, graph);
    const bool with_signs = hostile && algorithm.signed_ties;
    const ModularityGraph modularity = with_signs
                                           ? signed_graph(network, selection, graph, options.resolution)
                                           : community::modularity_graph(undirected, options.resolution);

    Partition partition;
    partition.algorithm = algorithm.name;
    partition.actors = graph.actors;
    partition.resolution = options.resolution;
    partition.signed_modularity = with_signs;
    partition.remarks = remarks_on(algorithm, graph, hostile);
    if (selection.signs == SignFilter::negative)
        partition.remarks.push_back(
            "only hostile ties are taken, so that who stands together here is tied by hostility");
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
        partition.isolated.push_back(graph.out().degree(v) + graph.in().degree(v) == 0 ? 1 : 0);
    Membership chosen(graph.vertex_count());
    std::iota(chosen.begin(), chosen.end(), 0U);
    if (modularity.friendly_total + modularity.hostile_total > 0) {
        if (algorithm.check_size != nullptr)
            algorithm.check_size(undirected.vertex_count(), undirected.tie_count());
        if (algorithm.most_runs > 1)
            partition.runs =
                options.runs > 0 ? options.runs : default_community_runs(algorithm, graph.vertex_count());
        std::vector<RunResult> results =
            all_runs(algorithm, {graph, undirected, modularity, options.seed, control}, partition.runs);
        for (RunResult& result : results) set_isolates_apart(partition.isolated, result.membership);
        const std::size_t best = best_of(results);
        chosen = results[best].membership;
        partition.modularity = community::modularity(modularity, chosen);
        partition.quality = partition.modularity;
        if (algorithm.name == "infomap") {
            partition.quality_name = "codelength";
            partition.quality = -results[best].quality;
        }
        if (results.size() > 1) {
            std::vector<Membership> memberships;
            for (const RunResult& result : results) memberships.push_back(result.membership);
            partition.stability = community::stability(chosen, memberships);
        }
    }
    partition.community = community::largest_first(chosen);
    partition.count = community::community_count(partition.community);
    for (std::uint32_t& c : partition.community) ++c;
    return partition;
}

}  // namespace entente
