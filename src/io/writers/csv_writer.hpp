// entente's own files.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// A table as RFC 4180 text with LF, cells quoted only where they must be.
std::string csv_text(const ExportTable& table);

// actors.csv, ties.csv, relations.csv and sources.csv, relative to the folder; all four, so that none of an
// earlier run stays beside new ones.
Written write_csv_folder(const ExportTables& tables, const std::string& path);

// The ties alone.
Written write_csv_ties(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
