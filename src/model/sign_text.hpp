// How a sign is written.
#pragma once

#include <string_view>

#include "model/network.hpp"

namespace entente {

// "+", "-" or "": in tables, JSON and attributes.
constexpr const char* sign_text(Sign sign) {
    return sign == Sign::positive ? "+" : sign == Sign::negative ? "-" : "";
}

// The same with the minus of a well-set text, U+2212: for people.
constexpr const char* sign_mark(Sign sign) {
    return sign == Sign::negative ? "\xE2\x88\x92" : sign_text(sign);
}

// "positive", "hostile" or "".
constexpr const char* sign_word(Sign sign) {
    return sign == Sign::positive ? "positive" : sign == Sign::negative ? "hostile" : "";
}

}  // namespace entente
