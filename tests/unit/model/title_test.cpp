#include "model/title.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;

TEST_CASE("A title is a folder's name in words, and never the name of a file") {
    Network network = test::network_of("a-b");
    network.info.name = "florentine-families";
    network.files = {"data/florentine-families/ties.csv"};
    CHECK(title_of(network) == "Florentine families");
    network.info.name = "edges";
    network.files = {"somewhere/edges.csv"};
    CHECK(title_of(network).empty());
    network.info.name = "stdin";
    network.files = {"stdin"};
    CHECK(title_of(network).empty());
    network.info.name = "blocs+tribes";
    network.files = {"blocs/ties.csv", "tribes/ties.csv"};
    CHECK(title_of(network).empty());
    network.info.title = "Families of Florence";
    CHECK(title_of(network) == "Families of Florence");
}
