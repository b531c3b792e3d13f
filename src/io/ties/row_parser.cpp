#include "io/ties/row_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"

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

namespace {

std::string sign_message(std::string_view cell) {
    const auto words = sign_words();
    const auto meant = cell.size() > 2 ? nearest(cell, words) : std::nullopt;
    return fmt::format(
        "the sign must be + or -, not {}{}", quoted(cell),
        meant ? fmt::format("; did you mean '{}'?", *meant) : "; leave it empty for a tie without sign");
}

std::string weight_message(std::string_view cell) {
    const bool decimal_comma = std::count(cell.begin(), cell.end(), ',') == 1;
    std::string point(cell);
    std::replace(point.begin(), point.end(), ',', '.');
    if (decimal_comma && parse_number(point))
        return fmt::format("the weight {} has a decimal comma; write {}", quoted(cell), point);
    return fmt::format("the weight must be a plain decimal number such as 2 or 0.5, not {}{}", quoted(cell),
                       means_missing(cell) ? "; leave the cell empty for 1" : "");
}

}  // namespace

std::string RowParser::message(RowRef row, CellProblem problem) const {
    const std::string_view cell = row.cell(problem.column);
    switch (problem.kind) {
        case CellProblem::Kind::sign:
            return sign_message(cell);
        case CellProblem::Kind::weight:
            return weight_message(cell);
        case CellProblem::Kind::negative_weight:
            return fmt::format(
                "the weight {} is negative, but the sign says {}; make the sign - or the weight positive",
                quoted(cell), quoted(this->cell(row, columns_.sign)));
        case CellProblem::Kind::directed:
            return fmt::format("directed must be true or false, not {}", quoted(cell));
        case CellProblem::Kind::confidence:
            return fmt::format(
                "the confidence must be above 0 and at most 1 (0.8 for 80 %), or a letter from A to F, not "
                "{}",
                quoted(cell));
        case CellProblem::Kind::date:
            return fmt::format("{} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}", quoted(cell),
                               date_remedy(cell, problem.column == columns_.start));
        case CellProblem::Kind::end_before_start:
            break;
    }
    return fmt::format("the end {} is before the start {}; swap or correct them", quoted(cell),
                       quoted(this->cell(row, columns_.start)));
}

ParsedRow RowParser::parse(RowRef row) {
    ParsedRow parsed;
    if (columns_.sign || columns_.weight) parse_sign_and_weight(row, parsed);
    if (const std::string_view text = cell(row, columns_.directed); !text.empty()) {
        const auto directed = parse_directedness(text);
        if (!directed) parsed.problems.push_back({CellProblem::Kind::directed, *columns_.directed});
        parsed.values.directed = directed.value_or(Directedness::unsaid);
    }
    if (const std::string_view text = cell(row, columns_.confidence); !text.empty()) {
        const auto confidence = parse_confidence(text);
        if (!confidence) parsed.problems.push_back({CellProblem::Kind::confidence, *columns_.confidence});
        parsed.values.confidence = confidence.value_or(1);
    }
    if (columns_.start || columns_.end) parse_period(row, parsed);
    return parsed;
}

void RowParser::parse_sign_and_weight(RowRef row, ParsedRow& parsed) const {
    TieValues& values = parsed.values;
    if (const std::string_view text = cell(row, columns_.sign); !text.empty()) {
        values.sign = parse_sign(text);
        if (!values.sign) parsed.problems.push_back({CellProblem::Kind::sign, *columns_.sign});
    }
    const std::string_view text = cell(row, columns_.weight);
    if (text.empty()) return;
    const auto number = parse_number(text);
    if (!number) {
        parsed.problems.push_back({CellProblem::Kind::weight, *columns_.weight});
    } else if (*number < 0 && values.sign && *values.sign != Sign::negative) {
        parsed.problems.push_back({CellProblem::Kind::negative_weight, *columns_.weight});
    } else {
        values.negative_weight = *number < 0;
        values.strength = values.sign == Sign::negative ? std::abs(*number) : *number;
    }
}

std::optional<DayInterval> RowParser::parse_cell(std::string_view cell, DateCell& last) const {
    if (cell == last.text) return last.date;
    const auto date = parse_date(cell);
    if (date) {
        last.text = cell;
        last.date = *date;
    }
    return date;
}

void RowParser::parse_period(RowRef row, ParsedRow& parsed) {
    bool good = true;
    const auto read = [&](std::optional<std::size_t> column, DateCell& last, DayInterval& into) {
        const std::string_view text = cell(row, column);
        if (text.empty()) return;
        if (const auto date = parse_cell(text, last)) {
            into = *date;
        } else {
            good = false;
            parsed.problems.push_back({CellProblem::Kind::date, *column});
        }
    };
    Period& period = parsed.values.period;
    read(columns_.start, last_start_, period.start);
    read(columns_.end, last_end_, period.end);
    if (good && period.end.latest < period.start.earliest)
        parsed.problems.push_back({CellProblem::Kind::end_before_start, *columns_.end});
}

}  // namespace entente::io
