// The measures that are found by iterating, on networks of hundreds of actors: what they satisfy, to the
// digits they promise.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "analysis/centrality/measures.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

std::vector<double> values_of(const Graph& graph, const std::string& measure) {
    const Network network;
    const TieSelection selection;
    return score_table({network, selection, graph}, {measure}, {}, {}).columns.at(0).values;
}

// A random directed graph with what slows PageRank's iteration down: pairs that pass all they have to each
// other, and chains that end.
Graph with_closed_pairs_and_chains(std::uint64_t seed, bool weighted) {
    const std::size_t n = 300;
    Random random(seed);
    std::vector<ActorId> actors;
    for (std::size_t v = 0; v < n; ++v) actors.push_back(static_cast<ActorId>(v));
    MergedTies merged;
    merged.first_row.push_back(0);
    const auto tie = [&](std::size_t from, std::size_t to) {
        const double strength = weighted ? std::pow(10, static_cast<double>(random.below(7)) - 3) : 1;
        merged.ties.push_back({static_cast<ActorId>(from), static_cast<ActorId>(to), strength});
        merged.rows.push_back(static_cast<TieId>(merged.rows.size()));
        merged.first_row.push_back(merged.rows.size());
    };
    for (std::size_t v = 0; v + 1 < 20; v += 2) {
        tie(v, v + 1);
        tie(v + 1, v);
    }
    for (std::size_t v = 20; v + 1 < 60; ++v) {
        if (v % 10 != 9) tie(v, v + 1);
    }
    for (std::size_t v = 60; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w) {
            if (v != w && random.below(60) == 0) tie(v, w);
        }
    }
    return {std::move(actors), std::move(merged), true, weighted};
}

}  // namespace

TEST_CASE("PageRank holds its equation at every actor to 1e-11 of the actor's rank, slow corners included") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const Graph graph = with_closed_pairs_and_chains(seed, seed % 2 == 0);
        const std::size_t n = graph.vertex_count();
        const std::vector<double> rank = values_of(graph, "pagerank");
        std::vector<double> next(n, 0);
        double resting = 0, total = 0;
        for (Vertex v = 0; v < n; ++v) {
            double sent = 0;
            for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc)
                sent += graph.out().strength(arc);
            if (sent == 0) resting += rank[v];
            for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc) {
                next[graph.out().targets[arc]] += 0.85 * rank[v] * graph.out().strength(arc) / sent;
            }
            total += rank[v];
        }
        CHECK(std::abs(total - 1) < 1e-13);
        for (Vertex v = 0; v < n; ++v) {
            next[v] += (0.15 + 0.85 * resting) / static_cast<double>(n);
            CAPTURE(v, rank[v], next[v]);
            CHECK(std::abs(next[v] - rank[v]) <= 1e-11 * rank[v]);
        }
    }
}

TEST_CASE(
    "eigenvector centrality and hubs hold their equations to 1e-12 on hundreds of actors, with weights of "
    "all sizes") {
    const auto times = [](const Adjacency& rows, const std::vector<double>& x) {
        std::vector<double> y(x.size(), 0);
        for (Vertex v = 0; v < x.size(); ++v) {
            for (std::size_t arc = rows.begin(v); arc < rows.end(v); ++arc)
                y[v] += rows.strength(arc) * x[rows.targets[arc]];
        }
        return y;
    };
    const auto parallel = [](const std::vector<double>& image, const std::vector<double>& x) {
        const double value = *std::max_element(image.begin(), image.end());
        for (std::size_t i = 0; i < x.size(); ++i) {
            CAPTURE(i, x[i], image[i] / value);
            CHECK(std::abs(image[i] / value - x[i]) <= 1e-12);
        }
    };
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const Graph undirected = test::random_graph(seed, 400, 0.02, false, seed % 2 == 0 ? 5 : 0);
        const std::vector<double> x = values_of(undirected, "eigenvector");
        parallel(times(undirected.out(), x), x);
        const Graph directed = seed % 3 == 0
                                   ? with_closed_pairs_and_chains(seed, true)
                                   : test::random_graph(seed, 400, 0.02, true, seed % 2 == 0 ? 5 : 0);
        const std::vector<double> hub = values_of(directed, "hub"),
                                  authority = values_of(directed, "authority");
        parallel(times(directed.in(), hub), authority);
        parallel(times(directed.out(), authority), hub);
    }
}

TEST_CASE("a path, whose two largest eigenvalues lie close together, still comes to its known eigenvector") {
    const std::size_t n = 300;
    std::string text;
    for (std::size_t v = 0; v + 1 < n; ++v)
        text += (v > 0 ? ", v" : "v") + std::to_string(v) + "-v" + std::to_string(v + 1);
    const std::vector<double> x = values_of(test::graph_of(text), "eigenvector");
    const double pi = std::acos(-1.0), middle = std::sin(pi * 150 / 301);
    for (std::size_t v = 0; v < n; ++v) {
        CAPTURE(v);
        CHECK(std::abs(x[v] - std::sin(pi * static_cast<double>(v + 1) / 301) / middle) < 1e-9);
    }
}
