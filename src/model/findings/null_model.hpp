// Figures of a network against networks drawn at random. nan where undefined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"

namespace entente {

struct NullFigure {
    std::string name;  // as in the summary: "transitivity"
    double observed = undefined;
    double mean = undefined, deviation = undefined;  // over the drawn networks where it is defined
    double z = undefined;                            // (observed − mean) / deviation
    double p = undefined;  // two-sided: (r + 1)/(N + 1), r the drawn values at least as far from their mean
                           // as the observed one
    std::uint32_t defined = 0;  // in how many of the drawn networks
};

struct NullModelComparison {
    std::string model;  // a sentence: what is kept, what is drawn
    std::uint32_t replicates = 0;
    std::vector<NullFigure> figures;
};

}  // namespace entente
