// The dominant eigenvalue of a network that need not be connected, and who shares in it.
#pragma once

#include <string>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// The rows of `matrix` named by `rows`, in that order, with the columns renumbered by `column` (those it
// calls `no_column` are left out), and without entries of 0.
inline constexpr Vertex no_column = static_cast<Vertex>(-1);
Adjacency submatrix(const Adjacency& matrix, const std::vector<Vertex>& rows,
                    const std::vector<Vertex>& column);

// The vertices by their degree, largest first (64 and more alike, the rest in their order): loops over rows
// of equal length follow one another, and the processor foretells where they end.
std::vector<Vertex> by_degree(const Adjacency& adjacency, const std::vector<Vertex>& vertices);

// Parts of the network within which everyone reaches everyone along ties of positive strength and that share
// the largest eigenvalue (to 10 digits).
struct DominantParts {
    double value = 0;                        // 0 where no tie lies on a cycle
    std::vector<std::vector<Vertex>> parts;  // each ascending
    std::vector<std::vector<double>>
        vectors;  // of each part alone, x_v = Σ over arcs u → v within the part of w x_u / λ; largest entry 1
    double residual = 0;  // the worst of them
    // Whether value and vectors fit each other row by row. Where strengths of a directed graph differ by tens
    // of orders of magnitude, rounding alone may decide the value although its residual is small.
    bool fits = true;
};

// "left empty: …" for the remark of a column whose eigenvalue does not fit.
std::string unfit_remark();

DominantParts dominant_parts(const Graph& graph, const Control& control);

// For bringing numbers into range without rounding them: value / power_of_two_near(value) is between 1/2
// and 1.
double power_of_two_near(double value);

// "eigenvalue 4.41; not converged: …" for the remark of a column.
std::string convergence_remark(double residual);

}  // namespace entente
