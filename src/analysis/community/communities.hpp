// Finding communities: which algorithms there are, and the best of many seeded runs of one of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/partition.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

namespace community {
struct Task;
struct RunResult;
}  // namespace community

// A row of the table of algorithms: help, `entente list algorithms` and the dispatch follow from it.
struct CommunityAlgorithm {
    std::string_view name, definition, citation, limits;
    unsigned most_runs;  // by default at most so many runs, which differ by their random numbers; 1: there is
                         // nothing random
    bool directed;       // uses the direction of ties; else they are symmetrized
    bool signed_ties;    // distinguishes hostile ties under --ties all
    bool resolution;  // optimizes at the asked resolution (for the rest it only enters the modularity that is
                      // reported)
    bool parallel;    // runs can share the cores
    void (*check_size)(std::size_t actors,
                       std::size_t ties);  // throws Error(Fault::usage) where it would never end; may be null
    community::RunResult (*run)(const community::Task& task, std::uint64_t run);
};

std::span<const CommunityAlgorithm> community_algorithms();

struct CommunityOptions {
    std::string algorithm = "leiden";
    unsigned runs = 0;  // 0: default_community_runs
    double resolution = 1;
    std::uint64_t seed = 1;
};

// 100 up to 1,000 actors, 20 up to 10,000, 4 up to 100,000, 2 beyond, but never more than the algorithm's
// most_runs.
unsigned default_community_runs(const CommunityAlgorithm& algorithm, std::size_t actors);

// The best of the runs by modularity (Infomap: by code length), the first of equal ones. `graph` is the view
// of the network that the selection asks for. Actors without ties are each a community of their own.
// Directions are ignored but by Infomap: strengths of both ways are added, unweighted a pair tied one way or
// both ways counts 1. Under SignFilter::all with hostile
// ties present, algorithms with signed_ties optimize the signed modularity (Gómez, Jensen & Arenas 2009: each
// sign against a null term of its own; unsigned ties count as friendly), the others take hostile ties for
// ties like any; the result's remarks say so. The same for any number of threads. Throws Error(Fault::usage)
// for an unknown algorithm, a resolution that is not above 0, or a network too large for the algorithm.
Partition find_communities(const Network& network, const TieSelection& selection, const Graph& graph,
                           const CommunityOptions& options, const Control& control);

}  // namespace entente
