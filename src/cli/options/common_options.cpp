#include "cli/options/common_options.hpp"

#include <algorithm>

#include "cli/terminal/result.hpp"

namespace entente::cli {

namespace {

std::vector<std::string> names_of_result_formats() {
    std::vector<std::string> names;
    for (const ResultFormat& format : result_formats()) names.emplace_back(format.name);
    return names;
}

}  // namespace

void add_common_options(Options& options, Context& context, Startup& startup) {
    const auto common = [&](Option option) {
        const std::string name = option.long_name();
        if (std::ranges::any_of(options, [&](const Option& own) { return own.long_name() == name; }))
            return;  // the command's own meaning
        option.group = Group::common;
        options.push_back(std::move(option));
    };
    common({.names = "--format",
            .value = "",
            .help = "how results are written (default: as the ending of -o says, else table)",
            .target = &context.format,
            .choices = names_of_result_formats()});
    common({.names = "-o,--output",
            .value = "FILE",
            .help = "write the result there, in the format of the ending .csv, .json or .txt",
            .target = &context.output});
    common({.names = "--spreadsheet-safe",
            .value = "",
            .help = "in CSV, an apostrophe before texts that a spreadsheet would run as formulas",
            .target = &context.spreadsheet_safe});
    common({.names = "--seed",
            .value = "N",
            .help = "where random numbers start (default 1); the same seed gives the same result",
            .target = &context.seed});
    common({.names = "--threads",
            .value = "N",
            .help = "how many threads compute (default: all cores); results do not depend on it",
            .target = &startup.threads,
            .least = 1});
    common({.names = "--quiet",
            .value = "",
            .help = "no warnings, notes or progress; errors only",
            .target = &context.quiet});
    common(
        {.names = "--no-progress", .value = "", .help = "no progress bar", .target = &startup.no_progress});
    common({.names = "--color",
            .value = "",
            .help = "colored messages and tables: on a terminal unless NO_COLOR is set (default auto)",
            .target = &context.color,
            .choices = {"auto", "always", "never"}});
    common({.names = "--config",
            .value = "FILE",
            .help = "defaults for options not given, in the form of a dataset's entente.toml",
            .target = &startup.config});
    common({.names = "-h,--help", .value = "", .help = "show this text", .target = &startup.help});
    common({.names = "--version", .value = "", .help = "show the version", .target = &startup.version});
}

}  // namespace entente::cli
