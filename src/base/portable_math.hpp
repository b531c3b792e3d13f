// exp(x) that is the same on every processor.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace entente::community {

// By additions and multiplications only: the C library's exp differs in its last bit between processors, and
// a random choice that hangs on it would give another division there. For x ≤ 0; relative error below 1e-13;
// 0 below exp(−50), which no draw would notice.
inline double portable_exp(double x) {
    if (!(x > -50)) return 0;
    constexpr std::array inverse_factorials{1.0,
                                            1.0,
                                            1.0 / 2,
                                            1.0 / 6,
                                            1.0 / 24,
                                            1.0 / 120,
                                            1.0 / 720,
                                            1.0 / 5040,
                                            1.0 / 40320,
                                            1.0 / 362880,
                                            1.0 / 3628800,
                                            1.0 / 39916800,
                                            1.0 / 479001600,
                                            1.0 / 6227020800};
    const auto halvings = static_cast<int>(0.5 - x * 1.4426950408889634);
    const double rest = x + halvings * 0.6931471805599453;  // within ±0.35
    double sum = 0;
    for (std::size_t i = inverse_factorials.size(); i-- > 0;) sum = sum * rest + inverse_factorials[i];
    constexpr std::uint64_t exponent_of_one = 1023;
    return sum * std::bit_cast<double>((exponent_of_one - static_cast<std::uint64_t>(halvings))
                                       << 52);  // 2 to the power −halvings
}

}  // namespace entente::community
