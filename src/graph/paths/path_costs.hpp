// What a tie costs a path: 1/strength (Newman 2001), in numbers that make equal lengths compare equal.
#pragma once

#include <span>
#include <vector>

namespace entente {

// Path lengths such as 1/3 + 1/3 + 1/3 and 1 differ in the last binary digit, and a shortest path would be
// lost to rounding. Where the strengths are fractions of moderate terms (4, 0.25, 7/3), the costs are
// therefore multiples of a common unit, whole numbers whose sums are exact in a double; else sums are
// compared with a relative tolerance.
struct PathCosts {
    std::vector<double> of_strength;  // parallel to the strengths given; infinite where the strength is 0
    double unit = 1;                  // a cost times this is 1/strength
    double tolerance = 0;  // relative difference below which two lengths are equal; 0: sums are exact
    bool uniform = true;   // every finite cost is 1: lengths are hops times the unit
    double smallest = 1, largest = 1;  // of the finite costs
};

// The costs of ties of these strengths on paths of fewer than `vertices` ties.
PathCosts path_costs(std::span<const double> strengths, std::size_t vertices);

}  // namespace entente
