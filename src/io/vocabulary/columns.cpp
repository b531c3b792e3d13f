#include "io/vocabulary/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/named.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

std::vector<std::string> normalized_header(const TableReader& rows) {
    std::vector<std::string> names;
    for (const std::string& name : rows.header()) names.push_back(normalized(name));
    return names;
}

void check_header(const TableReader& rows, const std::vector<std::string>& names, Diagnostics& diagnostics) {
    // Names that are missing at the end are one mistake: delimiters that a spreadsheet has written.
    std::size_t named = names.size();
    while (named > 0 && trimmed(rows.header()[named - 1]).empty()) --named;
    if (names.size() - named > 1 && named > 0) {
        diagnostics.error(rows.header_spot(named),
                          fmt::format("columns {} to {} have no name; name them, or remove the delimiters at "
                                      "the end of every line",
                                      named + 1, names.size()),
                          rows.header_excerpt());
    } else {
        named = names.size();
    }
    // Above the names of a matrix's rows there is none; what it is is said where no column is found.
    const bool of_matrix =
        names.size() > 2 && names.front().empty() && std::ranges::none_of(rows.header(), known_header);
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = of_matrix ? 1 : 0; i < named; ++i) {
        if (trimmed(rows.header()[i]).empty()) {
            const char* row_names =
                i == 0 ? " (R writes row names so, pandas its index: row.names = FALSE, index=False)" : "";
            diagnostics.error(rows.header_spot(i),
                              fmt::format("column {} has no name; name it or remove it{}", i + 1, row_names),
                              rows.header_excerpt());
            continue;
        }
        const auto [first, fresh] = seen.emplace(names[i], i);
        if (fresh) continue;
        diagnostics.error(rows.header_spot(i),
                          fmt::format("the column name {} is there twice (first as column {}); rename one",
                                      quoted(rows.header()[i]), first->second + 1),
                          rows.header_excerpt());
    }
}

void assign_ends(const std::vector<std::string>& names, ColumnMap& map) {
    const auto column_of = [&](std::string_view name) -> std::optional<std::size_t> {
        const auto at = std::find(names.begin(), names.end(), name);
        const auto column = static_cast<std::size_t>(at - names.begin());
        return at == names.end() || map.taken(column) ? std::nullopt : std::optional(column);
    };
    if (!map.find("source") && !map.find("target")) {
        for (const EndNames& pair : end_names()) {
            const auto source = column_of(pair.source), target = column_of(pair.target);
            if (!source || !target) continue;
            map.assign("source", *source);
            map.assign("target", *target);
            return;
        }
    }
    for (const EndNames& pair : end_names()) {
        if (const auto source = column_of(pair.source); source && !map.find("source"))
            map.assign("source", *source);
        if (const auto target = column_of(pair.target); target && !map.find("target"))
            map.assign("target", *target);
    }
}

void warn_of_misspelt(const TableReader& rows, const std::vector<std::string>& header,
                      std::span<const ColumnNames> names, const ColumnMap& map, Diagnostics& diagnostics) {
    for (const std::size_t column : map.others()) {
        const std::string& word = header[column];
        if (word.size() < 4) continue;
        const std::size_t most = word.size() >= 6 ? 2 : 1;
        for (const ColumnNames& ours : names) {
            const bool explained = word.starts_with(std::string(ours.name) + "(");  // Weight (1-5)
            if (map.find(ours.name) || (!explained && edit_distance(word, ours.name, most) > most)) continue;
            diagnostics.warning(
                "columns with doubtful names", rows.header_spot(column),
                fmt::format("the column {} is kept as a further attribute; did you mean '{}'?",
                            quoted(rows.header()[column]), ours.name),
                rows.header_excerpt());
            break;
        }
    }
}

}  // namespace

std::optional<std::size_t> ColumnMap::find(std::string_view name) const {
    const auto at = ours_.find(name);
    return at == ours_.end() ? std::nullopt : std::optional(at->second);
}

void ColumnMap::release(std::string_view name) {
    const auto at = ours_.find(name);
    if (at == ours_.end()) return;
    taken_[at->second] = false;
    ours_.erase(at);
}

std::vector<std::size_t> ColumnMap::others() const {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (!taken_[i]) columns.push_back(i);
    }
    return columns;
}

FileColumns ColumnMap::uses(std::string file, const std::vector<std::string>& header) const {
    FileColumns uses{.file = std::move(file), .taken = {}, .others = {}};
    for (std::size_t column = 0; column < header.size(); ++column) {
        const auto ours = std::find_if(ours_.begin(), ours_.end(),
                                       [column](const auto& entry) { return entry.second == column; });
        if (ours == ours_.end()) {
            uses.others.push_back(header[column]);
        } else {
            uses.taken.push_back({ours->first, header[column]});
        }
    }
    return uses;
}

