// What a format says for entente alone, so that it reads back everything (see formats/vocabulary_text.hpp).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/writers/tables/export_tables.hpp"

namespace entente::io {

// How a format may call columns.
struct KeyRules {
    std::span<const std::string_view> reserved;  // words that mean something else, compared without case
    bool ascii_words = false;                    // only letters, digits and _, a letter first
};

// The keys under which a format has the columns of a table: their own names where the rules allow it.
std::vector<std::string> keys_of(const ExportTable& table, const KeyRules& rules);

// The JSON object of the graph's attribute `entente`.
std::string vocabulary_json(const ExportTables& tables, const std::vector<std::string>& actor_keys,
                            const std::vector<std::string>& tie_keys);

}  // namespace entente::io
