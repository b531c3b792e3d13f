// A network as tables of text, which all writers put into their formats: the same columns and cells that
// entente's own CSV files have.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/network.hpp"

namespace entente::io {

struct ExportColumn {
    std::string name;
    bool attribute = false;  // none of entente's own
    std::function<std::string(std::size_t row)> cell;
};

// Cells are made when they are asked for, so that a large network stands in the memory once.
struct ExportTable {
    std::vector<ExportColumn> columns;
    std::size_t rows = 0;

    const ExportColumn* find(std::string_view name) const;
    // "" where there is no such column.
    std::string cell(std::size_t row, std::string_view name) const;
};

// Where an actor stands in a figure: in pixels, y downwards.
struct ExportPlace {
    double x = 0, y = 0;
};

// actors: id, label, kind, attributes · ties: source, target, then relation, sign, weight, directed, start,
// end, confidence, citation, note as far as the network has them (all of them where there is no row),
// attributes · relations and sources as in their files. Weights are strengths ≥ 0, signs + and -; a tie
// without sign of a relation that has one says 0. No two columns of a table are called alike.
struct ExportTables {
    std::string title;
    ExportTable actors, ties, relations, sources;
    bool directed = false;            // some tie says so
    std::uint64_t untied_actors = 0;  // without a tie in all of the data, chosen or not
    std::vector<ExportPlace> places;  // of the actors' rows, in order; empty: nothing was laid out
};

// A coordinate as the formats have it, exact to a hundredth of a pixel.
std::string coordinate(double value);

// Of the rows and actors given, in order. The network must outlive the tables.
ExportTables export_tables(const Network& network, std::vector<ActorId> actors, std::vector<TieId> ties);

// What a date says, in the form that reading takes: "1904", "1904-04-08", "[1904-04-08..1904-05-02]".
std::string date_text(const DayInterval& date);

// Whether the text is a decimal number that every program takes for the same number: digits and a point, or
// with an exponent as format_number writes it.
bool is_plain_number(std::string_view text);

}  // namespace entente::io
