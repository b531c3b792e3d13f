// Which column of a file is which of ours.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostics.hpp"
#include "io/table_reader.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/ledger.hpp"

namespace entente::io {

using ChosenColumns = std::map<std::string, std::string>;  // --columns: our name -> the file's header

class ColumnMap {
public:
    // The column of the file that is ours of that name.
    std::optional<std::size_t> find(std::string_view name) const;
    // The file's columns that are none of ours, in order.
    std::vector<std::size_t> others() const;

    // What became of each column of the file that has this header.
    FileColumns uses(std::string file, const std::vector<std::string>& header) const;

    void assign(std::string_view name, std::size_t column) {
        ours_.emplace(name, column), taken_[column] = true;
    }
    void release(std::string_view name);
    bool taken(std::size_t column) const { return taken_[column]; }

private:
    friend ColumnMap map_columns(const TableReader&, std::span<const ColumnNames>, const ChosenColumns&, bool,
                                 Diagnostics&);
    std::map<std::string, std::size_t, std::less<>> ours_;
    std::vector<bool> taken_;
};

// Reports empty and repeated header names, honors `chosen`, then gives each column of ours the best matching
// header that is left; a ties file (`with_ends`) gets its source and target first. Warns of a header that
// looks like a misspelt one of ours.
ColumnMap map_columns(const TableReader& rows, std::span<const ColumnNames> names,
                      const ChosenColumns& chosen, bool with_ends, Diagnostics& diagnostics);

// Throws Error(Fault::usage) where --columns names a column that is none of ours.
void check_chosen(const ChosenColumns& chosen);

// Throws Error(Fault::usage), with the nearest header, where --columns (or a dataset's own table of columns)
// names a header that is none of `headers`, those of all its files. `where` is what names it, for the
// message.
void refuse_unmet(const ChosenColumns& chosen, std::string_view where, std::span<const std::string> headers);

// Reports that the file lacks one of ours that it must have.
void complain_of_missing(const TableReader& rows, std::string_view name,
                         std::span<const std::string_view> aliases, Diagnostics& diagnostics);

}  // namespace entente::io
