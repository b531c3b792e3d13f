// Nodes that find a free place.
#include "render/layout/overlap_removal.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("A pile of nodes finds places of its own") {
    LayoutProblem scene;
    NodeShape face;
    face.half_width = face.half_height = 6;
    face.lines = {"name"};
    face.text_width = 30;
    scene.faces.assign(40, face);
    scene.links_of.resize(40);
    scene.half.assign(40, 0);
    Arrangement arrangement{std::vector<Point>(40, Point{100, 60}),
                            std::vector<LabelSide>(40, LabelSide::below)};
    settle(scene, arrangement, 2.5, {200, 150});
    for (std::size_t i = 0; i < 40; ++i) {
        const Box box = footprint(face, arrangement.side[i]).at(arrangement.middle[i]);
        CHECK(box.left >= 0);
        CHECK(box.right <= 200);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(box.meets(footprint(face, arrangement.side[j]).at(arrangement.middle[j]).grown(2.4)));
    }
}
