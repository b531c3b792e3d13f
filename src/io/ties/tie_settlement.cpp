#include "io/ties/tie_settlement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "io/actors/actor_reader.hpp"
#include "io/ties/cell_remedies.hpp"
#include "io/ties/column_problems.hpp"
#include "io/ties/tie_notes.hpp"

namespace entente::io {

namespace {

class Settler {
public:
    Settler(TieBuilder& builder, const TieFile& file, Network& network, References& references,
            Diagnostics& diagnostics)
        : builder_(builder),
          columns_(file.columns),
          rows_(file.rows),
          rules_(file.rules),
          network_(network),
          ties_(network.ties),
          references_(references),
          diagnostics_(diagnostics) {}

    TieSettlement settle() {
        TieSettlement settled;
        settled.type_is_direction = columns_.type && settle_type();
        settle_relations();
        settled.any_sign = settle_signs();
        settled.point_date = settle_point_date();
        builder_.close();
        return settled;
    }

private:
    bool settle_type();
    void settle_relations();
    bool settle_signs();
    std::string settle_point_date();
    using Oddities = std::map<DateForm, std::uint64_t>;
    std::optional<Period> period_of(std::string_view cell, Oddities& oddities) const;
    bool dates_ties(const TieColumns::Other& other, std::size_t attribute);
    void warn_of_other_dates();

