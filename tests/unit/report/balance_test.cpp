#include "report/balance.hpp"

#include <catch2/catch.hpp>

#include "report/format/json_value.hpp"

using namespace entente;
using report::frustration_headline;
using report::frustration_sentence;

TEST_CASE("the frustration index is said with its proof, its bounds, and what it means") {
    Balance balance;
    balance.positive_ties = 1;
    balance.frustration = {.index = 7, .lower_bound = 7, .upper_bound = 7, .total = 58};
    CHECK(frustration_headline(balance) == "Frustration index 7 of 58 ties, proven least");
    CHECK(frustration_sentence(balance) ==
          "Frustration index 7 of 58 ties, proven least: no division into two factions leaves fewer in the "
          "wrong place.");
    balance.frustration.status = ProofStatus::bounded;
    balance.frustration.lower_bound = 5;
    CHECK(
        frustration_sentence(balance) ==
        "Frustration index between 5 and 7 of 58 ties, not proven: the best division found leaves 7 ties in "
        "the wrong place.");
    balance.weighted = true;
    CHECK(frustration_sentence(balance) ==
          "Frustration index between 5 and 7 of a total strength of 58, not proven: the best division found "
          "leaves a strength of 7 in the wrong place.");
}

TEST_CASE("without frustration the network is balanced") {
    Balance balance;
    balance.positive_ties = 1;
    balance.frustration.total = 1;
    CHECK(frustration_sentence(balance) ==
          "Balanced: no tie contradicts the two factions, frustration index 0.");
}

TEST_CASE("the walk balance is said with its error where it has one") {
    const Network network;
    Balance balance;
    balance.positive_ties = 1;
    balance.frustration.total = 1;
    balance.walk_balance = 0.25;
    CHECK(report::balance_text(network, balance).find("Walk balance 0.2500.") != std::string::npos);
    const auto says = [&](std::string_view what) {
        return report::to_json(report::balance_value(network, balance, {})).find(what) != std::string::npos;
    };
    CHECK_FALSE(says("\"walk_balance_error\""));
    balance.walk_balance_error = 2.1e-12;
    CHECK(report::balance_text(network, balance).find("Walk balance 0.2500, off by 3e-12 at most.") !=
          std::string::npos);
    CHECK(says("\"walk_balance_error\""));
}
