#include "render/lines/line_gaps.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::render;

namespace {

std::vector<Point> straight(Point from, Point to) {
    return {from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to};
}

double extent_across(const std::vector<std::vector<Point>>& pieces) {
    double sum = 0;
    for (const std::vector<Point>& piece : pieces) sum += std::abs(piece.back().x - piece.front().x);
    return sum;
}

}  // namespace

TEST_CASE("a line is broken at a box and goes on behind it") {
    const auto pieces = with_gaps(straight({0, 0}, {100, 0}), {{40, -5, 60, 5}});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].front() == Point{0, 0});
    CHECK(pieces[0].back().x == Approx(40).margin(1e-3));
    CHECK(pieces[1].front().x == Approx(60).margin(1e-3));
    CHECK(pieces[1].back() == Point{100, 0});
}

TEST_CASE("a line that meets no box stays as it is") {
    const std::vector<Point> chain{{0, 0}, {20, 40}, {80, 40}, {100, 0}};
    const auto pieces = with_gaps(chain, {{40, -5, 60, 5}});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0] == chain);
}

TEST_CASE("boxes that nearly touch break a line once, wherever the middle of the two lies") {
    const auto pieces = with_gaps(straight({0, 0}, {100, 0}), {{40, -5, 49.9, 5}, {50.1, -5, 60, 5}});
    REQUIRE(pieces.size() == 2);
    CHECK(extent_across(pieces) == Approx(80).margin(1e-2));
}

TEST_CASE("a scrap of line between two boxes is left out, one that can be seen is kept") {
    CHECK(with_gaps(straight({0, 0}, {100, 0}), {{30, -5, 48, 5}, {52, -5, 70, 5}}).size() == 2);
    CHECK(with_gaps(straight({0, 0}, {100, 0}), {{30, -5, 40, 5}, {60, -5, 70, 5}}).size() == 3);
}

TEST_CASE("a tie that lies under a box altogether is drawn all the same") {
    const std::vector<Point> chain = straight({10, 0}, {20, 0});
    const auto pieces = with_gaps(chain, {{0, -5, 60, 5}});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0] == chain);
}

TEST_CASE("a chain of curves is broken across its joints") {
    std::vector<Point> chain = straight({0, 0}, {50, 0});
    const std::vector<Point> second = straight({50, 0}, {50, 50});
    chain.insert(chain.end(), second.begin() + 1, second.end());
    const auto pieces = with_gaps(chain, {{45, -5, 55, 5}});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].back().x == Approx(45).margin(1e-3));
    CHECK(pieces[1].front().y == Approx(5).margin(1e-3));
}
