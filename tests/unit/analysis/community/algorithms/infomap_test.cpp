#include "analysis/community/algorithms/infomap.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "support/networks.hpp"

using namespace entente;
using namespace entente::community;

namespace {

// A random network of `actors` with about half of the pairs tied, directed where asked.
Graph random_graph(std::uint64_t seed, unsigned actors, bool directed) {
    Random random(seed, 7);
    std::string text;
    for (unsigned a = 0; a < actors; ++a) {
        for (unsigned b = directed ? 0 : a + 1; b < actors; ++b) {
            if (a == b || (random.below(5) > 1 && b != a + 1)) continue;
            text += fmt::format("{}{}{}{} {}", text.empty() ? "" : ", ", a, directed ? "->" : "-", b,
                                1 + random.below(4));
        }
    }
    const Network network = test::network_of(text);
    return build_graph(network, {});
}

// Calls visit with every division of n nodes (restricted growth strings).
template <class Visit>
void every_division(std::size_t n, Visit visit) {
    Membership division(n, 0);
    const std::function<void(std::size_t, std::uint32_t)> extend = [&](std::size_t v, std::uint32_t used) {
        if (v == n) return visit(division);
        for (std::uint32_t c = 0; c <= used; ++c) {
            division[v] = c;
            extend(v + 1, std::max(used, c + 1));
        }
    };
    extend(0, 0);
}

}  // namespace

TEST_CASE("one community for all needs as many bits as the visits have entropy") {
    const FlowGraph flow = flow_graph(random_graph(1, 8, true), {});
    double entropy = 0;
    for (const double visits : flow.visits) entropy -= visits * std::log2(visits);
    CHECK(code_length(flow, Membership(8, 0)) == Approx(entropy).epsilon(1e-12));
}

TEST_CASE("the best of twenty runs of Infomap is the shortest description of all divisions") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const FlowGraph flow = flow_graph(random_graph(seed, 7, seed % 2 == 0), {});
        double shortest = 1e9, found = 1e9;
        every_division(7, [&](const Membership& division) {
            shortest = std::min(shortest, code_length(flow, division));
        });
        for (std::uint64_t run = 0; run < 20; ++run) {
            Random random(seed, run);
            found = std::min(found, code_length(flow, infomap(flow, random, {})));
        }
        CAPTURE(seed);
        CHECK(found == Approx(shortest).epsilon(1e-12));
    }
}

TEST_CASE("communities as nodes have the same description as the communities they stand for") {
    const FlowGraph flow = flow_graph(random_graph(3, 9, true), {});
    const Membership division{0, 0, 1, 1, 2, 2, 3, 3, 3};
    const FlowGraph coarse = coarsened(flow, division);
    CHECK(code_length(coarse, {0, 1, 2, 3}) == Approx(code_length(flow, division)).epsilon(1e-12));
    CHECK(code_length(coarse, {0, 0, 1, 1}) ==
          Approx(code_length(flow, {0, 0, 0, 0, 1, 1, 1, 1, 1})).epsilon(1e-12));
}

TEST_CASE("x log x has the digits of the library's") {
    for (double x = 1e-300; x < 4; x *= 1.0137)
        CHECK(p_log_p(x) == Approx(x * std::log(x)).margin(1e-13 * x));
    CHECK(p_log_p(1) == Approx(0).margin(1e-13));
    CHECK(p_log_p(0) == 0);
}
