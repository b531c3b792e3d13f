// The inner loop of the dense factorization, of each instruction set.
#pragma once

#include <cstddef>

namespace entente::balance {

// Four rows, beginning at the columns to be changed and, for `left`, at those of the panel of 64 columns.
struct FourRows {
    double* cells[4];
    const double* left[4];
};

// cells[r][j] -= the sum over k of left[r][k] across[k][j], for blocks × 8 columns; `across` holds 64 × 8
// numbers a block of columns.
using UpdateFunction = void (*)(const FourRows& rows, const double* across, std::size_t blocks);

UpdateFunction dense_update_baseline();
UpdateFunction dense_update_avx2();  // null where this build does not hold it

}  // namespace entente::balance
