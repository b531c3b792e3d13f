#include "io/presets/preset_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "io/diagnostics.hpp"
#include "io/presets/dates.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

enum Ours { source, target, relation, sign, weight, directed, start, end, confidence, citation, note, ours };

constexpr std::array<std::string_view, ours> names{"source",     "target",   "relation", "sign",
                                                   "weight",     "directed", "start",    "end",
                                                   "confidence", "citation", "note"};
constexpr std::size_t npos = static_cast<std::size_t>(-1);

// 0 for an empty cell.
int year_of(const std::string& date) { return date.empty() ? 0 : std::stoi(date.substr(0, 4)); }

std::optional<DayInterval> days_of(const std::string& date) {
    const auto reading = read_date(date);
    return reading ? std::optional(reading->date) : std::nullopt;
}

// Of two dates as they are written the one that begins later, or ends sooner; of a date and none the date.
const std::string& later_start(const std::string& a, const std::string& b) {
    const auto x = days_of(a), y = days_of(b);
    return !y || (x && x->earliest >= y->earliest) ? a : b;
}

const std::string& sooner_end(const std::string& a, const std::string& b) {
    const auto x = days_of(a), y = days_of(b);
    return !y || (x && x->latest <= y->latest) ? a : b;
}

// Of which of our columns the preset says what they are. Spans of time that a cell may hold fill dates only
// where there are some.
std::array<bool, ours> ruled_columns(const Preset& preset) {
    std::array<bool, ours> ruled{true, true};
    for (const TieRule& tie : preset.ties) {
        ruled[relation] |= !tie.relation.empty();
        ruled[sign] |= !tie.sign.empty();
        ruled[weight] |= !tie.weight.empty();
        ruled[directed] |= !tie.directed.empty();
        ruled[confidence] |= !tie.confidence.empty();
        ruled[citation] |= !tie.citation.empty();
        ruled[note] |= !tie.note.empty();
    }
    ruled[weight] |= !preset.time.weight_spans.empty();
    ruled[start] = ruled[end] = !preset.time.start.empty();
    return ruled;
}

}  // namespace

PresetTable::PresetTable(const Preset& preset, std::string file, const std::vector<std::string>& header,
                         const CellRules& rules)
    : preset_(preset),
      file_(std::move(file)),
      rows_(preset, file_, header, rules),
      counts_(preset.ties.size()) {
    for (const std::string& column : preset_.time.by) by_.push_back(rows_.slot_of(column));
    run_end_ = rows_.slot_of(preset_.time.run_end);
    group_ = rows_.slot_of(preset_.members.group);
    side_ = rows_.slot_of(preset_.members.side);
    for (const Party& party : preset_.parties)
        with_actors_ =
            with_actors_ || !party.label.empty() || !party.kind.empty() || !party.kind_by_prefix.empty();
    const std::vector<std::uint32_t> used = rows_.columns();
    static_assert(own_columns == ours);
    const std::array<bool, ours> ruled = ruled_columns(preset_);
    kept_.fill(no_slot);
    origin_.fill(no_slot);
    const auto attribute = [&](const std::string& name, std::uint32_t slot) {
        std::string shown = preset_.typed_headers ? name.substr(0, name.find(':')) : name;
        if (shown.empty() || std::ranges::find(names, shown) != names.end()) shown = "file " + name;
        const auto same = [&](const auto& other) { return other.first == shown; };
        while (std::ranges::any_of(attributes_, same)) shown += " 2";
        attributes_.emplace_back(std::move(shown), slot);
    };
    for (const std::string& name : preset_.attributes)
        if (const std::uint32_t slot = rows_.slot_of(name); slot != no_slot) attribute(name, slot);
    for (std::uint32_t column = 0; preset_.all_attributes && column < header.size(); ++column) {
        if (std::ranges::find(used, column) != used.end()) continue;
        const std::string name =
            preset_.typed_headers ? preset_name(header[column]) : normalized(header[column]);
        const auto own = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        if (own < ours && !ruled[own] && kept_[own] == no_slot) kept_[own] = rows_.slot_of_column(column);
        else attribute(header[column], rows_.slot_of_column(column));
    }
    note_lacking();
    choose_columns(ruled);
}

