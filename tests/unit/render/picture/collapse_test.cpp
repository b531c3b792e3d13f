#include "render/picture/collapse.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

//   a ─ b       d ─ e      Two communities, two arcs and a hostile tie between them, and one actor alone.
//    \ /         \ /
//     c ────────▶ f   g
TEST_CASE("Communities become nodes, and the ties between two of one sign a line") {
    const Network network =
        test::network_of("a-b 1, b-c 1, c-a 1, d-e 1, e-f 1, f-d 1, c->f 2, d->a 3, b-e -1, g");
    Partition partition;
    partition.count = 3;
    for (std::uint32_t i = 0; i < 7; ++i) partition.actors.push_back(ActorId{i});
    partition.community = {1, 1, 1, 2, 2, 2, 3};
    PictureOptions options;
    options.groups = &partition;
    const Picture shown = collapsed(picture_of(network, partition.actors, test::ties_of(network), options));
    REQUIRE(shown.nodes.size() == 3);
    CHECK(shown.nodes[0].label == "around a (3)");
    CHECK(shown.nodes[0].size == 3);
    CHECK(shown.nodes[0].tooltip.find("3 ties inside") != std::string::npos);
    CHECK(shown.nodes[2].label == "g");
    REQUIRE(shown.ties.size() == 2);
    CHECK(shown.ties[0].strength == 5);
    CHECK(shown.ties[0].to_target);
    CHECK(shown.ties[0].to_source);
    CHECK(shown.ties[0].rows.size() == 2);
    CHECK(shown.ties[1].sign == Sign::negative);
    CHECK_FALSE(shown.ties[1].to_target);
}

TEST_CASE("A picture without communities stays as it is") {
    const Network network = test::network_of("a-b");
    const Picture shown = picture_of(network, {ActorId{0}, ActorId{1}}, test::ties_of(network));
    CHECK(collapsed(shown).nodes.size() == 2);
}
