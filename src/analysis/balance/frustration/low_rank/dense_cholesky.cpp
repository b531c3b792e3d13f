#include "analysis/balance/frustration/low_rank/dense_cholesky.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/balance/frustration/low_rank/dense_update.hpp"

namespace entente::balance {

namespace {

constexpr std::size_t panel = LowerTriangle::panel, columns_at_a_time = 256;  // whose part of a panel fits L2

using Square = std::array<std::array<double, panel>, panel>;

// The square on the diagonal at row `at`: its factor, also turned (turned[c][r] = factor of row r, column c).
bool factor_square(LowerTriangle& matrix, std::size_t at, Square& turned) {
    for (std::size_t c = 0; c < panel; ++c) {
        const double pivot = matrix.row(at + c)[at + c];
        if (!(pivot > 0) || !std::isfinite(pivot)) return false;
        const double root = std::sqrt(pivot);
        for (std::size_t r = c; r < panel; ++r) {
            double& cell = matrix.row(at + r)[at + c];
            cell = r == c ? root : cell / root;
            turned[c][r] = cell;
        }
        for (std::size_t r = c + 1; r < panel; ++r) {
            double* row = matrix.row(at + r) + at;
            for (std::size_t k = c + 1; k <= r; ++k) row[k] -= turned[c][r] * turned[c][k];
        }
    }
    return true;
}

// The factor's row below the square, from the cells of its columns.
void solve_row(double* cells, const Square& turned) {
    for (std::size_t c = 0; c < panel; ++c) {
        cells[c] /= turned[c][c];
        for (std::size_t k = c + 1; k < panel; ++k) cells[k] -= cells[c] * turned[c][k];
    }
}

// The panel's columns as the update reads them: blocks of eight rows, turned.
void turn(LowerTriangle& matrix, std::size_t at, std::vector<double>& across) {
    across.resize((matrix.rows() - at - panel) * panel);
    for (std::size_t i = at + panel; i < matrix.rows(); ++i) {
        const double* from = matrix.row(i) + at;
        double* to = across.data() + (i - at - panel) / 8 * 8 * panel + i % 8;
        for (std::size_t k = 0; k < panel; ++k) to[8 * k] = from[k];
    }
}

void update(LowerTriangle& matrix, std::size_t at, const std::vector<double>& across, UpdateFunction run) {
    const std::size_t first = at + panel;
    for (std::size_t j = first; j < matrix.rows(); j += columns_at_a_time) {
        for (std::size_t i = j; i < matrix.rows(); i += 4) {
            FourRows rows{};
            for (std::size_t r = 0; r < 4; ++r) {
                rows.cells[r] = matrix.row(i + r) + j;
                rows.left[r] = matrix.row(i + r) + at;
            }
            const std::size_t last = std::min(i / 8 * 8 + 8, j + columns_at_a_time);
            run(rows, across.data() + (j - first) * panel, (last - j) / 8);
        }
    }
}

}  // namespace

LowerTriangle::LowerTriangle(std::size_t size)
    : rows_((size + panel - 1) / panel * panel), cells_(start(rows_), 0.0) {
    for (std::size_t i = size; i < rows_; ++i) row(i)[i] = 1;
}

std::optional<bool> cholesky(LowerTriangle& matrix, Budget& budget, InstructionSet instructions) {
    UpdateFunction run = instructions == InstructionSet::baseline ? nullptr : dense_update_avx2();
    if (run == nullptr) run = dense_update_baseline();
    Square turned{};
    std::vector<double> across;
    const std::size_t panels = std::max<std::size_t>(1, matrix.rows() / panel);
    for (std::size_t at = 0; at < matrix.rows(); at += panel) {
        if (budget.spent()) return std::nullopt;
        budget.spend(steps_of_cholesky(matrix.rows()) / panels);
        if (!factor_square(matrix, at, turned)) return false;
        for (std::size_t i = at + panel; i < matrix.rows(); ++i) solve_row(matrix.row(i) + at, turned);
        turn(matrix, at, across);
        update(matrix, at, across, run);
    }
    return true;
}

}  // namespace entente::balance
