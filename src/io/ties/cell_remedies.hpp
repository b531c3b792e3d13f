// What is wrong with a cell that is no date, number or sign, and what to write instead.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// Of a date, of the tie's start or else of its end.
std::string date_remedy(std::string_view cell, bool start);

// Of a number; "" where nothing better can be said.
std::string number_remedy(std::string_view cell);

// In a sentence with the value, of a cell that is none.
std::string sign_problem(std::string_view cell);
std::string weight_problem(std::string_view cell);
std::string date_problem(std::string_view cell, bool start);

}  // namespace entente::io
