#include "report/leaders.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using report::leader_sentence;

namespace {

std::string named(ActorId actor) { return std::string(1, static_cast<char>('A' + index(actor))); }

ScoreTable scores_of(std::vector<double> values) {
    ScoreTable table;
    for (std::size_t i = 0; i < values.size(); ++i) table.actors.push_back(static_cast<ActorId>(i));
    table.columns.push_back({"degree", std::move(values), {}});
    return table;
}

}  // namespace

TEST_CASE("the first three are named with their values, and how many share the last one") {
    const ScoreTable scores = scores_of({1, 4, 3, 2, 2, 2});
    CHECK(leader_sentence(scores, "degree", {}, named) ==
          "Most ties: B (4), C (3), D (2) and 2 more with 2.");
    CHECK(leader_sentence(scores, "degree", {.directed = true, .without_hostile = true}, named) ==
          "Most ties that are not hostile, in and out: B (4), C (3), D (2) and 2 more with 2.");
}

TEST_CASE("where nobody has a tie nobody comes first, not even by a measure above 0") {
    ScoreTable scores = scores_of({0, 0});
    scores.columns.push_back({"pagerank", {0.5, 0.5}, {}});
    CHECK(leader_sentence(scores, "pagerank", {}, named).empty());
    scores.columns[0].values = {1, 1};
    CHECK_FALSE(leader_sentence(scores, "pagerank", {}, named).empty());
}

TEST_CASE("where too many share the first place nobody is named") {
    CHECK(leader_sentence(scores_of({2, 2, 2, 2, 2, 2, 2, 0}), "degree", {}, named) ==
          "Most ties: 7 of them alike (2 each).");
}

TEST_CASE("without a value above 0 or without the measure there is no sentence") {
    CHECK(leader_sentence(scores_of({0, 0, undefined}), "degree", {}, named).empty());
    CHECK(leader_sentence(scores_of({1, 2}), "betweenness", {}, named).empty());
    CHECK(leader_sentence(scores_of({}), "degree", {}, named).empty());
}
