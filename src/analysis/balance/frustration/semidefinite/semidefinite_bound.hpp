// Lower bounds of dense frustration problems, where cycles say too little: the semidefinite relaxation with
// triangle inequalities (Goemans & Williamson 1995; Helmberg & Rendl 1998), its dual made smooth and
// minimized by a quasi-Newton method (Krislock, Malick & Roupin 2014).
//
// A bound is never what the floating-point solver says: the dual values are rounded to whole numbers, and
// that they are feasible is shown by a Cholesky factor in whole numbers whose error is computed exactly.
#pragma once

#include <array>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

// Sides x of 1 or -1 for which the sum over u < v of (|w_uv| - w_uv x_u x_v)/2 is least.
struct DenseProblem {
    std::size_t vertices = 0;
    std::vector<Cost> weights;  // vertices x vertices, symmetric, 0 on the diagonal
    Cost weight(std::size_t u, std::size_t v) const { return weights[u * vertices + v]; }
};

// s1 x_i x_j + s2 x_i x_k + s3 x_j x_k >= -1 for signs of product 1.
struct TriangleCut {
    std::array<std::uint32_t, 3> vertex;
    std::array<std::int8_t, 3> sign;  // of ij, ik, jk
    bool operator==(const TriangleCut&) const = default;
};

// Where to begin, and what a problem that differs little from this one begins with.
struct DualPoint {
    std::vector<double> diagonal;
    std::vector<TriangleCut> cuts;
    std::vector<double> prices;  // of the cuts, at least 0
};

struct SemidefiniteBound {
    Cost lower = 0;  // proven
    DualPoint dual;
    std::vector<double> products;  // near what x_u x_v may be, vertices x vertices
};

// Ends when the bound reaches `wanted`, when it no longer seems to or when the budget is spent. `unit` is the
// size of a weight. Not for weights whose sum is beyond most_total.
inline constexpr Cost most_total = Cost{1} << 58;
SemidefiniteBound semidefinite_bound(const DenseProblem& problem, double unit, DualPoint start, Cost wanted,
                                     Budget& budget);

}  // namespace entente::balance
