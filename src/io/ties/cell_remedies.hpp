// What to write instead of a cell that is no date or no number.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// Of a date, of the tie's start or else of its end.
std::string date_remedy(std::string_view cell, bool start);

// Of a number; "" where nothing better can be said.
std::string number_remedy(std::string_view cell);

}  // namespace entente::io
