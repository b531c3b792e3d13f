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

bool among(std::string_view extensions, std::string_view ending) {
    return std::ranges::any_of(split(extensions, ' '),
                               [&](std::string_view one) { return !one.empty() && one == ending; });
}

bool is_of_a_file(std::string_view ending) {
    constexpr std::array<std::string_view, 12> of_results{".csv", ".json", ".txt", ".svg",  ".pdf", ".png",
                                                          ".jpg", ".eps",  ".md",  ".html", ".htm", ".zip"};
    return std::ranges::find(of_results, ending) != of_results.end() ||
           std::ranges::any_of(io::writers(),
                               [&](const auto& one) { return among(one.extensions, ending); }) ||
           std::ranges::any_of(io::formats(), [&](const auto& one) { return among(one.extensions, ending); });
}

}  // namespace

void refuse_other_files(const Context& context, std::span<const std::string_view> written) {
    std::error_code ignored;
    if (context.output.empty() || context.output == "-" ||
        std::filesystem::is_directory(context.output, ignored))
        return;
    const std::filesystem::path path = context.output;
    const std::string ending = lower(path.extension().string());
    if (!is_of_a_file(ending) || std::ranges::find(written, std::string_view(ending)) != written.end())
        return;
    const std::string folder =
        path.parent_path().empty() ? path.stem().string() : (path.parent_path() / path.stem()).string();
    const std::vector<std::string> files(written.begin(), written.end());
    throw Error(Fault::usage,
                fmt::format("no {} file is written here: -o {} names a folder{}", ending, folder,
                            files.empty() ? "" : ", a name with " + listed(files, "or") + " one file"));
}

}  // namespace entente::cli
