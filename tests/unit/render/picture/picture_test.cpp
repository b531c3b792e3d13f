#include "render/picture/picture.hpp"

#include <catch2/catch.hpp>

#include "render/picture/groups.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture_of_all(const Network& network) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), {});
}

}  // namespace

TEST_CASE("A tie is as certain as the surest of its rows") {
    Network network = test::network_of("a-b, a-b, b-c");
    network.ties.confidence = {0.3, 0.8, 1};
    const Picture picture = picture_of_all(network);
    REQUIRE(picture.ties.size() == 2);
    CHECK(picture.ties[0].confidence == 0.8);
    CHECK(picture.ties[1].confidence == 1);
}

TEST_CASE("Two modes without kinds have shapes of their own, one mode does not") {
    const Picture modes = picture_of_all(test::network_of("a-x, b-x, b-y, c-y, c-x"));
    CHECK(modes.kinds == std::vector<std::string>{"source", "target"});
    CHECK(modes.kinds_are_modes);
    for (const PictureNode& node : modes.nodes) CHECK(node.shape == (node.id >= "x" ? 1U : 0U));
    CHECK(describe(modes).find("3 sources") != std::string::npos);
    CHECK(describe(modes).find("2 targets") != std::string::npos);
    CHECK_FALSE(picture_of_all(test::network_of("a-x, b-x, b-y, c-y, x-y")).kinds_are_modes);
}

TEST_CASE("Sizes that are all the same are no sizes") {
    const Network network = test::network_of("a-b, b-c, c-a");
    Scores score{.measure = "degree", .values = {2, 2, 2}, .remark = {}};
    const std::vector<ActorId> actors{ActorId{0}, ActorId{1}, ActorId{2}};
    PictureOptions options;
    options.size = &score;
    CHECK(picture_of(network, actors, test::ties_of(network), options).size_title.empty());
    score.values[1] = 3;
    CHECK(picture_of(network, actors, test::ties_of(network), options).size_title == "degree");
}

TEST_CASE("The number behind a name written from right to left stays behind it") {
    Picture picture;
    picture.nodes.resize(2);
    picture.nodes[0].label = "حزب";
    picture.nodes[1].label = "Party";
    picture.group_count = 1;
    for (PictureNode& node : picture.nodes) node.group = 1;
    CHECK(group_names(picture)[0] == "around حزب\u200E (2)");
    picture.nodes[0].label = "Union";
    CHECK(group_names(picture)[0] == "around Union (2)");
}
