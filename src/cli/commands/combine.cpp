// entente combine: one result of the parts of a run.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/options/part_option.hpp"
#include "cli/run.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"robustness data/jerusalem-axis -m betweenness --part 1/2 -o part-1.entente",
     "The first half of the work, on one machine; the second, --part 2/2, on another."},
    {"combine part-1.entente part-2.entente", "What one run would have given, byte for byte."},
}};

struct Settings {
    std::vector<std::string> files;
};

// Data that changed since would give a result that no run gives.
void refuse_changed(const study::Part& part, const std::string& file) {
    std::vector<std::string> paths;
    for (const study::PartInput& input : part.inputs) paths.push_back(input.path);
    const std::vector<study::PartInput> now = study::inputs_of(paths);
    for (const study::PartInput& input : part.inputs) {
        if (std::ranges::find(now, input) == now.end()) {
            throw Error(Fault::usage, fmt::format("{} has changed since {} was computed; run all parts again",
                                                  input.path, file));
        }
    }
}

void run(Context& context, const Settings& settings) {
    auto parts = std::make_shared<PartRun>();
    parts->files = settings.files;
    for (const std::string& file : settings.files)
        parts->replayed.push_back(study::part_of(read_file(file), file));
    const study::Part& first = parts->replayed.front();
    refuse_changed(first, settings.files.front());
    if (first.version != ENTENTE_VERSION) {
        throw Error(Fault::usage,
                    fmt::format("{} was computed by entente {}, this is {}; combine with the same version",
                                settings.files.front(), first.version, ENTENTE_VERSION));
    }
    const bool own_format = std::ranges::any_of(context.invocation->options, [](const Option& option) {
        return option.given && option.long_name() == "format";
    });
    Context of_parts{.streams = context.streams};
    of_parts.control.stop = context.control.stop;
    of_parts.part_run = parts;
    std::vector<std::string> words(first.words.begin() + 1, first.words.end());
    if (!context.output.empty()) words.insert(words.end(), {"-o", context.output});
    // What was said of the parts does not hold against the file named now.
    const bool by_ending = std::ranges::any_of(std::array{".csv", ".json", ".txt"}, [&](const char* ending) {
        return lower(context.output).ends_with(ending);
    });
    if (own_format || by_ending) words.insert(words.end(), {"--format", context.format});
    if (context.quiet) words.emplace_back("--quiet");
    words.insert(words.end(), {"--threads", std::to_string(context.control.threads)});
    run_command(first.words.front(), of_parts, words);
    context.status = of_parts.status;
}

Action declare(Options& options) {
    auto settings = std::make_shared<Settings>();
    options.push_back({.names = "PART…",
                       .value = "",
                       .help = "the files of all parts, in any order",
                       .target = &settings->files,
                       .required = true});
    return [settings](Context& context) { run(context, *settings); };
}

}  // namespace

const Command combine_command{
    .name = "combine",
    .usage = "PART…",
    .summary = "join the parts of a run that was split",
    .description =
        "robustness, balance, summary --null and centrality compute one of N parts with --part I/N: on the "
        "machines of a cluster, for example. combine reads the files of all parts and the data once more and "
        "gives the bytes that one run would have given. Run it in the same folder, so that the paths of the "
        "data lead to the same files.",
    .examples = examples,
    .declare = declare,
    .writes = Writes::own};

}  // namespace entente::cli
