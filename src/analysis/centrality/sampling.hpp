// Path measures by sampling, for networks on which exact ones take too long. What is stated holds for all
// vertices at once.
#pragma once

#include <cstdint>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

struct SamplingOptions {
    double error = 0.01;       // the largest that is to be, 0 < error < 1
    double probability = 0.9;  // with which no vertex exceeds it
    std::uint64_t seed = 1;
};

// Throws Error(Fault::usage) for what no sample can keep: an error or a probability that is not between 0
// and 1.
void check_sampling(const SamplingOptions& options);

struct SampledBetweenness {
    std::vector<double> values;  // on the scale of betweenness()
    std::size_t samples = 0;  // shortest paths drawn; 0: as many as it takes would have been slower than the
                              // exact values, which these are
};

// Betweenness from shortest paths drawn at random between random pairs (Riondato & Kornaropoulos 2016). With
// the probability asked for, no normalized value (by (n − 1)(n − 2), halved when undirected) is off by more
// than the error. The same digits for any number of threads. Throws Error(Fault::usage) for an error or
// probability outside 0 … 1.
SampledBetweenness sampled_betweenness(const Graph& graph, const SamplingOptions& options,
                                       const Control& control = {});

struct SampledDistances {
    std::vector<std::uint32_t> reached;       // exact
    std::vector<double> total;                // estimated, on the scale of Distances
    std::vector<double> harmonic;             // estimated
    std::vector<std::uint32_t> eccentricity;  // exact, or empty when the rest is estimated
    std::size_t samples = 0;  // targets drawn in the largest component; 0: all, the values are exact
};

// Sums of distances from the distances to targets drawn at random (Eppstein & Wang 2004), of undirected
// graphs; directed ones are computed exactly. With the probability asked for, no vertex's mean distance to
// those it reaches is off by more than the error times the longest distance in its component, and no mean of
// 1/distance by more than the error times the largest. Components no larger than the sample are exact. Throws
// as sampled_betweenness.
SampledDistances sampled_distances(const Graph& graph, const SamplingOptions& options,
                                   const Control& control = {});

}  // namespace entente
