// How far everyone is from everyone.
#pragma once

#include <cstdint>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// Sums over the other vertices that each vertex reaches along outgoing paths. Distances are hops, or sums of
// 1/strength in a weighted graph (ties of strength 0 take no part); eccentricity is always in hops.
struct Distances {
    std::vector<std::uint32_t> reached;       // how many others
    std::vector<double> total;                // sum of the distances to them
    std::vector<double> harmonic;             // sum of 1/distance (Marchiori & Latora 2000)
    std::vector<std::uint32_t> eccentricity;  // hops to the farthest of them; 0 when there is none
};

// Breadth-first from many vertices at once, or by lowering lengths from sixteen at once where
// costs differ. The same digits for
// any number of threads and on any processor. Throws Error(Fault::interrupted).
Distances distances(const Graph& graph, const Control& control = {});

// Over all ordered pairs of which the first reaches the second; unordered pairs come to the same when
// undirected.
struct HopStatistics {
    std::uint64_t pairs = 0;     // ordered pairs that reach
    std::uint32_t diameter = 0;  // the longest of their distances
    double mean = 0;             // nan without such a pair
};

// Of the distances of a graph without weights.
HopStatistics hop_statistics(const Distances& hops);

// Closeness of Wasserman & Faust (1994), (r/(n − 1)) · (r/Σd); 0 for vertices that reach none.
std::vector<double> closeness(const Distances& distances);

}  // namespace entente