void PresetTable::choose_columns(const std::array<bool, ours>& ruled) {
    output_.assign(ours, npos);
    std::array<bool, ours> wanted = ruled;
    for (std::size_t i = 0; i < ours; ++i) wanted[i] = wanted[i] || kept_[i] != no_slot;
    const TimeRule& time = preset_.time;
    const auto here = [&](const std::vector<DateColumns>& dates) {
        return std::ranges::any_of(dates, [&](const DateColumns& date) { return has(date); });
    };
    // A column of which the file has nothing is none.
    const auto gives = [&](const Term& term) {
        return !term.literal.empty() || std::ranges::any_of(term.columns, [&](const std::string& column) {
            return rows_.slot_of(column) != no_slot;
        });
    };
    const auto given = [&](Terms TieRule::*terms) {
        return std::ranges::any_of(preset_.ties, [&](const TieRule& tie) {
            return !tie.skip && std::ranges::any_of(tie.*terms, gives);
        });
    };
    constexpr std::array<std::pair<Ours, Terms TieRule::*>, 7> filled{{{relation, &TieRule::relation},
                                                                       {sign, &TieRule::sign},
                                                                       {weight, &TieRule::weight},
                                                                       {directed, &TieRule::directed},
                                                                       {confidence, &TieRule::confidence},
                                                                       {citation, &TieRule::citation},
                                                                       {note, &TieRule::note}}};
    for (const auto& [column, terms] : filled)
        if (ruled[column] && !given(terms)) wanted[column] = kept_[column] != no_slot;
    const bool derived = time.point || time.joining == Joining::runs || time.joining == Joining::spread;
    if (ruled[start] && !here(time.start)) wanted[start] = false;
    if (ruled[end] && !(derived ? here(time.start) : here(time.end))) wanted[end] = false;
    wanted[weight] = wanted[weight] || rows_.slot_of(time.weight_spans) != no_slot;
    for (const Ours date : {start, end})
        wanted[date] = wanted[date] || !time.timeset.empty() || !time.weight_spans.empty();
    result_.ties.file = result_.actors.file = file_;
    for (std::size_t i = 0; i < ours; ++i)
        if (wanted[i]) output_[i] = result_.ties.column(names[i], {1, 1});
    for (const auto& [name, slot] : attributes_) result_.ties.column(name, {1, 1});
    if (with_actors_)
        for (const std::string_view name : {"id", "label", "kind"}) result_.actors.column(name, {1, 1});
}

PresetTable::Waiting PresetTable::waiting(const TieDraft& draft, std::span<const std::string_view> cells,
                                          CellPlace row, const PlaceOf& place) {
    Waiting tie{
        .cells = {}, .rule = draft.rule, .row = row, .places = {}, .run_end = "", .run_end_place = row};
    tie.cells.reserve(ours + attributes_.size());
    const auto add = [&](const Piece& piece) {
        std::uint32_t& origin = origin_.at(tie.cells.size());
        if (origin == no_slot && !piece.text.empty()) origin = piece.slot;
        tie.cells.emplace_back(piece.text);
        tie.places.push_back(
            piece.slot == no_slot || piece.text.empty() ? row : place(rows_.columns()[piece.slot]));
    };
    for (const Piece* piece :
         {&draft.source.id, &draft.target.id, &draft.relation, &draft.sign, &draft.weight, &draft.directed,
          &draft.start, &draft.end, &draft.confidence, &draft.citation, &draft.note})
        add(*piece);
    if (tie.cells[sign] == "none") tie.cells[sign].clear();
    // The one day of an event, if it is none, is one mistake.
    if (preset_.time.point && !tie.cells[start].empty() && !days_of(tie.cells[start])) tie.cells[end].clear();
    for (std::size_t i = 0; i < ours; ++i) {
        if (kept_[i] == no_slot || !tie.cells[i].empty()) continue;
        tie.cells[i] = rows_.cell(cells, kept_[i]);
        origin_.at(i) = kept_[i];
        if (i == weight || i == confidence) tie.cells[i] = rows_.plain(tie.cells[i]);
        tie.places[i] = place(rows_.columns()[kept_[i]]);
    }
    for (const auto& [name, slot] : attributes_) tie.cells.emplace_back(rows_.cell(cells, slot));
    if (run_end_ != no_slot) {
        tie.run_end = canonical_date(rows_.cell(cells, run_end_), rows_.dates());
        tie.run_end_place = place(rows_.columns()[run_end_]);
    }
    return tie;
}

