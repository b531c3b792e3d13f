#include "support/random_networks.hpp"

#include <string>

#include "base/random.hpp"

namespace entente::test {

Network random_rows(std::uint64_t seed, const RandomRows& shape) {
    Random random(seed);
    Network network;
    network.files = {"random"};
    for (std::size_t i = 0; i < shape.actors; ++i) {
        const std::string id(1, static_cast<char>('a' + i));
        network.actors.id.push_back(id);
        network.actors.label.push_back(id);
        network.actors.kind.push_back("");
    }
    constexpr const char* sources[] = {"s1", "s2", "s3 p. 4", "s1; s2"};
    for (std::size_t row = 0; row < shape.rows; ++row) {
        const std::uint64_t a = random.below(shape.actors), step = 1 + random.below(shape.actors - 1);
        network.ties.source.push_back(static_cast<ActorId>(a));
        network.ties.target.push_back(static_cast<ActorId>((a + step) % shape.actors));
        network.ties.relation.push_back(random.below(2) == 0 ? "knows" : "trusts");
        if (shape.with_signs)
            network.ties.sign.push_back(static_cast<Sign>(1 - static_cast<int>(random.below(3))));
        if (shape.weighted) network.ties.strength.push_back(static_cast<double>(1 + random.below(3)));
        if (shape.directed) network.ties.directed.push_back(static_cast<Directedness>(random.below(3)));
        if (shape.with_sources) network.ties.citation.push_back(sources[random.below(4)]);
        network.ties.place.push_back({0, static_cast<std::uint32_t>(row + 2)});
    }
    return network;
}

}  // namespace entente::test
