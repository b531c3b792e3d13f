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
    CHECK(clear->count == 2);
    CHECK(clear->of_actor[0] == clear->of_actor[1]);
    CHECK(clear->of_actor[0] != clear->of_actor[2]);
    CHECK(clear->against.empty());
    CHECK_FALSE(camps("a-b +, b-c +").has_value());
    CHECK_FALSE(camps("a-b -, b-c -, c-a -").has_value());
}

TEST_CASE("Where two camps do not fit but several blocs do, these are shown") {
    TieSelection all;
    all.signs = SignFilter::all;
    // Three triangles of allies, all hostile to each other but for one tie; x is hostile to all and ally of
    // none.
    const char* text =
        "a-b +, b-c +, a-c +, d-e +, e-f +, d-f +, g-h +, h-i +, g-i +, "
        "a-d -, b-e -, c-f -, a-g -, b-h -, c-i -, d-g -, e-h -, f-i -, a-e -, d-h -, "
        "c-e +, x-a -, x-d -, x-g -";
    const Network network = test::network_of(text);
    const auto blocs = study::camps_of(network, all, 1, Control{});
    REQUIRE(blocs.has_value());
    CHECK(blocs->count == 3);
    for (const std::size_t first : {0U, 3U, 6U}) {
        CHECK(blocs->of_actor[first] != 0);
        CHECK(blocs->of_actor[first] == blocs->of_actor[first + 1]);
        CHECK(blocs->of_actor[first] == blocs->of_actor[first + 2]);
    }
    CHECK(blocs->of_actor[0] != blocs->of_actor[3]);
    CHECK(blocs->of_actor[0] != blocs->of_actor[6]);
    CHECK(blocs->of_actor[3] != blocs->of_actor[6]);
    CHECK(blocs->of_actor[9] == 0);
    REQUIRE(blocs->against.size() == 1);
    CHECK(index(blocs->against[0]) == 20);
    const std::vector<std::uint8_t> of_two = study::camps_of_actors(*blocs, {ActorId{9}, ActorId{4}});
    CHECK(of_two == std::vector<std::uint8_t>{0, blocs->of_actor[4]});
}

TEST_CASE("Pairs of allies among many who have none are no blocs") {
    TieSelection all;
    all.signs = SignFilter::all;
    // Ten actors hostile to each other; three pairs among them are allies.
    std::string text = "a-b +, c-d +, e-f +";
    const std::string names = "abcdefghij";
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            if (j != i + 1 || i % 2 == 1 || i > 4)
                text += std::string(", ") + names[i] + "-" + names[j] + " -";
        }
    }
    CHECK_FALSE(study::camps_of(test::network_of(text), all, 1, Control{}).has_value());
}
