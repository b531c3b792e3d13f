#include "cli/terminal/result.hpp"

#include "cli/terminal/messages.hpp"
#include "cli/terminal/terminal.hpp"
#include "report/actors.hpp"

namespace entente::cli {

report::TextOptions text_options(const Context& context) {
    const bool to_file = !context.output.empty() && context.output != "-";
    return {.width = to_file ? 0 : terminal_width(Stream::out),
            .color = (!to_file || context.color == "always") && colors_for_results(context)};
}

void deliver_result(Context& context, const Result& result) {
    if (context.format == "json") return deliver(context, report::to_json(result.json()));
    if (context.format == "csv") return deliver(context, report::to_csv(result.rows()));
    std::string text = result.text
                           ? result.text()
                           : report::to_text(report::for_people(result.rows()), text_options(context));
    if (!result.remarks.empty()) text += '\n';
    for (const std::string& remark : result.remarks) text += remark + '\n';
    deliver(context, text);
}

}  // namespace entente::cli
