// A result in the format asked for.
#pragma once

#include <functional>
#include <string>

#include "cli/options/command.hpp"
#include "report/format/table.hpp"
#include "report/format/value.hpp"

namespace entente::cli {

// Made only for the format that is asked for.
struct Result {
    std::function<report::Table()> rows;  // of the CSV
    std::function<report::Value()> json;
    std::function<std::string()> text =
        {};  // for people; empty: the rows as an aligned table, then the remarks
    std::vector<std::string> remarks = {};  // lines below the table
};

// To -o FILE or standard output.
void deliver_result(Context& context, const Result& result);

// How wide and colorful tables may be where they go.
report::TextOptions text_options(const Context& context);

}  // namespace entente::cli
