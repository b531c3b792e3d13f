// Where a layout algorithm would have the vertices of a network stand.
#pragma once

#include <string>
#include <vector>

namespace entente {

struct Positions {
    std::string name;          // of the algorithm, for people
    std::vector<double> x, y;  // a vertex each, in units of the length of a tie, or nearly
};

}  // namespace entente
