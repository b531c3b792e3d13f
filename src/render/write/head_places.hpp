// Where arrowheads stand on their lines when many lead to the same actor.
#pragma once

#include <vector>

#include "render/layout/layout.hpp"

namespace entente::render {

// How far the head at either end of a tie stands back from the actor's border.
struct HeadPlaces {
    double at_source = 0, at_target = 0;
};

// Heads that would lie on one another at an actor's border are staggered: every other one stands back by its
// own length, as far as its line is long enough. `sizes`: of each tie's heads.
std::vector<HeadPlaces> staggered_heads(const Picture& picture, const Layout& layout,
                                        const std::vector<double>& sizes);

// The chain without its last `back` units.
std::vector<Point> cut_back(const std::vector<Point>& chain, double back);

}  // namespace entente::render
