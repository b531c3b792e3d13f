#include "render/layout/engines/two_sides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture(const std::string& text) {
    const Network network = test::network_of(text);
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network));
}

}  // namespace

//   p ─ x      Sources stand on the left, targets on the right, and the two ties that would cross in the
//   q ─ y      order of the data do not.
TEST_CASE("Two modes have a side each and ties that need not cross do not") {
    const LayoutProblem problem = layout_problem_of(picture("p->y, q->x, r->y, r->z, p->z"));
    const auto sides = two_sides_layout(problem);
    REQUIRE(sides);
    // p, y, q, x, r, z in the order of mention.
    for (const std::size_t source : {0, 2, 4}) CHECK(sides->middle[source].x == 0);
    for (const std::size_t target : {1, 3, 5}) CHECK(sides->middle[target].x > 200);
    const auto crosses = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
        return (sides->middle[a].y - sides->middle[c].y) * (sides->middle[b].y - sides->middle[d].y) < 0;
    };
    CHECK_FALSE(crosses(0, 1, 2, 3));
    CHECK_FALSE(crosses(2, 3, 4, 5));
}

TEST_CASE("Data with one mode have no two sides") {
    CHECK_FALSE(two_sides_layout(layout_problem_of(picture("p->y, y->x"))));
}

TEST_CASE("Two modes with few crossings are drawn on two sides") {
    // Pairs of persons at an event and the next one.
    std::string text = "p0->e0";
    for (int i = 0; i < 12; ++i)
        text += fmt::format(", p{}->e{}, p{}->e{}", i, i / 2, i, std::min(i / 2 + 1, 5));
    const Picture shown = picture(text);
    const Layout layout = lay_out(shown, {"auto", 1}, {});
    CHECK(layout.name == "two modes, two sides");
    CHECK(layout.score.hits == 0);
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.turning < 1e-9);
}

TEST_CASE("The spokes of a star of 150 leaves are straight and run through no label") {
    std::string text = "hub->leaf000";
    for (int i = 1; i < 150; ++i) text += fmt::format(", hub->leaf{:03}", i);
    const Layout layout = lay_out(picture(text), {"auto", 1}, {});
    CHECK(layout.score.hits == 0);
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.crossings == 0);
    CHECK(layout.score.turning < 1e-9);
    CHECK(layout.score.text >= 9);
}
