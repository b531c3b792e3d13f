#include "io/aggregate/text_store.hpp"

#include <catch2/catch.hpp>

#include "base/random.hpp"

using namespace entente;

TEST_CASE("texts are found again at their places, in memory and beyond its bound") {
    io::TextStore store(std::size_t{2} << 20U);  // two megabytes stay in memory
    Random random(7, 0);
    std::vector<std::string> texts;
    std::vector<std::uint64_t> places;
    for (std::size_t i = 0; i < 9000; ++i) {
        texts.push_back(std::string(random.below(2000), static_cast<char>('a' + i % 26)) + std::to_string(i));
        places.push_back(store.append(texts.back()));
    }
    CHECK(store.memory() <= std::size_t{2} << 20U);
    REQUIRE(places.back() > std::uint64_t{6} << 20U);  // so that most of them are in the file
    for (std::size_t i = 0; i < texts.size(); ++i) REQUIRE(store.at(places[i]) == texts[i]);
    for (std::size_t k = 0; k < 500; ++k) {
        const std::size_t i = random.below(texts.size());
        REQUIRE(store.at(places[i]) == texts[i]);
        REQUIRE(store.holds(places[i], texts[i]));
        REQUIRE_FALSE(store.holds(places[i], texts[i] + "x"));
        REQUIRE_FALSE(store.holds(places[i], texts[i].substr(1)));
    }
}
