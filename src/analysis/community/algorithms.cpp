#include <fmt/format.h>

#include <array>

#include "analysis/community/algorithms/igraph_algorithms.hpp"
#include "analysis/community/algorithms/infomap.hpp"
#include "analysis/community/algorithms/label_propagation.hpp"
#include "analysis/community/algorithms/leading_eigenvector.hpp"
#include "analysis/community/algorithms/leiden.hpp"
#include "analysis/community/algorithms/optimal.hpp"
#include "analysis/community/algorithms/spinglass.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/community/task.hpp"
#include "analysis/community/tied_part.hpp"
#include "base/error.hpp"
#include "graph/components.hpp"

namespace entente {

namespace {

using community::Membership;
using community::RunResult;
using community::Task;

RunResult judged_by_modularity(const Task& task, Membership membership) {
    const double quality = community::modularity(task.modularity, membership);
    return {std::move(membership), quality};
}

RunResult run_leiden(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::leiden(task.modularity, random, task.control));
}

RunResult run_louvain(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::louvain(task.modularity, random, task.control));
}

RunResult run_infomap(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    const community::TiedPart part = community::tied_part(task.graph);
    const community::FlowGraph flow = community::flow_graph(part.graph, task.control);
    const Membership membership = community::infomap(flow, random, task.control);
    return {community::of_whole(part, membership, task.graph.vertex_count()),
            -community::code_length(flow, membership)};
}

RunResult run_label_propagation(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::label_propagation(task.undirected, random, task.control));
}

RunResult run_leading_eigenvector(const Task& task, std::uint64_t) {
    return judged_by_modularity(
        task,
        community::leading_eigenvector(task.modularity, weak_components(task.undirected).of, task.control));
}

RunResult run_spinglass(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(
        task, community::spinglass(task.modularity, weak_components(task.undirected), random, task.control));
}

void refuse_beyond(std::string_view name, std::size_t actors, std::size_t most) {
    if (actors > most) {
        throw Error(Fault::usage,
                    fmt::format("{} takes too long beyond {} actors, and here are {}; use leiden", name, most,
                                actors));
    }
}

void check_spinglass(std::size_t actors, std::size_t) { refuse_beyond("spinglass", actors, 20000); }
void check_leading_eigenvector(std::size_t actors, std::size_t) {
    refuse_beyond("leading-eigenvector", actors, 100000);
}
void check_walktrap(std::size_t actors, std::size_t) { refuse_beyond("walktrap", actors, 20000); }

void check_edge_betweenness(std::size_t actors, std::size_t ties) {
    constexpr double most = 2e10;
    if (static_cast<double>(actors) * static_cast<double>(ties) * static_cast<double>(ties) > most) {
        throw Error(Fault::usage, fmt::format("edge-betweenness takes too long for {} actors and {} ties "
                                              "(actors x ties squared is above 2e10); use leiden",
                                              actors, ties));
    }
}

constexpr std::array algorithms{
    CommunityAlgorithm{
        .name = "leiden",
        .definition =
            "modularity raised by moving actors and merging well-connected parts, until nothing changes",
        .citation =
            "Traag, Waltman & van Eck 2019; signed: Gómez, Jensen & Arenas 2009, Traag & Bruggeman 2009",
        .limits = "any size",
        .most_runs = 100,
        .directed = false,
        .signed_ties = true,
        .resolution = true,
        .parallel = true,
        .check_size = nullptr,
        .run = run_leiden},
    CommunityAlgorithm{
        .name = "louvain",
        .definition =
            "modularity raised by moving actors and merging communities; communities may be badly connected",
        .citation = "Blondel, Guillaume, Lambiotte & Lefebvre 2008",
        .limits = "any size",
        .most_runs = 100,
        .directed = false,
        .signed_ties = false,
        .resolution = true,
        .parallel = true,
        .check_size = nullptr,
        .run = run_louvain},
    CommunityAlgorithm{
        .name = "infomap",
        .definition =
            "the division that describes a random walk along the ties in the fewest bits; uses directions",
        .citation = "Rosvall & Bergstrom 2008",
        .limits = "any size",
        .most_runs = 100,
        .directed = true,
        .signed_ties = false,
        .resolution = false,
        .parallel = true,
        .check_size = nullptr,
        .run = run_infomap},
    CommunityAlgorithm{.name = "walktrap",
                       .definition = "merges the actors between whom random walks of four steps meet most; "
                                     "the tree is cut at most modularity",
                       .citation = "Pons & Latapy 2005",
                       .limits = "up to 20,000 actors",
                       .most_runs = 1,
                       .directed = false,
                       .signed_ties = false,
                       .resolution = false,
                       .parallel = false,
                       .check_size = check_walktrap,
                       .run = community::run_walktrap},
    CommunityAlgorithm{
        .name = "label-propagation",
        .definition =
            "each actor takes the label that most strength among its neighbors has, until all agree",
        .citation = "Raghavan, Albert & Kumara 2007",
        .limits = "any size; finds one community in dense networks",
        .most_runs = 100,
        .directed = false,
        .signed_ties = false,
        .resolution = false,
        .parallel = true,
        .check_size = nullptr,
        .run = run_label_propagation},
    CommunityAlgorithm{
        .name = "fast-greedy",
        .definition =
            "merges the pair of communities that raises modularity most; the tree is cut at most modularity",
        .citation = "Clauset, Newman & Moore 2004",
        .limits = "any size; minutes from 50,000 actors on",
        .most_runs = 1,
        .directed = false,
        .signed_ties = false,
        .resolution = false,
        .parallel = false,
        .check_size = nullptr,
        .run = community::run_fast_greedy},
    CommunityAlgorithm{
        .name = "leading-eigenvector",
        .definition =
            "splits by the leading eigenvector of the modularity matrix, until no split raises modularity",
        .citation = "Newman 2006",
        .limits = "up to 100,000 actors",
        .most_runs = 1,
        .directed = false,
        .signed_ties = false,
        .resolution = true,
        .parallel = false,
        .check_size = check_leading_eigenvector,
        .run = run_leading_eigenvector},
    CommunityAlgorithm{.name = "edge-betweenness",
                       .definition = "takes away the tie that lies between most pairs, again and again; the "
                                     "tree is cut at most modularity",
                       .citation = "Girvan & Newman 2002",
                       .limits = "actors x ties squared up to 2e10",
                       .most_runs = 1,
                       .directed = false,
                       .signed_ties = false,
                       .resolution = false,
                       .parallel = false,
                       .check_size = check_edge_betweenness,
                       .run = community::run_edge_betweenness},
    CommunityAlgorithm{
        .name = "spinglass",
        .definition = "modularity raised by annealing a Potts model of up to 25 spins a component",
        .citation = "Reichardt & Bornholdt 2006; signed: Traag & Bruggeman 2009",
        .limits = "up to 20,000 actors",
        .most_runs = 10,
        .directed = false,
        .signed_ties = true,
        .resolution = true,
        .parallel = true,
        .check_size = check_spinglass,
        .run = run_spinglass},
    CommunityAlgorithm{
        .name = "optimal",
        .definition = "the highest modularity there is, proven by a linear program and branch and bound",
        .citation = "Brandes et al. 2008; Miyauchi & Miyamoto 2013",
        .limits = "up to 150 actors in a component",
        .most_runs = 1,
        .directed = false,
        .signed_ties = false,
        .resolution = true,
        .parallel = true,
        .check_size = nullptr,
        .run = community::run_optimal},
};

}  // namespace

std::span<const CommunityAlgorithm> community_algorithms() { return algorithms; }

}  // namespace entente
