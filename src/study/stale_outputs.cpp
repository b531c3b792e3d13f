#include "study/stale_outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "io/formats/json/json.hpp"

namespace entente::study {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "manifest.json";

std::string text_of(const io::Json::Value& object, std::string_view name) {
    const auto member = object.is(io::JsonKind::object) ? object.member(name) : std::nullopt;
    return member && member->is(io::JsonKind::string) ? std::string(member->text()) : "";
}

// The outputs that the manifest lists, as it writes them.
std::vector<std::string> listed_outputs(const std::string& manifest) {
    io::Problems ignored{std::string(manifest_name), manifest};
    const auto json = io::Json::parse(manifest, ignored);
    if (!json) return {};
    const io::Json::Value root = json->root();
    if (text_of(root, "entente").empty() || !text_of(root, "command").starts_with("entente analyze"))
        return {};
    const auto outputs = root.member("outputs");
    std::vector<std::string> listed;
    if (!outputs || !outputs->is(io::JsonKind::array)) return {};
    for (const io::Json::Value output : *outputs) {
        if (std::string file = text_of(output, "file"); !file.empty()) listed.push_back(std::move(file));
    }
    return listed;
}

// How a file begins, "" where there is no regular one: results may be long, and their first lines say what
// they are.
std::string head_of(const fs::path& path) {
    std::error_code code;
    if (!fs::is_regular_file(path, code)) return "";
    std::string head(std::size_t{1} << 16U, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

// A regular file that lies where its path says, below the folder.
bool lies_within(const fs::path& folder, const fs::path& file) {
    if (file.is_absolute() || std::ranges::find(file, fs::path("..")) != file.end()) return false;
    std::error_code code;
    if (!fs::is_regular_file(fs::symlink_status(folder / file, code)) || code) return false;
    const fs::path real_folder = fs::canonical(folder, code);
    if (code) return false;
    const fs::path real_file = fs::canonical(folder / file, code);
    return !code && real_file == (real_folder / file).lexically_normal();
}

}  // namespace

std::vector<std::string> outputs_of_analyze(const std::string& folder) {
    constexpr std::uintmax_t longest = 1U << 26;
    const fs::path manifest = fs::path(folder) / manifest_name;
    std::error_code code;
    if (!fs::is_regular_file(manifest, code) || fs::file_size(manifest, code) > longest) return {};
    return listed_outputs(read_file(manifest.string()));
}

std::vector<std::string> outputs_of_timeline(const std::string& folder) {
    const std::string result = head_of(fs::path(folder) / "timeline.json");
    if (!result.starts_with("{\n  \"entente\": \"") ||
        result.find("\n  \"measures\": [") == std::string::npos)
        return {};
    std::vector<std::string> files{"slices.csv", "actors.csv", "communities.csv", "timeline.json"};
    // A figure of that name may be someone else's.
    const std::string figure = head_of(fs::path(folder) / "timeline.svg");
    if (figure.find("<desc id=\"figure-desc\">") != std::string::npos &&
        figure.find(" of one layout. ") != std::string::npos)
        files.emplace_back("timeline.svg");
    return files;
}

std::vector<std::string> stale_outputs(const std::string& folder, std::span<const std::string> earlier,
                                       std::span<const std::string> written) {
    std::vector<std::string> stale;
    for (const std::string& file : earlier) {
        const bool again = std::ranges::any_of(written, [&](const std::string& name) {
            return fs::path(name).lexically_normal() == fs::path(file).lexically_normal();
        });
        if (!again && lies_within(folder, file)) stale.push_back(file);
    }
    return stale;
}

void remove_outputs(const std::string& folder, std::span<const std::string> stale,
                    std::span<const std::string> inputs) {
    for (const std::string& file : stale) {
        const fs::path path = fs::path(folder) / file;
        std::error_code code;
        if (std::ranges::any_of(inputs, [&](const std::string& input) {
                std::error_code none;
                return fs::equivalent(path, input, none);
            }))
            continue;
        fs::remove(path, code);
        if (code)
            throw Error(Fault::file, fmt::format("cannot remove '{}' of an earlier run: {}", path.string(),
                                                 code.message()));
        fs::path parent = fs::path(file).lexically_normal().parent_path();
        for (; !parent.empty(); parent = parent.parent_path()) {
            if (!fs::remove(fs::path(folder) / parent, code) || code) break;  // only where it is empty
        }
    }
}

}  // namespace entente::study
