// entente check: what is wrong with the data, and what became of every row.
#include "report/data/check.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/options/data_options.hpp"
#include "cli/terminal/diagnostics.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/result.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"check data/jerusalem-axis",
     "Every problem with its file, line and column, and what became of every row."},
    {"check ties.csv --actors people.csv --format json", "The same for a program."},
}};

// Of data with errors only programs get a ledger: for people what is wrong is the result.
void run(Context& context, const DataOptions& data) {
    io::Reading reading = examine(context, data);
    const bool for_person = result_format(context).reader == Reader::person;
    if (reading.failed && for_person) throw Error(std::move(reading.remarks));
    const report::LedgerCounts counts = report::count_rows(reading.network, reading.ledger);
    if (!context.quiet && for_person)
        say(context.streams.err, reading.remarks, {.color = colors_for_people(context), .most = 1000});
    deliver_result(context, {.rows = [&] { return report::complaints_table(reading.remarks); },
                             .json = [&] { return report::check_value(reading.remarks, counts); },
                             .text = [&] { return report::ledger_text(counts); }});
    if (reading.failed) throw Error(std::move(reading.remarks));
}

Action declare(Options& options) {
    auto data = std::make_shared<DataOptions>();
    add_data_options(options, *data);
    return [data](Context& context) { run(context, *data); };
}

}  // namespace

const Command check_command{.name = "check",
                            .usage = "DATA…",
                            .summary = "say what is wrong with the data and what became of every row",
                            .description =
                                "Prints each error, warning and note as FILE:LINE:COLUMN, the form that "
                                "editors jump to, and ends with a ledger: the "
                                "rows read are the ties kept, the rows merged into them and the rows "
                                "dropped, by reason. Status 1 when the data have errors.",
                            .examples = examples,
                            .declare = declare};

}  // namespace entente::cli
