#include "cli/terminal/folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.hpp"
#include "cli/terminal/messages.hpp"
#include "study/stale_outputs.hpp"

namespace entente::cli {

bool names_folder(const std::string& output) {
    constexpr std::array<std::string_view, 4> of_files{".csv", ".json", ".txt", ".svg"};
    if (output.empty() || output == "-") return false;
    std::error_code ignored;
    if (std::filesystem::exists(output, ignored) && !std::filesystem::is_directory(output, ignored))
        return false;
    const std::string ending = lower(std::filesystem::path(output).extension().string());
    return std::ranges::find(of_files, std::string_view(ending)) == of_files.end();
}

bool names_figure(const std::string& output) {
    return lower(std::filesystem::path(output).extension().string()) == ".svg";
}

void deliver_folder(const Context& context, const std::vector<FileText>& files,
                    const std::vector<std::string>& earlier) {
    std::vector<std::string> names, paths;
    for (const FileText& file : files) {
        names.push_back(file.path);
        paths.push_back((std::filesystem::path(context.output) / file.path).string());
    }
    refuse_inputs(context, paths);
    const std::vector<std::string> stale = study::stale_outputs(context.output, earlier, names);
    write_folder(context.output, files);
    study::remove_outputs(context.output, stale, context.inputs);
}

}  // namespace entente::cli
