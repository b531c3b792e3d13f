// Vectors of doubles, one lane a source, for the kernels that run many sources at once. A file that includes
// this header says with ENTENTE_VECTOR_BYTES how wide the registers are (16, 32 or 64) and opens the region
// of the instructions that it may use:
//
//   #define ENTENTE_VECTOR_BYTES 32
//   ENTENTE_BEGIN_TARGET_AVX2 … #include "lanes.hpp" … ENTENTE_END_TARGET
//
// Everything here has internal linkage, so that no function compiled for one processor is taken for
// another's. Operators are members: gcc 12 compiles a friend that a class template defines without the
// region's instructions, and where it is not inlined (-O0) its callers pass registers that it looks for in
// memory. No fused multiply-add, no approximate reciprocal, and one fixed tree of sums: the lanes hold the
// same digits whatever the width.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#if ENTENTE_VECTOR_BYTES == 64
#include <immintrin.h>
#endif

namespace entente {

namespace {

constexpr int register_lanes = ENTENTE_VECTOR_BYTES / 8;

typedef double Register __attribute__((vector_size(ENTENTE_VECTOR_BYTES), may_alias));
typedef std::int64_t Bits __attribute__((vector_size(ENTENTE_VECTOR_BYTES), may_alias));

#if ENTENTE_VECTOR_BYTES == 64

inline Register add_some(Register sum, const double* from, unsigned mask) {
    return _mm512_mask_add_pd(sum, static_cast<__mmask8>(mask), sum, _mm512_load_pd(from));
}
inline void store_some(double* to, Register value, unsigned mask) {
    _mm512_mask_store_pd(to, static_cast<__mmask8>(mask), value);
}

typedef unsigned Difference;
inline void note_difference(Difference& all, const Register& a, const Register& b) {
    all |= _mm512_cmp_pd_mask(a, b, _CMP_NEQ_OQ);
}
inline bool any(Difference all) { return all != 0; }

#else

// Row m: all bits set in the lanes whose bit of m is set.
struct LaneMasks {
    alignas(ENTENTE_VECTOR_BYTES) std::int64_t row[1 << register_lanes][register_lanes];
    constexpr LaneMasks() : row() {
        for (int mask = 0; mask < (1 << register_lanes); ++mask) {
            for (int lane = 0; lane < register_lanes; ++lane)
                row[mask][lane] = (mask >> lane & 1) != 0 ? -1 : 0;
        }
    }
};
constexpr LaneMasks lane_masks;

inline Register load(const double* from) { return *reinterpret_cast<const Register*>(from); }
inline Bits lanes_of(unsigned mask) {
    return *reinterpret_cast<const Bits*>(lane_masks.row[mask & ((1U << register_lanes) - 1)]);
}
inline Register add_some(Register sum, const double* from, unsigned mask) {
    return sum + reinterpret_cast<Register>(reinterpret_cast<Bits>(load(from)) & lanes_of(mask));
}
inline void store_some(double* to, Register value, unsigned mask) {
    const Bits chosen = lanes_of(mask);
    *reinterpret_cast<Register*>(to) = reinterpret_cast<Register>(
        (reinterpret_cast<Bits>(value) & chosen) | (reinterpret_cast<Bits>(load(to)) & ~chosen));
}

typedef Bits Difference;
inline void note_difference(Difference& all, const Register& a, const Register& b) { all |= a != b; }
inline bool any(const Difference& all) {
    std::int64_t bits = 0;
    for (int lane = 0; lane < register_lanes; ++lane) bits |= all[lane];
    return bits != 0;
}

#endif

// Lane i and lane i + half, and so on down to one: a tree that no register width changes.
inline double sum_of(const Register& r) {
#if ENTENTE_VECTOR_BYTES == 64
    const Register by_four = r + __builtin_shufflevector(r, r, 4, 5, 6, 7, 0, 1, 2, 3);
    const Register by_two = by_four + __builtin_shufflevector(by_four, by_four, 2, 3, 0, 1, 6, 7, 4, 5);
    return by_two[0] + by_two[1];
#elif ENTENTE_VECTOR_BYTES == 32
    const Register by_two = r + __builtin_shufflevector(r, r, 2, 3, 0, 1);
    return by_two[0] + by_two[1];
#else
    return r[0] + r[1];
#endif
}

// K doubles, one of each source.
template <int K>
struct Lanes {
    static constexpr int registers = K / register_lanes;
    Register part[registers];

    static Lanes all(double value) {
        Lanes result;
        for (Register& r : result.part) r = value - Register{};
        return result;
    }
    static Lanes from(const double* memory) {
        Lanes result;
        for (int r = 0; r < registers; ++r)
            result.part[r] = *reinterpret_cast<const Register*>(memory + r * register_lanes);
        return result;
    }
    // Adds the lanes of memory whose bit of the mask is set.
    void add(const double* memory, unsigned mask) {
        for (int r = 0; r < registers; ++r)
            part[r] = add_some(part[r], memory + r * register_lanes, mask >> (r * register_lanes));
    }
    // Stores the lanes whose bit of the mask is set.
    void store(double* memory, unsigned mask) const {
        for (int r = 0; r < registers; ++r)
            store_some(memory + r * register_lanes, part[r], mask >> (r * register_lanes));
    }
    // Stores every lane; whether memory held something else.
    bool replace(double* memory) const {
        Difference difference{};
        for (int r = 0; r < registers; ++r) {
            Register& there = *reinterpret_cast<Register*>(memory + r * register_lanes);
            note_difference(difference, there, part[r]);
            there = part[r];
        }
        return any(difference);
    }
    // The same tree: registers first.
    double sum() const {
        Register sums[registers];
        for (int r = 0; r < registers; ++r) sums[r] = part[r];
        for (int half = registers / 2; half > 0; half /= 2) {
            for (int r = 0; r < half; ++r) sums[r] += sums[r + half];
        }
        return sum_of(sums[0]);
    }
    void raise_to(const Lanes& other) {
        for (int r = 0; r < registers; ++r) part[r] = other.part[r] > part[r] ? other.part[r] : part[r];
    }
    double largest() const {
        double result = part[0][0];
        for (const Register& r : part) {
            for (int lane = 0; lane < register_lanes; ++lane) result = r[lane] > result ? r[lane] : result;
        }
        return result;
    }
    Lanes operator+(const Lanes& other) const {
        Lanes result;
        for (int r = 0; r < registers; ++r) result.part[r] = part[r] + other.part[r];
        return result;
    }
    Lanes operator*(const Lanes& other) const {
        Lanes result;
        for (int r = 0; r < registers; ++r) result.part[r] = part[r] * other.part[r];
        return result;
    }
    Lanes operator/(const Lanes& other) const {
        Lanes result;
        for (int r = 0; r < registers; ++r) result.part[r] = part[r] / other.part[r];
        return result;
    }
};

}  // namespace

}  // namespace entente
