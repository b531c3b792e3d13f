#include "io/presets/preset_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "io/presets/dates.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date.hpp"

namespace entente::io {

namespace {

enum Ours { source, target, relation, sign, weight, directed, start, end, confidence, citation, note, ours };

constexpr std::array<std::string_view, ours> names{"source",     "target",   "relation", "sign",
                                                   "weight",     "directed", "start",    "end",
                                                   "confidence", "citation", "note"};
constexpr std::size_t npos = static_cast<std::size_t>(-1);

int year_of(const std::string& date) {
    const auto day = parse_date(date);
    return day ? std::stoi(date.substr(0, 4)) : 0;
}

// Of two dates as they are written the one that begins later, or ends sooner; of a date and none the date.
const std::string& later_start(const std::string& a, const std::string& b) {
    const auto x = parse_date(a), y = parse_date(b);
    return !y || (x && x->earliest >= y->earliest) ? a : b;
}

const std::string& sooner_end(const std::string& a, const std::string& b) {
    const auto x = parse_date(a), y = parse_date(b);
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

PresetTable::PresetTable(const Preset& preset, std::string file, const std::vector<std::string>& header)
    : preset_(preset), file_(std::move(file)), rows_(preset, file_, header), counts_(preset.ties.size()) {
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
    choose_columns(ruled);
}

void PresetTable::choose_columns(const std::array<bool, ours>& ruled) {
    output_.assign(ours, npos);
    std::array<bool, ours> wanted = ruled;
    for (std::size_t i = 0; i < ours; ++i) wanted[i] = wanted[i] || kept_[i] != no_slot;
    const TimeRule& time = preset_.time;
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
                                          CellPlace row, const PlaceOf& place) const {
    Waiting tie{.cells = {}, .rule = draft.rule, .row = row, .places = {}};
    tie.cells.reserve(ours + attributes_.size());
    const auto add = [&](const Piece& piece) {
        tie.cells.emplace_back(piece.text);
        tie.places.push_back(
            piece.slot == no_slot || piece.text.empty() ? row : place(rows_.columns()[piece.slot]));
    };
    for (const Piece* piece :
         {&draft.source.id, &draft.target.id, &draft.relation, &draft.sign, &draft.weight, &draft.directed,
          &draft.start, &draft.end, &draft.confidence, &draft.citation, &draft.note})
        add(*piece);
    if (tie.cells[sign] == "none") tie.cells[sign].clear();
    for (std::size_t i = 0; i < ours; ++i) {
        if (kept_[i] == no_slot || !tie.cells[i].empty()) continue;
        tie.cells[i] = rows_.cell(cells, kept_[i]);
        tie.places[i] = place(rows_.columns()[kept_[i]]);
    }
    for (const auto& [name, slot] : attributes_) tie.cells.emplace_back(rows_.cell(cells, slot));
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

void PresetTable::take(Waiting tie, std::span<const std::string_view> cells) {
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
    join(joined_[known->second], tie, cells, fresh);
}

void PresetTable::join(Group& group, const Waiting& tie, std::span<const std::string_view> cells,
                       bool first) {
    const double strength = parse_number(tie.cells[weight]).value_or(0);
    const std::string& from = tie.cells[start];
    if (preset_.time.joining == Joining::runs) {
        group.rows.push_back({year_of(from), std::string(rows_.cell(cells, run_end_)), strength});
        last_year_ = std::max(last_year_, group.rows.back().year);
        return;
    }
    const std::string& to = tie.cells[end].empty() ? from : tie.cells[end];
    group.weight = std::max(group.weight, strength);
    const auto [a, b, c, d] =
        std::tuple(parse_date(group.first), parse_date(from), parse_date(group.last), parse_date(to));
    if (first || (a && b && b->earliest < a->earliest)) group.first = from;
    if (first || (c && d && d->latest > c->latest)) group.last = to;
}

void PresetTable::write(const Waiting& tie) {
    Count& count = counts_[tie.rule];
    const Sign said = parse_sign(tie.cells[sign]).value_or(Sign::none);
    ++(said == Sign::positive   ? count.friendly
       : said == Sign::negative ? count.hostile
                                : count.unsigned_ties);
    ++result_.read_as.ties;
    RawTable& table = result_.ties;
    table.begin_row(tie.row);
    for (std::size_t i = 0; i < tie.cells.size(); ++i) {
        const std::size_t column =
            i < ours ? output_[i] : table.header().size() - attributes_.size() + (i - ours);
        if (column == npos || tie.cells[i].empty()) continue;
        table.set(column, tie.cells[i], i < ours ? tie.places[i] : tie.row);
        if ((i == start || i == end) && !parse_date(tie.cells[i]) && parse_number(tie.cells[i])) ++numbers_;
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
        while (last + 1 < group.rows.size() && group.rows[last + 1].year <= group.rows[last].year + 1)
            strongest = std::max(strongest, group.rows[++last].weight);
        Waiting tie = group.tie;
        if (group.rows[i].year > 0) {
            tie.cells[start] = fmt::format("{:04}", group.rows[i].year);
            tie.cells[end] = fmt::format("{:04}", group.rows[last].year);
            const std::string exact = canonical_date(group.rows[last].end);
            if (!exact.empty() && parse_date(exact)) {
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
    const auto from = parse_date(tie.cells[start]), to = parse_date(tie.cells[end]);
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

// Numbers that are no dates (minutes, steps) stay attributes: time_start and time_end.
void PresetTable::settle_numbers() {
    if (numbers_ == 0) return;
    RawTable renamed(file_);
    for (std::size_t i = 0; i < result_.ties.header().size(); ++i) {
        const bool time = i == output_[start] || i == output_[end];
        renamed.column((time ? "time_" : "") + result_.ties.header()[i], {1, 1});
    }
    for (std::size_t row = 0; row < result_.ties.size(); ++row) {
        renamed.begin_row(result_.ties.row_place(row));
        for (std::size_t i = 0; i < result_.ties.header().size(); ++i) {
            const std::string_view text = result_.ties.cell(row, i);
            if (!text.empty()) renamed.set(i, text, result_.ties.place(row, i));
        }
    }
    result_.ties = std::move(renamed);
}

PresetReading PresetTable::finish() {
    write_groups();
    write_members();
    settle_numbers();
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
