// Parts of the page that camps have for themselves: two sides, or a tile for each of several blocs.
#pragma once

#include <vector>

#include "render/lines/geometry.hpp"

namespace entente::render {

inline constexpr double page_border = 1e9;  // where a tile ends with the page: nothing is beyond

// A tile for each camp by the room that it needs, in shares of the page's width and height; none becomes a
// mere strip. Two camps stand left and right, more are cut apart along the longer side again and again
// (slice and dice, Shneiderman 1992).
std::vector<Box> territories(const std::vector<double>& room, double aspect);

}  // namespace entente::render
