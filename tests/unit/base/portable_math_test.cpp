#include "base/portable_math.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace entente;

TEST_CASE("The portable exponential and logarithm agree with the C library's") {
    for (double x = -40; x <= 0; x += 0.37) CHECK(portable_exp(x) == Approx(std::exp(x)).epsilon(1e-12));
    CHECK(portable_exp(0) == 1);
    CHECK(portable_exp(-60) == 0);
    for (double x = 1e-9; x < 1e9; x *= 1.7) CHECK(portable_log(x) == Approx(std::log(x)).margin(1e-12));
    CHECK(portable_log(1) == Approx(0).margin(1e-15));
}
