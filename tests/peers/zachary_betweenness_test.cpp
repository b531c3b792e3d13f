// Zachary (1977): the karate club, ties weighted by the number of contexts in which two members met, as
// NetworkX 3.6.1 has it (karate_club_graph). The expected values are NetworkX' on costs 1/weight held as
// exact fractions (fractions.Fraction).
#include <catch2/catch.hpp>
#include <string>

#include "analysis/centrality/betweenness.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

constexpr const char* club =
    "0-1 4, 0-2 5, 0-3 3, 0-4 3, 0-5 3, 0-6 3, 0-7 2, 0-8 2, 0-10 2, 0-11 3, 0-12 1, 0-13 3, 0-17 2, 0-19 2, "
    "0-21 2, 0-31 2, 1-2 6, 1-3 "
    "3, 1-7 4, 1-13 5, 1-17 1, 1-19 2, 1-21 2, 1-30 2, 2-3 3, 2-7 4, 2-8 5, 2-9 1, 2-13 3, 2-27 2, 2-28 2, "
    "2-32 2, 3-7 3, 3-12 3, 3-13 "
    "3, 4-6 2, 4-10 3, 5-6 5, 5-10 3, 5-16 3, 6-16 3, 8-30 3, 8-32 3, 8-33 4, 9-33 2, 13-33 3, 14-32 3, "
    "14-33 2, 15-32 3, 15-33 4, "
    "18-32 1, 18-33 2, 19-33 1, 20-32 3, 20-33 1, 22-32 2, 22-33 3, 23-25 5, 23-27 4, 23-29 3, 23-32 5, "
    "23-33 4, 24-25 2, 24-27 3, "
    "24-31 2, 25-31 7, 26-29 4, 26-33 2, 27-33 4, 28-31 2, 28-33 2, 29-32 4, 29-33 2, 30-32 3, 30-33 3, "
    "31-32 4, 31-33 4, 32-33 5 ";

const std::vector<double> exact_weighted{209, 36, 177, 32,   0, 16.5, 15.5, 0,    72,   0,  0.5, 0,
                                         0,   29, 0,   0,    0, 0,    0,    0,    0,    0,  0,   6,
                                         0,   9,  0,   17.5, 0, 6,    0,    47.5, 83.5, 174};

const std::vector<double> exact_weighted_ties{
    10,   130, 22, 29.5, 44,   43.5, 0,    0,    29,   33,  0,    8,  33,   12,   12,   45,
    25.5, 6,   5,  18,   0,    13.5, 21,   6,    17,   26,  89,   0,  2.5,  21,   16.5, 59.5,
    2,    33,  17, 2,    1.5,  2,    3.5,  16.5, 16.5, 10,  4,    74, 33,   45.5, 24.5, 8.5,
    4,    29,  0,  33,   7.5,  33,   0,    3.5,  29.5, 13,  6,    6,  6,    14,   1,    18.5,
    13.5, 37,  7,  26,   22.5, 3,    13.5, 32,   0,    6.5, 10.5, 11, 18.5, 16};

const std::vector<double> unweighted{231.0714285714286,
                                     28.478571428571424,
                                     75.85079365079366,
                                     6.288095238095237,
                                     0.3333333333333333,
                                     15.833333333333334,
                                     15.833333333333332,
                                     0,
                                     29.529365079365082,
                                     0.44761904761904764,
                                     0.3333333333333333,
                                     0,
                                     0,
                                     24.215873015873015,
                                     0,
                                     0,
                                     0,
                                     0,
                                     0,
                                     17.1468253968254,
                                     0,
                                     0,
                                     0,
                                     9.299999999999999,
                                     1.1666666666666665,
                                     2.0277777777777777,
                                     0,
                                     11.79206349206349,
                                     0.9476190476190476,
                                     1.5428571428571427,
                                     7.609523809523807,
                                     73.00952380952378,
                                     76.69047619047619,
                                     160.5515873015873};

// A tie's ends appear in the order 0, 1, 2 … or not: the actors of the text are in order of first mention, so
// they are looked up.
std::vector<double> by_number(const Network& network, const std::vector<double>& values) {
    std::vector<double> ordered(values.size());
    for (std::size_t v = 0; v < values.size(); ++v)
        ordered[std::stoul(std::string(network.actors.id[v]))] = values[v];
    return ordered;
}

}  // namespace

TEST_CASE("weighted betweenness of Zachary's club is that of exact fractions") {
    const Network network = test::network_of(club);
    const Graph graph = build_graph(network, {});
    CHECK(by_number(network, betweenness(graph)) == exact_weighted);
    CHECK(tie_betweenness(graph) == exact_weighted_ties);
}

TEST_CASE("unweighted betweenness of Zachary's club is NetworkX'") {
    const Network network = test::network_of(club);
    TieSelection selection;
    selection.weighting = Weighting::unweighted;
    const auto values = by_number(network, betweenness(build_graph(network, selection)));
    for (std::size_t v = 0; v < values.size(); ++v) CHECK(values[v] == Approx(unweighted[v]).epsilon(1e-13));
}
