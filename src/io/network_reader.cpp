#include "io/network_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/named.hpp"
#include "io/actors/actor_reader.hpp"
#include "io/lint.hpp"
#include "io/settings_file.hpp"
#include "io/ties/tie_reader.hpp"
#include "io/vocabulary/vocabulary_files.hpp"

namespace entente::io {

namespace {

// The files of one dataset; "" for those it does not have.
struct Dataset {
    std::string name;
    std::string actors, ties, relations, sources, settings;
    ChosenColumns columns = {};             // that its entente.toml names
    std::optional<ChosenCheck> check = {};  // whether it has them
};

std::string name_of(const std::filesystem::path& path, bool folder) {
    std::error_code ignored;
    std::filesystem::path whole = path.lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    if (whole == "." || whole == ".." || whole.filename() == "..")
        whole = std::filesystem::canonical(path, ignored);
    const std::string name = folder ? whole.filename().string() : whole.stem().string();
    return name.empty() ? "data" : name;
}

Dataset locate(const std::string& named) {
    Dataset dataset;
    std::error_code code;
    if (named == "-") {
        dataset.name = "stdin";
        dataset.ties = named;
        return dataset;
    }
    if (!std::filesystem::is_directory(named, code)) {
        dataset.name = name_of(named, false);
        dataset.ties = named;
        return dataset;
    }
    dataset.name = name_of(named, true);
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

void check_chosen(const ChosenColumns& chosen) {
    const auto names = column_names();
    for (const auto& [ours, header] : chosen) {
        if (std::find(names.begin(), names.end(), ours) == names.end())
            throw Error(Fault::usage, "--columns: " + unknown_name("column", ours, names));
    }
}

// What the command line names, and for other columns what the dataset does.
ChosenColumns with(ChosenColumns chosen, const ChosenColumns& of_dataset) {
    chosen.insert(of_dataset.begin(), of_dataset.end());
    return chosen;
}

}  // namespace

Reading read_network(const ReadOptions& options, const Control& control) {
    check_chosen(options.columns);
    std::vector<Dataset> datasets;
    for (const std::string& named : options.data) datasets.push_back(locate(named));
    if (std::count(options.data.begin(), options.data.end(), "-") > 1)
        throw Error(Fault::usage, "standard input (-) can be named only once");
    Reading reading;
    Network& network = reading.network;
    Diagnostics diagnostics;
    ChosenCheck check(options.columns);
    ActorReader actors(network, reading.ledger, diagnostics);
    if (!options.actors_file.empty())
        actors.read(options.actors_file, options.delimiter, options.columns, check, control);
    std::size_t wrong_relations = 0;
    for (Dataset& dataset : datasets) {
        network.info.name += (network.info.name.empty() ? "" : "+") + dataset.name;
        if (!dataset.settings.empty())
            network.files.push_back(dataset.settings),
                dataset.columns = read_settings(dataset.settings, network.info, control, diagnostics);
        const std::size_t before = diagnostics.errors();
        if (!dataset.relations.empty())
            read_relations(dataset.relations, options.delimiter, network, control, diagnostics);
        wrong_relations += diagnostics.errors() - before;
        if (!dataset.sources.empty())
            read_sources(dataset.sources, options.delimiter, network, control, diagnostics);
        dataset.check.emplace(dataset.columns, dataset.settings + ": [columns]", &check);
        dataset.columns = with(options.columns, dataset.columns);
        if (!dataset.actors.empty())
            actors.read(dataset.actors, options.delimiter, dataset.columns, *dataset.check, control);
    }
    const std::size_t before_ties = diagnostics.errors();
    TieReader ties(network, reading.ledger, actors, diagnostics);
    for (Dataset& dataset : datasets) {
        const bool known =
            (!dataset.actors.empty() || !options.actors_file.empty()) && !options.add_missing_actors;
        ties.read(dataset.ties, {options.delimiter, dataset.columns, *dataset.check, known}, control);
    }
    for (const Dataset& dataset : datasets) dataset.check->finish();
    check.finish();
    actors.finish();
    // What is odd is told in the same run as what is wrong, unless it may only seem odd because of that: a
    // sign that a relation gives, an actor whose ties are in rows that were not taken.
    const bool all_ties = diagnostics.errors() == before_ties;
    check_repeats(network, ties.hashes(), control, diagnostics);
    if (wrong_relations == 0) check_signs(network, control, diagnostics);
    check_similar_ids(network, actors.places(), control, diagnostics);
    if (all_ties) check_isolates(network, actors.places(), diagnostics);
    reading.remarks = diagnostics.settle(network.files);
    return reading;
}

}  // namespace entente::io
