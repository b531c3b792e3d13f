#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "analysis/centrality/measures.hpp"
#include "support/places.hpp"

using namespace entente;

TEST_CASE("docs/methods.md names every measure and the authors it is taken from") {
    std::ifstream file(test::project_root() + "/docs/methods.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const Measure& measure : measures()) {
        CAPTURE(measure.name, measure.citation);
        CHECK(text.find("`" + std::string(measure.name) + "`") != std::string::npos);
        const std::string_view first_author =
            measure.citation.substr(0, measure.citation.find_first_of(" ,"));
        CHECK(text.find(first_author) != std::string::npos);
    }
}
