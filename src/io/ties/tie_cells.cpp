// The cells of one row of ties: what they mean, and what is wrong with them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/ties/tie_reading.hpp"

namespace entente::io {

bool means_missing(std::string_view cell) {
    const std::string word = lower(cell);
    return word == "na" || word == "n/a" || word == "null" || word == "none" || word == "-" || word == "?" ||
           word == "-9" || word == "-99" || word == "unknown";
}

std::string date_remedy(std::string_view cell, bool start) {
    if (means_missing(cell)) return "leave the cell empty where the date is not known";
    const std::vector<std::string> readings = date_readings(cell);
    if (readings.size() == 1) return fmt::format("write {}", readings[0]);
    if (readings.size() == 2)
        return fmt::format("write {} if the day comes first, {} if the month does", readings[0], readings[1]);
    const std::size_t dash = cell.find_first_of("-/");
    if (cell.size() == 9 && dash == 4 && parse_date(cell.substr(0, 4)) && parse_date(cell.substr(5))) {
        return fmt::format("write {} here and {} into the column for the {}",
                           start ? cell.substr(0, 4) : cell.substr(5),
                           start ? cell.substr(5) : cell.substr(0, 4), start ? "end" : "start");
    }
    return "write for example 1904, 1904-04 or 1904-04-08";
}

bool TieReader::parse_sign_and_weight(Reading& reading, RowRef row, Values& values) {
    bool good = true;
    const auto fail = [&](std::size_t column, auto&& message) {
        good = false;
        if (diagnostics_.admit_error()) complain(reading, row, column, message());
    };
    if (reading.sign) {
        const std::string_view cell = row.cell(*reading.sign);
        if (!cell.empty()) {
            if (const auto sign = parse_sign(cell)) {
                values.sign = *sign;
            } else {
                fail(*reading.sign, [&] {
                    const auto words = sign_words();
                    const auto meant = cell.size() > 2 ? nearest(cell, words) : std::nullopt;
                    return fmt::format("the sign must be + or -, not {}{}", quoted(cell),
                                       meant ? fmt::format("; did you mean '{}'?", *meant)
                                             : "; leave it empty for a tie without sign");
                });
            }
        }
    }
    if (reading.weight) {
        const std::string_view cell = row.cell(*reading.weight);
        if (!cell.empty()) {
            const auto number = parse_number(cell);
            if (!number) {
                fail(*reading.weight, [&] {
                    const bool decimal_comma = std::count(cell.begin(), cell.end(), ',') == 1;
                    std::string point(cell);
                    std::replace(point.begin(), point.end(), ',', '.');
                    if (decimal_comma && parse_number(point))
                        return fmt::format("the weight {} has a decimal comma; write {}", quoted(cell),
                                           point);
                    return fmt::format("the weight must be a plain decimal number such as 2 or 0.5, not {}{}",
                                       quoted(cell),
                                       means_missing(cell) ? "; leave the cell empty for 1" : "");
                });
            } else if (*number < 0 && (values.sign == Sign::positive || values.sign == Sign::none)) {
                fail(*reading.weight, [&] {
                    return fmt::format(
                        "the weight {} is negative, but the sign says {}; make the sign - or the weight "
                        "positive",
                        quoted(cell), quoted(row.cell(*reading.sign)));
                });
            } else {
                values.strength = *number;
                if (*number < 0) reading.negative_weight = true;
                if (values.sign == Sign::negative) values.strength = std::abs(*number);
            }
        }
    }
    return good;
}

bool TieReader::parse(Reading& reading, RowRef row, Values& values) {
    bool good = parse_sign_and_weight(reading, row, values);
    const auto fail = [&](std::size_t column, auto&& message) {
        good = false;
        if (diagnostics_.admit_error()) complain(reading, row, column, message());
    };
    if (reading.directed) {
        const std::string_view cell = row.cell(*reading.directed);
        if (!cell.empty()) {
            if (const auto directed = parse_directedness(cell)) {
                values.directed = *directed;
            } else {
                fail(*reading.directed,
                     [&] { return fmt::format("directed must be true or false, not {}", quoted(cell)); });
            }
        }
    }
    if (reading.confidence) {
        const std::string_view cell = row.cell(*reading.confidence);
        if (!cell.empty()) {
            if (const auto confidence = parse_confidence(cell)) {
                values.confidence = *confidence;
            } else {
                fail(*reading.confidence, [&] {
                    return fmt::format(
                        "the confidence must be above 0 and at most 1 (0.8 for 80 %), or a letter from A to "
                        "F, not {}",
                        quoted(cell));
                });
            }
        }
    }
    if (reading.relation && !network_.relations.empty()) good = apply_relation(reading, row, values) && good;
    return parse_period(reading, row, values) && good;
}

std::optional<DayInterval> TieReader::date(Reading& reading, RowRef row, std::size_t column) {
    const std::string_view cell = row.cell(column);
    DateCell& last = reading.start == column ? reading.last_start : reading.last_end;
    if (cell == last.text) return last.date;
    const auto date = parse_date(cell);
    if (date) {
        last.text = cell;
        last.date = *date;
    } else if (diagnostics_.admit_error()) {
        complain(reading, row, column,
                 fmt::format("{} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}", quoted(cell),
                             date_remedy(cell, column == reading.start)));
    }
    return date;
}

bool TieReader::parse_period(Reading& reading, RowRef row, Values& values) {
    bool good = true;
    if (reading.start && !row.cell(*reading.start).empty()) {
        const auto start = date(reading, row, *reading.start);
        good = good && start;
        if (start) values.period.start = *start;
    }
    if (reading.end && !row.cell(*reading.end).empty()) {
        const auto end = date(reading, row, *reading.end);
        good = good && end;
        if (end) values.period.end = *end;
    }
    if (good && values.period.end.latest < values.period.start.earliest) {
        good = false;
        if (diagnostics_.admit_error()) {
            complain(reading, row, *reading.end,
                     fmt::format("the end {} is before the start {}; swap or correct them",
                                 quoted(row.cell(*reading.end)), quoted(row.cell(*reading.start))));
        }
    }
    return good;
}

}  // namespace entente::io