ColumnMap map_columns(const TableReader& rows, std::span<const ColumnNames> names,
                      const ChosenColumns& chosen, bool with_ends, Diagnostics& diagnostics) {
    const std::vector<std::string> header = normalized_header(rows);
    check_header(rows, header, diagnostics);
    ColumnMap map;
    map.taken_.assign(header.size(), false);
    for (const auto& [ours, wanted] : chosen) {
        const bool one_of_ours = (with_ends && (ours == "source" || ours == "target")) ||
                                 std::ranges::find(names, ours, &ColumnNames::name) != names.end();
        if (!one_of_ours) continue;
        auto at = static_cast<std::size_t>(std::find(rows.header().begin(), rows.header().end(), wanted) -
                                           rows.header().begin());
        if (at == header.size())
            at = static_cast<std::size_t>(std::find(header.begin(), header.end(), normalized(wanted)) -
                                          header.begin());
        if (at < header.size() && !map.taken(at)) map.assign(ours, at);
    }
    if (with_ends) assign_ends(header, map);
    for (const ColumnNames& ours : names) {
        if (map.find(ours.name)) continue;
        for (const std::string_view alias : ours.aliases) {
            const auto at =
                static_cast<std::size_t>(std::find(header.begin(), header.end(), alias) - header.begin());
            if (at == header.size() || map.taken(at)) continue;
            map.assign(ours.name, at);
            break;
        }
    }
    // Beside from and to, a column called source is where the tie is known from.
    if (with_ends && !map.find("citation")) {
        const auto at =
            static_cast<std::size_t>(std::find(header.begin(), header.end(), "source") - header.begin());
        if (at < header.size() && !map.taken(at)) {
            map.assign("citation", at);
            diagnostics.note(
                rows.header_spot(at),
                fmt::format("the column {} is read as the citation, because {} and {} name the ends of a tie",
                            quoted(rows.header()[at]), quoted(rows.header()[map.find("source").value_or(0)]),
                            quoted(rows.header()[map.find("target").value_or(0)])));
        }
    }
    warn_of_misspelt(rows, header, names, map, diagnostics);
    return map;
}

void refuse_unmet(const ChosenColumns& chosen, std::string_view where, std::span<const std::string> headers) {
    for (const auto& [ours, wanted] : chosen) {
        if (std::ranges::find(headers, normalized(wanted), normalized) != headers.end()) continue;
        const auto meant = nearest(wanted, std::vector<std::string_view>(headers.begin(), headers.end()));
        throw Error(Fault::usage,
                    fmt::format("{}: no file has a column {} for {}{}", where, quoted(wanted), ours,
                                meant ? fmt::format("; did you mean {}?", quoted(*meant)) : ""));
    }
}

void complain_of_missing(const TableReader& rows, std::string_view name,
                         std::span<const std::string_view> aliases, Diagnostics& diagnostics) {
    // A header that is ours to the letter is free only if --columns or a dataset's table gave it to another.
    const auto taken = std::ranges::find_if(rows.header(), [&](const std::string& header) {
        return std::ranges::find(aliases, normalized(header)) != aliases.end();
    });
    std::string message =
        taken == rows.header().end()
            ? fmt::format("no column is called '{}'", name)
            : fmt::format("no column is left for '{}': {} is taken for something else", name, quoted(*taken));
    std::size_t near = rows.header().size();
    for (std::size_t i = 0; i < rows.header().size() && near == rows.header().size(); ++i) {
        const std::string word = normalized(rows.header()[i]);
        if (taken == rows.header().end() && word.size() >= 3 && nearest(word, aliases) &&
            edit_distance(word, *nearest(word, aliases), 2) <= 2)
            near = i;
    }
    if (near < rows.header().size()) {
        message += fmt::format("; did you mean it by {}? Rename that, or use --columns {}={}",
                               quoted(rows.header()[near]), name, shown(rows.header()[near]));
    } else if (taken != rows.header().end()) {
        message += fmt::format("; choose with --columns {}=NAME or under [columns] in entente.toml", name);
    } else {
        message += fmt::format(" or by another name for it; rename one or use --columns {}=NAME", name);
    }
    if (rows.header().size() == 1 && rows.header()[0].find('|') != std::string::npos)
        message += "; a file with | between its cells needs --delimiter '|'";
    diagnostics.error(rows.header_spot(near < rows.header().size() ? near : 0), std::move(message),
                      rows.header_excerpt());
}

void check_chosen(const ChosenColumns& chosen) {
    const auto names = column_names();
    for (const auto& [ours, header] : chosen) {
        if (std::find(names.begin(), names.end(), ours) == names.end())
            throw Error(Fault::usage, "--columns: " + unknown_name("column", ours, names));
    }
}

}  // namespace entente::io