void PresetTable::add(std::span<const std::string_view> cells, CellPlace row, const PlaceOf& place) {
    ++row_;
    const RowInterpreter::Row given = rows_.interpret(cells);
    if (!given.end_missing.empty() && !given.ties.empty()) ++ends_missing_[std::string(given.end_missing)];
    write_actors(row);
    if (given.ties.empty()) {
        ++left_out_[std::string(given.left_out)];
        return;
    }
    ++result_.read_as.rows_giving_ties;
    for (const TieDraft& draft : given.ties) {
        if (!uncounted_.empty()) look_for_lists(draft);
        Count& count = counts_[draft.rule];
        if (count.last_row != row_) ++count.rows, count.last_row = row_;
        take(waiting(draft, cells, row, place), cells);
    }
}

std::string PresetTable::key_of(const Waiting& tie, std::span<const std::string_view> cells) const {
    const std::string& from = tie.cells[source];
    const std::string& to = tie.cells[target];
    const bool turned = parse_directedness(tie.cells[directed]) != Directedness::directed && to < from;
    std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}", turned ? to : from, turned ? from : to,
                                  tie.cells[directed], tie.cells[relation], tie.cells[sign]);
    for (const std::uint32_t slot : by_) key.append("\x1f").append(rows_.cell(cells, slot));
    if (preset_.time.joining == Joining::once) key += "\x1f" + tie.cells[start] + "\x1f" + tie.cells[end];
    return key;
}

// Whether the row can be joined with others: by a date or a weight that nobody can read it cannot, and goes
// to the checks of every ties file as it is.
bool PresetTable::joins(const Waiting& tie) const {
    if (!tie.cells[weight].empty() && !parse_number(tie.cells[weight])) return false;
    if (preset_.time.joining == Joining::runs)
        return (tie.cells[start].empty() || parse_date(tie.cells[start])) &&
               (tie.run_end.empty() || days_of(tie.run_end));
    return (tie.cells[start].empty() || days_of(tie.cells[start])) &&
           (tie.cells[end].empty() || days_of(tie.cells[end]));
}

void PresetTable::write_alone(Waiting tie) {
    if (preset_.time.joining == Joining::runs) {
        tie.cells[end] = tie.run_end;
        tie.places[end] = tie.run_end_place;
        if (tie.cells[end].empty() && days_of(tie.cells[start])) tie.cells[end] = tie.cells[start];
    }
    write(tie);
}

void PresetTable::take(Waiting tie, std::span<const std::string_view> cells) {
    const bool waits =
        group_ != no_slot || preset_.time.joining == Joining::runs || preset_.time.joining == Joining::spread;
    if (waits && !joins(tie)) return write_alone(std::move(tie));
    if (group_ != no_slot) {
        std::string key(rows_.cell(cells, group_));
        auto& members = members_[key];
        if (members.empty()) member_order_.push_back(key);
        members.push_back({std::move(tie), std::string(rows_.cell(cells, side_)), row_});
        return;
    }
    if (preset_.time.joining == Joining::none) return write(tie);
    const auto [known, fresh] = groups_.emplace(key_of(tie, cells), joined_.size());
    if (fresh) {
        if (preset_.time.joining == Joining::once) {
            write(tie);
            return;
        }
        joined_.push_back({.tie = tie, .rows = {}, .first = "", .last = "", .weight = 0});
    } else if (preset_.time.joining == Joining::once) {
        ++mirrored_;
        return;
    }
    join(joined_[known->second], tie, fresh);
}

void PresetTable::join(Group& group, const Waiting& tie, bool first) {
    const double strength = parse_number(tie.cells[weight]).value_or(0);
    const std::string& from = tie.cells[start];
    if (preset_.time.joining == Joining::runs) {
        group.rows.push_back({year_of(from), tie.run_end, strength});
        last_year_ = std::max(last_year_, group.rows.back().year);
        if (from.empty()) ++yearless_;
        return;
    }
    const std::string& to = tie.cells[end].empty() ? from : tie.cells[end];
    group.weight = std::max(group.weight, strength);
    const auto [a, b, c, d] =
        std::tuple(days_of(group.first), days_of(from), days_of(group.last), days_of(to));
    if (first || (b && (!a || b->earliest < a->earliest))) group.first = from;
    if (first || (d && (!c || d->latest > c->latest))) group.last = to;
}

