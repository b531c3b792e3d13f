// What a format without attributes drops of a network.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "io/writers/writer.hpp"

namespace entente::io {

// The filled cells of actors and ties in columns that are not among those kept, and the rows of relations and
// sources.
std::vector<Loss> losses(const ExportTables& tables, std::span<const std::string_view> kept_of_actors,
                         std::span<const std::string_view> kept_of_ties);

}  // namespace entente::io
