#include "analysis/centrality/sweeps/distances_sweep.hpp"

#include <catch2/catch.hpp>

#include "support/instruction_sets.hpp"
#include "support/networks.hpp"

using namespace entente;

TEST_CASE("every instruction set gives the same bytes of distances") {
    for (const bool directed : {false, true}) {
        for (const std::size_t n : {5U, 300U, 1100U}) {
            const PathGraph paths =
                path_graph(test::random_graph(n, n, 4.0 / static_cast<double>(n), directed));
            const Distances expected = hop_distances(paths, {}, InstructionSet::baseline);
            for (const InstructionSet set : test::instruction_sets()) {
                const Distances found = hop_distances(paths, {.threads = 2}, set);
                CHECK(found.reached == expected.reached);
                CHECK(found.total == expected.total);
                CHECK(found.harmonic == expected.harmonic);
                CHECK(found.eccentricity == expected.eccentricity);
            }
        }
    }
}

TEST_CASE("in a chain of two thousand actors the ends are as far apart as can be") {
    std::string text;
    for (int i = 0; i + 1 < 2000; ++i) text += "a" + std::to_string(i) + "-a" + std::to_string(i + 1) + ", ";
    const Distances found = hop_distances(path_graph(test::graph_of(text)), {});
    CHECK(found.eccentricity[0] == 1999);
    CHECK(found.eccentricity[1000] == 1000);
    CHECK(found.total[0] == 1999.0 * 2000 / 2);
    CHECK(found.reached[700] == 1999);
}