void PresetTable::write(const Waiting& tie) {
    Count& count = counts_[tie.rule];
    const Sign said = parse_sign(tie.cells[sign]).value_or(Sign::none);
    ++(said == Sign::positive   ? count.friendly
       : said == Sign::negative ? count.hostile
                                : count.unsigned_ties);
    if (said == Sign::none && !tie.cells[weight].empty()) {
        const double strength = parse_number(tie.cells[weight]).value_or(0);
        count.above_zero += strength > 0 ? 1 : 0;
        count.below_zero += strength < 0 ? 1 : 0;
    } else if (said == Sign::none) {
        ++count.above_zero;
    }
    ++result_.read_as.ties;
    RawTable& table = result_.ties;
    table.begin_row(tie.row);
    for (std::size_t i = 0; i < tie.cells.size(); ++i) {
        const std::size_t column =
            i < ours ? output_[i] : table.header().size() - attributes_.size() + (i - ours);
        if (column == npos || tie.cells[i].empty()) continue;
        table.set(column, tie.cells[i], i < ours ? tie.places[i] : tie.row);
        if (i != start && i != end) continue;
        if (days_of(tie.cells[i])) ++dates_;
        else if (preset_.time.may_be_numbers && parse_number(tie.cells[i])) ++numbers_;
    }
}

// Those whom the row names; also when it ties them to nobody.
void PresetTable::write_actors(CellPlace row) {
    if (!with_actors_) return;
    RawTable& table = result_.actors;
    for (const DraftEnd& end : rows_.named()) {
        if (!actors_.emplace(end.id.text).second) continue;
        table.begin_row(row);
        table.set(0, end.id.text);
        if (!end.label.empty()) table.set(1, end.label);
        if (!end.kind.empty()) table.set(2, end.kind);
    }
}

void PresetTable::write_runs(Group& group, int last_year) {
    std::ranges::stable_sort(group.rows, {}, &YearRow::year);
    for (std::size_t i = 0; i < group.rows.size();) {
        std::size_t last = i;
        double strongest = group.rows[i].weight;
        // Rows without a year are one tie without dates.
        const bool dated = group.rows[i].year > 0;
        while (last + 1 < group.rows.size() && dated == (group.rows[last + 1].year > 0) &&
               group.rows[last + 1].year <= group.rows[last].year + 1)
            strongest = std::max(strongest, group.rows[++last].weight);
        Waiting tie = group.tie;
        tie.cells[start] = tie.cells[end] = "";
        if (dated) {
            tie.cells[start] = fmt::format("{:04}", group.rows[i].year);
            tie.cells[end] = fmt::format("{:04}", group.rows[last].year);
            if (const std::string& exact = group.rows[last].end; !exact.empty()) {
                tie.cells[end] = exact;
            } else if (group.rows[last].year == last_year) {
                ++open_runs_;
                if (preset_.time.open_last) tie.cells[end].clear();
            }
        }
        if (!tie.cells[weight].empty()) tie.cells[weight] = strongest > 0 ? format_number(strongest) : "";
        write(tie);
        i = last + 1;
    }
}

void PresetTable::write_groups() {
    if (preset_.time.joining == Joining::once) return;
    for (Group& group : joined_) {
        if (preset_.time.joining == Joining::runs) {
            write_runs(group, last_year_);
            continue;
        }
        group.tie.cells[start] = group.first;
        group.tie.cells[end] = group.last;
        if (group.weight > 0) group.tie.cells[weight] = format_number(group.weight);
        write(group.tie);
    }
}

