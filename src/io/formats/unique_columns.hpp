// Names for the columns of a table that a file of another program gives: such files may name two attributes
// alike but for case, or one as a column that is there anyway.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// The column of exactly that name, if the table has it.
std::optional<std::size_t> column_named(const RawTable& table, std::string_view name);

class UniqueColumns {
public:
    static constexpr std::size_t most = 16'384;  // columns of a table, as many as a sheet of Excel has

    explicit UniqueColumns(RawTable& table) : table_(table) {}

    // A column of ours, which no attribute gets.
    std::size_t own(std::string_view name, CellPlace place = {});

    // The column of an attribute: the same for the same name; "Weight_2" for one that is like another but for
    // case, spaces, - and _. Nothing once there are `most` columns.
    std::optional<std::size_t> of(std::string_view attribute, CellPlace place);

private:
    RawTable& table_;
    std::map<std::string, std::size_t, std::less<>> attributes_;
    std::set<std::string> taken_;  // normalized
};

// The same for a table that is whole: later columns that are called as earlier ones but for case, spaces, -
// and _ get a number behind their names, and those without a name are called "attribute". Columns called
// exactly as entente's own keep their names.
void make_names_unique(RawTable& table);

}  // namespace entente::io
