// exp and log that are the same on every processor: by additions, multiplications and divisions only. The C
// library's differ in the last bit between processors, and a choice that depends on that bit would give
// another result there.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace entente {

// e^x for x ≤ 0; relative error below 1e-13; 0 below exp(−50), which no random draw would notice.
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

// The natural logarithm of a finite x > 0; absolute error below 1e-13. With x = 2^e·m and ½ ≤ m < 1 it is
// e·ln 2 + 2·artanh((m − 1)/(m + 1)), whose series has 16 terms here.
inline double portable_log(double x) {
    int exponent = 0;
    const double mantissa = std::frexp(x, &exponent), z = (mantissa - 1) / (mantissa + 1), square = z * z;
    double power = z, sum = 0;
    for (int k = 1; k < 32; k += 2) {
        sum += power / k;
        power *= square;
    }
    return 2 * sum + exponent * 0.6931471805599453;
}

}  // namespace entente
