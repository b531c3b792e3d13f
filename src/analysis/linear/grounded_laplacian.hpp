// Potentials in a network of resistors.
#pragma once

#include <span>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// The inverse of a connected network's Laplacian with the last vertex at potential 0: row v holds the
// potentials when a unit of current enters at v and leaves at the last vertex; strengths are conductances.
// Dense: 16 n² bytes on the way, O(n³) time. The same digits for any number of threads. Throws
// Error(Fault::interrupted).
class Potentials {
public:
    Potentials(const Adjacency& ties, const Control& control);

    std::size_t size() const { return size_; }
    std::span<const double> row(std::size_t v) const { return std::span(cells_).subspan(v * size_, size_); }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

}  // namespace entente
