#include "render/write/callouts.hpp"

#include <catch2/catch.hpp>

#include "render/write/medium.hpp"
#include "render/write/sheet.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture(const Network& network, const PictureOptions& options = {}) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), options);
}

}  // namespace

TEST_CASE("Call-outs stand on no shape, no label and not on each other") {
    const Network network = test::network_of("a-b, b-c, c-d, d-e, e-a, a-c, b-d, c-e, d-a, e-b");
    PictureOptions options;
    for (std::uint32_t i = 0; i < 5; ++i)
        options.notes.push_back(
            {ActorId{i}, std::nullopt, "A sentence that says of this actor what is worth it"});
    options.notes.push_back({ActorId{0}, ActorId{1}, "A tie"});
    const Picture shown = picture(network, options);
    REQUIRE(shown.notes.size() == 6);
    CHECK(shown.notes[5].tie == 0);
    const Layout layout = lay_out(shown, {"stress", 1}, {});
    const Sheet sheet = sheet_of(shown, layout, themes().front());
    REQUIRE(sheet.callouts.size() == 6);
    for (std::size_t k = 0; k < 6; ++k) {
        const Box box = sheet.callouts[k].box;
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK_FALSE(box.meets(sheet.shapes[i].glyph().at(layout.nodes[i])));
            CHECK_FALSE(box.meets(label_box(sheet.shapes[i], layout, i)));
        }
        for (std::size_t j = 0; j < k; ++j) CHECK_FALSE(box.meets(sheet.callouts[j].box));
        // On the page, wherever they stand.
        CHECK(box.left + sheet.network_at.x >= 0);
        CHECK(box.right + sheet.network_at.x <= sheet.width);
        CHECK(box.top + sheet.network_at.y >= 0);
        CHECK(box.bottom + sheet.network_at.y <= sheet.height);
    }
}

TEST_CASE("Notes of what is not drawn are left out") {
    const Network network = test::network_of("a-b, c");
    PictureOptions options;
    options.notes = {{ActorId{0}, ActorId{2}, "no such tie"}, {ActorId{2}, std::nullopt, "drawn"}};
    CHECK(picture(network, options).notes.size() == 1);
}

TEST_CASE("On every medium labels of a small network have the size wanted") {
    const Network network = test::network_of("a-b, b-c");
    for (const Medium& medium : media()) {
        CAPTURE(medium.name);
        PictureOptions options;
        options.page = page_of(medium);
        const Picture shown = picture(network, options);
        const Sheet sheet = sheet_of(shown, lay_out(shown, {"stress", 1}, {}), themes().front());
        CHECK(text_points(medium, sheet.width) <= medium.text + 1e-9);
        CHECK(text_points(medium, sheet.width) >= medium.least_text);
    }
    CHECK(text_points(media().front(), 447) == Approx(13 * 85 / 25.4 * 72 / 447));
}
