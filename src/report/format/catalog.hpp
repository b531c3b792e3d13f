// A list of things to choose from or to write: measures, algorithms, layouts, words of the cells.
#pragma once

#include <string>
#include <vector>

#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

struct Catalog {
    std::string what;  // "measures"
    std::vector<std::string>
        columns;  // the first is the name, the second what it is; "default" holds "yes" or ""
    std::vector<std::vector<std::string>> rows = {};
};

Table table_of(const Catalog& catalog);

// {…, what: [{column: text, "default": true|false}]}
Value value_of(const Catalog& catalog);

// One paragraph an entry: the name, what it is, then the other columns on a line.
std::string text_of(const Catalog& catalog, const TextOptions& options);

}  // namespace entente::report
