#include "cli/terminal/result.hpp"

#include "base/file.hpp"
#include "cli/options/part_option.hpp"
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

void deliver_result(Context& context, const Result& result) {
    if (deliver_part(context) || !delivers(context)) return;
    deliver_chart(context, result);
    if (context.format == "json") return deliver(context, report::to_json(result.json()));
    if (context.format == "csv") return deliver(context, csv_of(context, result.rows()));
    std::string text = result.text
                           ? result.text()
                           : report::to_text(report::for_people(result.rows()), text_options(context));
    if (!result.remarks.empty()) text += '\n';
    for (const std::string& remark : result.remarks) text += remark + '\n';
    deliver(context, text, Reader::person);
}

}  // namespace entente::cli
