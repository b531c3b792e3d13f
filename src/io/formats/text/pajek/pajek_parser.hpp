// The networks that a Pajek file says, as they stand there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/input/place_counter.hpp"
#include "io/formats/matrix_ties.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

struct PajekField {
    std::string name, text;
    CellPlace place;
};

struct PajekVertex {
    std::string label;
    CellPlace place;
    std::vector<PajekField> fields;
};

struct PajekLine {
    std::uint32_t from = 0, to = 0;
    bool directed = false;
    std::string relation;
    std::vector<PajekField> fields;  // weight, note, start, end, …
    CellPlace place, from_place, to_place;
};

struct PajekMatrix {
    std::vector<MatrixCell> cells;
    MatrixMeaning meaning;
};

// One network of a project.
struct PajekPart {
    std::string name;
    std::uint64_t count = 0, first_mode = 0;
    CellPlace count_place;
    bool counted = false;
    std::vector<PajekVertex> vertices;  // by number, as far as lines describe them
    std::vector<PajekLine> lines;
    std::vector<PajekMatrix> matrices;
    std::vector<PajekField>
        columns_named;  // partitions and vectors: name; values in the same place of `values`
    std::vector<std::vector<std::string>> values;
};

// What is wrong is reported to `problems`; what a file says of looks is left out and named in `looks`. There
// are no more vertices than the file has bytes, or a million.
std::vector<PajekPart> parse_pajek(std::string_view text, Problems& problems, LeftOutLooks& looks);

}  // namespace entente::io
