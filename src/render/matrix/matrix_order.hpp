// In which order the actors of a matrix stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/picture/picture.hpp"

namespace entente::render {

// Actors of one block stand together.
struct MatrixBlock {
    std::string name;  // "around Iran (6)", "faction 1 (9)"
    std::size_t row = 0, rows = 0, column = 0, columns = 0;
};

struct MatrixOrder {
    bool two_modes = false;                    // no actor of the rows is one of the columns
    std::vector<std::uint32_t> rows, columns;  // nodes of the picture; the same where there is one mode
    std::vector<MatrixBlock> blocks;           // none where there is one only
};

// By faction where the picture has factions, then by community, in each the actors with most ties first, the
// first among equals. Of two modes the sources are rows and the targets columns; actors without a tie are
// rows.
MatrixOrder matrix_order(const Picture& picture);

}  // namespace entente::render
