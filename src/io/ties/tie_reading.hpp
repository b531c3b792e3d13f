// What the parts of TieReader share while one file is read: which column is what, and what is settled only at
// its end.
#pragma once

#include <limits>

#include "io/ties/tie_reader.hpp"

namespace entente::io {

// What a row does not say stands for itself until the end of its file, when relations and weights have their
// say.
inline constexpr Sign unsaid_sign = static_cast<Sign>(2);
inline constexpr double unsaid_strength = std::numeric_limits<double>::quiet_NaN();

struct DateCell {
    std::string text;
    DayInterval date;
};

struct TieReader::Reading {
    TableReader& rows;
    std::uint32_t file;
    std::size_t first_row;  // of the network's ties
    const TieFileOptions& options;
    std::size_t source, target;
    std::optional<std::size_t> relation, sign, weight, directed, start, end, confidence, citation, note,
        type = {};
    std::vector<std::pair<std::size_t, std::size_t>> attributes = {};  // column of the file -> attribute
    TextColumn types = {};  // the cells of `type`, row for row, until it is known what they mean
    bool types_are_directions = true;
    bool type_is_relation = false;  // if they are not directions: the relation, else an attribute
    std::string type_name = {};
    bool type_is_direction = false;  // known at the end
    std::string point_date = {};     // the header of the column that is both start and end; known at the end
    bool negative_weight = false;
    bool had_signs = false;  // before this file
    std::uint64_t self_loops = 0;
    std::string last_relation = {};
    const Relation* relation_known = nullptr;  // what last_relation names
    bool signs = false, strengths = false,
         directions = false;  // the columns of the network that this file fills
    DateCell last_start = {}, last_end = {};
};

struct TieReader::Values {
    std::uint32_t source = 0, target = 0;
    Sign sign = unsaid_sign;
    double strength = unsaid_strength;
    Directedness directed = Directedness::unsaid;
    Period period;
    double confidence = 1;
};

// What other programs write into cells that hold nothing.
bool means_missing(std::string_view cell);

// How a date of another form is to be written, for messages.
std::string date_remedy(std::string_view cell, bool start);

// Fills a column up to the rows that it did not have before.
template <class Column, class Value>
void pad(Column& column, std::size_t rows, Value value) {
    if (column.size() < rows) column.resize(rows, value);
}

inline void pad(TextColumn& column, std::size_t rows) {
    while (column.size() < rows) column.push_back("");
}

}  // namespace entente::io
