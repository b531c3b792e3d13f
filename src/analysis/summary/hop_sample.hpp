// Distances of a large network from some of its actors.
#pragma once

#include <cstdint>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

struct HopSample {
    std::size_t sources = 0;    // drawn without replacement
    std::uint32_t longest = 0;  // hops from any of them: the diameter is at least as much
    double mean = 0;            // over the pairs of a source and an actor that it reaches
    double standard_error = 0;  // of the mean, as a ratio of two sums over the sources (Cochran 1977, ch. 6)
};

// Every distance in hops, along outgoing arcs, from so many vertices drawn at random; all of them where there
// are no more. The same for any number of threads. Throws Error(Fault::interrupted).
HopSample sample_hops(const Graph& graph, std::size_t sources, std::uint64_t seed, const Control& control);

}  // namespace entente