// The tie of two members of one group: none if they are on the same side, where there are sides, or at no
// time both in it.
std::optional<PresetTable::Waiting> PresetTable::pair_of(const Member& a, const Member& b) const {
    if (a.tie.rule != b.tie.rule || a.tie.cells[source] == b.tie.cells[source] ||
        a.tie.cells[relation] != b.tie.cells[relation])
        return std::nullopt;
    if (side_ != no_slot && (a.side.empty() || b.side.empty() || a.side == b.side)) return std::nullopt;
    Waiting tie = a.tie;
    tie.cells[target] = b.tie.cells[source];
    tie.cells[start] = later_start(a.tie.cells[start], b.tie.cells[start]);
    tie.cells[end] = sooner_end(a.tie.cells[end], b.tie.cells[end]);
    const auto from = days_of(tie.cells[start]), to = days_of(tie.cells[end]);
    if (from && to && to->latest < from->earliest) return std::nullopt;
    const auto v = parse_number(a.tie.cells[weight]), w = parse_number(b.tie.cells[weight]);
    if (v || w) tie.cells[weight] = format_number(std::max(v.value_or(0), w.value_or(0)));
    return tie;
}

void PresetTable::write_members() {
    if (group_ == no_slot) return;
    std::vector<bool> gives(row_ + 1);
    for (const std::string& key : member_order_) {
        const std::vector<Member>& members = members_[key];
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                const auto tie = pair_of(members[i], members[j]);
                if (!tie) continue;
                gives[members[i].row] = gives[members[j].row] = true;
                write(*tie);
            }
        }
    }
    std::uint64_t giving = 0;
    for (const bool one : gives) giving += one ? 1 : 0;
    const std::uint64_t alone = result_.read_as.rows_giving_ties - giving;
    if (alone > 0)
        left_out_[side_ != no_slot ? "nobody on another side" : "nobody else in the group"] += alone;
    result_.read_as.rows_giving_ties = giving;
}

// Of a program that counts time in any unit, numbers that are no dates (minutes, steps) stay attributes:
// time_start and time_end. Fewer of them than dates are mistakes, which the checks of ties tell. Columns for
// times in cells that hold none go again.
void PresetTable::settle_times() {
    if (numbers_ < dates_) numbers_ = 0;
    const bool spans = !preset_.time.timeset.empty() || !preset_.time.weight_spans.empty();
    const bool none = spans && dates_ == 0 && numbers_ == 0;
    if (numbers_ == 0 && !none) return;
    const RawTable& given = result_.ties;
    RawTable settled(file_);
    std::vector<std::size_t> places(given.header().size(), npos);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool time = i == output_[start] || i == output_[end];
        if (!time || !none) places[i] = settled.column((time ? "time_" : "") + given.header()[i], {1, 1});
    }
    for (std::size_t row = 0; row < given.size(); ++row) {
        settled.begin_row(given.row_place(row));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::string_view text = given.cell(row, i);
            if (places[i] != npos && !text.empty()) settled.set(places[i], text, given.place(row, i));
        }
    }
    for (std::size_t& column : output_)
        if (column != npos) column = places[column];
    result_.ties = std::move(settled);
}

void PresetTable::settle_origins() {
    for (std::size_t i = 0; i < ours; ++i) {
        if (output_[i] == npos || origin_.at(i) == no_slot) continue;
        result_.origins.emplace_back(output_[i], rows_.columns()[origin_.at(i)]);
    }
}

// Where any weight is below zero, ties without a sign take that of their weight when the file is settled.
void PresetTable::sign_by_weight() {
    if (std::ranges::none_of(counts_, [](const Count& count) { return count.below_zero > 0; })) return;
    for (Count& count : counts_) {
        count.friendly += count.above_zero;
        count.hostile += count.below_zero;
        count.unsigned_ties -= count.above_zero + count.below_zero;
    }
}

PresetReading PresetTable::finish() {
    write_groups();
    write_members();
    settle_times();
    settle_origins();
    sign_by_weight();
    ReadAs& read = result_.read_as;
    read.file = file_;
    read.preset = preset_.name, read.title = preset_.title, read.citation = preset_.citation;
    read.rows_read = row_;
    for (const auto& [reason, rows] : left_out_) read.left_out.push_back({reason, rows});
    read.decisions = decisions();
    for (const RuleChoice& choice : preset_.rules) {
        std::uint64_t rows = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i)
            if (std::ranges::find(preset_.ties[i].rules, choice.name) != preset_.ties[i].rules.end())
                rows += counts_[i].rows;
        read.rules.push_back({choice.name, choice.value, choice.is_default(), rows});
    }
    return std::move(result_);
}

}  // namespace entente::io
