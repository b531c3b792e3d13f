#include "render/lines/ports.hpp"

#include <catch2/catch.hpp>

#include "render/lines/arrowheads.hpp"

using namespace entente;
using namespace entente::render;

namespace {

struct Fan {
    Picture picture;
    LayoutProblem problem;
    Arrangement arrangement;
    std::vector<std::vector<Point>> ties;
};

// Three ties to a shape of this radius at (0, 0) from 400 units away, `apart` from each other there.
Fan fan(double radius, double apart) {
    Fan fan;
    fan.picture.nodes.resize(4);
    fan.problem.shapes.resize(4);
    fan.problem.shapes[0].half_width = fan.problem.shapes[0].half_height = radius;
    fan.arrangement = {{{0, 0}}, std::vector<LabelSide>(4, LabelSide::below)};
    for (std::uint32_t t = 0; t < 3; ++t) {
        const Point from{400, apart * (t - 1.0)}, to = from * ((radius + 1.5) / length(from));
        fan.arrangement.middle.push_back(from);
        fan.ties.push_back({from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
        PictureTie tie;
        tie.source = t + 1;
        tie.to_target = true;
        fan.picture.ties.push_back(tie);
    }
    return fan;
}

std::size_t meetings(const Fan& fan, const std::vector<std::vector<Point>>& ties) {
    std::vector<std::array<Point, 3>> heads;
    for (std::vector<Point> chain : ties)
        heads.push_back(take_arrowhead(chain, Sign::none, head_sizes(fan.picture)[0]).triangle());
    std::size_t count = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) count += triangles_meet(heads[i], heads[j]) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("Arrowheads that lie on one another at a large shape are spread around it") {
    const Fan bundle = fan(22, 30);
    REQUIRE(meetings(bundle, bundle.ties) > 0);
    const auto spread = with_spread_ports(bundle.picture, bundle.problem, bundle.arrangement, bundle.ties);
    CHECK(meetings(bundle, spread) == 0);
    for (std::size_t t = 0; t < 3; ++t) {
        CHECK(spread[t].front() == bundle.ties[t].front());
        CHECK(length(spread[t].back()) == Approx(23.5).margin(0.6));
        CHECK(length(spread[t].back() - bundle.ties[t].back()) <= 0.6 * 22 + 0.1);
        // A straight line stays straight.
        CHECK(cross(spread[t][1] - spread[t][0], spread[t][3] - spread[t][0]) == Approx(0).margin(1e-6));
    }
}

TEST_CASE("Ties whose arrowheads are apart end where they did") {
    const Fan wide = fan(22, 300);
    CHECK(with_spread_ports(wide.picture, wide.problem, wide.arrangement, wide.ties) == wide.ties);
}

TEST_CASE("A tie is not moved into another shape") {
    Fan bundle = fan(22, 30);
    const auto free = with_spread_ports(bundle.picture, bundle.problem, bundle.arrangement, bundle.ties);
    // Where the first tie would pass.
    const Point there = free[0][3] * 0.7 + free[0][0] * 0.3 + Point{0, -2.5};
    bundle.picture.nodes.resize(5);
    bundle.problem.shapes.resize(5);
    bundle.problem.shapes[4].half_width = bundle.problem.shapes[4].half_height = 2;
    bundle.arrangement.middle.push_back(there);
    bundle.arrangement.side.push_back(LabelSide::below);
    const auto held = with_spread_ports(bundle.picture, bundle.problem, bundle.arrangement, bundle.ties);
    CHECK(held[0] == bundle.ties[0]);
}
