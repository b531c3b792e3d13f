// The presets that come with the program, and which of them a file is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/presets/preset.hpp"

namespace entente::io {

// A file of library/, as it is.
struct PresetSource {
    std::string_view name, text;
};
std::span<const PresetSource> preset_sources();  // by name

// All of them, with the rules' defaults.
std::vector<Preset> built_in_presets();

// The preset of that name, or of the file if the name ends in .toml, with rules chosen. Throws
// Error(Fault::usage) for an unknown name or rule.
Preset find_preset(const std::string& name, const RuleValues& rules);

// The first lines of a table: its header, and the rows after it as far as they are at hand.
struct TableStart {
    std::string file;
    char delimiter = 0;  // 0: not delimited text
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

// Which preset the table is; `header_row` 0 where it has no header, 1 where it is its first line, 2 where a
// row of headings stands above it. Nothing if no signature fits; two that fit are an error that names both.
struct Recognized {
    std::string preset;
    std::size_t header_row = 1;
};
std::optional<Recognized> recognized_preset(const TableStart& table);

// The header of a headerless file of the preset with that many columns.
std::vector<std::string> headerless_names(const Preset& preset, std::size_t columns);

// Whether the row may be one of such a file: the date stands where it should.
bool is_headerless_row(const Preset& preset, char delimiter, const std::vector<std::string>& row);

}  // namespace entente::io
