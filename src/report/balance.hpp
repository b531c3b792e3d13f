// How balanced a signed network is, as tables, values and sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/findings/balance.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

std::string to_string(ConflictRule rule);

// id,label,kind,faction,contested,bloc,triangles,unbalanced_triangles.
Table balance_table(const Network& network, const Balance& balance);

// How a balance was asked for.
struct BalanceSettings {
    ConflictRule conflict = ConflictRule::net;
    std::optional<double> time_limit = {};
    std::optional<std::uint64_t> proof_steps = {};  // none under a time limit and with exact
    bool exact = false;
    unsigned draws = 0;
};

// {"conflict","time_limit","proof_steps","exact","draws"}, for Settings::more.
Value::Object balance_settings(const BalanceSettings& settings);

// As INTERFACE §5 fixes it, and what the analysis knows besides (docs/format.md).
Value balance_value(const Network& network, const Balance& balance, Value settings);

// What was found, in sentences.
std::string balance_text(const Network& network, const Balance& balance);

// Whether any signed tie is left to balance.
bool has_signed_ties(const Balance& balance);

// Why there is no balance to speak of when the analysis has no tie: no signs, signs that cancel or are
// dropped, or no strength.
std::string nothing_to_balance(const Balance& balance);

// For captions: "Frustration index 3 of 45 ties, proven least".
std::string frustration_headline(const Balance& balance);

// The same as a sentence that says what it means.
std::string frustration_sentence(const Balance& balance);

// "2 pairs are tied as friends and as enemies alike and take no part in it."; "" where there is none, or
// nothing else.
std::string undecided_sentence(const Balance& balance);

}  // namespace entente::report
