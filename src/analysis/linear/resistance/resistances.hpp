// Effective resistances from each actor to all others of a large network, every sum between two bounds.
#pragma once

#include <vector>

#include "analysis/linear/quadrature/jacobi_matrix.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// For every vertex of a connected network Σ of the effective resistances to the others, strengths above 0 (or
// none: each 1) being conductances. Eight actors at a time: those of few ties are taken out (star_mesh), the
// potentials of the rest come from conjugate gradients preconditioned by the diagonal (Hestenes & Stiefel
// 1952), and whatever they are, no flow needs less energy than they prove (Dirichlet's principle) nor more
// than their currents do after what they leave over is sent along a spanning tree (Thomson's). Goes on until
// the bounds of energy are 1e-9 of it apart, or for 1,000 steps; where that leaves any more than 1e-6 apart,
// all upper bounds are infinite, for every sum needs all energies. The same digits for any number of threads
// and on every processor. Throws Error(Fault::interrupted).
std::vector<Bounds> sums_of_resistances(const Adjacency& ties, const Control& control);

}  // namespace entente
