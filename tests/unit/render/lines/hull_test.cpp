#include "render/lines/hull.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::render;

namespace {

bool holds_a_member(const std::vector<Point>& outline, const std::vector<Box>& members) {
    return std::any_of(members.begin(), members.end(),
                       [&](const Box& box) { return in_polygon(box.middle(), outline); });
}

}  // namespace

TEST_CASE("a hull is one outline around its members") {
    const std::vector<Box> members{{20, 20, 60, 40}, {90, 20, 130, 40}};
    const auto outlines = hull_around(members, {}, {160, 80});
    REQUIRE(outlines.size() == 1);
    for (const Box& box : members) CHECK(in_polygon(box.middle(), outlines[0]));
}

TEST_CASE("a piece of a hull that other nodes cut off is left out where it holds no member") {
    // The tree that joins the members passes between the other nodes.
    const std::vector<Box> members{{20, 140, 60, 160}, {540, 140, 580, 160}},
        others{{160, 100, 240, 200}, {360, 100, 440, 200}};
    const auto outlines = hull_around(members, others, {600, 300});
    REQUIRE(outlines.size() == 2);
    for (const auto& outline : outlines) CHECK(holds_a_member(outline, members));
}

TEST_CASE("another node in the middle of a hull is left out of it") {
    std::vector<Box> members;
    for (const double x : {20.0, 80.0, 140.0}) {
        for (const double y : {20.0, 80.0, 140.0}) {
            if (x != 80 || y != 80) members.push_back({x, y, x + 40, y + 40});
        }
    }
    const auto outlines = hull_around(members, {{85, 85, 115, 115}}, {200, 200});
    const auto inside =
        std::count_if(outlines.begin(), outlines.end(), [](const std::vector<Point>& outline) {
            return in_polygon({100, 100}, outline);
        });
    CHECK(outlines.size() == 2);
    CHECK(
        inside ==
        2);  // of the border and of the hole: filled by the even-odd rule, the other node's place stays empty
}

TEST_CASE("members around an empty middle leave no hole in their hull") {
    std::vector<Box> members;
    for (const double x : {0.0, 100.0, 200.0}) {
        for (const double y : {0.0, 100.0, 200.0}) {
            if (x != 100 || y != 100) members.push_back({x, y, x + 60, y + 60});
        }
    }
    CHECK(hull_around(members, {}, {260, 260}).size() == 1);
    CHECK(hull_around(members, {{125, 125, 135, 135}}, {260, 260}).size() == 2);
}