    TieBuilder& builder_;
    const TieColumns& columns_;
    const TableReader& rows_;
    const CellRules& rules_;
    Network& network_;
    TieTable& ties_;
    References& references_;
    Diagnostics& diagnostics_;
};

// Whether the cells of the column called type are directions; else it is the relation or an attribute.
bool Settler::settle_type() {
    const TextColumn& types = builder_.types();
    const std::size_t first = builder_.first_row();
    bool any = false;
    for (std::size_t i = 0; i < types.size() && !any; ++i) any = !types[i].empty();
    if (builder_.types_are_directions() && any) {
        pad(ties_.directed, network_.tie_count(), Directedness::unsaid);
        for (std::size_t i = 0; i < types.size(); ++i) {
            if (!types[i].empty()) ties_.directed[first + i] = *parse_directedness(types[i]);
        }
        note_type_is_direction(rows_, *columns_.type, diagnostics_);
        return true;
    }
    TextColumn& column = columns_.type->is_relation
                             ? ties_.relation
                             : ties_.attributes[AttributeNames(ties_.attributes)(columns_.type->name)].cells;
    pad(column, first);
    for (std::size_t i = 0; i < types.size(); ++i) column.push_back(types[i]);
    return false;
}

// A column called type that turned out to be the relation: the rows of the file are gone, only their lines
// are known.
void Settler::settle_relations() {
    if (network_.relations.empty() || !columns_.type || !columns_.type->is_relation ||
        builder_.types_are_directions())
        return;
    for (std::size_t i = builder_.first_row(); i < network_.tie_count(); ++i) {
        const std::string_view name = ties_.relation[i];
        if (name.empty()) continue;
        const Spot spot{network_.files[builder_.file()], ties_.place[i].line, 1};
        const Relation* relation =
            references_.relation(name, [&spot] { return std::pair(spot, std::string()); });
        if (relation == nullptr) continue;
        TieValues values = builder_.values_of(i);
        if (!take_from(*relation, values)) {
            diagnostics_.error(spot,
                               fmt::format("the weight of this row is negative, but the relation {} has "
                                           "the sign +; give the row a sign or make the weight positive",
                                           quoted(name)));
        }
        builder_.set_values(i, values);
    }
}

// Whether any row has a sign.
bool Settler::settle_signs() {
    bool any = false, taken = false;
    std::set<double> negative;  // the first few
    for (std::size_t i = builder_.first_row(); i < network_.tie_count(); ++i) {
        TieValues values = builder_.values_of(i);
        const double weight = values.strength.value_or(1);
        if (!values.sign && builder_.any_negative_weight()) {
            values.sign = weight < 0 ? Sign::negative : weight > 0 ? Sign::positive : Sign::none;
            taken = true;
            if (weight < 0 && negative.size() < 4) negative.insert(weight);
        }
        values.sign = values.sign.value_or(rules_.sign.value_or(Sign::none));
        values.strength = std::abs(weight);
        builder_.set_values(i, values);
        any = any || *values.sign != Sign::none;
    }
    if (taken) tell_signs_of_weights(rows_, *columns_.weight, negative, diagnostics_);
    // A column that only prepared for signs goes again.
    if (!columns_.sign && !any && !builder_.had_signs()) ties_.sign = {};
    return any;
}

bool is_one_of(std::span<const std::string_view> names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

// The cell as the time of a tie: a date, or a span with both ends in it.
std::optional<Period> Settler::period_of(std::string_view cell, Oddities& oddities) const {
    const auto date = read_date(cell, rules_.dates);
    if (!date) return read_span(cell, rules_.dates);
    if (date->form != DateForm::plain && date->form != DateForm::ordered) ++oddities[date->form];
    return Period{date->date, date->date};
}

bool in_any_order(std::string_view cell) {
    return read_date(cell, DateOrder::ymd) || read_date(cell, DateOrder::dmy) ||
           read_date(cell, DateOrder::mdy);
}

// What to do about a column whose cells are dates in an order that has to be said: the order that reads all.
std::string order_remedy(const TextColumn& cells, std::size_t first, std::string_view failing) {
    std::string orders;
    bool any = false;
    for (const auto& [order, word] : {std::pair(DateOrder::ymd, "ymd"), std::pair(DateOrder::dmy, "dmy"),
                                      std::pair(DateOrder::mdy, "mdy")}) {
        if (!read_date(failing, order)) continue;
        any = true;
        bool all = true;
        for (std::size_t row = first; row < cells.size() && all; ++row)
            all = cells[row].empty() || means_missing(cells[row]) || read_date(cells[row], order);
        if (all) orders += (orders.empty() ? "use --dates " : " or ") + std::string(word);
        // Where the month is named or the year comes first, the order is no question.
        if (all && date_guesses(failing).size() == 1) break;
    }
    if (!any || !orders.empty()) return orders;
    for (std::size_t row = first; row < cells.size(); ++row) {
        const std::string_view cell = cells[row];
        if (cell.empty() || means_missing(cell) || in_any_order(cell)) continue;
        return fmt::format("no order of day, month and year reads {}: {}", quoted(cell),
                           date_remedy(cell, true));
    }
    return "its cells have different orders: write all as 2014-03-01";
}

// Whether the column dated the ties: every cell of it is a date or empty, and some cell is no empty one.
bool Settler::dates_ties(const TieColumns::Other& other, std::size_t attribute) {
    const TextColumn& cells = ties_.attributes[attribute].cells;
    const std::size_t first = builder_.first_row(), rows = network_.tie_count();
    std::vector<Period> periods(rows - first);
    Oddities oddities;
    bool any = false;
    for (std::size_t row = first; row < rows; ++row) {
        const std::string_view cell = cells[row];
        if (cell.empty()) continue;
        const auto period = period_of(cell, oddities);
        if (!period) {
            const std::string remedy = order_remedy(cells, first, cell);
            diagnostics_.warning(
                "columns with doubtful dates", {network_.files[builder_.file()], ties_.place[row].line, 1},
                fmt::format("the column {} is kept as a further attribute only and dates no tie, because {} "
                            "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}",
                            quoted(other.name), quoted(cell),
                            remedy.empty() ? date_remedy(cell, true) : remedy));
            return false;
        }
        periods[row - first] = *period;
        any = true;
    }
    if (!any) return false;
    pad(ties_.period, first, Period{});
    ties_.period.insert(ties_.period.end(), periods.begin(), periods.end());
    note_point_date(rows_, other, diagnostics_);
    for (const auto& [form, count] : oddities) {
        diagnostics_.note(rows_.header_spot(other.column),
                          fmt::format("{} of the column {} {}", counted(count, "date"), quoted(other.name),
                                      oddity_note(form)));
    }
    return true;
}

// Where no column is a start or an end, one called date or year is when the tie was: start and end alike, as
// precise as it is. The first whose every cell is a date is taken; the others stay the attributes that they
// are in any case.
std::string Settler::settle_point_date() {
    if (columns_.start || columns_.end) return "";
    for (const std::string_view name : point_date_names()) {
        const auto at = std::ranges::find_if(
            columns_.others, [&](const TieColumns::Other& other) { return normalized(other.name) == name; });
        if (at == columns_.others.end()) continue;
        const auto place = static_cast<std::size_t>(at - columns_.others.begin());
        if (dates_ties(*at, builder_.attributes()[place])) return at->name;
    }
    warn_of_other_dates();
    return "";
}

void Settler::warn_of_other_dates() {
    for (const TieColumns::Other& other : columns_.others) {
        const std::string name = normalized(other.name);
        const bool spans = is_one_of(span_date_names(), name);
        if (!spans && !is_one_of(part_date_names(), name)) continue;
        return diagnostics_.warning(
            "columns with doubtful dates", rows_.header_spot(other.column),
            fmt::format("the column {} is kept as a further attribute only and dates no tie; write its {} "
                        "into the columns start and end, as 1914 or 1914-08-01",
                        quoted(other.name), spans ? "two ends" : "year, month and day"),
            rows_.header_excerpt());
    }
}

}  // namespace

TieSettlement settle_ties(TieBuilder& builder, const TieFile& file, Network& network, References& references,
                          Diagnostics& diagnostics) {
    return Settler(builder, file, network, references, diagnostics).settle();
}

}  // namespace entente::io
