// Included by the files of the instruction sets; everything has internal linkage (see
// centrality/sweeps/lanes.hpp). No fused multiply-add: the same digits whatever the width.

namespace entente::balance {

namespace {

typedef double Four __attribute__((vector_size(32), may_alias, aligned(8)));

inline Four load(const double* from) { return *reinterpret_cast<const Four*>(from); }
inline void store(double* to, Four value) { *reinterpret_cast<Four*>(to) = value; }

// The sums have names, not places in an array, so that they stay in registers.
void update_four_rows(const FourRows& rows, const double* across, std::size_t blocks) {
    const double *const l0 = rows.left[0], *const l1 = rows.left[1], *const l2 = rows.left[2],
                        *const l3 = rows.left[3];
    for (std::size_t block = 0; block < blocks; ++block, across += 64 * 8) {
        double *const r0 = rows.cells[0] + 8 * block, *const r1 = rows.cells[1] + 8 * block,
                      *const r2 = rows.cells[2] + 8 * block, *const r3 = rows.cells[3] + 8 * block;
        Four a0 = load(r0), a1 = load(r1), a2 = load(r2), a3 = load(r3);
        Four b0 = load(r0 + 4), b1 = load(r1 + 4), b2 = load(r2 + 4), b3 = load(r3 + 4);
        for (std::size_t k = 0; k < 64; ++k) {
            const Four a = load(across + 8 * k), b = load(across + 8 * k + 4);
            a0 -= a * l0[k];
            b0 -= b * l0[k];
            a1 -= a * l1[k];
            b1 -= b * l1[k];
            a2 -= a * l2[k];
            b2 -= b * l2[k];
            a3 -= a * l3[k];
            b3 -= b * l3[k];
        }
        store(r0, a0);
        store(r1, a1);
        store(r2, a2);
        store(r3, a3);
        store(r0 + 4, b0);
        store(r1 + 4, b1);
        store(r2 + 4, b2);
        store(r3 + 4, b3);
    }
}

}  // namespace

}  // namespace entente::balance
