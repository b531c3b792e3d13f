#include "analysis/community/algorithms/leiden.hpp"

#include <catch2/catch.hpp>

#include "analysis/community/algorithms/numbering.hpp"

using namespace entente;
using namespace entente::community;

namespace {

constexpr std::uint32_t cliques = 2600, size = 8;

// Cliques in a ring, one tie from each to the next; vertex v is in clique v % cliques, so that members are
// far from each other in number.
Graph ring_of_cliques() {
    MergedTies merged;
    merged.first_row.push_back(0);
    const auto tie = [&](std::uint32_t a, std::uint32_t b) {
        merged.ties.push_back(
            {static_cast<ActorId>(std::min(a, b)), static_cast<ActorId>(std::max(a, b)), 1});
        merged.rows.push_back(static_cast<TieId>(merged.rows.size()));
        merged.first_row.push_back(merged.rows.size());
    };
    std::vector<ActorId> actors;
    for (std::uint32_t v = 0; v < cliques * size; ++v) actors.push_back(static_cast<ActorId>(v));
    for (std::uint32_t c = 0; c < cliques; ++c) {
        for (std::uint32_t i = 0; i < size; ++i) {
            for (std::uint32_t j = i + 1; j < size; ++j) tie(c + i * cliques, c + j * cliques);
        }
        tie(c, (c + 1) % cliques + cliques);
    }
    return {std::move(actors), std::move(merged), false, false};
}

}  // namespace

TEST_CASE("leiden and louvain keep cliques together in a network numbered anew") {
    const ModularityGraph graph = modularity_graph(ring_of_cliques(), 1);
    REQUIRE(graph.vertex_count() > most_vertices_in_caches);
    Membership by_clique(graph.vertex_count());
    for (std::uint32_t v = 0; v < by_clique.size(); ++v) by_clique[v] = v % cliques;
    for (const auto algorithm : {leiden, louvain}) {
        Random random(1);
        const Membership found = algorithm(graph, random, {});
        CHECK(modularity(graph, found) > modularity(graph, by_clique));
        std::uint32_t torn = 0;
        for (std::uint32_t v = 0; v < found.size(); ++v) torn += found[v] != found[v % cliques] ? 1 : 0;
        CHECK(torn == 0);
        CHECK(in_order_of_appearance(found) == found);
    }
}
