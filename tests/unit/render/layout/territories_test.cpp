// Tiles of the page for camps.
#include "render/layout/territories.hpp"

#include <catch2/catch.hpp>

using namespace entente::render;

TEST_CASE("Tiles of camps share the page by room, and none is a strip") {
    const std::vector<double> room = {10, 30, 1, 20, 5};
    const std::vector<Box> tiles = territories(room, 4.0 / 3);
    REQUIRE(tiles.size() == room.size());
    double area = 0;
    for (std::size_t a = 0; a < tiles.size(); ++a) {
        const Box on_page{std::max(tiles[a].left, 0.0), std::max(tiles[a].top, 0.0),
                          std::min(tiles[a].right, 1.0), std::min(tiles[a].bottom, 1.0)};
        area += on_page.width() * on_page.height();
        CHECK(std::min(on_page.width(), on_page.height()) > 0.1);
        for (std::size_t b = 0; b < a; ++b) CHECK_FALSE(tiles[a].meets(tiles[b]));
    }
    CHECK(area == Approx(1));
}

TEST_CASE("Two camps stand left and right, the first on the left") {
    const std::vector<Box> tiles = territories({1, 3}, 4.0 / 3);
    CHECK(tiles[0].right == Approx(0.25));
    CHECK(tiles[0].left == -page_border);
    CHECK(tiles[0].bottom == page_border);
    CHECK(tiles[1].left == Approx(0.25));
    CHECK(territories({7}, 1)[0].right == page_border);
    const std::vector<Box> on_a_high_page = territories({2, 0, 2}, 0.5);
    CHECK(on_a_high_page[0].right == Approx(0.5));
    CHECK(on_a_high_page[2].left == Approx(0.5));
    CHECK(on_a_high_page[0].bottom == page_border);
}
