// Which columns a preset reads and a file lacks, and what follows from that.
#include <fmt/format.h>

#include <algorithm>

#include "base/prose.hpp"
#include "io/diagnostics.hpp"
#include "io/presets/preset_table.hpp"

namespace entente::io {

void tell_lacking(const PresetReading& reading, Diagnostics& diagnostics) {
    for (const std::string& lacking : reading.lacking)
        diagnostics.warning(
            "columns of a data set that the file lacks", {reading.read_as.file, 1, 1},
            fmt::format("the file has {}; add it, or say --preset none if these are no data of {}", lacking,
                        reading.read_as.title),
            "", true);
}

// Whether the file has one of the columns from which the preset takes the date.
bool PresetTable::has(const DateColumns& date) {
    return rows_.slot_of(date.column) != no_slot || rows_.slot_of(date.year) != no_slot;
}

void PresetTable::note_lacking_dates() {
    const TimeRule& time = preset_.time;
    const auto name = [](const DateColumns& date) {
        return quoted(date.column.empty() ? date.year : date.column);
    };
    const auto note = [&](const std::vector<DateColumns>& dates, const char* what, const char* follows) {
        if (dates.empty() || std::ranges::any_of(dates, [&](const DateColumns& date) { return has(date); }))
            return;
        std::vector<std::string> names;
        for (const DateColumns& date : dates) names.push_back(name(date));
        result_.lacking.push_back(
            fmt::format("no column {}, which says when ties {}: {}", listed(names, "or"), what, follows));
    };
    if (time.point) return note(time.start, "were", "no tie has a date");
    note(time.start, "begin", "no tie has a start");
    note(time.end, "end",
         time.joining == Joining::spread ? "each ends where it last begins" : "each goes on for ever");
    for (const DateColumns& date : time.end) {
        if (date.open_column.empty() || !has(date) || rows_.slot_of(date.open_column) != no_slot) continue;
        result_.lacking.push_back(fmt::format("no column {}, which says what goes on: ties end where {} says",
                                              quoted(date.open_column), name(date)));
    }
}

void PresetTable::note_lacking() {
    note_lacking_dates();
    const auto note = [&](const Terms& terms, const char* what, const char* follows) {
        std::vector<std::string> names;
        for (const Term& term : terms) {
            if (!term.literal.empty()) return;
            for (const std::string& column : term.columns) {
                if (rows_.slot_of(column) != no_slot) return;
                names.push_back(quoted(column));
            }
        }
        if (names.empty()) return;
        std::string text = fmt::format("no column {}, which {}: {}", listed(names, "or"), what, follows);
        if (std::ranges::find(result_.lacking, text) == result_.lacking.end())
            result_.lacking.push_back(std::move(text));
    };
    for (const TieRule& tie : preset_.ties) {
        if (tie.skip) continue;
        note(tie.sign, "says what is friendly or hostile", "these ties have no sign");
        if (std::ranges::any_of(tie.weight, [](const Term& term) { return !term.rules.empty(); }))
            note(tie.weight, "gives the weight", "each counts 1");
    }
    for (const Party& party : preset_.parties) {
        if (!party.count_by.empty() && rows_.slot_of(party.column) != no_slot &&
            rows_.slot_of(party.count_by) == no_slot)
            uncounted_.push_back(&party);
    }
}

// Names with what parts several in them, though nothing says how many there are.
void PresetTable::look_for_lists(const TieDraft& draft) {
    for (std::size_t i = 0; i < uncounted_.size(); ++i) {
        const Party& party = *uncounted_[i];
        if (draft.source.id.text.find(party.list) == std::string::npos &&
            draft.target.id.text.find(party.list) == std::string::npos)
            continue;
        result_.lacking.push_back(
            fmt::format("no column {}, which says how many {} names: each cell of it is "
                        "one actor, also with {} in it",
                        quoted(party.count_by), quoted(party.column), quoted(party.list)));
        uncounted_.erase(uncounted_.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

}  // namespace entente::io
