#include <catch2/catch.hpp>

#include "analysis/linear/krylov.hpp"

using namespace entente;

// A stand-in for what rounding can do: the first round sees a strong pair that does not settle, later ones
// see a weak value that fits exactly. No vector's value is above the largest eigenvalue (Rayleigh), so the
// weak one cannot be it.
TEST_CASE("of two vectors the one of larger value is kept, however well the other fits") {
    int calls = 0;
    const LinearOperator apply = [&calls](std::span<const double> x, std::span<double> result) {
        const bool first_round = ++calls <= 3;
        result[0] = first_round ? 2 * x[0] + x[1] : x[0];
        result[1] = first_round ? 1.5 * x[1] : x[1];
    };
    const EigenPair pair = dominant_symmetric_eigenpair(apply, {1, 1}, {});
    CHECK(pair.value > 1.5);
    CHECK_FALSE(pair.converged);
}

TEST_CASE("of two vectors of one value the one that fits better is kept") {
    const LinearOperator apply = [](std::span<const double> x, std::span<double> result) {
        result[0] = 2 * x[0] + x[1];
        result[1] = x[0] + 2 * x[1];
    };
    const EigenPair pair = dominant_symmetric_eigenpair(apply, {1, 0.25}, {});
    CHECK(pair.value == Approx(3));
    CHECK(pair.vector[0] == Approx(1));
    CHECK(pair.vector[1] == Approx(1));
    CHECK(pair.converged);
}
