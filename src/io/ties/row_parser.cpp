#include "io/ties/row_parser.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/number.hpp"
#include "io/ties/cell_remedies.hpp"

namespace entente::io {

std::string RowParser::message(RowRef row, CellProblem problem) const {
    const std::string_view cell = row.cell(problem.column);
    switch (problem.kind) {
        case CellProblem::Kind::sign:
            return sign_problem(cell);
        case CellProblem::Kind::weight:
            return weight_problem(cell);
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
        case CellProblem::Kind::length:
            return fmt::format("the length must be a plain decimal number above 0, not {}", quoted(cell));
        case CellProblem::Kind::decimal_form:
            return fmt::format("{} is a number with --decimal only", quoted(cell));
        case CellProblem::Kind::date_form:
            return fmt::format("{} is a date with --dates only", quoted(cell));
        case CellProblem::Kind::no_number:
        case CellProblem::Kind::no_date:
            return fmt::format("{} says that there is no value", quoted(cell));
        case CellProblem::Kind::day_number:
            return fmt::format("{} is a spreadsheet's count of days", quoted(cell));
        case CellProblem::Kind::date:
            return date_problem(cell, problem.column == columns_.start);
        case CellProblem::Kind::end_before_start:
            break;
    }
    return end_message(cell, this->cell(row, columns_.start));
}

// An exclusive end need not be before the start itself for what is before it to be.
std::string RowParser::end_message(std::string_view end, std::string_view start) const {
    const auto first = read_date(start, rules_.dates), last = read_date(end, rules_.dates);
    if (rules_.end == EndIs::exclusive && first && last && last->date.latest >= first->date.earliest)
        return fmt::format(
            "the last day of the tie, {}, is before the start {}: by --rule end=exclusive the end {} is the "
            "first day after it; correct the dates, or leave the rule out",
            to_string(last_before(last->date, first->date)), quoted(start), quoted(end));
    return fmt::format("the end {} is before the start {}; swap or correct them", quoted(end), quoted(start));
}

ParsedRow RowParser::parse(RowRef row) {
    ParsedRow parsed;
    if (columns_.sign || columns_.weight) parse_sign_and_weight(row, parsed);
    if (columns_.length) parse_length(row, parsed);
    if (const std::string_view text = cell(row, columns_.directed); !text.empty()) {
        const auto directed = parse_directedness(text);
        if (!directed) parsed.problems.push_back({CellProblem::Kind::directed, *columns_.directed});
        parsed.values.directed = directed.value_or(Directedness::unsaid);
    }
    if (columns_.confidence) parse_confidence_cell(row, parsed);
    if (columns_.start || columns_.end) parse_period(row, parsed);
    return parsed;
}

// The number of a cell that is not empty; a problem where it is none.
std::optional<double> RowParser::number(RowRef row, std::size_t column, ParsedRow& parsed,
                                        CellProblem::Kind otherwise) const {
    const std::string_view text = row.cell(column);
    const auto number = parse_decimal(text, rules_.decimal);
    if (number) return number;
    const bool no_value = means_missing(text) && otherwise != CellProblem::Kind::confidence;
    const bool other_form = rules_.decimal == 0 && (parse_decimal(text, ',') || parse_decimal(text, '.'));
    parsed.problems.push_back({other_form ? CellProblem::Kind::decimal_form
                               : no_value ? CellProblem::Kind::no_number
                                          : otherwise,
                               column});
    return std::nullopt;
}

void RowParser::parse_sign_and_weight(RowRef row, ParsedRow& parsed) const {
    TieValues& values = parsed.values;
    if (const std::string_view text = cell(row, columns_.sign); !text.empty()) {
        values.sign = parse_sign(text, rules_.decimal);
        if (!values.sign) parsed.problems.push_back({CellProblem::Kind::sign, *columns_.sign});
    }
    if (cell(row, columns_.weight).empty()) return;
    const auto weight = number(row, *columns_.weight, parsed, CellProblem::Kind::weight);
    if (!weight) return;
    if (*weight < 0 && values.sign && *values.sign != Sign::negative) {
        parsed.problems.push_back({CellProblem::Kind::negative_weight, *columns_.weight});
    } else {
        values.negative_weight = *weight < 0;
        values.strength = values.sign == Sign::negative ? std::abs(*weight) : *weight;
    }
}

void RowParser::parse_length(RowRef row, ParsedRow& parsed) const {
    if (row.cell(*columns_.length).empty()) return;
    const auto length = number(row, *columns_.length, parsed, CellProblem::Kind::length);
    if (!length) return;
    const double strength = 1 / *length;
    if (!(*length > 0) || !std::isfinite(strength)) {
        parsed.problems.push_back({CellProblem::Kind::length, *columns_.length});
    } else {
        parsed.values.strength = strength;
    }
}

void RowParser::parse_confidence_cell(RowRef row, ParsedRow& parsed) const {
    const std::string_view text = row.cell(*columns_.confidence);
    if (text.empty()) return;
    auto confidence = parse_confidence(text);
    if (!confidence) {
        const auto share = number(row, *columns_.confidence, parsed, CellProblem::Kind::confidence);
        if (!share) return;
        confidence = parse_confidence(format_number(*share));
    }
    if (!confidence) parsed.problems.push_back({CellProblem::Kind::confidence, *columns_.confidence});
    parsed.values.confidence = confidence.value_or(1);
}

std::optional<DayInterval> RowParser::parse_date_cell(RowRef row, std::size_t column, DateCell& last,
                                                      ParsedRow& parsed) const {
    const std::string_view text = row.cell(column);
    if (text != last.text) {
        const auto reading = read_date(text, rules_.dates);
        if (!reading) {
            const bool other_form = read_date(text, DateOrder::dmy) || read_date(text, DateOrder::mdy) ||
                                    read_date(text, DateOrder::ymd);
            parsed.problems.push_back({other_form              ? CellProblem::Kind::date_form
                                       : means_missing(text)   ? CellProblem::Kind::no_date
                                       : spreadsheet_day(text) ? CellProblem::Kind::day_number
                                                               : CellProblem::Kind::date,
                                       column});
            return std::nullopt;
        }
        last.text = text;
        last.reading = *reading;
    }
    if (last.reading.form != DateForm::plain && last.reading.form != DateForm::ordered)
        parsed.oddities.push_back({column, last.reading.form});
    return last.reading.date;
}

void RowParser::parse_period(RowRef row, ParsedRow& parsed) {
    Period& period = parsed.values.period;
    bool good = true;
    if (!cell(row, columns_.start).empty()) {
        const auto date = parse_date_cell(row, *columns_.start, last_start_, parsed);
        good = date.has_value();
        parsed.values.start_is_marked = date && last_start_.reading.form == DateForm::uncertain;
        period.start = date.value_or(period.start);
    }
    const std::string_view end = cell(row, columns_.end);
    if (!end.empty() && !means_ongoing(end)) {
        const auto date = parse_date_cell(row, *columns_.end, last_end_, parsed);
        good = good && date;
        parsed.values.end_is_marked = date && last_end_.reading.form == DateForm::uncertain;
        period.end = date.value_or(period.end);
        if (rules_.end == EndIs::exclusive && date) period.end = last_before(period.end, period.start);
    }
    if (good && period.end.latest < period.start.earliest)
        parsed.problems.push_back({CellProblem::Kind::end_before_start, *columns_.end});
}

}  // namespace entente::io
