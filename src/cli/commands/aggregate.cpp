// entente aggregate: events into signed, dated ties.
#include "io/aggregate/aggregate.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <new>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/options/data_options.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "io/aggregate/parts.hpp"
#include "report/data/aggregate.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 4> examples{{
    {"aggregate acled.csv --by quarter -o conflicts",
     "A dataset with one tie a pair, sign and quarter, then: entente analyze conflicts"},
    {"aggregate 'gdelt/*.csv' --by year --min 10 -o gdelt-years",
     "Many files as one, ties of ten events or more."},
    {"aggregate - --preset gdelt --signs net -o net.csv < events.csv",
     "From a pipe; one tie a pair and year, friendly or hostile on balance."},
    {"aggregate --combine part1 part2 part3 -o whole", "Parts that were aggregated apart, as if in one run."},
}};

struct Settings {
    DataOptions data;
    bool combine = false;
    std::string by = "year", signs = "apart", weight = "count", relations = "drop", join = "0", memory;
    std::uint64_t least = 1, citations = 3;
};

std::uint64_t half_of_memory() {
    const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 2
                                 : 0;
}

std::uint64_t memory_of(const std::string& word) {
    if (word.empty()) return half_of_memory();
    constexpr std::string_view units = "KMGT";
    const std::size_t unit = units.find(word.back());
    std::uint64_t bytes = 0;
    const std::string digits = unit == std::string_view::npos ? word : word.substr(0, word.size() - 1);
    if (digits.empty() || digits.size() > 12 || digits.find_first_not_of("0123456789") != std::string::npos)
        throw Error(Fault::usage,
                    fmt::format("--memory is a number of bytes, perhaps with K, M, G or T, not '{}'", word));
    bytes = std::stoull(digits);
    for (std::size_t i = 0; unit != std::string_view::npos && i <= unit; ++i) bytes *= 1024;
    return bytes;
}

std::optional<std::uint64_t> join_of(const std::string& word) {
    if (word == "none") return std::nullopt;
    if (word.empty() || word.size() > 6 || word.find_first_not_of("0123456789") != std::string::npos)
        throw Error(Fault::usage, fmt::format("--join is a number of periods, or none, not '{}'", word));
    return std::stoull(word);
}

io::AggregateOptions options_of(const Settings& settings) {
    constexpr std::array<std::pair<std::string_view, io::PeriodKind>, 5> kinds{
        {{"week", io::PeriodKind::week},
         {"month", io::PeriodKind::month},
         {"quarter", io::PeriodKind::quarter},
         {"year", io::PeriodKind::year},
         {"all", io::PeriodKind::all}}};
    const auto* kind = std::ranges::find(kinds, settings.by, [](const auto& row) { return row.first; });
    return {.read = read_options(settings.data),
            .combine = settings.combine,
            .cells = {.by_sign = settings.signs == "apart",
                      .by_relation = settings.relations == "keep",
                      .by = kind->second,
                      .citations = settings.citations,
                      .memory = memory_of(settings.memory)},
            .weight = settings.weight == "sum"    ? io::CellWeight::sum
                      : settings.weight == "mean" ? io::CellWeight::mean
                                                  : io::CellWeight::count,
            .least_events = settings.least,
            .join = join_of(settings.join)};
}

// ".csv": the ties; ".json" and ".txt": what became of the rows; "" for a folder and for a stream.
std::string ending_of_file(const Context& context) {
    std::error_code ignored;
    if (context.output == "-" || std::filesystem::is_directory(context.output, ignored)) return "";
    const std::string ending = lower(std::filesystem::path(context.output).extension().string());
    return ending == ".csv" || ending == ".json" || ending == ".txt" ? ending : "";
}

// The files that are written besides a report: the ties alone, or a folder that is a dataset.
std::vector<std::string> outputs_of(const Context& context) {
    const std::string& output = context.output;
    if (output.empty() || output == "-") return {};
    if (const std::string ending = ending_of_file(context); !ending.empty())
        return ending == ".csv" ? std::vector{output} : std::vector<std::string>();
    const std::filesystem::path folder = output;
    return {(folder / "ties.csv").string(), (folder / "actors.csv").string(),
            (folder / "ledger.csv").string(), (folder / "citations.csv").string()};
}

