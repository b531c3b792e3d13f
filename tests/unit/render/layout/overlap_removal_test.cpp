// Nodes that find a free place.
#include "render/layout/overlap_removal.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::render;

TEST_CASE("A pile of nodes finds places of its own") {
    LayoutProblem problem;
    NodeShape shape;
    shape.half_width = shape.half_height = 6;
    shape.lines = {"name"};
    shape.text_width = 30;
    problem.shapes.assign(40, shape);
    problem.links_of.resize(40);
    problem.camp.assign(40, 0);
    Arrangement arrangement{std::vector<Point>(40, Point{100, 60}),
                            std::vector<LabelSide>(40, LabelSide::below)};
    remove_last_overlaps(problem, arrangement, 2.5, {200, 150});
    for (std::size_t i = 0; i < 40; ++i) {
        const Box box = footprint(shape, arrangement.side[i]).at(arrangement.middle[i]);
        CHECK(box.left >= 0);
        CHECK(box.right <= 200);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(
                box.meets(footprint(shape, arrangement.side[j]).at(arrangement.middle[j]).grown(2.4)));
    }
}
