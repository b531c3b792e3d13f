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

// The exchanges of ends by which networks of the same degrees were drawn.
struct Exchanges {
    std::uint64_t trials = 0;           // in each draw
    double accepted_a_tie = undefined;  // exchanges that could be made: their mean over the draws, by tie
    double fewest_accepted_a_tie = undefined;  // in the draw that made fewest
    std::string remark;                        // where they are too few; else empty
};

struct NullModelComparison {
    std::string model;  // a sentence: what is kept, what is drawn
    std::uint32_t replicates = 0;
    Exchanges exchanges;
    std::vector<NullFigure> figures;
};

}  // namespace entente
