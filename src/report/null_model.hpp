// Figures against chance, and divisions against each other.
#pragma once

#include <string>

#include "model/findings/comparison.hpp"
#include "model/findings/null_model.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// figure,observed,mean,deviation,z,p.
Table null_table(const NullModelComparison& comparison);
// docs/format.md says what the fields are.
Value exchanges_value(const Exchanges& exchanges);
Value null_value(const NullModelComparison& comparison);

Value comparison_value(const PartitionComparison& comparison);
std::string comparison_text(const PartitionComparison& comparison);

}  // namespace entente::report
