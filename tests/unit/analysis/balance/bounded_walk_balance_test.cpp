// Walk balance of networks too large for all of their eigenvalues, against those eigenvalues and closed
// forms.
#include "analysis/balance/bounded_walk_balance.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "analysis/balance/balance.hpp"
#include "analysis/balance/walk_balance.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

TEST_CASE("Walk balance by quadrature is that of all eigenvalues, within the error it states") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const auto n = static_cast<std::uint32_t>(3 + random.below(120));
        const double density = seed % 3 == 0 ? 0.4 : (seed % 3 == 1 ? 1.5 : 6) / n;
        balance::FrustrationProblem problem{n + 2, {}};  // two have no tie at all
        for (std::uint32_t u = 0; u < n; ++u) {
            for (std::uint32_t v = u + 1; v < n; ++v) {
                if (random.uniform() < density)
                    problem.edges.push_back({u, v, random.uniform() < 0.3 ? -2 : 3});
            }
        }
        if (problem.edges.empty()) continue;
        const balance::WalkBalance found = balance::bounded_walk_balance(problem, {});
        const double expected = balance::walk_balance(problem, {});
        CHECK(std::abs(found.value - expected) <= found.error + 1e-12 * expected);
        CHECK(found.error <= 1e-9 * expected);
    }
}

TEST_CASE("Walk balance by quadrature is one exactly where all is balanced, and undefined without ties") {
    Random random(9);
    balance::FrustrationProblem problem{60, {}};
    for (std::uint32_t u = 0; u < 60; ++u) {
        for (std::uint32_t v = u + 1; v < 60; ++v) {
            if (random.uniform() < 0.1) problem.edges.push_back({u, v, u % 3 == 0 != (v % 3 == 0) ? -1 : 1});
        }
    }
    CHECK(balance::bounded_walk_balance(problem, {}).value == 1);
    CHECK(balance::bounded_walk_balance(problem, {}).error == 0);
    CHECK(std::isnan(balance::bounded_walk_balance({5, {}}, {}).value));
}

// Eigenvalues of the ring with one negative tie: 2 cos((2j + 1)π/n), without signs 2 cos(2jπ/n) (Zaslavsky).
TEST_CASE("A ring of 3,001 beside negative triangles has the walk balance of its closed form") {
    constexpr double pi = 3.14159265358979323846;
    balance::FrustrationProblem problem{3001 + 900, {}};
    for (std::uint32_t v = 0; v < 3001; ++v) problem.edges.push_back({v, (v + 1) % 3001, v == 0 ? -1 : 1});
    for (std::uint32_t v = 3001; v < 3901; v += 3) {
        problem.edges.push_back({v, v + 1, -1});
        problem.edges.push_back({v + 1, v + 2, -1});
        problem.edges.push_back({v, v + 2, -1});
    }
    double with = 300 * (2 * std::exp(1.0) + std::exp(-2.0)),
           without = 300 * (std::exp(2.0) + 2 * std::exp(-1.0));
    for (int j = 0; j < 3001; ++j) {
        with += std::exp(2 * std::cos((2 * j + 1) * pi / 3001));
        without += std::exp(2 * std::cos(2 * j * pi / 3001));
    }
    const balance::WalkBalance found = balance::bounded_walk_balance(problem, {});
    CHECK(std::abs(found.value - with / without) <= found.error);
    CHECK(found.error <= 1e-9);
}

TEST_CASE("Walk balance says beyond which size it is left out") {
    const balance::FrustrationProblem problem{3, {{0, 1, 1}, {1, 2, -1}}};
    CHECK(balance::too_many_walks(problem, 20'000, 20'000).empty());
    CHECK(balance::too_many_walks(problem, 20'001, 20'000) == "more than 20,000 actors");
    balance::FrustrationProblem dense{19'000, {}};
    dense.edges.resize(200'000);
    CHECK(balance::too_many_walks(dense, 19'000, 20'000) == "more than 5000000000 actors x arcs");
}

TEST_CASE("Balance of more than 2,000 actors has a walk balance and its error, unless fewer are to walk") {
    std::string text;
    for (int k = 0; k < 700; ++k) {
        const std::string n = std::to_string(k);
        for (const char* pair : {"ab", "bc", "ac"})
            text += std::string(text.empty() ? "" : ", ") + pair[0] + n + "-" + pair[1] + n + " -";
    }
    const Network network = test::network_of(text);
    BalanceOptions options{.draws = 0};
    const Balance balance = analyze_balance(network, {}, options, {});
    const double expected = (2 * std::exp(1.0) + std::exp(-2.0)) / (std::exp(2.0) + 2 * std::exp(-1.0));
    CHECK(balance.walk_balance_error > 0);
    CHECK(balance.walk_balance_error < 1e-10);
    CHECK(std::abs(balance.walk_balance - expected) <= balance.walk_balance_error);
    CHECK(balance.left_out.empty());
    options.most_walking = 2000;
    const Balance without = analyze_balance(network, {}, options, {});
    CHECK(std::isnan(without.walk_balance));
    CHECK(without.walk_balance_error == 0);
    CHECK(without.left_out == std::vector<std::string>{"walk balance: more than 2,000 actors"});
}
