// From members of JSON objects to cells of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/formats/json/json.hpp"

namespace entente::io {

// A value as a cell: what a scalar says, the parts of a list divided by "; "; nothing for objects and for
// lists of anything else than scalars.
std::optional<std::string> json_cell(Json::Value value);

// Objects nested in actors and ties, which no cell can hold: collected, then named once.
class NestedValues {
public:
    void add(Json::Value value);
    void tell(Problems& problems) const;

private:
    std::vector<std::string> names_;
    CellPlace first_;
};

// Puts the value into the column called as its key, if it is a cell.
void set_cell(RawTable& table, std::string_view column, Json::Value value, NestedValues& nested);

// What a document that holds no network seems to be, for messages.
std::string json_shape(Json::Value root);

}  // namespace entente::io
