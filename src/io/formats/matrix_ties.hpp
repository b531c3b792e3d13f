// Ties that stand in a matrix of numbers: Pajek's *Matrix, UCINET's full matrix, a table with names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

struct MatrixCell {
    std::uint32_t row = 0, column = 0;
    double value = 0;
    std::string_view text;
    CellPlace place;
};

struct MatrixMeaning {
    std::string relation = "";  // "": none
    bool two_modes = false;     // rows and columns are different actors: ties have no direction
    bool halved = false;        // only one half of it stands in the file: symmetric
};

// Adds the cells that are not zero to the ties. A matrix equal to its mirror gives undirected ties, each
// once. `rows` and `columns` are the ids of the actors.
void add_matrix_ties(RawTable& ties, const std::vector<MatrixCell>& cells,
                     const std::vector<std::string>& rows, const std::vector<std::string>& columns,
                     const MatrixMeaning& meaning);

// The cell of a matrix as a number: 0 where nothing is written or "." or "na" stands, NaN for what is none.
double matrix_number(std::string_view text);

}  // namespace entente::io
