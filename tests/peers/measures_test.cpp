// Measures of well-known networks against what other programs and the literature give for them.
#include "analysis/centrality/measures.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "analysis/summary/summary.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "peers/known_values.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

std::vector<double> column(const Network& network, const std::string& measure, bool normalized = false) {
    TieSelection selection;
    const Graph graph = build_graph(network, selection);
    return score_table({network, selection, graph}, {measure}, {.normalized = normalized}, {})
        .columns.at(0)
        .values;
}

const test::KnownNetwork& known(std::string_view start) {
    for (const test::KnownNetwork& network : test::known_networks) {
        if (std::string_view(network.name).starts_with(start)) return network;
    }
    throw std::invalid_argument(std::string(start));
}

std::vector<double> numbers(std::string_view text) {
    std::vector<double> values;
    for (const std::string_view word : split(text, ' '))
        values.push_back(parse_number(word).value_or(undefined));
    return values;
}

Summary summary_of(std::string_view text) {
    const Network network = test::network_of(text);
    const TieSelection selection;
    return summarize({network, selection, build_graph(network, selection)}, {});
}

// Values that a paper or table prints with so many digits.
void check_printed(const std::vector<double>& values, const std::vector<double>& printed,
                   double half_a_digit) {
    REQUIRE(values.size() == printed.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(values[i] - printed[i]) <= half_a_digit * 1.0001);
    }
}

}  // namespace

TEST_CASE("measures of known networks agree with igraph and NetworkX") {
    for (const test::KnownNetwork& known_network : test::known_networks) {
        const Network network = test::network_of(known_network.text);
        for (const test::KnownColumn& expected : known_network.columns) {
            CAPTURE(known_network.name, expected.measure, expected.source);
            const std::string measure = expected.measure;
            const bool spectral = measure == "eigenvector" || measure == "hub" || measure == "authority";
            const std::vector<double> values = column(network, measure), published = numbers(expected.values);
            REQUIRE(values.size() == published.size());
            for (std::size_t i = 0; i < values.size(); ++i) {
                CAPTURE(i);
                CHECK(std::isnan(values[i]) == std::isnan(published[i]));
                if (!std::isnan(values[i]))
                    CHECK(
                        values[i] ==
                        Approx(published[i]).epsilon(spectral ? 1e-6 : 1e-9).margin(spectral ? 1e-9 : 1e-12));
            }
        }
    }
}

//       a0 --- a1
//      / | \ / | \      Krackhardt's kite: a3 has the most ties, a5 and a6 are closest to
//    a2--+--a3-+--a4    all, a7 lies between most.
//      \ | / \ | /
//       a5 --- a6
//         \   /
//          a7 - a8 - a9
TEST_CASE("Krackhardt's kite has the published centralities") {
    const Network kite = test::network_of(known("Krackhardt").text);
    CHECK(column(kite, "degree") == std::vector<double>{4, 4, 3, 6, 3, 5, 5, 3, 2, 1});
    check_printed(column(kite, "betweenness"), {0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0}, 5e-4);
    check_printed(column(kite, "closeness"), {0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.310},
                  5e-4);
}

TEST_CASE("Zachary's club has 45 triangles and the published transitivity and assortativity") {
    const Summary summary = summary_of(known("Zachary's karate club (").text);
    CHECK(summary.ties == 78);
    CHECK(summary.transitivity == Approx(0.2556818181818182).epsilon(1e-12));  // 3 · 45 / 528
    CHECK(summary.mean_clustering ==
          Approx(0.5879305533048848).epsilon(1e-12));  // igraph; NetworkX counts the actor with one tie as 0
    CHECK(summary.degree_assortativity == Approx(-0.47561309768461435).epsilon(1e-9));  // igraph
    CHECK(summary.diameter == 5);
    CHECK(summary.mean_distance == Approx(2.408199643493761).epsilon(1e-12));  // igraph
}

TEST_CASE("the Medici are as central as published among the Florentine families") {
    const Network florence = test::network_of(known("Florentine").text);
    // Alphabetical: Acciaiuoli 0, Albizzi 1, …, Guadagni 6, …, Medici 8, …, Pucci 11. Wasserman & Faust 1994;
    // of the 15 connected families.
    const std::vector<double> betweenness = column(florence, "betweenness");
    constexpr double pairs = 14 * 13 / 2;
    CHECK(betweenness[8] / pairs == Approx(0.522).margin(5e-4));
    CHECK(betweenness[6] / pairs == Approx(0.255).margin(5e-4));
    CHECK(betweenness[1] / pairs == Approx(0.212).margin(5e-4));
    CHECK(summary_of(known("Florentine").text).transitivity ==
          Approx(0.1914893617021277).epsilon(1e-12));  // igraph
    CHECK(std::isnan(column(florence, "constraint")[11]));
}

TEST_CASE("five actors in a star, a chain and a ring are centralised as Freeman 1979 has it") {
    const auto check = [](const char* text, double degree, double betweenness, double closeness) {
        const Summary summary = summary_of(text);
        CAPTURE(text);
        CHECK(summary.degree_centralization == Approx(degree).margin(5e-3));
        CHECK(summary.betweenness_centralization == Approx(betweenness).margin(5e-3));
        CHECK(summary.closeness_centralization == Approx(closeness).margin(5e-3));
    };
    check("a-b, a-c, a-d, a-e", 1, 1, 1);
    check("a-b, b-c, c-d, d-e", 0.17, 0.42, 0.42);
    check("a-b, b-c, c-d, d-e, e-a", 0, 0, 0);
}

// Everett & Borgatti 2014, table 5, as the R package signnet prints it.
TEST_CASE("the PN index of the published signed network is the published one") {
    constexpr int signs[10][10] = {{0, 1, 0, 1, 0, 0, 0, -1, -1, 0},  {1, 0, 1, -1, 1, -1, -1, 0, 0, 0},
                                   {0, 1, 0, 1, -1, 0, 0, 0, -1, 0},  {1, -1, 1, 0, 1, -1, -1, 0, 0, 0},
                                   {0, 1, -1, 1, 0, 1, 0, -1, 0, -1}, {0, -1, 0, -1, 1, 0, 1, 0, 1, -1},
                                   {0, -1, 0, -1, 0, 1, 0, 1, -1, 1}, {-1, 0, 0, 0, -1, 0, 1, 0, 1, 0},
                                   {-1, 0, -1, 0, 0, 1, -1, 1, 0, 1}, {0, 0, 0, 0, -1, -1, 1, 0, 1, 0}};
    const std::vector<double> published{0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658,
                                        0.8496558, 0.8617321, 0.9015909, 0.8509848, 0.9072930};
    std::string undirected, directed;
    for (int i = 0; i < 10; ++i) undirected += "v" + std::to_string(i) + ",";
    directed = undirected;
    for (int i = 0; i < 10; ++i) {
        for (int j = 0; j < 10; ++j) {
            if (signs[i][j] == 0) continue;
            const std::string sign = signs[i][j] > 0 ? " +," : " -,";
            if (i < j) undirected += "v" + std::to_string(i) + "--v" + std::to_string(j) + sign;
            directed += "v" + std::to_string(i) + "->v" + std::to_string(j) + sign;
        }
    }
    check_printed(column(test::network_of(undirected), "pn"), published, 5e-8);
    // A network that answers every tie is as good as undirected: all three agree.
    for (const char* measure : {"pn", "pn_in", "pn_out"})
        check_printed(column(test::network_of(directed), measure), published, 5e-8);
}
