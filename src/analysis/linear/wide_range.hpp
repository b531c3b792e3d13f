// Eigenvectors of small directed networks whose strengths differ by many orders of magnitude, where methods
// that look at the whole vector lose the digits of what is small, and may even take the wrong cycle for the
// strongest.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

inline constexpr std::size_t most_wide_rows = 300;

struct WideEigenvector {
    double value = 0;
    std::vector<double> vector;  // largest entry 1
    // Whether value and entries would be the same to 6 digits if every strength were rounded otherwise.
    bool certain = false;
};

// Whether the strengths above 0 differ by more than a factor of a million; is_wide: and the matrix is small
// enough (most_wide_rows) for wide_eigenvector.
bool strengths_range_widely(const Adjacency& matrix);
bool is_wide(const Adjacency& matrix);

// The largest eigenvalue of `part`, rows of the matrix within which everyone reaches everyone, and x_v = Σ
// strength · x_target / value over all rows, of which those outside of the part have no eigenvalue as large
// and lead to none of the part. Strengths are balanced by the potentials of the strongest cycle (Cuninghame-
// Green 1979, Karp 1978), then Noda's iteration (1971) closes in on the value between Collatz's bounds, in
// extended precision; done twice, with strengths rounded differently.
WideEigenvector wide_eigenvector(const Adjacency& matrix, const std::vector<Vertex>& part);

}  // namespace entente
