// The diagonal of the exponential of a large sparse matrix of signs, every entry between two bounds.
#pragma once

#include <vector>

#include "analysis/linear/quadrature/jacobi_matrix.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// Whether every entry has to be near itself, or only near enough for the sum of all.
enum class Goal { each, sum };

struct ExponentialOptions {
    double shift = 0;  // e^(A − shift) is taken, shift ≥ 0: keeps large numbers within the range of numbers
    double within =
        1e-11;  // half the gap of the bounds over the entry, or over the mean where the sum counts
    Goal goal = Goal::each;
};

// Every vertex's entry of e^(A − shift), A being the symmetric matrix of entries −1, 0 and 1 that the
// adjacency is (its strengths are signs, or none). Lanczos' method from each vertex (Golub & Meurant 2010,
// Benzi & Boito 2010), eight beside each other, within the vertex's component, until the bounds meet or 300
// steps are done: bounds further apart than asked for are all that is known. The same digits for any number
// of threads and on every processor. O(k m) a vertex, k some 15 where the largest eigenvalue is about 20.
// Throws Error(Fault::interrupted).
std::vector<Bounds> exponential_diagonal(const Adjacency& matrix, const ExponentialOptions& options,
                                         const Control& control);

// No eigenvalue of a symmetric matrix of entries −1, 0 and 1 is above max (|A| x)_v / x_v for any positive x
// (Collatz 1942); the bound tightens as x nears the eigenvector.
double bound_of_radius(const Adjacency& matrix);

}  // namespace entente
