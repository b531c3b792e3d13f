#include "render/picture/picture.hpp"

#include <catch2/catch.hpp>

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
