// The parts of the page's data that sections of their own make.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "report/page/view.hpp"

namespace entente::report {

// With 12 significant digits, null when undefined.
nlohmann::ordered_json number_or_null(double value);

// By index(TieId): where the row stands in view.rows; nowhere for others.
std::vector<std::uint32_t> row_positions(const PageView& view);

// {"measures": [...], "slices": [{"label", "rows", "surely", "frustrated", "frustration", "actors": {...}}]}
nlohmann::ordered_json time_data(const PageView& view);

// [{"actor", "measure", "sentence", "rank", "additive", "share_is", "rest", "of", "parts", "sources"}]
nlohmann::ordered_json explanations_data(const PageView& view);

}  // namespace entente::report
