#include "io/ties/column_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/number.hpp"
#include "base/prose.hpp"

namespace entente::io {

namespace {

constexpr std::array orders{DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};
constexpr std::array order_words{"ymd", "dmy", "mdy"};
constexpr std::array decimals{',', '.'};

std::string cells(std::uint64_t count) { return counted(count, "cell"); }

std::string decimal_message(const std::string& column, const std::string& cell, std::uint64_t count,
                            const std::array<std::uint64_t, 3>& read_by) {
    const auto reading = [&](char decimal) { return format_number(*parse_decimal(cell, decimal)); };
    const bool comma = read_by[0] == count, point = read_by[1] == count;
    const std::string what =
        fmt::format("the column {} has numbers such as {} ({})", quoted(column), quoted(cell), cells(count));
    if (comma && point && reading(',') == reading('.'))
        return fmt::format("{} with marks between thousands: --decimal . reads them (this one as {})", what,
                           reading('.'));
    if (comma && point) {
        return fmt::format("{}, which have two readings: --decimal , reads {}, --decimal . reads {}", what,
                           reading(','), reading('.'));
    }
    // A cell of two readings that another cell of the column decides.
    const bool either = parse_decimal(cell, ',') && parse_decimal(cell, '.');
    const std::string as = either ? fmt::format(" (this one as {})", reading(comma ? ',' : '.')) : "";
    if (comma) return fmt::format("{} with a decimal comma: --decimal , reads them{}", what, as);
    if (point) return fmt::format("{} with marks between thousands: --decimal . reads them{}", what, as);
    return what + " with different decimal marks; write all with a decimal point";
}

std::string date_message(const std::string& column, const std::string& cell, std::uint64_t count,
                         const std::array<std::uint64_t, 3>& read_by) {
    std::vector<std::string> remedies;
    std::string as_meant;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (read_by.at(i) != count) continue;
        const auto date = read_date(cell, orders.at(i));
        remedies.push_back(fmt::format("--dates {} reads {}", order_words.at(i), to_string(date->date)));
        as_meant += (as_meant.empty() ? "" : " or ") + to_string(date->date);
        // Where the month is named or the year comes first, the order is no question.
        if (date_guesses(cell).size() == 1) break;
    }
    const std::string what =
        fmt::format("the column {} writes dates such as {} ({})", quoted(column), quoted(cell), cells(count));
    if (remedies.empty()) return what + " in different orders; write all as 2014-03-01";
    return fmt::format("{}: {}, or write it as {}", what, listed(remedies, "or"), as_meant);
}

// Of cells such as NA: "--missing=NA,NaN" takes them for empty ones.
std::string missing_message(const std::string& column, const std::vector<std::string>& words,
                            std::uint64_t count, bool date) {
    std::vector<std::string> shown_words;
    std::string option;
    for (const std::string& word : words) {
        shown_words.push_back(quoted(word));
        option += (option.empty() ? "" : ",") + shown(word);
    }
    return fmt::format(
        "the column {} has {} in {}, which say{} no {}: --missing={} takes such cells for empty, {}",
        quoted(column), listed(shown_words), cells(count), count == 1 ? "s" : "", date ? "date" : "number",
        quoted_for_shell(option),
        date ? "which says that the date is not known (an end: that the tie goes on)"
             : "which counts as 1; or remove the rows");
}

}  // namespace

std::string oddity_note(DateForm form) {
    switch (form) {
        case DateForm::date_time:
            return "are read as days, without their time";
        case DateForm::decimal:
            return "are read as years";
        case DateForm::uncertain:
            return "are read without the mark of doubt, which is kept as text";
        case DateForm::unspecified:
            return "are read as any day that they may mean";
        case DateForm::within:
            return "are read as one day within the span";
        case DateForm::plain:
        case DateForm::ordered:
            break;
    }
    return "";
}

std::string dates_option(std::string_view cell) {
    if (read_date(cell)) return "";
    const bool dmy = read_date(cell, DateOrder::dmy).has_value(),
               mdy = read_date(cell, DateOrder::mdy).has_value();
    if (read_date(cell, DateOrder::ymd)) return " --dates ymd";
    const bool both = dmy && mdy && date_guesses(cell).size() == 2;
    return both ? " --dates dmy or mdy" : dmy ? " --dates dmy" : mdy ? " --dates mdy" : "";
}

void ColumnProblems::count(First& first, const TableReader& rows, RowRef row, std::size_t column) {
    if (++first.cells > 1) return;
    first.spot = rows.spot(row, column);
    first.excerpt = rows.excerpt(row, column);
    first.cell = row.cell(column);
}

void ColumnProblems::add(const TableReader& rows, RowRef row, CellProblem problem) {
    Problem& of_column = problems_[{problem.column, problem.kind}];
    count(of_column, rows, row, problem.column);
    const std::string_view cell = row.cell(problem.column);
    constexpr std::size_t most_words = 5;
    if (problem.kind == CellProblem::Kind::no_number || problem.kind == CellProblem::Kind::no_date) {
        if (of_column.words.size() < most_words &&
            std::ranges::find(of_column.words, cell) == of_column.words.end())
            of_column.words.emplace_back(cell);
    } else if (problem.kind == CellProblem::Kind::decimal_form) {
        for (std::size_t i = 0; i < decimals.size(); ++i)
            of_column.read_by.at(i) += parse_decimal(cell, decimals.at(i)) ? 1 : 0;
    } else {
        for (std::size_t i = 0; i < orders.size(); ++i)
            of_column.read_by.at(i) += read_date(cell, orders.at(i)) ? 1 : 0;
    }
}

void ColumnProblems::add(const TableReader& rows, RowRef row, DateOddity oddity) {
    count(oddities_[{oddity.column, oddity.form}], rows, row, oddity.column);
}

std::string ColumnProblems::message(const std::string& column, CellProblem::Kind kind,
                                    const Problem& problem) {
    switch (kind) {
        case CellProblem::Kind::decimal_form:
            return decimal_message(column, problem.cell, problem.cells, problem.read_by);
        case CellProblem::Kind::no_number:
            return missing_message(column, problem.words, problem.cells, false);
        case CellProblem::Kind::no_date:
            return missing_message(column, problem.words, problem.cells, true);
        case CellProblem::Kind::day_number:
            return fmt::format(
                "the column {} has dates such as {} ({}), days as a spreadsheet counts them: "
                "format the column as a date and save it again, this one as {}",
                quoted(column), quoted(problem.cell), cells(problem.cells), *spreadsheet_day(problem.cell));
        default:
            return date_message(column, problem.cell, problem.cells, problem.read_by);
    }
}

void ColumnProblems::report(const TableReader& rows, Diagnostics& diagnostics) const {
    // The one date of an event is start and end: what is said of it is said once.
    std::set<std::pair<std::string, std::uint64_t>> told;
    for (const auto& [key, problem] : problems_) {
        const std::string& column = rows.name_in_file(key.first);
        std::string text = message(column, key.second, problem);
        if (told.emplace(text, problem.spot.line).second)
            diagnostics.error(problem.spot, std::move(text), problem.excerpt);
    }
    for (const auto& [key, oddity] : oddities_) {
        std::string text =
            fmt::format("dates such as {} in the column {} ({}) {}", quoted(oddity.cell),
                        quoted(rows.name_in_file(key.first)), cells(oddity.cells), oddity_note(key.second));
        if (told.emplace(text, oddity.spot.line).second) diagnostics.note(oddity.spot, std::move(text));
    }
}

}  // namespace entente::io
