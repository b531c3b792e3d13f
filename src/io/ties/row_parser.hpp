// The second stage of reading ties: the cells of one row into values, and what is wrong with them. Knows
// neither the network nor the other rows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/cell_rules.hpp"
#include "io/ties/tie_columns.hpp"
#include "model/date_forms.hpp"
#include "model/network.hpp"

namespace entente::io {

// What a row says. What it leaves open, its relation or the end of the file decides.
struct TieValues {
    std::optional<Sign> sign;
    std::optional<double> strength;  // below 0 where the weight is and no sign is said
    bool negative_weight = false;    // whatever the sign
    Directedness directed = Directedness::unsaid;
    Period period;
    bool start_is_marked = false, end_is_marked = false;  // as uncertain: 1984?, c. 1984
    double confidence = 1;
};

struct CellProblem {
    enum class Kind {
        sign,
        weight,
        decimal_form,  // a number, but with a decimal comma or marks between thousands
        length,
        negative_weight,  // although the sign is not hostile
        directed,
        confidence,
        date,
        date_form,   // a date, but in an order that the cell leaves open
        no_number,   // NA, nan, null and the like where a number stands in other rows
        no_date,     // … where a date does
        day_number,  // days as a spreadsheet counts them
        end_before_start
    } kind;
    std::size_t column = 0;
};

// A date that was read with less, or more, than it says.
struct DateOddity {
    std::size_t column = 0;
    DateForm form = DateForm::plain;
};

struct ParsedRow {
    TieValues values;
    std::vector<CellProblem> problems;
    std::vector<DateOddity> oddities;
};

class RowParser {
public:
    // Columns and rules must outlive the parser.
    RowParser(const TieColumns& columns, const CellRules& rules) : columns_(columns), rules_(rules) {}

    ParsedRow parse(RowRef row);

    // The problem in words: what is wrong, with the value, and what to do.
    std::string message(RowRef row, CellProblem problem) const;

private:
    std::string end_message(std::string_view end, std::string_view start) const;

    // Equal dates stand in rows one after the other: the last one of a column is kept.
    struct DateCell {
        std::string text;
        DateReading reading;
    };
    std::string_view cell(RowRef row, std::optional<std::size_t> column) const {
        return column ? row.cell(*column) : std::string_view();
    }
    std::optional<double> number(RowRef row, std::size_t column, ParsedRow& parsed,
                                 CellProblem::Kind otherwise) const;
    void parse_sign_and_weight(RowRef row, ParsedRow& parsed) const;
    void parse_length(RowRef row, ParsedRow& parsed) const;
    void parse_confidence_cell(RowRef row, ParsedRow& parsed) const;
    void parse_period(RowRef row, ParsedRow& parsed);
    std::optional<DayInterval> parse_date_cell(RowRef row, std::size_t column, DateCell& last,
                                               ParsedRow& parsed) const;

    const TieColumns& columns_;
    const CellRules& rules_;
    DateCell last_start_, last_end_;
};

}  // namespace entente::io
