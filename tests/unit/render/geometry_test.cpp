// Curves cut at boxes, and nodes that find a free place.
#include "render/scene.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::vector<Point> straight(Point p, Point q) { return {p, p + (q - p) * (1.0 / 3), p + (q - p) * (2.0 / 3), q}; }

}  // namespace

TEST_CASE("A curve is interrupted exactly where boxes lie") {
    const auto parts = outside_of(straight({0, 0}, {100, 0}), {{20, -5, 30, 5}, {60, -5, 66, 5}, {95, -5, 120, 5}}, 2);
    REQUIRE(parts.size() == 3);
    const double expected[3][2] = {{0, 20}, {30, 60}, {66, 95}};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(parts[i].front().x == Approx(expected[i][0]).margin(1e-3));
        CHECK(parts[i].back().x == Approx(expected[i][1]).margin(1e-3));
    }
    CHECK(outside_of(straight({0, 0}, {100, 0}), {{0, 20, 100, 30}}, 2).size() == 1);
    CHECK(outside_of(straight({22, 0}, {28, 0}), {{20, -5, 30, 5}}, 2).empty());
}

TEST_CASE("Labels that nearly touch leave no crumb of the line between them") {
    const auto parts = outside_of(straight({0, 0}, {0, 100}), {{-40, 30, 40, 47}, {-40, 47.4, 40, 65}}, 2);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].back().y == Approx(30).margin(1e-3));
    CHECK(parts[1].front().y == Approx(65).margin(1e-3));
}

TEST_CASE("A pile of nodes finds places of its own") {
    Scene scene;
    Face face;
    face.half_width = face.half_height = 6;
    face.lines = {"name"};
    face.text_width = 30;
    scene.faces.assign(40, face);
    scene.links_of.resize(40);
    Arrangement arrangement{std::vector<Point>(40, Point{100, 60}), std::vector<LabelSide>(40, LabelSide::below)};
    settle(scene, arrangement, 2.5, {200, 150});
    for (std::size_t i = 0; i < 40; ++i) {
        const Box box = footprint(face, arrangement.side[i]).at(arrangement.middle[i]);
        CHECK(box.left >= 0);
        CHECK(box.right <= 200);
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(box.meets(footprint(face, arrangement.side[j]).at(arrangement.middle[j]).grown(2.4)));
    }
}
