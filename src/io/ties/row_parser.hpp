// The second stage of reading ties: the cells of one row into values, and what is wrong with them. Knows
// neither the network nor the other rows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/ties/tie_columns.hpp"
#include "model/network.hpp"

namespace entente::io {

// What a row says. What it leaves open, its relation or the end of the file decides.
struct TieValues {
    std::optional<Sign> sign;
    std::optional<double> strength;  // below 0 where the weight is and no sign is said
    bool negative_weight = false;    // whatever the sign
    Directedness directed = Directedness::unsaid;
    Period period;
    double confidence = 1;
};

struct CellProblem {
    enum class Kind {
        sign,
        weight,
        negative_weight,  // although the sign is not hostile
        directed,
        confidence,
        date,
        end_before_start
    } kind;
    std::size_t column = 0;
};

struct ParsedRow {
    TieValues values;
    std::vector<CellProblem> problems;
};

class RowParser {
public:
    // The columns must outlive the parser.
    explicit RowParser(const TieColumns& columns) : columns_(columns) {}

    ParsedRow parse(RowRef row);

    // The problem in words: what is wrong, with the value, and what to do.
    std::string message(RowRef row, CellProblem problem) const;

private:
    // Equal dates stand in rows one after the other: the last one of a column is kept.
    struct DateCell {
        std::string text;
        DayInterval date;
    };
    std::string_view cell(RowRef row, std::optional<std::size_t> column) const {
        return column ? row.cell(*column) : std::string_view();
    }
    void parse_sign_and_weight(RowRef row, ParsedRow& parsed) const;
    void parse_period(RowRef row, ParsedRow& parsed);
    std::optional<DayInterval> parse_cell(std::string_view cell, DateCell& last) const;

    const TieColumns& columns_;
    DateCell last_start_, last_end_;
};

// What other programs write into cells that hold nothing.
bool means_missing(std::string_view cell);

// How a date of another form is to be written, for messages.
std::string date_remedy(std::string_view cell, bool start);

}  // namespace entente::io
