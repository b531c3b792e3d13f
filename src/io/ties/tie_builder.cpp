#include "io/ties/tie_builder.hpp"

#include <algorithm>
#include <cmath>

#include "io/actors/actor_reader.hpp"
#include "model/dates_as_written.hpp"

namespace entente::io {

TieBuilder::TieBuilder(Network& network, const TieColumns& columns, const CellRules& rules)
    : network_(network),
      columns_(columns),
      file_(static_cast<std::uint32_t>(network.files.size() - 1)),
      first_row_(network.tie_count()),
      had_signs_(!network.ties.sign.empty()) {
    const auto any_relation = [&](auto&& given) { return std::ranges::any_of(network.relations, given); };
    signs_ = rules.sign.value_or(Sign::none) != Sign::none || columns.sign || columns.weight ||
             any_relation([](const auto& r) { return r.sign != Sign::none; });
    strengths_ = columns.weight || columns.length ||
                 any_relation([](const auto& r) { return r.strength.has_value(); });
    directions_ =
        columns.directed || any_relation([](const auto& r) { return r.directed != Directedness::unsaid; });
    TieTable& ties = network.ties;
    if (columns.relation || (columns.type && columns.type->is_relation)) pad(ties.relation, first_row_);
    if (signs_) pad(ties.sign, first_row_, Sign::none);
    if (strengths_) pad(ties.strength, first_row_, 1.0);
    if (directions_) pad(ties.directed, first_row_, Directedness::unsaid);
    if (columns.start || columns.end) pad(ties.period, first_row_, Period{});
    if (columns.confidence) pad(ties.confidence, first_row_, 1.0);
    if (columns.citation) pad(ties.citation, first_row_);
    if (columns.note) pad(ties.note, first_row_);
    AttributeNames named(ties.attributes);
    for (const TieColumns::Other& other : columns.others) {
        attributes_.push_back(named(other.name));
        pad(ties.attributes[attributes_.back()].cells, first_row_);
    }
}

void TieBuilder::reserve(std::size_t rows) {
    TieTable& ties = network_.ties;
    ties.source.reserve(rows);
    ties.target.reserve(rows);
    ties.place.reserve(rows);
    if (signs_) ties.sign.reserve(rows);
    if (strengths_) ties.strength.reserve(rows);
    if (directions_) ties.directed.reserve(rows);
    if (columns_.start || columns_.end) ties.period.reserve(rows);
    if (columns_.confidence) ties.confidence.reserve(rows);
    if (columns_.relation) ties.relation.reserve(rows);
    if (columns_.citation) ties.citation.reserve(rows);
    if (columns_.note) ties.note.reserve(rows);
    for (const std::size_t attribute : attributes_) ties.attributes[attribute].cells.reserve(rows);
}

void TieBuilder::append(ActorId source, ActorId target, RowRef row, const TieValues& values) {
    TieTable& ties = network_.ties;
    ties.source.push_back(source);
    ties.target.push_back(target);
    if (columns_.relation) ties.relation.push_back(row.cell(*columns_.relation));
    if (signs_) ties.sign.push_back(values.sign.value_or(open_sign));
    if (strengths_) ties.strength.push_back(values.strength.value_or(open_strength));
    negative_weight_ = negative_weight_ || values.negative_weight;
    if (directions_) ties.directed.push_back(values.directed);
    if (columns_.start || columns_.end) ties.period.push_back(values.period);
    if (columns_.confidence) ties.confidence.push_back(values.confidence);
    if (columns_.citation) ties.citation.push_back(row.cell(*columns_.citation));
    if (columns_.note) ties.note.push_back(row.cell(*columns_.note));
    if (columns_.type) {
        const std::string_view cell = row.cell(columns_.type->column);
        types_.push_back(cell);
        if (types_are_directions_ && !cell.empty() && !is_direction_word(cell)) types_are_directions_ = false;
    }
    for (std::size_t i = 0; i < attributes_.size(); ++i)
        ties.attributes[attributes_[i]].cells.push_back(row.cell(columns_.others[i].column));
    ties.place.push_back({file_, static_cast<std::uint32_t>(row.line())});
    if (values.start_is_marked) keep_text(start_as_written, row.cell(*columns_.start));
    if (values.end_is_marked) keep_text(end_as_written, row.cell(*columns_.end));
}

// Of the row that was added last.
void TieBuilder::keep_text(std::string_view name, std::string_view cell) {
    TieTable& ties = network_.ties;
    TextColumn& cells = ties.attributes[AttributeNames(ties.attributes)(name)].cells;
    pad(cells, network_.tie_count() - 1);
    cells.push_back(cell);
}

TieValues TieBuilder::values_of(std::size_t row) const {
    const TieTable& ties = network_.ties;
    TieValues values;
    if (signs_ && ties.sign[row] != open_sign) values.sign = ties.sign[row];
    if (strengths_ && !std::isnan(ties.strength[row])) values.strength = ties.strength[row];
    if (directions_) values.directed = ties.directed[row];
    return values;
}

void TieBuilder::set_values(std::size_t row, const TieValues& values) {
    TieTable& ties = network_.ties;
    if (signs_) ties.sign[row] = values.sign.value_or(open_sign);
    if (strengths_) ties.strength[row] = values.strength.value_or(open_strength);
    if (directions_) ties.directed[row] = values.directed;
}

void TieBuilder::close() {
    TieTable& ties = network_.ties;
    const std::size_t rows = network_.tie_count();
    if (!ties.sign.empty()) pad(ties.sign, rows, Sign::none);
    if (!ties.strength.empty()) pad(ties.strength, rows, 1.0);
    if (!ties.directed.empty()) pad(ties.directed, rows, Directedness::unsaid);
    if (!ties.period.empty()) pad(ties.period, rows, Period{});
    if (!ties.confidence.empty()) pad(ties.confidence, rows, 1.0);
}

}  // namespace entente::io
