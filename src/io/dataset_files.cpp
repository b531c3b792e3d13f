#include "io/dataset_files.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace entente::io {

std::string dataset_name(const std::filesystem::path& path, bool folder) {
    std::error_code ignored;
    std::filesystem::path whole = path.lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    if (whole == "." || whole == ".." || whole.filename() == "..")
        whole = std::filesystem::canonical(path, ignored);
    const std::string name = folder ? whole.filename().string() : whole.stem().string();
    return name.empty() ? "data" : name;
}

DatasetFiles locate(const std::string& named) {
    DatasetFiles dataset;
    std::error_code code;
    if (named == "-") {
        dataset.name = "stdin";
        dataset.ties = named;
        dataset.one_file = true;
        return dataset;
    }
    if (!std::filesystem::is_directory(named, code)) {
        dataset.name = dataset_name(named, false);
        dataset.ties = named;
        dataset.one_file = true;
        return dataset;
    }
    dataset.name = dataset_name(named, true);
    const auto file = [&](const char* name) {
        const std::filesystem::path path = std::filesystem::path(named) / name;
        std::error_code ignored;
        return std::filesystem::exists(path, ignored) ? path.string() : std::string();
    };
    dataset.actors = file("actors.csv");
    dataset.ties = file("ties.csv");
    dataset.relations = file("relations.csv");
    dataset.sources = file("sources.csv");
    dataset.settings = file("entente.toml");
    if (dataset.ties.empty()) {
        throw Error(Fault::file, fmt::format("the folder '{}' has no ties.csv; a dataset is a folder with "
                                             "ties.csv (and actors.csv), or name a ties file itself",
                                             named));
    }
    return dataset;
}

}  // namespace entente::io
