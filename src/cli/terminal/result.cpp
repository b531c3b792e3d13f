#include "cli/terminal/result.hpp"

#include <array>

#include "base/file.hpp"
#include "base/named.hpp"
#include "cli/options/part_option.hpp"
#include "cli/terminal/folder.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/terminal.hpp"
#include "report/actors.hpp"
#include "study/figures/charts.hpp"

namespace entente::cli {

report::TextOptions text_options(const Context& context) {
    const bool to_file = !context.output.empty() && context.output != "-";
    return {.width = to_file ? 0 : terminal_width(Stream::out),
            .color = (!to_file || context.color == "always") && colors_for_results(context)};
}

void add_plot_option(Options& options, std::string& file, std::string what) {
    options.push_back({.names = "--plot",
                       .value = "FILE",
                       .help = "also draw a chart into FILE.svg, .pdf or .png: " + std::move(what),
                       .target = &file});
}

namespace {

void deliver_chart(Context& context, const Result& result) {
    if (result.plot.empty()) return;
    const std::string files[] = {result.plot};
    refuse_inputs(context, files);
    write_file(result.plot, study::chart_file(result.plot, result.chart(), "Chart"));
}

}  // namespace

std::string csv_of(const Context& context, report::Table table) {
    return report::to_csv(context.spreadsheet_safe ? report::spreadsheet_safe(std::move(table))
                                                   : std::move(table));
}

namespace {

std::string table_of(const Context& context, const Result& result) {
    std::string text = result.text
                           ? result.text()
                           : report::to_text(report::for_people(result.rows()), text_options(context));
    if (!result.remarks.empty()) text += '\n';
    for (const std::string& remark : result.remarks) text += remark + '\n';
    return text;
}

constexpr std::array formats{
    ResultFormat{.name = "table", .reader = Reader::person, .holds_remarks = true, .write = table_of},
    ResultFormat{
        .name = "csv",
        .reader = Reader::program,
        .holds_remarks = false,
        .write = [](const Context& context, const Result& result) { return csv_of(context, result.rows()); }},
    ResultFormat{
        .name = "json",
        .reader = Reader::program,
        .holds_remarks = true,
        .write = [](const Context&, const Result& result) { return report::to_json(result.json()); }}};

}  // namespace

std::span<const ResultFormat> result_formats() { return formats; }

const ResultFormat& result_format(const Context& context) {
    return find_named("format", context.format, result_formats());
}

void note_where_no_remarks(Context& context, const std::vector<std::string>& remarks) {
    if (result_format(context).holds_remarks && !names_figure(context.output)) return;
    for (const std::string& remark : remarks) note(context, remark);
}

void deliver_result(Context& context, const Result& result) {
    if (deliver_part(context) || !delivers(context)) return;
    deliver_chart(context, result);
    const ResultFormat& format = result_format(context);
    deliver(context, format.write(context, result), format.reader);
}

}  // namespace entente::cli
