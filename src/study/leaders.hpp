// Why the leading actors lead: for the page's cards.
#pragma once

#include <vector>

#include "study/analysis.hpp"

namespace entente::study {

inline constexpr std::size_t leaders_explained = 5, most_rows_explained = 5000;

// The first actors by the first measure (of equal ones those that come first in the data), each explained tie
// by tie; nothing where nobody has a score above 0, or with more than most_rows_explained rows.
std::vector<Explanation> explained_leaders(const Analysis& analysis, const Control& control);

}  // namespace entente::study
