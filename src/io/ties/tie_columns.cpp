// The columns of the network that the rows of a ties file fill.
#include <algorithm>

#include "io/ties/tie_reading.hpp"

namespace entente::io {

void TieReader::open_columns(Reading& reading) {
    TieTable& ties = network_.ties;
    const std::size_t rows = reading.first_row;
    const auto any_relation = [&](auto&& given) {
        return std::any_of(network_.relations.begin(), network_.relations.end(), given);
    };
    reading.signs = reading.sign || reading.weight ||
                    any_relation([](const Relation& r) { return r.sign != Sign::none; });
    reading.strengths =
        reading.weight || any_relation([](const Relation& r) { return r.strength.has_value(); });
    reading.directions = reading.directed ||
                         any_relation([](const Relation& r) { return r.directed != Directedness::unsaid; });
    if (reading.relation || reading.type_is_relation) pad(ties.relation, rows);
    if (reading.signs) pad(ties.sign, rows, Sign::none);
    if (reading.strengths) pad(ties.strength, rows, 1.0);
    if (reading.directions) pad(ties.directed, rows, Directedness::unsaid);
    if (reading.start || reading.end) pad(ties.period, rows, Period{});
    if (reading.confidence) pad(ties.confidence, rows, 1.0);
    if (reading.citation) pad(ties.citation, rows);
    if (reading.note) pad(ties.note, rows);
    for (const auto& [column, attribute] : reading.attributes) pad(ties.attributes[attribute].cells, rows);
}

// Columns that never move leave no holes in the memory behind them.
void TieReader::reserve(const Reading& reading, std::size_t rows) {
    TieTable& ties = network_.ties;
    ties.source.reserve(rows);
    ties.target.reserve(rows);
    ties.place.reserve(rows);
    hashes_.reserve(rows);
    if (reading.signs) ties.sign.reserve(rows);
    if (reading.strengths) ties.strength.reserve(rows);
    if (reading.directions) ties.directed.reserve(rows);
    if (reading.start || reading.end) ties.period.reserve(rows);
    if (reading.confidence) ties.confidence.reserve(rows);
    if (reading.relation) ties.relation.reserve(rows);
    if (reading.citation) ties.citation.reserve(rows);
    if (reading.note) ties.note.reserve(rows);
    for (const auto& [column, attribute] : reading.attributes) ties.attributes[attribute].cells.reserve(rows);
}

void TieReader::append(Reading& reading, RowRef row, const Values& values) {
    TieTable& ties = network_.ties;
    ties.source.push_back(static_cast<ActorId>(values.source));
    ties.target.push_back(static_cast<ActorId>(values.target));
    if (reading.relation) ties.relation.push_back(row.cell(*reading.relation));
    if (reading.signs) ties.sign.push_back(values.sign);
    if (reading.strengths) ties.strength.push_back(values.strength);
    if (reading.directions) ties.directed.push_back(values.directed);
    if (reading.start || reading.end) ties.period.push_back(values.period);
    if (reading.confidence) ties.confidence.push_back(values.confidence);
    if (reading.citation) ties.citation.push_back(row.cell(*reading.citation));
    if (reading.note) ties.note.push_back(row.cell(*reading.note));
    if (reading.type) {
        const std::string_view cell = row.cell(*reading.type);
        reading.types.push_back(cell);
        if (reading.types_are_directions && !cell.empty() && !is_direction_word(cell))
            reading.types_are_directions = false;
    }
    for (const auto& [column, attribute] : reading.attributes)
        ties.attributes[attribute].cells.push_back(row.cell(column));
    ties.place.push_back({reading.file, static_cast<std::uint32_t>(row.line())});
}

void TieReader::close_columns() {
    TieTable& ties = network_.ties;
    const std::size_t rows = network_.tie_count();
    if (!ties.sign.empty()) pad(ties.sign, rows, Sign::none);
    if (!ties.strength.empty()) pad(ties.strength, rows, 1.0);
    if (!ties.directed.empty()) pad(ties.directed, rows, Directedness::unsaid);
    if (!ties.period.empty()) pad(ties.period, rows, Period{});
    if (!ties.confidence.empty()) pad(ties.confidence, rows, 1.0);
}

}  // namespace entente::io
