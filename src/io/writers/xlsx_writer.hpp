// Workbooks (.xlsx) for Excel, LibreOffice and Kumu.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// A sheet for each of the CSV files, with the same columns and cells: numbers of weights, confidences and
// attributes as numbers, all else as text. A sheet holds 1,048,575 rows below its header and a cell 32,767
// characters; what is beyond is lost.
Written write_xlsx(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
