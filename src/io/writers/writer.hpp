// The formats that `entente convert` writes: one table, from which --output-format, the extensions and what
// is lost follow.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "io/writers/tables/export_tables.hpp"

namespace entente::io {

// Something of the network that the format cannot hold, and how often it was dropped: "citations", 214.
struct Loss {
    std::string what;
    std::uint64_t count = 0;
};

struct Written {
    std::vector<FileText> files;  // one, with the path asked for; of a folder several, relative to it
    std::vector<Loss> losses;
};

struct Writer {
    std::string_view name;        // --output-format
    std::string_view title;       // as messages call it: "Pajek"
    std::string_view extensions;  // divided by blanks; "" for a folder
    std::string_view loses;       // for people; "" for nothing
    bool holds_places;            // says where actors stand, if the tables do
    Written (*write)(const ExportTables& tables, const std::string& path);
};

std::span<const Writer> writers();

// Throws Error(Fault::usage) with the nearest name, or with the extensions that are known.
const Writer& writer_named(std::string_view name);
const Writer& writer_for(const std::string& path);

// How many cells of the column say something.
std::uint64_t filled_cells(const ExportTable& table, std::string_view column);

}  // namespace entente::io
