// Which preset a table is of, and how it is read then.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/cell_rules.hpp"
#include "io/csv/record_scanner.hpp"
#include "io/formats/raw_network.hpp"
#include "io/presets/library.hpp"
#include "io/presets/preset.hpp"
#include "io/presets/preset_table.hpp"
#include "io/table_reader.hpp"

namespace entente::io {

struct PresetChoice {
    std::string name;      // --preset: "" as seen from the header, none for no preset
    RuleValues rules;      // --rule
    CellRules cells = {};  // --missing (besides the preset's own words), --decimal, --dates
};

struct RecognizedTable {
    Preset preset;
    std::size_t header_row = 1;  // 0: the first row is none; 2: a row of headings stands above it
    std::vector<std::string> header;
    CellRules cells = {};
    // Of text:
    TableForm form = {};
    std::size_t header_bytes = 0, header_lines = 0;
};

// Of a file that begins with `text` (the whole file or at least some rows); `delimiter` 0: whichever gives a
// preset. Throws Error(Fault::data) where two presets fit, Error(Fault::usage) for an unknown preset or rule.
std::optional<RecognizedTable> recognized_table(std::string_view text, const std::string& file,
                                                char delimiter, const PresetChoice& choice);
// Of a table of a workbook or a data set of Stata.
std::optional<RecognizedTable> recognized_table(const RawTable& table, const PresetChoice& choice);

// The header, and the first rows, of a text.
TableStart start_of(std::string_view text, const std::string& file, const TableForm& form);

// All rows of the table as ties.
PresetReading read_preset(TableReader& rows, const RecognizedTable& table);

// "read as ACLED (--preset acled): 3 events, hostile (--rule sign=event-type|none); …".
std::string decisions_text(const ReadAs& read_as);
// The same on one line: "acled.csv read as ACLED (--preset acled): 300 rows give 564 ties, 29 left out".
std::string brief_decisions(const ReadAs& read_as);

}  // namespace entente::io
