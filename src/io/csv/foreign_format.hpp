// Files that are no CSV at all, told by how they begin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::io {

// What the file is and how it becomes CSV, for a file that begins as workbooks, archives, GraphML, JSON and
// the like do; nothing for what may be CSV. `start` is as much of it as was read at once.
std::optional<std::string> foreign_format(std::string_view start);

}  // namespace entente::io
