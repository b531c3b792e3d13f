// A table with other columns or cells, for what is only known once all of it is read.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

struct TableChanges {
    std::function<std::string(std::string_view header)> name = {};                    // empty: as they are
    std::function<std::string(std::size_t column, std::string_view cell)> cell = {};  // empty: as they are
    std::function<void(RawTable& copy)> columns = {};  // adds columns to the header
    std::function<void(RawTable& copy)> row = {};      // adds cells to the row just copied
};

RawTable copied(const RawTable& table, const TableChanges& changes);

}  // namespace entente::io
