// A part of a picture on the places of the whole.
#include "render/layout/shared_layout.hpp"

#include <catch2/catch.hpp>

#include "render/lines/geometry.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

TEST_CASE("A part of a picture keeps the places of the whole, and another size needs places of its own") {
    const Network network = test::network_of("a-b +, b-c +, c-d -, d-a -, b-d, e-a");
    std::vector<ActorId> all, some;
    for (std::uint32_t i = 0; i < 5; ++i) all.push_back(static_cast<ActorId>(i));
    some.assign(all.begin(), all.begin() + 4);
    const Bundles ties = test::ties_of(network);
    const Picture whole = picture_of(network, all, ties, {}), part = picture_of(network, some, ties, {});
    const Layout layout = lay_out(whole, {.layout = "stress"}, Control{});
    const std::optional<Layout> shared = layout_of_part(whole, layout, part);
    REQUIRE(shared.has_value());
    REQUIRE(shared->ties.size() == part.ties.size());
    const Point moved = layout.nodes[0] - shared->nodes[0];
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(length(shared->nodes[i] + moved - layout.nodes[i]) < 1e-9);
        CHECK(shared->nodes[i].x >= 0);
        CHECK(shared->nodes[i].x <= shared->width);
    }
    CHECK(shared->score.overlaps == 0);
    CHECK_FALSE(layout_of_part(part, lay_out(part, {.layout = "stress"}, Control{}), whole).has_value());

    Scores scores;
    scores.measure = "degree";
    scores.values = {1, 2, 3, 4};
    PictureOptions sized;
    sized.size = &scores;
    CHECK_FALSE(layout_of_part(whole, layout, picture_of(network, some, ties, sized)).has_value());
}
