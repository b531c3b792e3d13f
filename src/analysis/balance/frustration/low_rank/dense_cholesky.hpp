// Whether a large dense symmetric matrix is positive definite, by Cholesky's factor in doubles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"
#include "base/instruction_set.hpp"

namespace entente::balance {

// The lower triangle, row after row; rows are as long as whole groups of eight need, and as many as whole
// panels need: those beyond `size` are rows of the identity.
class LowerTriangle {
public:
    static constexpr std::size_t panel = 64;

    explicit LowerTriangle(std::size_t size);

    std::size_t rows() const { return rows_; }
    double* row(std::size_t i) { return cells_.data() + start(i); }

private:
    static std::size_t start(std::size_t i) {
        const std::size_t group = i / 8;
        return 32 * group * (group + 1) + i % 8 * 8 * (group + 1);
    }
    std::size_t rows_;
    std::vector<double> cells_;
};

// Replaces the matrix by its factor; false, with the factor unfinished, where a pivot is not above 0, and
// nothing where the budget ends first. Each cell's products are taken away one by one in the order of the
// columns: the same digits with any instructions.
std::optional<bool> cholesky(LowerTriangle& matrix, Budget& budget,
                             InstructionSet instructions = best_instruction_set());

// What that takes, in the steps of a budget.
constexpr std::uint64_t steps_of_cholesky(std::uint64_t size) { return size * size * size / 300; }

}  // namespace entente::balance
