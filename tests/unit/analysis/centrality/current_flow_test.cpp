// Measures of current in networks too large for the inverse of the whole matrix.
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/centrality/measures.hpp"
#include "base/random.hpp"

using namespace entente;

namespace {

Graph graph_of(std::size_t vertices, const std::vector<MergedTie>& ties) {
    MergedTies merged;
    merged.first_row.push_back(0);
    for (const MergedTie& tie : ties) {
        merged.ties.push_back(tie);
        merged.first_row.push_back(0);
    }
    std::vector<ActorId> actors;
    for (std::size_t v = 0; v < vertices; ++v) actors.push_back(static_cast<ActorId>(v));
    return {std::move(actors), std::move(merged), false, true};
}

Scores closeness(const Graph& graph) {
    const Network network;
    const TieSelection selection;
    return score_table({network, selection, graph}, {"current_flow_closeness"}, {}, {}).columns.at(0);
}

MergedTie tie(std::size_t a, std::size_t b, double strength) {
    return {static_cast<ActorId>(a), static_cast<ActorId>(b), strength};
}

}  // namespace

TEST_CASE("current flow closeness of 2,500 actors is said to be within an error, and is") {
    std::vector<MergedTie> ring;
    for (std::size_t v = 0; v < 2000; ++v) ring.push_back(tie(v, (v + 1) % 2000, 1e150));
    const Scores scores = closeness(graph_of(2500, ring));
    CHECK(scores.remark.starts_with("approximate: each value within 1e-12 of itself"));
    for (std::size_t v = 0; v < 2500; v += 7)
        CHECK(scores.values[v] == Approx(v < 2000 ? 1e150 * 6 / (2000.0 * 2000 - 1) : 0).epsilon(1e-11));
}

TEST_CASE("current flow closeness of many actors is empty where rounding hides the currents") {
    Random random(3);
    std::vector<MergedTie> ties{tie(0, 300, 1e-17), tie(700, 701, 2)};
    for (const std::size_t camp : {0, 300}) {
        for (std::size_t a = 0; a < 300; ++a) {
            for (std::size_t b = a + 1; b < 300; ++b) {
                if (b == a + 1 || random.uniform() < 0.05) ties.push_back(tie(camp + a, camp + b, 1));
            }
        }
    }
    const Scores scores = closeness(graph_of(2500, ties));
    CHECK(scores.remark.ends_with(
        "left empty for 600 actors: strengths differ so much that rounding hides the currents"));
    for (std::size_t v = 0; v < 600; ++v) CHECK(std::isnan(scores.values[v]));
    CHECK(scores.values[700] == Approx(2));
    CHECK(scores.values[702] == 0);
}

// Of full camps no actor is left to conjugate gradients: what is lost is little, and it is said.
TEST_CASE("current flow closeness of two full camps is within the error it states, however weak their tie") {
    std::vector<MergedTie> ties{tie(0, 60, 1e-17)};
    for (const std::size_t camp : {0, 60}) {
        for (std::size_t a = 0; a < 60; ++a) {
            for (std::size_t b = a + 1; b < 60; ++b) ties.push_back(tie(camp + a, camp + b, 1));
        }
    }
    const Scores scores = closeness(graph_of(2500, ties));
    CHECK(scores.remark ==
          "approximate: each value within 6e-09 of itself by the bounds of Dirichlet and Thomson");
    for (std::size_t v = 0; v < 120; ++v) CHECK(std::abs(scores.values[v] * 1e17 * 60 - 1) <= 6e-9);
}
