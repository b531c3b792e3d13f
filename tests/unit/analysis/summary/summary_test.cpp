#include "analysis/summary/summary.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "analysis/summary/triads.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

Summary summary_of(const Network& network, Direction direction = Direction::automatic) {
    TieSelection selection;
    selection.signs = SignFilter::all;
    selection.direction = direction;
    return summarize({network, selection, build_graph(network, selection)}, {});
}

Summary summary_of(std::string_view text, Direction direction = Direction::automatic) {
    return summary_of(test::network_of(text), direction);
}

// The class of each triple from its three pairs, by the letters of its name (Davis & Leinhardt 1972).
std::vector<std::uint64_t> census_by_hand(const Graph& graph) {
    const auto arc = [&](Vertex a, Vertex b) {
        const auto targets = graph.out().neighbors(a);
        return std::find(targets.begin(), targets.end(), b) != targets.end();
    };
    std::vector<std::uint64_t> census(16, 0);
    const auto n = static_cast<Vertex>(graph.vertex_count());
    for (Vertex a = 0; a < n; ++a) {
        for (Vertex b = a + 1; b < n; ++b) {
            for (Vertex c = b + 1; c < n; ++c) {
                const Vertex v[3] = {a, b, c};
                int mutuals = 0, asymmetric = 0, out[3]{}, in[3]{}, asymmetric_out[3]{}, asymmetric_in[3]{};
                for (int i = 0; i < 3; ++i) {
                    for (int j = i + 1; j < 3; ++j) {
                        const bool there = arc(v[i], v[j]), back = arc(v[j], v[i]);
                        if (there && back) ++mutuals;
                        if (there != back) {
                            ++asymmetric;
                            ++asymmetric_out[there ? i : j];
                            ++asymmetric_in[there ? j : i];
                        }
                        out[i] += there;
                        in[j] += there;
                        out[j] += back;
                        in[i] += back;
                    }
                }
                const bool two_out = std::count(std::begin(asymmetric_out), std::end(asymmetric_out), 2) > 0;
                const bool two_in = std::count(std::begin(asymmetric_in), std::end(asymmetric_in), 2) > 0;
                std::string name = std::to_string(mutuals) + std::to_string(asymmetric) +
                                   std::to_string(3 - mutuals - asymmetric);
                if (name == "021" || name == "120") name += two_out ? "D" : two_in ? "U" : "C";
                if (name == "030") name += two_out ? "T" : "C";
                // 111: the lone arc points at the mutual pair (D) or away from it (U).
                if (name == "111")
                    name += std::any_of(v, v + 3,
                                        [&](Vertex x) {
                                            const auto i = std::find(v, v + 3, x) - v;
                                            return in[i] == 2;
                                        })
                                ? "D"
                                : "U";
                const auto at = std::find_if(triad_names.begin(), triad_names.end(),
                                             [&](const char* known) { return name == known; });
                ++census.at(static_cast<std::size_t>(at - triad_names.begin()));
            }
        }
    }
    return census;
}

}  // namespace

TEST_CASE("the empty network and a lone actor have no figures but counts") {
    for (const char* text : {"", "a"}) {
        const Summary summary = summary_of(text);
        CHECK(summary.ties == 0);
        CHECK(summary.isolates == summary.actors);
        CHECK(summary.components == summary.actors);
        for (const double value : {summary.density, summary.diameter, summary.mean_distance,
                                   summary.reciprocity, summary.transitivity, summary.degree_assortativity,
                                   summary.degree_centralization, summary.hostile_share}) {
            CHECK(std::isnan(value));
        }
    }
}

TEST_CASE("hostile ties are counted by merged pair, and a pair with both signs in each") {
    const Summary summary = summary_of("a-b +, b-a -, b-c -, c-d +, d-e");
    CHECK(summary.ties == 4);
    CHECK(summary.rows == 5);
    CHECK(summary.hostile_ties == 2);
    CHECK(summary.positive_ties == 2);
    CHECK(summary.conflicting_ties == 1);
    CHECK(summary.unsigned_ties == 1);
    CHECK(summary.hostile_share == 0.5);
}

TEST_CASE("a star is as centralised as can be, a ring not at all") {
    const Summary star = summary_of("a-b, a-c, a-d, a-e");
    CHECK(star.degree_centralization == Approx(1));
    CHECK(star.betweenness_centralization == Approx(1));
    CHECK(star.closeness_centralization == Approx(1));
    CHECK(star.degree_centralization_maximum == 12);
    CHECK(star.articulation_actors == std::vector<ActorId>{static_cast<ActorId>(0)});
    const Summary ring = summary_of("a-b, b-c, c-d, d-e, e-a");
    CHECK(ring.degree_centralization == 0);
    CHECK(ring.betweenness_centralization == Approx(0).margin(1e-12));
    CHECK(ring.closeness_centralization == Approx(0).margin(1e-12));
    CHECK(ring.articulation_actors.empty());
}

TEST_CASE(
    "a directed star that answers is as centralised as can be by degree, one that leads outwards by "
    "closeness") {
    CHECK(summary_of("a->b, b->a, a->c, c->a, a->d, d->a").degree_centralization == Approx(1));
    CHECK(summary_of("a->b, a->c, a->d").closeness_centralization == Approx(1));
}

TEST_CASE("reciprocity counts arcs that are answered, and pairs that are tied both ways") {
    const Summary summary = summary_of("a->b, b->a, b->c, c->d");
    CHECK(summary.reciprocity == Approx(0.5));
    CHECK(summary.dyadic_reciprocity == Approx(1.0 / 3));
    CHECK(std::isnan(summary_of("a-b, b-c").reciprocity));
}

TEST_CASE("assortativity by kind is 1 when only like is tied to like") {
    Network network = test::network_of("a-b, c-d, e-f");
    network.actors.kind = {};
    for (const char* kind : {"state", "state", "group", "group", "state", "state"})
        network.actors.kind.push_back(kind);
    CHECK(summary_of(network).kind_assortativity == Approx(1));
    network.actors.kind = {};
    for (const char* kind : {"state", "group", "state", "group", "state", "group"})
        network.actors.kind.push_back(kind);
    CHECK(summary_of(network).kind_assortativity == Approx(-1));
    network.actors.kind = {};
    for (int i = 0; i < 6; ++i) network.actors.kind.push_back("state");
    CHECK(std::isnan(summary_of(network).kind_assortativity));
}

TEST_CASE("a tie of weight 0 holds nothing together, is no way, and does not make a network denser") {
    const Summary summary = summary_of("a-b 1, b-c 0, c-d 1, a-d 2");  // a ring without b-c: b - a - d - c
    CHECK(summary.diameter == 3);
    CHECK(summary.components == 1);
    CHECK(summary.density == 0.5);
    CHECK(summary.articulation_actors == std::vector<ActorId>{ActorId{0}, ActorId{3}});
    const Summary none = summary_of("a-b 0, b-c 0");
    CHECK(none.components == 3);
    CHECK(none.ties == 0);
}

TEST_CASE("the triad census agrees with one taken triple by triple") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Graph graph = test::random_graph(seed, 3 + seed % 8, seed % 3 == 0 ? 0.7 : 0.3, true);
        CAPTURE(seed);
        const auto census = triads(graph, {}).census;
        CHECK(census == census_by_hand(graph));
        const std::uint64_t n = graph.vertex_count();
        CHECK(std::accumulate(census.begin(), census.end(), std::uint64_t{0}) == n * (n - 1) * (n - 2) / 6);
    }
}

TEST_CASE("an undirected network has no triad census") {
    CHECK(summary_of("a-b, b-c, c-a").triad_census.empty());
}
