// The first stage of reading ties: which column of the header is what.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/diagnostics.hpp"
#include "io/table_reader.hpp"
#include "io/vocabulary/columns.hpp"

namespace entente::io {

struct TieColumns {
    // Gephi calls the direction Type, everyone else the relation: its cells decide at the end of the file.
    struct Type {
        std::size_t column = 0;
        std::string name;
        bool is_relation = false;  // if its cells are no directions: the relation, else an attribute
    };
    std::size_t source = 0, target = 0;
    std::optional<std::size_t> relation, sign, weight, directed, start, end, confidence, citation, note;
    std::optional<std::size_t> length;                      // instead of a weight: the strength is 1 / length
    std::optional<std::size_t> source_label, target_label;  // of actors that no file describes
    std::optional<Type> type;
    struct Other {
        std::size_t column = 0;
        std::string name;
    };
    std::vector<Other> others;  // further attributes
    ColumnMap map;              // the same by name, for the ledger
};

// The columns of a ties file; nothing, and why, where source or target is missing.
std::optional<TieColumns> find_tie_columns(const TableReader& rows, const ChosenColumns& chosen,
                                           Diagnostics& diagnostics);

}  // namespace entente::io
