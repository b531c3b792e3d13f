// The third stage of reading ties: rows become rows of the network's table, whose columns grow together.
// Columns that an earlier file did not have are filled up to where this one begins.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "io/ties/row_parser.hpp"
#include "model/network.hpp"

namespace entente::io {

class TieBuilder {
public:
    // Opens the columns that the file fills; network.files must end with that file, and the relations must
    // all be there. Both must outlive the builder.
    TieBuilder(Network& network, const TieColumns& columns, const CellRules& rules);

    // Columns that never move leave no holes in the memory behind them.
    void reserve(std::size_t rows);
    void append(ActorId source, ActorId target, RowRef row, const TieValues& values);
    // Fills the columns that this file does not have. Nothing may be left open (see values_of).
    void close();

    std::uint32_t file() const { return file_; }
    std::size_t first_row() const { return first_row_; }

    // The values of a row of this file, of which what is not said is still open; and other ones for it, of
    // which only sign, strength and direction are taken.
    TieValues values_of(std::size_t row) const;
    void set_values(std::size_t row, const TieValues& values);

    // The cells of the column whose meaning the end of the file decides, row for row from first_row on, and
    // whether all that are not empty are words for a direction.
    const TextColumn& types() const { return types_; }
    bool types_are_directions() const { return types_are_directions_; }

    // The attribute of the network that each of the columns' others fills.
    const std::vector<std::size_t>& attributes() const { return attributes_; }
    bool any_negative_weight() const { return negative_weight_; }
    bool had_signs() const { return had_signs_; }  // before this file

private:
    // What a row leaves open stands for itself in the columns until the end of the file.
    static constexpr Sign open_sign = static_cast<Sign>(2);
    static constexpr double open_strength = std::numeric_limits<double>::quiet_NaN();

    void keep_text(std::string_view name, std::string_view cell);

    Network& network_;
    const TieColumns& columns_;
    std::uint32_t file_;
    std::size_t first_row_;
    std::vector<std::size_t> attributes_;
    TextColumn types_;
    bool types_are_directions_ = true;
    bool negative_weight_ = false;
    bool had_signs_;
    bool signs_, strengths_, directions_;  // the columns that this file fills
};

// Fills a column up to the rows that it did not have before.
template <class Column, class Value>
void pad(Column& column, std::size_t rows, Value value) {
    if (column.size() < rows) column.resize(rows, value);
}
inline void pad(TextColumn& column, std::size_t rows) {
    while (column.size() < rows) column.push_back("");
}

}  // namespace entente::io
