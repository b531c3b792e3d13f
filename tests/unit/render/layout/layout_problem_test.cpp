#include "render/layout/layout_problem.hpp"

#include <catch2/catch.hpp>

#include "render/layout/territories.hpp"

using namespace entente::render;

TEST_CASE("an actor of a camp keeps the whole of its shape and label away from the camp's inner borders") {
    LayoutProblem problem;
    problem.camp = {0, 1, 2};
    problem.tiles = {{-page_border, -page_border, page_border, 0.4},
                     {-page_border, 0.4, page_border, page_border}};
    const Point page{1000, 800};
    const Box footprint{-30, -20, 40, 50};  // around the middle of the actor
    const double away = 30;                 // three hundredths of the page's width
    const Box above = own_tile_of(problem, 1, footprint, page);
    CHECK(above.bottom == 0.4 * page.y - away - footprint.bottom);
    CHECK(above.top == -page_border);
    const Box below = own_tile_of(problem, 2, footprint, page);
    CHECK(below.top == 0.4 * page.y + away - footprint.top);
    CHECK(below.bottom == page_border);
    CHECK(own_tile_of(problem, 0, footprint, page).bottom == page_border);

    problem.tiles = {{-page_border, -page_border, 0.5, page_border},
                     {0.5, -page_border, page_border, page_border}};
    CHECK(own_tile_of(problem, 1, footprint, page).right == 0.5 * page.x - away - footprint.right);
    CHECK(own_tile_of(problem, 2, footprint, page).left == 0.5 * page.x + away - footprint.left);

    const Box places = places_of(problem, 1, footprint, page);
    CHECK(places.left == 30);
    CHECK(places.top == 20);
    CHECK(places.right == 0.5 * page.x - away - footprint.right);
    CHECK(places.bottom == page.y - footprint.bottom);
    CHECK(places_of(problem, 0, footprint, page).right == page.x - footprint.right);
}
