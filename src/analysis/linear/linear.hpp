// Sparse rows times a vector, and sums over vectors, in parallel and with the same bits for any number of
// threads: the work is cut into blocks that depend on the data alone, and what blocks add up to is added in
// their order.
#pragma once

#include <span>
#include <vector>

#include "base/control.hpp"
#include "base/parallel.hpp"
#include "graph/graph.hpp"

namespace entente {

// The rows of an adjacency, in blocks of about equal work.
class RowBlocks {
public:
    explicit RowBlocks(const Adjacency& rows);

    std::size_t size() const { return bounds_.size() - 1; }
    Vertex begin(std::size_t block) const { return bounds_[block]; }
    Vertex end(std::size_t block) const { return bounds_[block + 1]; }

private:
    std::vector<Vertex> bounds_;
};

// The control without its progress: an iteration is no share of a known whole.
Control without_progress(const Control& control);

// Σ over the row's arcs of strength × x[target].
inline double row_times(const Adjacency& rows, Vertex row, std::span<const double> x) {
    double sum = 0;
    const std::size_t last = rows.end(row);
    if (rows.strengths.empty()) {
        for (std::size_t arc = rows.begin(row); arc < last; ++arc) sum += x[rows.targets[arc]];
    } else {
        for (std::size_t arc = rows.begin(row); arc < last; ++arc)
            sum += rows.strengths[arc] * x[rows.targets[arc]];
    }
    return sum;
}

// result[row] = row_times(rows, row, x) for every row.
void multiply(const Adjacency& rows, const RowBlocks& blocks, std::span<const double> x,
              std::span<double> result, const Control& control);

double dot(std::span<const double> x, std::span<const double> y);
double norm(std::span<const double> x);

}  // namespace entente