void write_outputs(Context& context, const io::Aggregate& aggregate,
                   const std::vector<std::string>& outputs) {
    std::error_code code;
    std::set_new_handler(nullptr);  // without memory what is half written is removed
    if (outputs.size() > 1) std::filesystem::create_directories(context.output, code);
    if (code)
        throw Error(Fault::file,
                    fmt::format("cannot create the folder '{}': {}", context.output, code.message()));
    std::vector<std::unique_ptr<GrowingFile>> files;
    for (const std::string& path : outputs) {
        files.push_back(std::make_unique<GrowingFile>(path));
        const io::TextSink sink = [&](std::string_view text) { files.back()->append(text); };
        if (files.size() == 1) io::write_ties(aggregate, sink, context.control);
        if (files.size() == 2) io::write_actors(aggregate, sink);
        if (files.size() == 3) io::write_ledger(aggregate, sink);
        if (files.size() == 4) io::write_citations(aggregate, sink);
        files.back()->finish();
    }
    for (const auto& file : files) file->take_place();
}

void write_to_stream(Context& context, const io::Aggregate& aggregate) {
    std::string buffer;
    constexpr std::size_t full = std::size_t{1} << 20U;
    io::write_ties(
        aggregate,
        [&](std::string_view text) {
            buffer += text;
            if (buffer.size() < full) return;
            write_stream(context.streams.out, buffer, "standard output");
            buffer.clear();
        },
        context.control);
    write_stream(context.streams.out, buffer, "standard output");
}

report::AggregateReport report_of(const io::Aggregate& aggregate) {
    const io::AggregateLedger& ledger = aggregate.ledger();
    const io::AggregateTotals& totals = aggregate.totals();
    const io::AggregateOptions& options = aggregate.options();
    report::AggregateReport report{.rows = ledger.rows,
                                   .rows_giving = ledger.rows_giving,
                                   .left_out = {},
                                   .events = totals.events,
                                   .below_least = totals.below_least,
                                   .least = options.least_events,
                                   .actors = totals.actors,
                                   .ties = totals.ties,
                                   .positive = totals.positive,
                                   .negative = totals.negative,
                                   .unsaid = totals.unsaid,
                                   .first = "",
                                   .last = "",
                                   .long_periods = ledger.long_periods,
                                   .open_starts = ledger.open_starts,
                                   .open_ends = ledger.open_ends,
                                   .rounded_weights = ledger.rounded_weights,
                                   .settings = {},
                                   .readings = {}};
    for (const auto& [reason, rows] : ledger.left_out) report.left_out.push_back({reason, rows});
    if (totals.days.known()) {
        report.first = to_string(DayInterval{totals.days.first, totals.days.first});
        report.last = to_string(DayInterval{totals.days.last, totals.days.last});
    }
    report.settings = {{"by", std::string(io::word_of(options.cells.by))},
                       {"signs", options.cells.by_sign ? "apart" : "net"},
                       {"weight", std::string(io::word_of(options.weight))},
                       {"relations", options.cells.by_relation ? "keep" : "drop"},
                       {"min", fmt::format("{}", options.least_events)},
                       {"join", options.join ? fmt::format("{}", *options.join) : "none"},
                       {"citations", fmt::format("{}", options.cells.citations)}};
    for (const auto& reading : ledger.readings)
        report.readings.push_back({reading.preset, reading.title, reading.rules});
    return report;
}

// The folders that are combined have one form: no option says how they are read.
void refuse_reading(const DataOptions& data) {
    const std::array<std::pair<const char*, bool>, 13> given{
        {{"--actors", !data.actors.empty()},
         {"--columns", !data.columns.empty()},
         {"--delimiter", !data.delimiter.empty()},
         {"--input-format", !data.format.empty()},
         {"--network", !data.network.empty()},
         {"--add-missing-actors", data.add_missing_actors},
         {"--missing", !data.missing.empty()},
         {"--decimal", !data.decimal.empty()},
         {"--dates", !data.dates.empty()},
         {"--sign", !data.sign.empty()},
         {"--length", !data.length.empty()},
         {"--preset", !data.preset.empty()},
         {"--rule", !data.rules.empty()}}};
    for (const auto& [option, is_given] : given)
        if (is_given)
            throw Error(
                Fault::usage,
                fmt::format("{} is for data that are read: give it where the parts are made; --combine "
                            "adds them up as they are",
                            option));
}

