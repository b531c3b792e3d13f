// How sure a ranking is, as tables, values and sentences.
#pragma once

#include <string>

#include "model/findings/robustness.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// id,label,kind,value,rank,rank_low,rank_high,top_probability.
Table robustness_table(const Network& network, const Robustness& robustness);

// docs/format.md says what the fields are.
Value robustness_value(const Network& network, const Robustness& robustness, Value settings);

// The leading actors with their intervals, then what the ranking hinges on.
std::string robustness_text(const Network& network, const Robustness& robustness, const TextOptions& options);

}  // namespace entente::report
