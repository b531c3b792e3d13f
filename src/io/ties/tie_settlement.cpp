// What can be known only at the end of a ties file: the meaning of a column called type or date, and signs
// that weights give.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "io/ties/tie_reading.hpp"

namespace entente::io {

void TieReader::settle_type(Reading& reading) {
    if (!reading.type) return;
    TieTable& ties = network_.ties;
    bool any = false;
    for (std::size_t i = 0; i < reading.types.size() && !any; ++i) any = !reading.types[i].empty();
    if (reading.types_are_directions && any) {
        reading.type_is_direction = true;
        pad(ties.directed, network_.tie_count(), Directedness::unsaid);
        for (std::size_t i = 0; i < reading.types.size(); ++i) {
            if (!reading.types[i].empty())
                ties.directed[reading.first_row + i] = *parse_directedness(reading.types[i]);
        }
        diagnostics_.note(reading.rows.header_spot(*reading.type),
                          fmt::format("the column {} is read as the direction of the ties, because all its "
                                      "cells say directed, undirected, mixed or mutual",
                                      quoted(reading.type_name)));
        return;
    }
    TextColumn& column = reading.type_is_relation
                             ? ties.relation
                             : ties.attributes[attribute_named(ties.attributes, reading.type_name)].cells;
    pad(column, reading.first_row);
    for (std::size_t i = 0; i < reading.types.size(); ++i) column.push_back(reading.types[i]);
}

void TieReader::settle_signs(Reading& reading) {
    TieTable& ties = network_.ties;
    for (std::size_t i = reading.first_row; i < ties.strength.size(); ++i) {
        if (std::isnan(ties.strength[i])) ties.strength[i] = 1;
    }
    bool any = false, taken = false;
    for (std::size_t i = reading.first_row; i < ties.sign.size(); ++i) {
        if (ties.sign[i] == unsaid_sign) {
            ties.sign[i] = Sign::none;
            if (reading.negative_weight) {
                const double weight = ties.strength[i];
                ties.sign[i] = weight < 0 ? Sign::negative : weight > 0 ? Sign::positive : Sign::none;
                ties.strength[i] = std::abs(weight);
                taken = true;
            }
        }
        any = any || ties.sign[i] != Sign::none;
    }
    if (taken) {
        diagnostics_.note(reading.rows.header_spot(*reading.weight),
                          "some weights are negative: rows without a sign take the sign of their weight, and "
                          "its size as their strength",
                          true);
    }
    // A column that only prepared for signs goes again.
    if (!reading.sign && !any && !reading.had_signs) ties.sign = {};
}

namespace {

bool is_one_of(std::span<const std::string_view> names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// Whether the column dated the ties: every cell of it is a date or empty, and some cell is no empty one.
bool TieReader::dates_ties(Reading& reading, std::size_t column, std::size_t attribute) {
    TieTable& ties = network_.ties;
    const std::string& name = reading.rows.header()[column];
    const TextColumn& cells = ties.attributes[attribute].cells;
    const std::size_t rows = network_.tie_count();
    std::vector<Period> periods(rows - reading.first_row);
    bool any = false;
    for (std::size_t row = reading.first_row; row < rows; ++row) {
        const std::string_view cell = cells[row];
        if (cell.empty()) continue;
        const auto date = parse_date(cell);
        if (!date) {
            diagnostics_.warning(
                "columns with doubtful dates", {network_.files[reading.file], ties.place[row].line, 1},
                fmt::format("the column {} is kept as a further attribute only and dates no tie, because {} "
                            "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}",
                            quoted(name), quoted(cell), date_remedy(cell, true)));
            return false;
        }
        periods[row - reading.first_row] = {*date, *date};
        any = true;
    }
    if (!any) return false;
    reading.point_date = name;
    pad(ties.period, reading.first_row, Period{});
    ties.period.insert(ties.period.end(), periods.begin(), periods.end());
    diagnostics_.note(reading.rows.header_spot(column),
                      fmt::format("the column {} is read as the start and the end of each tie, because there "
                                  "is no other column for them",
                                  quoted(name)));
    return true;
}

// Where no column is a start or an end, one called date or year is when the tie was: start and end alike, as
// precise as it is. The first whose every cell is a date is taken; the others stay the attributes that they
// are in any case.
void TieReader::settle_point_date(Reading& reading) {
    if (reading.start || reading.end) return;
    const std::vector<std::string>& header = reading.rows.header();
    for (const std::string_view name : point_date_names()) {
        const auto at =
            std::find_if(reading.attributes.begin(), reading.attributes.end(),
                         [&](const auto& attribute) { return normalized(header[attribute.first]) == name; });
        if (at != reading.attributes.end() && dates_ties(reading, at->first, at->second)) return;
    }
    for (const auto& [column, attribute] : reading.attributes) {
        const std::string name = normalized(header[column]);
        const bool spans = is_one_of(span_date_names(), name);
        if (!spans && !is_one_of(part_date_names(), name)) continue;
        diagnostics_.warning(
            "columns with doubtful dates", reading.rows.header_spot(column),
            fmt::format("the column {} is kept as a further attribute only and dates no tie; write its {} "
                        "into the columns start and end, as 1914 or 1914-08-01",
                        quoted(header[column]), spans ? "two ends" : "year, month and day"),
            reading.rows.header_excerpt());
        return;
    }
}

}  // namespace entente::io