void run(Context& context, const Settings& settings) {
    const io::AggregateOptions options = options_of(settings);
    const std::vector<std::string> outputs = outputs_of(context);
    if (context.spreadsheet_safe)
        throw Error(Fault::usage,
                    "--spreadsheet-safe is for results: what aggregate writes is read again, and an "
                    "apostrophe would become part of ids");
    if (settings.combine) refuse_reading(settings.data);
    if (!settings.data.actors.empty()) context.inputs.push_back(settings.data.actors);
    for (const std::string& word : settings.data.words) {
        context.inputs.push_back(word);
        for (const char* file : {"actors.csv", "ties.csv", "ledger.csv", "citations.csv"})
            context.inputs.push_back((std::filesystem::path(word) / file).string());
    }
    refuse_inputs(context, outputs);
    step(context, settings.combine ? "adding up" : "aggregating");
    const io::Aggregate aggregate = io::aggregate(options, context.control);
    step(context, "writing");
    write_outputs(context, aggregate, outputs);
    end_progress(context);
    if (!context.quiet) say_remarks(context, settings.data, aggregate.remarks());
    if (context.output == "-" || (context.output.empty() && context.format == "csv"))
        return write_to_stream(context, aggregate);
    const report::AggregateReport report = report_of(aggregate);
    if (const std::string ending = ending_of_file(context); ending == ".json" || ending == ".txt")
        return deliver(context, ending == ".json" ? aggregate_json(report) : aggregate_text(report),
                       Reader::program);
    if (context.format == "json")
        return write_stream(context.streams.out, report::aggregate_json(report), "standard output");
    if (context.output.empty() || !context.quiet)
        write_stream(context.streams.out, report::aggregate_text(report), "standard output");
}

Action declare(Options& options) {
    auto settings = std::make_shared<Settings>();
    add_data_options(options, settings->data);
    const auto add = [&](std::string names, std::string value, std::string help, Target target,
                         std::vector<std::string> choices = {}) {
        options.push_back({.names = std::move(names),
                           .value = std::move(value),
                           .help = std::move(help),
                           .target = target,
                           .choices = std::move(choices)});
    };
    add("--by", "", "how long a period is whose events become one tie", &settings->by,
        {"all", "year", "quarter", "month", "week"});
    add("--signs", "",
        "friendly, hostile and unsigned events apart, or one tie with the sign of their balance",
        &settings->signs, {"apart", "net"});
    add("--weight", "", "of a tie: the number of events, the sum of their weights or its mean",
        &settings->weight, {"count", "sum", "mean"});
    add("--relations", "", "whether events of different relations are different ties", &settings->relations,
        {"keep", "drop"});
    add("--min", "N", "leave out ties of fewer events", &settings->least);
    add("--join", "N|none",
        "ties of neighboring periods become one where at most N periods without an event lie between",
        &settings->join);
    add("--citations", "N", "how many different citations a tie keeps", &settings->citations);
    add("--memory", "BYTES", "how much the ties may take, as 4G (default: half of the machine's)",
        &settings->memory);
    add("--combine", "", "the data are folders that aggregate wrote: add them up", &settings->combine);
    return [settings](Context& context) { run(context, *settings); };
}

}  // namespace

const Command aggregate_command{
    .name = "aggregate",
    .usage = "DATA…",
    .summary = "add up events to signed, dated ties",
    .description =
        "Reads events of any data set that 'entente list presets' names, or ties of any form, once, and adds "
        "them up: one tie for each pair, sign and period. Memory grows with the ties, not with the events. "
        "-o DIR writes a dataset (ties.csv, actors.csv, and ledger.csv with what became of every row), -o "
        "FILE.csv the ties alone, -o FILE.json or FILE.txt what became of the rows.",
    .examples = examples,
    .declare = declare,
    .writes = Writes::ties_or_folder};

}  // namespace entente::cli
