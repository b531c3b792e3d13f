// Which changes moved whom, and by how much.
#pragma once

#include <vector>

#include "analysis/change/change_game.hpp"
#include "analysis/change/diff.hpp"

namespace entente {

// From which place to which the value stands with those level with it; nan where it is. The first is the
// standard competition rank.
struct Places {
    std::vector<double> first, last;
};
Places places_of(const std::vector<double>& values);

// Whether two scores are distinguished: by more than rounding, or because only one is defined.
bool differs(double a, double b);

// The contributions of found.groups to those of found.measures' moves who moved most, a list a measure.
struct Attribution {
    struct OfMeasure {
        bool exact = true;
        std::vector<Contribution> contributions;  // largest first within each actor
    };
    std::vector<OfMeasure> measures;
    unsigned orders = 0;  // drawn; 0: all
};
Attribution attribute_moves(const ChangeGame& game, const Difference& found, const DiffOptions& options,
                            const Control& control);

}  // namespace entente
