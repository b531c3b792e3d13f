// A result in the format asked for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/options/command.hpp"
#include "cli/terminal/messages.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

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

// A row of the table of formats: the choices of --format and how each is written.
struct ResultFormat {
    std::string_view name;
    Reader reader;       // a person may get more than was asked for, a program just that
    bool holds_remarks;  // what there is to say of the data stands in the result; else on standard error
    std::string (*write)(const Context&, const Result&);
};

// The first is the default.
std::span<const ResultFormat> result_formats();

// The one that --format names.
const ResultFormat& result_format(const Context& context);

// --plot of a command that has a chart of its finding; `what` says what the chart shows.
void add_plot_option(Options& options, std::string& file, std::string what);

// Remarks that neither the format asked for nor a figure can hold, on standard error.
void note_where_no_remarks(Context& context, const std::vector<std::string>& remarks);

// To -o FILE or standard output.
void deliver_result(Context& context, const Result& result);

// The table as CSV, by --spreadsheet-safe.
std::string csv_of(const Context& context, report::Table table);

// How wide and colorful tables may be where they go.
report::TextOptions text_options(const Context& context);

}  // namespace entente::cli
