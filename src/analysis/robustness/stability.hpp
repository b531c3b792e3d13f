// How many ties a ranking can spare.
#pragma once

#include <vector>

#include "analysis/robustness/replicates.hpp"
#include "base/control.hpp"
#include "model/findings/robustness.hpp"

namespace entente {

// CS(0.7) after Epskamp, Borsboom & Fried (2018), who drop actors where this drops rows of the ties: in steps
// of 5 %, found by bisection. At each step 250 networks are drawn, and where 95 % lies within the 95 %
// interval (Wilson 1927) of the share of draws that still correlate, 250 more at a time up to 2,000. A step
// that comes to less than half a row removes none and counts as 0. `values` are those of the whole network;
// undefined where they do not vary. The same for any number of threads.
StabilityCoefficient stability_coefficient(const Resampler& resampler, const std::vector<double>& values,
                                           const Control& control);

}  // namespace entente
