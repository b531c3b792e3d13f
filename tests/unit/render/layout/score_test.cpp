#include <array>
#include <catch2/catch.hpp>

#include "render/layout/layout.hpp"

using namespace entente::render;

namespace {

LayoutScore score(std::uint64_t crossings, double text) {
    LayoutScore score;
    score.crossings = crossings;
    score.text = text;
    score.aspect = 4.0 / 3;
    score.ties = 58;
    return score;
}

}  // namespace

TEST_CASE("A layout that another beats in crossings and in size of text never wins") {
    std::array scores{score(45, 12.6), score(43, 19.4)};
    scores[1].unevenness = 9;  // however bad it is otherwise
    CHECK(scores[1].cost() > scores[0].cost());
    CHECK(best_of(scores) == 1);
    scores[1].hits = 1;  // but for ties through other actors, by which crossings are easily avoided
    CHECK(best_of(scores) == 0);
}

TEST_CASE("Straight ties are worth a fifth more crossings, and a way around the page is worth none") {
    LayoutScore straight = score(48, 20), bent = score(40, 20);
    bent.turning = 0.6;
    CHECK(straight.cost() < bent.cost());
    LayoutScore around = score(40, 20);
    around.detours = 4;
    CHECK(score(44, 20).cost() < around.cost());
}

TEST_CASE("Of equal layouts the first wins") {
    const std::array scores{score(3, 20), score(2, 20), score(2, 20)};
    CHECK(best_of(scores) == 1);
}
