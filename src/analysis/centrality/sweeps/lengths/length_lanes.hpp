// Lengths of paths, one lane a source; included like lanes.hpp, on which it builds.
#pragma once

#include "analysis/centrality/sweeps/lanes.hpp"

namespace entente {

namespace {

typedef float NarrowRegister __attribute__((vector_size(ENTENTE_VECTOR_BYTES), may_alias));

// A bit for each lane where a <= b, or a < b.
#if ENTENTE_VECTOR_BYTES == 64
inline unsigned at_most(const Register& a, const Register& b) { return _mm512_cmp_pd_mask(a, b, _CMP_LE_OQ); }
inline unsigned at_most(const NarrowRegister& a, const NarrowRegister& b) {
    return _mm512_cmp_ps_mask(a, b, _CMP_LE_OQ);
}
inline unsigned below(const Register& a, const Register& b) { return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ); }
inline unsigned below(const NarrowRegister& a, const NarrowRegister& b) {
    return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ);
}
#else
#if ENTENTE_VECTOR_BYTES == 32
inline unsigned bits_of(const Bits& lanes) {
    return static_cast<unsigned>(__builtin_ia32_movmskpd256(reinterpret_cast<Register>(lanes)));
}
template <class Lanes32>
inline unsigned bits_of(const Lanes32& lanes) {
    return static_cast<unsigned>(__builtin_ia32_movmskps256(reinterpret_cast<NarrowRegister>(lanes)));
}
#elif defined(__SSE2__)
inline unsigned bits_of(const Bits& lanes) {
    return static_cast<unsigned>(__builtin_ia32_movmskpd(reinterpret_cast<Register>(lanes)));
}
template <class Lanes32>
inline unsigned bits_of(const Lanes32& lanes) {
    return static_cast<unsigned>(__builtin_ia32_movmskps(reinterpret_cast<NarrowRegister>(lanes)));
}
#else
template <class Integers>
inline unsigned bits_of(const Integers& lanes) {
    unsigned bits = 0;
    for (unsigned i = 0; i < sizeof(lanes) / sizeof(lanes[0]); ++i) bits |= lanes[i] != 0 ? 1U << i : 0U;
    return bits;
}
#endif
template <class AnyRegister>
inline unsigned at_most(const AnyRegister& a, const AnyRegister& b) {
    return bits_of(a <= b);
}
template <class AnyRegister>
inline unsigned below(const AnyRegister& a, const AnyRegister& b) {
    return bits_of(a < b);
}
#endif

template <class Length>
struct RegisterOf;
template <>
struct RegisterOf<float> {
    using type = NarrowRegister;
};
template <>
struct RegisterOf<double> {
    using type = Register;
};

template <int K, class Length>
struct LengthLanes {
    using Type = typename RegisterOf<Length>::type;
    static constexpr int lanes = ENTENTE_VECTOR_BYTES / sizeof(Length), registers = K / lanes;
    static constexpr Length infinite = __builtin_inff();
    Type part[registers];

    static LengthLanes all(Length value) {
        LengthLanes result;
        for (Type& r : result.part) r = value - Type{};
        return result;
    }
    static LengthLanes from(const Length* memory) {
        LengthLanes result;
        for (int r = 0; r < registers; ++r)
            result.part[r] = *reinterpret_cast<const Type*>(memory + r * lanes);
        return result;
    }
    void store(Length* memory) const {
        for (int r = 0; r < registers; ++r) *reinterpret_cast<Type*>(memory + r * lanes) = part[r];
    }
    // Puts the smaller of the two into memory; whether any lane of it fell.
    bool lower(Length* memory) const {
        unsigned fell = 0;
        for (int r = 0; r < registers; ++r) {
            Type& there = *reinterpret_cast<Type*>(memory + r * lanes);
            fell |= entente::below(part[r], there);
            there = part[r] < there ? part[r] : there;
        }
        return fell != 0;
    }
    unsigned at_most(const LengthLanes& other) const {
        unsigned bits = 0;
        for (int r = 0; r < registers; ++r) bits |= entente::at_most(part[r], other.part[r]) << (r * lanes);
        return bits;
    }
    unsigned below(const LengthLanes& other) const {
        unsigned bits = 0;
        for (int r = 0; r < registers; ++r) bits |= entente::below(part[r], other.part[r]) << (r * lanes);
        return bits;
    }
    // Unreached lanes count as 0.
    Length sum_of_finite() const {
        Type sum{};
        for (const Type& r : part) sum += r < infinite - Type{} ? r : Type{};
        Length total = 0;
        for (int lane = 0; lane < lanes; ++lane) total += sum[lane];
        return total;
    }
    LengthLanes operator+(Length b) const {
        LengthLanes result = *this;
        for (Type& r : result.part) r += b;
        return result;
    }
    LengthLanes operator*(Length b) const {
        LengthLanes result = *this;
        for (Type& r : result.part) r *= b;
        return result;
    }
};

}  // namespace

}  // namespace entente
