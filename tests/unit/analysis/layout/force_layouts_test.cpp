#include "analysis/layout/force_layouts.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace entente;

namespace {

double distance(const Positions& positions, std::size_t i, std::size_t j) {
    return std::hypot(positions.x[i] - positions.x[j], positions.y[i] - positions.y[j]);
}

}  // namespace

TEST_CASE("Kamada and Kawai's springs come to rest at their lengths where the plane allows it") {
    // A right triangle with sides of 3, 4 and 5, and a tail of 2: the graph's distances are those of the
    // sides where no detour is shorter, so that the triangle can be drawn exactly.
    const std::vector<Spring> springs{{0, 1, 3}, {1, 2, 4}, {0, 2, 5}};
    const std::vector<Positions> layouts = force_layouts(3, springs, 1, Control{});
    REQUIRE(layouts.size() == 2);
    CHECK(layouts[0].name == "Kamada-Kawai");
    CHECK(distance(layouts[0], 1, 2) / distance(layouts[0], 0, 1) == Approx(4.0 / 3).epsilon(0.01));
    CHECK(distance(layouts[0], 0, 2) / distance(layouts[0], 0, 1) == Approx(5.0 / 3).epsilon(0.01));
}

TEST_CASE("Fruchterman and Reingold put neighbours nearer than strangers, opponents further than allies") {
    // Two triangles joined by one tie.
    std::vector<Spring> springs{{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {3, 4, 1}, {4, 5, 1}, {3, 5, 1}, {2, 3, 1}};
    const Positions layout = force_layouts(6, springs, 1, Control{}).at(1);
    CHECK(layout.name == "Fruchterman-Reingold");
    CHECK(distance(layout, 0, 1) < distance(layout, 0, 4));
    CHECK(distance(layout, 4, 5) < distance(layout, 1, 5));
    springs.back().length = 3;
    const Positions apart = force_layouts(6, springs, 1, Control{}).at(1);
    CHECK(distance(apart, 2, 3) / distance(apart, 0, 1) >
          1.05 * distance(layout, 2, 3) / distance(layout, 0, 1));
}

TEST_CASE(
    "The same seed gives the same force layouts, another one others; parts without a tie between them are "
    "laid out too") {
    const std::vector<Spring> springs{{0, 1, 1}, {1, 2, 1}, {3, 4, 1}};
    const auto first = force_layouts(6, springs, 7, Control{}),
               again = force_layouts(6, springs, 7, Control{}),
               other = force_layouts(6, springs, 8, Control{});
    for (std::size_t k = 0; k < 2; ++k) {
        CHECK(first[k].x == again[k].x);
        CHECK(first[k].y == again[k].y);
        CHECK(first[k].x != other[k].x);
        CHECK(first[k].x.size() == 6);
        for (std::size_t i = 0; i < 6; ++i) CHECK(std::isfinite(first[k].x[i] + first[k].y[i]));
    }
    CHECK(force_layouts(2, std::vector<Spring>{{0, 1, 1}}, 1, Control{}).empty());
}
