#include "study/expectation.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;

TEST_CASE("what takes long is said before it starts, with what is sooner") {
    const Graph graph({}, {}, false, false);
    CHECK_FALSE(study::expectation(graph, {.what = "betweenness", .steps = 1e9, .instead = ""}));
    CHECK(
        study::expectation(graph, {.what = "betweenness", .steps = 4.8e10, .instead = "--fast is sooner"}) ==
        "betweenness of 0 actors and 0 ties will take about 4 minutes of one core; --fast is sooner");
    CHECK(study::expectation(graph, {.what = "x", .steps = 5e9, .instead = ""}) ==
          "x of 0 actors and 0 ties will take up to a minute of one core");
    CHECK(study::expectation(graph, {.what = "x", .steps = 2e13, .instead = ""}) ==
          "x of 0 actors and 0 ties will take about 28 hours of one core");
}
