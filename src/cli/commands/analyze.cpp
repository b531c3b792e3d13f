// entente analyze: the main job, everything about a network into one folder.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "base/file.hpp"
#include "base/prose.hpp"
#include "cli/commands.hpp"
#include "cli/options/slice_plan.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "report/actors.hpp"
#include "study/figures/figures.hpp"
#include "study/manifest.hpp"
#include "study/outputs.hpp"
#include "study/slices.hpp"
#include "study/stale_outputs.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"analyze data/jerusalem-axis", "Writes output/jerusalem-axis; open report.html there first."},
    {"analyze data/great-powers-1872-1907 --at 1907 -o 1907", "The state of one year, into the folder 1907."},
    {"analyze ties.csv --actors people.csv --add-missing-actors",
     "A single file of ties with its actors beside it."},
}};

namespace fs = std::filesystem;

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    study::AnalysisOptions options;
    std::vector<std::string> timeline;
    bool verbose = false;
};

std::string folder_of(const Context& context, const Network& network) {
    return context.output.empty() ? (fs::path("output") / network.info.name).string() : context.output;
}

// As it could be typed again, but for the output and what does not change the result.
std::string command_line(const Context& context) {
    std::string text = "entente analyze";
    for (const std::string& word : context.invocation->words) text += " " + quoted_for_shell(word);
    return text;
}

// The same without the folder and without paths: for the report, which is the same wherever it is made.
std::string command_for_report(const Context& context, const DataOptions& data) {
    std::string text = "entente analyze";
    for (const std::string& word : data.words)
        text += " " +
                (fs::path(word).is_absolute() ? fs::path(word).lexically_normal().filename().string() : word);
    for (const Option& option : context.invocation->options) {
        if (option.typed.empty() || option.is_positional() || option.group == Group::common) continue;
        for (const std::string& word : option.typed)
            text += fmt::format(" --{}{}", option.long_name(), option.is_flag() ? "" : " " + word);
    }
    if (context.seed != 1) text += fmt::format(" --seed {}", context.seed);
    return text;
}

void write(const Context& context, const std::string& folder, const std::vector<study::OutputFile>& files) {
    std::vector<FileText> texts;
    std::vector<std::string> paths, names;
    for (const study::OutputFile& file : files) {
        texts.push_back({file.name, file.text});
        names.push_back(file.name);
        paths.push_back((fs::path(folder) / file.name).string());
    }
    refuse_inputs(context, paths);
    const std::vector<std::string> stale =
        study::stale_outputs(folder, study::outputs_of_analyze(folder), names);
    write_folder(folder, texts);
    study::remove_outputs(folder, stale, context.inputs);
}

void say_findings(Context& context, const study::Analysis& analysis, const std::string& folder,
                  const std::vector<study::OutputFile>& files) {
    if (context.quiet) return;
    std::string text = study::findings_text(analysis);
    for (const std::string& what : report::by_reason(analysis.left_out))
        text += fmt::format("Left out: {}.\n", what);
    text += fmt::format("\nWritten to {}:\n", folder);
    std::size_t width = 18;
    for (const study::OutputFile& file : files) width = std::max(width, file.name.size() + 2);
    for (const study::OutputFile& file : files)
        text += fmt::format("  {:<{}}{}\n", file.name, width, file.what);
    print(context, text);
}

void say_contests(Context& context, const study::Analysis& analysis) {
    if (analysis.network_figure)
        note(context,
             "network.svg, communities.svg\n" + study::contest_text(analysis.network_figure->layout));
    if (analysis.balance_figure)
        note(context, "balance.svg\n" + study::contest_text(analysis.balance_figure->layout));
}

void run(Context& context, const Settings& settings) {
    const auto started = std::chrono::system_clock::now();
    study::AnalysisOptions options = settings.options;
    options.seed = context.seed;
    options.spreadsheet_safe = context.spreadsheet_safe;
    study::check_names(options);
    if (!settings.timeline.empty()) options.timeline = slice_plan_of("--timeline", settings.timeline);
    const study::AnalysisTies ties{.measures = selection_of(settings.selection),
                                   .all = selection_of(settings.selection, SignFilter::all)};
    io::Reading reading = load_for(context, settings.data, ties.all, Remarks::in_full);
    refuse_undated(ties.measures, reading.network);
    const auto name_step = [&](std::string what) { step(context, std::move(what)); };
    const study::Analysis analysis =
        study::analyze(std::move(reading), ties, options, context.control, name_step);
    if (analysis.timeline) {
        if (ties.all.holding != Holding::possible)
            note(context, fmt::format("timeline: has what holds possibly and what holds certainly side by "
                                      "side, whatever --{} leaves out elsewhere",
                                      ties.all.holding == Holding::certain ? "certain" : "throughout"));
        if (const std::string undated = study::undated_ties(*analysis.timeline); !undated.empty())
            note(context, undated);
    }
    step(context, "writing");
    std::vector<study::OutputFile> files =
        outputs_of(options, analysis, command_for_report(context, settings.data), context.control);
    for (study::OutputFile& file : study::slice_files(options, analysis, context.control))
        files.push_back(std::move(file));
    const std::string folder = folder_of(context, analysis.data.network());
    files.push_back(manifest_of(
        options, analysis, files,
        {.command = command_line(context), .threads = context.control.threads, .started = started}));
    write(context, folder, files);
    if (settings.verbose) say_contests(context, analysis);
    end_progress(context);
    if (context.format == "json") return print(context, files.back().text, Reader::program);
    say_findings(context, analysis, folder, files);
}

void own_options(Options& options, Settings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "-a,--algorithm",
         .value = "A",
         .help = "how communities are found (default leiden)",
         .target = &settings.options.algorithm});
    add({.names = "--runs",
         .value = "N",
         .help = "how many runs of it",
         .target = &settings.options.runs,
         .least = 1});
    add({.names = "--resolution",
         .value = "G",
         .help = "above 1 more communities, below 1 fewer (default 1)",
         .target = &settings.options.resolution});
    add({.names = "--layout",
         .value = "L",
         .help = "how figures are laid out (default auto)",
         .target = &settings.options.layout});
    add({.names = "--size",
         .value = "M",
         .help = "a measure that the size of actors shows, or none (default degree)",
         .target = &settings.options.size});
    add({.names = "--theme",
         .value = "T",
         .help = "colors of the figures: light, dark or print",
         .target = &settings.options.theme});
    add({.names = "--timeline",
         .value = "PERIOD",
         .help = "also slice by slice through time, into timeline/: year, quarter, month, or dates: "
                 "1872,1890-05,1907",
         .target = &settings.timeline});
    add({.names = "-v,--verbose",
         .value = "",
         .help = "report every layout tried, with its score",
         .target = &settings.verbose});
}

}  // namespace

const Command analyze_command{
    .name = "analyze",
    .usage = "DATA…",
    .summary = "do everything: tables, figures and a report into one folder",
    .description =
        "Writes report.html, network.svg, communities.svg, centrality.csv, communities.csv, ties.csv, "
        "summary.json and manifest.json to -o DIR, or to "
        "output/ and the name of the dataset. Where any tie is hostile it adds balance.json and balance.svg, "
        "on data with confidences robustness.csv, with --timeline the folder timeline.",
    .examples = examples,
    .declare =
        [](Options& options) {
            return over_data<Settings>(options, {.ties = std::nullopt}, own_options, run);
        },
    .writes = Writes::folder};

}  // namespace entente::cli
