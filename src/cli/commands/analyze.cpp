// entente analyze: the main job, everything about a network into one folder.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <filesystem>

#include "base/file.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/figure.hpp"
#include "cli/outputs.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/result.hpp"
#include "report/actors.hpp"
#include "report/manifest.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"analyze data/jerusalem-axis", "Writes output/jerusalem-axis; open report.html there first."},
    {"analyze data/great-powers-1872-1907 --at 1907 -o 1907", "The state of one year, into the folder 1907."},
    {"analyze ties.csv --actors people.csv --add-missing-actors",
     "A single file of ties with its actors beside it."},
}};

namespace fs = std::filesystem;

std::string folder_of(const Context& context, const Network& network) {
    return context.output.empty() ? (fs::path("output") / network.info.name).string() : context.output;
}

// As it could be typed again, but for the output and what does not change the result.
std::string command_line(const Context& context) {
    std::string text = "entente analyze";
    for (const std::string& word : context.words)
        text += word.find_first_of(" '\"$&;()<>|*?\\`") == std::string::npos ? " " + word
                                                                             : fmt::format(" '{}'", word);
    return text;
}

// The same without the folder and without paths: for the report, which is the same wherever it is made.
std::string command_for_report(const Context& context, const AnalysisOptions& options) {
    std::string text = "entente analyze";
    for (const std::string& word : options.data.words)
        text += " " +
                (fs::path(word).is_absolute() ? fs::path(word).lexically_normal().filename().string() : word);
    for (const Option& option : *context.options) {
        if (option.typed.empty() || option.is_positional() || option.group == Group::common) continue;
        for (const std::string& word : option.typed)
            text += fmt::format(" --{}{}", option.long_name(), option.is_flag() ? "" : " " + word);
    }
    if (context.seed != 1) text += fmt::format(" --seed {}", context.seed);
    return text;
}

report::ManifestInput manifest_input(const std::string& path) {
    constexpr std::uintmax_t digest_up_to = 1U << 26;
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(path, code);
    if (code) return {.path = path, .bytes = 0, .sha256 = ""};
    return {.path = path,
            .bytes = bytes,
            .sha256 = bytes <= digest_up_to ? report::digest_of(read_file(path)) : ""};
}

report::Value layout_value(const Analysis& analysis) {
    if (!analysis.network_figure) return {};
    const Layout& layout = analysis.network_figure->layout;
    report::Value::Array contest;
    for (const Candidate& candidate : layout.contest) {
        contest.push_back(report::Value::Object{
            {"name", candidate.name},
            {"score", candidate.failed ? report::Value() : report::Value(to_string(candidate.score))}});
    }
    return report::Value::Object{
        {"chosen", layout.name}, {"score", to_string(layout.score)}, {"contest", std::move(contest)}};
}

std::string manifest_text(const Context& context, const AnalysisOptions& options, const Analysis& analysis,
                          const std::vector<OutputFile>& files,
                          std::chrono::system_clock::time_point started) {
    report::Manifest manifest;
    manifest.command = command_line(context);
    manifest.threads = context.control.threads;
    manifest.started =
        fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(started)));
    manifest.seconds = std::chrono::duration<double>(std::chrono::system_clock::now() - started).count();
    for (const std::string& file : analysis.view.network().files)
        manifest.inputs.push_back(manifest_input(file));
    for (const OutputFile& file : files) manifest.outputs.push_back({file.name, file.what, file.text.size()});
    manifest.settings = analysis_settings(context, options, analysis);
    manifest.layout = layout_value(analysis);
    manifest.left_out = analysis.left_out;
    for (const Diagnostic& remark : analysis.view.reading.remarks) {
        Diagnostic line = remark;
        line.excerpt.clear();
        manifest.remarks.push_back(to_string(line));
    }
    return report::to_json(manifest_value(manifest));
}

void write(const Context& context, const std::string& folder, const std::vector<OutputFile>& files) {
    std::vector<FileText> texts;
    std::vector<std::string> paths;
    for (const OutputFile& file : files) {
        texts.push_back({(fs::path(folder) / file.name).string(), file.text});
        paths.push_back(texts.back().path);
    }
    refuse_inputs(context, paths);
    make_folder(folder);
    write_files(texts);
}

void say_findings(Context& context, const Analysis& analysis, const std::string& folder,
                  const std::vector<OutputFile>& files) {
    if (context.quiet) return;
    std::string text = findings_text(analysis);
    for (const std::string& what : report::by_reason(analysis.left_out))
        text += fmt::format("Left out: {}.\n", what);
    text += fmt::format("\nWritten to {}:\n", folder);
    for (const OutputFile& file : files) text += fmt::format("  {:<18}{}\n", file.name, file.what);
    write_stream(context.streams.out, text, "standard output");
}

void say_contests(Context& context, const Analysis& analysis) {
    if (analysis.network_figure)
        note(context, "network.svg, communities.svg\n" + contest_text(analysis.network_figure->layout));
    if (analysis.balance_figure)
        note(context, "balance.svg\n" + contest_text(analysis.balance_figure->layout));
}

void run(Context& context, const AnalysisOptions& options) {
    const auto started = std::chrono::system_clock::now();
    find_named("layout", options.layout, layouts());
    if (options.size != "none") find_named("measure", options.size, measures());
    const Analysis analysis = analyze(context, options);
    step(context, "writing");
    std::vector<OutputFile> files =
        outputs_of(context, options, analysis, command_for_report(context, options));
    const std::string folder = folder_of(context, analysis.view.network());
    files.push_back({"manifest.json", "inputs, settings, versions",
                     manifest_text(context, options, analysis, files, started)});
    write(context, folder, files);
    if (options.verbose) say_contests(context, analysis);
    end_progress(context);
    if (context.format == "json")
        return write_stream(context.streams.out, files.back().text, "standard output");
    say_findings(context, analysis, folder, files);
}

Action declare(Options& options) {
    auto settings = std::make_shared<AnalysisOptions>();
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "-a,--algorithm",
         .value = "A",
         .help = "how communities are found (default leiden)",
         .target = &settings->algorithm});
    add({.names = "--runs",
         .value = "N",
         .help = "how many runs of it",
         .target = &settings->runs,
         .least = 1});
    add({.names = "--resolution",
         .value = "G",
         .help = "above 1 more communities, below 1 fewer (default 1)",
         .target = &settings->resolution});
    add({.names = "--layout",
         .value = "L",
         .help = "how figures are laid out (default auto)",
         .target = &settings->layout});
    add({.names = "--size",
         .value = "M",
         .help = "a measure that the size of actors shows, or none (default degree)",
         .target = &settings->size});
    add({.names = "--theme",
         .value = "T",
         .help = "colours of the figures: light, dark or print",
         .target = &settings->theme});
    add({.names = "-v,--verbose",
         .value = "",
         .help = "tell every layout tried, with its score",
         .target = &settings->verbose});
    add_selection_options(options, settings->selection, std::nullopt);
    add_data_options(options, settings->data);
    return [settings](Context& context) { run(context, *settings); };
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
        "on data with confidences robustness.csv.",
    .examples = examples,
    .declare = declare};

}  // namespace entente::cli
