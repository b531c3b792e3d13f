#include "cli/terminal/output_endings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/formats/formats.hpp"
#include "io/writers/writer.hpp"

namespace entente::cli {

namespace {

constexpr std::array<std::string_view, 12> of_figures{".svg", ".pdf",  ".png", ".jpg",  ".jpeg", ".gif",
                                                      ".tif", ".tiff", ".eps", ".webp", ".dot",  ".gv"};

bool among(std::span<const std::string_view> endings, std::string_view ending) {
    return std::ranges::find(endings, ending) != endings.end();
}

bool one_of(std::string_view extensions, std::string_view ending) {
    return std::ranges::any_of(split(extensions, ' '),
                               [&](std::string_view one) { return !one.empty() && one == ending; });
}

bool is_of_a_file(std::string_view ending) {
    constexpr std::array<std::string_view, 10> of_results{".csv",  ".json", ".txt",  ".md",  ".html",
                                                          ".docx", ".xls",  ".yaml", ".htm", ".zip"};
    return among(of_results, ending) || among(of_figures, ending) ||
           std::ranges::any_of(io::writers(),
                               [&](const auto& one) { return one_of(one.extensions, ending); }) ||
           std::ranges::any_of(io::formats(),
                               [&](const auto& one) { return one_of(one.extensions, ending); });
}

// In small letters; "" where it is none of a file's.
std::string ending_of(const Context& context) {
    std::error_code ignored;
    if (context.output.empty() || context.output == "-" ||
        std::filesystem::is_directory(context.output, ignored))
        return "";
    std::string ending = lower(std::filesystem::path(context.output).extension().string());
    return is_of_a_file(ending) ? ending : "";
}

bool given(const Invocation& invocation, std::string_view name) {
    return std::ranges::any_of(invocation.options, [&](const Option& option) {
        return option.given && !option.is_positional() && option.long_name() == name;
    });
}

bool has_chart(const Invocation& invocation) {
    return std::ranges::any_of(invocation.options,
                               [](const Option& option) { return option.names == "--plot"; });
}

std::string as_folder(const Context& context, std::span<const std::string_view> files) {
    const std::filesystem::path path = context.output;
    const std::string folder = (path.parent_path() / path.stem()).string();
    const std::vector<std::string> names(files.begin(), files.end());
    return fmt::format("-o {} names a folder{}", folder,
                       files.empty() ? "" : ", a name with " + listed(names, "or") + " one file");
}

void refuse_unwritten(const Context& context, const Invocation& invocation, std::string_view ending) {
    constexpr std::array<std::string_view, 4> endings{".csv", ".json", ".txt", ".svg"};
    const auto all = std::span(endings);
    switch (invocation.command.writes) {
        case Writes::result: {
            std::string instead = "-o takes a name with .csv, .json or .txt";
            if (among(of_figures, ending)) {
                instead += has_chart(invocation) ? "; --plot draws a chart" : "; entente draw draws figures";
            } else if (std::ranges::any_of(io::writers(),
                                           [&](const auto& one) { return one_of(one.extensions, ending); })) {
                instead += "; entente convert writes networks";
            }
            return refuse_other_files(context, all.first(3), instead);
        }
        case Writes::result_or_folder:
            return refuse_other_files(context, all, as_folder(context, all));
        case Writes::ties_or_folder:
            return refuse_other_files(context, all.first(3), as_folder(context, all.first(3)));
        case Writes::folder:
            return refuse_other_files(context, {}, as_folder(context, {}));
        case Writes::own:
            return;
    }
}

void refuse_streams(const Context& context, const Invocation& invocation) {
    if (context.output != "-") return;
    if (invocation.command.writes == Writes::folder)
        throw Error(Fault::usage, "many files are written, which no stream can hold: -o names a folder");
    if (invocation.command.writes == Writes::ties_or_folder && given(invocation, "format") &&
        context.format != "csv")
        throw Error(Fault::usage,
                    fmt::format("-o - writes the ties, as CSV: leave out --format {}, or -o for what became "
                                "of the rows",
                                context.format));
}

}  // namespace

void refuse_other_files(const Context& context, std::span<const std::string_view> written,
                        std::string_view instead) {
    const std::string ending = ending_of(context);
    if (!ending.empty() && !among(written, ending))
        throw Error(Fault::usage, fmt::format("no {} file is written here: {}", ending, instead));
}

void settle_output(Context& context, const Invocation& invocation) {
    refuse_streams(context, invocation);
    const std::string ending = ending_of(context);
    if (ending.empty() || given(invocation, "part")) return;  // a part has a form of its own in any file
    refuse_unwritten(context, invocation, ending);
    const std::string of_format = context.format == "table" ? ".txt" : "." + context.format;
    if (given(invocation, "format")) {
        if (ending != of_format) {
            const bool written = invocation.command.writes != Writes::own;
            throw Error(Fault::usage,
                        fmt::format("--format {} and the ending of -o {} contradict each other: leave out "
                                    "--format{}",
                                    context.format, context.output,
                                    written ? ", or end the name in " + of_format : ""));
        }
    } else if (ending == ".csv" || ending == ".json") {
        context.format = ending.substr(1);
    }
}

}  // namespace entente::cli
