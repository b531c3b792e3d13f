// Arrowheads that would lie on one another.
#include "render/lines/arrowheads.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::render;

namespace {

// Ties from a fan of places far away to one actor, straight, a few degrees apart.
Layout fan(Picture& picture, std::size_t ties, double reach) {
    Layout layout;
    picture.nodes.resize(ties + 1);
    for (std::size_t t = 0; t < ties; ++t) {
        const double slope = 0.06 * static_cast<double>(t);
        const Point from{-reach, slope * reach}, to{-12, slope * 12}, d = to - from;
        layout.ties.push_back({from, from + d * (1.0 / 3), from + d * (2.0 / 3), to});
        PictureTie tie;
        tie.source = static_cast<std::uint32_t>(t + 1);
        tie.target = 0;
        tie.to_target = true;
        picture.ties.push_back(tie);
    }
    return layout;
}

}  // namespace

TEST_CASE("Arrowheads of a bundle are staggered, one behind the other") {
    Picture picture;
    const Layout layout = fan(picture, 3, 300);
    const std::vector<HeadPlaces> places =
        staggered_heads(picture, layout.ties, std::vector<double>(3, 10.0));
    std::vector<Point> middles;
    for (std::size_t t = 0; t < 3; ++t) {
        const std::vector<Point> cut = cut_back(layout.ties[t], places[t].at_target + 5);
        CHECK(length(cut.back() - layout.ties[t].back()) == Approx(places[t].at_target + 5).margin(0.01));
        middles.push_back(cut.back());
        CHECK(places[t].at_source == 0);
    }
    CHECK(places[0].at_target == 0);
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = 0; b < a; ++b) CHECK(length(middles[a] - middles[b]) >= 8);
    }
}

TEST_CASE("Arrowheads with room, and those of short ties, stand at the border") {
    Picture apart;
    const Layout one = fan(apart, 1, 300);
    CHECK(staggered_heads(apart, one.ties, {10.0})[0].at_target == 0);
    Picture close;
    const Layout two = fan(close, 2, 40);
    for (const HeadPlaces place : staggered_heads(close, two.ties, {10.0, 10.0})) CHECK(place.at_target == 0);
}
