// How time is asked to be cut, as the user types it.
#pragma once

#include <string>
#include <vector>

#include "analysis/timeline/periods.hpp"

namespace entente::cli {

// Of {"year"}, {"quarter"}, {"month"} or dates; nothing given: years. Throws Error(Fault::usage), naming the
// option, for a word that is neither.
SlicePlan slice_plan_of(const std::string& option, const std::vector<std::string>& words);

}  // namespace entente::cli
