#include "analysis/linear/grounded_laplacian.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/linear/linear.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

// The lower triangle of a symmetric matrix, row by row in one block of memory.
class Triangle {
public:
    explicit Triangle(std::size_t size) : cells_(size * (size + 1) / 2, 0) {}
    double* row(std::size_t i) { return cells_.data() + i * (i + 1) / 2; }
    const double* row(std::size_t i) const { return cells_.data() + i * (i + 1) / 2; }

private:
    std::vector<double> cells_;
};

Triangle laplacian_without_last(const Adjacency& ties) {
    const std::size_t size = ties.offsets.size() - 2;
    Triangle laplacian(size);
    for (Vertex v = 0; v < size; ++v) {
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            laplacian.row(v)[v] += ties.strength(arc);
            if (ties.targets[arc] < v) laplacian.row(v)[ties.targets[arc]] = -ties.strength(arc);
        }
    }
    return laplacian;
}

// Replaces the matrix by its factor L, matrix = L Lᵀ (Cholesky), in blocks of columns, so that a block's rows
// are still at hand when they are used: first the rows of the block itself, then, in parallel, all rows
// below.
void factorise(Triangle& matrix, std::size_t size, const Control& control) {
    constexpr std::size_t columns = 64, rows = 32;
    const auto finish = [&](std::size_t i, std::size_t from, std::size_t to) {
        double* mine = matrix.row(i);
        for (std::size_t j = from; j < std::min(to, i + 1); ++j) {
            const double* other = matrix.row(j);
            const double rest = mine[j] - dot({mine, j}, {other, j});
            mine[j] = i == j ? std::sqrt(rest) : rest / other[j];
        }
    };
    for (std::size_t from = 0; from < size; from += columns) {
        const std::size_t to = std::min(size, from + columns);
        for (std::size_t i = from; i < to; ++i) finish(i, from, to);
        parallel_blocks((size - to + rows - 1) / rows, control, [&](std::size_t block, unsigned) {
            for (std::size_t i = to + block * rows; i < std::min(size, to + (block + 1) * rows); ++i)
                finish(i, from, to);
        });
    }
}

constexpr std::size_t lanes = 16;
using Lanes = std::array<double, lanes>;

// Columns first … first + 15 of the inverse of L Lᵀ, from row `first` on: the rest is known by symmetry.
void solve_unit_columns(const Triangle& factor, std::size_t size, std::size_t first, std::vector<Lanes>& x) {
    std::fill(x.begin() + static_cast<std::ptrdiff_t>(first), x.end(), Lanes{});
    for (std::size_t k = 0; k < lanes && first + k < size; ++k) x[first + k][k] = 1;
    for (std::size_t i = first; i < size; ++i) {
        const double* row = factor.row(i);
        Lanes sum = x[i];
        for (std::size_t j = first; j < i; ++j) {
            const double factor_ij = row[j];
            if (factor_ij == 0) continue;
            for (std::size_t k = 0; k < lanes; ++k) sum[k] -= factor_ij * x[j][k];
        }
        for (std::size_t k = 0; k < lanes; ++k) x[i][k] = sum[k] / row[i];
    }
    for (std::size_t i = size; i-- > first;) {
        const double* row = factor.row(i);
        Lanes entry = x[i];
        for (std::size_t k = 0; k < lanes; ++k) entry[k] /= row[i];
        x[i] = entry;
        for (std::size_t j = first; j < i; ++j) {
            const double factor_ij = row[j];
            if (factor_ij == 0) continue;
            for (std::size_t k = 0; k < lanes; ++k) x[j][k] -= factor_ij * entry[k];
        }
    }
}

}  // namespace

Potentials::Potentials(const Adjacency& ties, const Control& control)
    : size_(ties.offsets.size() - 1), cells_(size_ * size_, 0) {
    const std::size_t inner = size_ - 1;
    Triangle factor = laplacian_without_last(ties);
    factorise(factor, inner, control);
    std::vector<std::vector<Lanes>> scratch(std::max(1U, control.threads));
    parallel_blocks((inner + lanes - 1) / lanes, control, [&](std::size_t block, unsigned worker) {
        std::vector<Lanes>& x = scratch[worker];
        x.resize(inner);
        solve_unit_columns(factor, inner, block * lanes, x);
        for (std::size_t k = 0; k < lanes && block * lanes + k < inner; ++k) {
            const std::size_t column = block * lanes + k;
            for (std::size_t i = column; i < inner; ++i)
                cells_[column * size_ + i] = cells_[i * size_ + column] = x[i][k];
        }
    });
}

}  // namespace entente
