#include "study/figures/figures.hpp"

#include <catch2/catch.hpp>

#include "study/quick_balance.hpp"
#include "support/networks.hpp"

using namespace entente;

TEST_CASE("A layout whose process died is named, and what was drawn instead") {
    render::Layout layout;
    layout.contest = {{"stress", {}, false}, {"sfdp", {}, true}};
    CHECK(study::failure_text(layout) ==
          "the process of a layout ended without an answer: sfdp; the best of the others was drawn");
    layout.contest[0].failed = true;
    CHECK(study::failure_text(layout).ends_with("stress and sfdp; a plain layout was drawn instead"));
    layout.contest.clear();
    CHECK(study::failure_text(layout).empty());
}

TEST_CASE("Clear camps are shown, unclear ones and networks without hostile ties have none") {
    TieSelection all;
    all.signs = SignFilter::all;
    const auto camps = [&](const char* text) {
        return study::camps_of(test::network_of(text), all, 1, Control{});
    };
    const auto clear = camps("a-b +, c-d +, a-c -, b-d -, a-d -, b-c -");
    REQUIRE(clear.has_value());
    CHECK(clear->faction[0] == clear->faction[1]);
    CHECK(clear->faction[0] != clear->faction[2]);
    CHECK_FALSE(camps("a-b +, b-c +").has_value());
    CHECK_FALSE(camps("a-b -, b-c -, c-a -").has_value());
}
