#include "io/presets/library.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.hpp"
#include "base/named.hpp"
#include "io/presets/preset_error.hpp"
#include "io/presets/row_interpreter.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date.hpp"

namespace entente::io {

namespace {

bool fits(const Signature& signature, bool typed, const std::vector<std::string>& header,
          const std::vector<std::string>* first_row) {
    std::vector<std::string> names;
    for (const std::string& name : header) names.push_back(typed ? preset_name(name) : normalized(name));
    const auto place = [&](const std::string& name) { return std::ranges::find(names, name); };
    const auto there = [&](const std::string& name) { return place(name) != names.end(); };
    if (signature.all.empty() || !std::ranges::all_of(signature.all, there)) return false;
    if (std::ranges::any_of(signature.none, there)) return false;
    return std::ranges::all_of(signature.begins, [&](const auto& begin) {
        const auto column = static_cast<std::size_t>(place(begin.first) - names.begin());
        return first_row != nullptr && column < first_row->size() &&
               lower(trimmed((*first_row)[column])).starts_with(begin.second);
    });
}

bool fits(const Preset& preset, const std::vector<std::string>& header,
          const std::vector<std::string>* first_row) {
    return std::ranges::any_of(preset.signatures, [&](const Signature& signature) {
        return fits(signature, preset.typed_headers, header, first_row);
    });
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<Preset> built_in_presets() {
    std::vector<Preset> presets;
    for (const PresetSource& source : preset_sources())
        presets.push_back(parse_preset(source.text, std::string(source.name) + ".toml", {}));
    return presets;
}

Preset find_preset(const std::string& name, const RuleValues& rules) {
    if (name.ends_with(".toml")) return parse_preset(read_file(name), name, rules);
    const PresetSource& source = find_named("preset", name, preset_sources());
    return parse_preset(source.text, name + ".toml", rules);
}

std::optional<Recognized> recognized_preset(const TableStart& table) {
    std::vector<Recognized> found;
    for (const Preset& preset : built_in_presets()) {
        const auto* first = table.rows.empty() ? nullptr : &table.rows[0];
        const auto* second = table.rows.size() < 2 ? nullptr : &table.rows[1];
        if (is_headerless_row(preset, table.delimiter, table.header)) {
            found.push_back({preset.name, 0});
        } else if (fits(preset, table.header, first)) {
            found.push_back({preset.name, 1});
        } else if (first != nullptr && fits(preset, *first, second)) {
            found.push_back({preset.name, 2});
        }
    }
    if (found.empty()) return std::nullopt;
    if (found.size() == 1) return found.front();
    throw data_error({table.file, 1, 1},
                     fmt::format("these columns may be those of {0} or of {1}; say which: --preset {0}, "
                                 "--preset {1} or --preset none",
                                 found[0].preset, found[1].preset));
}

std::vector<std::string> headerless_names(const Preset& preset, std::size_t columns) {
    std::vector<std::string> names = preset.headerless.names;
    if (names.size() > columns) names.resize(columns);
    while (names.size() < columns) names.push_back(fmt::format("column {}", names.size() + 1));
    // The oldest form ends before it.
    if (!preset.headerless.last.empty() && columns > preset.headerless.least_columns)
        names.back() = preset.headerless.last;
    return names;
}

bool is_headerless_row(const Preset& preset, char delimiter, const std::vector<std::string>& row) {
    const HeaderlessShape& shape = preset.headerless;
    if (shape.least_columns == 0 || delimiter != '\t') return false;
    if (row.size() < shape.least_columns || row.size() > shape.most_columns) return false;
    const std::string& day = row[shape.date_column];
    return is_number(row.front()) && day.size() == 8 && is_number(day) &&
           parse_date(fmt::format("{}-{}-{}", day.substr(0, 4), day.substr(4, 2), day.substr(6, 2)));
}

}  // namespace entente::io
