#include "analysis/linear/linear.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

RowBlocks::RowBlocks(const Adjacency& rows) : bounds_{0} {
    constexpr std::uint64_t work_of_a_block = 1 << 17;  // what starting a thread is worth
    const auto n = static_cast<Vertex>(rows.offsets.size() - 1);
    std::uint64_t work = 0;
    for (Vertex row = 0; row < n; ++row) {
        work += 1 + rows.degree(row);
        if (work < work_of_a_block || row + 1 == n) continue;
        bounds_.push_back(row + 1);
        work = 0;
    }
    bounds_.push_back(n);
}

Control without_progress(const Control& control) {
    Control quiet = control;
    quiet.progress = nullptr;
    return quiet;
}

void multiply(const Adjacency& rows, const RowBlocks& blocks, std::span<const double> x,
              std::span<double> result, const Control& control) {
    parallel_blocks(blocks.size(), control, [&](std::size_t block, unsigned) {
        for (Vertex row = blocks.begin(block); row < blocks.end(block); ++row)
            result[row] = row_times(rows, row, x);
    });
}

double dot(std::span<const double> x, std::span<const double> y) {
    // Eight running sums: the processor adds them side by side, and the order stays the same everywhere.
    double sums[8]{};
    std::size_t i = 0;
    for (; i + 8 <= x.size(); i += 8) {
        for (std::size_t k = 0; k < 8; ++k) sums[k] += x[i + k] * y[i + k];
    }
    for (std::size_t k = 0; i < x.size(); ++i, ++k) sums[k] += x[i] * y[i];
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

double norm(std::span<const double> x) { return std::sqrt(dot(x, x)); }

}  // namespace entente
