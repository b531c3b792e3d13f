#include "analysis/community/algorithms/numbering.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/community/algorithms/infomap.hpp"
#include "analysis/community/algorithms/leiden.hpp"

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

Membership by_clique() {
    Membership result(cliques * size);
    for (std::uint32_t v = 0; v < result.size(); ++v) result[v] = v % cliques;
    return result;
}

// How many are not with the first of their clique.
std::uint32_t torn(const Membership& found) {
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < found.size(); ++v) count += found[v] != found[v % cliques] ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("leiden and louvain keep cliques together in a network numbered anew") {
    const ModularityGraph graph = modularity_graph(ring_of_cliques(), 1);
    REQUIRE(graph.vertex_count() > most_vertices_in_caches);
    for (const auto algorithm : {leiden, louvain}) {
        Random random(1);
        const Membership found = algorithm(graph, random, {});
        CHECK(modularity(graph, found) > modularity(graph, by_clique()));
        CHECK(torn(found) == 0);
        CHECK(in_order_of_appearance(found) == found);
    }
}

TEST_CASE("infomap finds the cliques in a network numbered anew") {
    const FlowGraph graph = flow_graph(ring_of_cliques(), {});
    Random random(1);
    const Membership found = infomap(graph, random, {});
    CHECK(torn(found) == 0);
    CHECK(code_length(graph, found) <= code_length(graph, by_clique()) + 1e-3);
    CHECK(in_order_of_appearance(found) == found);
}

TEST_CASE("a graph numbered anew is the same graph") {
    const ModularityGraph graph = modularity_graph(ring_of_cliques(), 1);
    const std::vector<Vertex> order = breadth_first_order(graph.offsets, graph.targets);
    std::vector<Vertex> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    for (Vertex v = 0; v < sorted.size(); ++v) REQUIRE(sorted[v] == v);
    const ModularityGraph anew = renumbered(graph, order);
    REQUIRE(anew.offsets.size() == graph.offsets.size());
    for (Vertex i = 0; i < order.size(); i += 97) {
        std::vector<Vertex> named;
        for (std::size_t arc = anew.offsets[i]; arc < anew.offsets[i + 1]; ++arc)
            named.push_back(order[anew.targets[arc]]);
        const std::vector<Vertex> expected(
            graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.offsets[order[i]]),
            graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.offsets[order[i] + 1]));
        CHECK(named == expected);
        CHECK(anew.friendly[i] == graph.friendly[order[i]]);
    }
}

TEST_CASE("a random order of many vertices lists each once") {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{30'001}}) {
        Random random(3);
        std::vector<Vertex> order = random_order(count, random);
        std::sort(order.begin(), order.end());
        REQUIRE(order.size() == count);
        for (Vertex v = 0; v < count; ++v) REQUIRE(order[v] == v);
    }
}
