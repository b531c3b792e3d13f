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
    // The finding as a chart for --plot FILE; made only where a file is named.
    std::string plot = {};
    std::function<std::string()> chart = {};
};

// --plot of a command that has a chart of its finding; `what` says what the chart shows.
void add_plot_option(Options& options, std::string& file, std::string what);

// To -o FILE or standard output.
void deliver_result(Context& context, const Result& result);

// The table as CSV, by --spreadsheet-safe.
std::string csv_of(const Context& context, report::Table table);

// How wide and colorful tables may be where they go.
report::TextOptions text_options(const Context& context);

}  // namespace entente::cli
