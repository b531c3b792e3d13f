#include "io/network_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "io/actors/actor_reader.hpp"
#include "io/csv/row_reader.hpp"
#include "io/dataset_files.hpp"
#include "io/formats/formats.hpp"
#include "io/formats/raw_table_reader.hpp"
#include "io/formats/unique_columns.hpp"
#include "io/lint/actors.hpp"
#include "io/lint/ties.hpp"
#include "io/lint/two_mode.hpp"
#include "io/presets/recognized_table.hpp"
#include "io/settings_file.hpp"
#include "io/ties/tie_reader.hpp"
#include "io/vocabulary/vocabulary_files.hpp"

namespace entente::io {

namespace {

struct Dataset : DatasetFiles {
    explicit Dataset(DatasetFiles files) : DatasetFiles(std::move(files)) {}

    ChosenColumns columns = {};             // that its entente.toml names
    std::vector<std::string> headers = {};  // of its actors and ties
    Input input = "";                       // of a dataset of one file, as it is to be opened
    std::optional<RawNetwork> raw = {};     // what it says, if it is no table
    bool by_preset = false;                 // its ties have been read as a preset says
};

// What the command line names, and for other columns what the dataset does.
ChosenColumns with(ChosenColumns chosen, const ChosenColumns& of_dataset) {
    chosen.insert(of_dataset.begin(), of_dataset.end());
    return chosen;
}

// The network of a file that is asked for by name or number; the only one where nothing is asked for.
RawNetwork chosen_network(std::vector<RawNetwork> networks, const std::string& wanted,
                          const std::string& file, Diagnostics& diagnostics) {
    if (networks.empty()) return {};
    if (networks.size() == 1 && wanted.empty()) return std::move(networks.front());
    std::string list;
    for (std::size_t i = 0; i < networks.size(); ++i) {
        if (!wanted.empty() && (wanted == networks[i].name || wanted == fmt::format("{}", i + 1)))
            return std::move(networks[i]);
        constexpr std::size_t most_named = 20;
        if (i < most_named)
            list += fmt::format("{}{} '{}'", i == 0 ? "" : ", ", i + 1, shown(networks[i].name));
    }
    if (wanted.empty()) {
        diagnostics.error(
            {file, 1, 1},
            fmt::format("the file holds {} networks: {}; choose one by --network N", networks.size(), list));
        return {};
    }
    throw Error(Fault::usage,
                fmt::format("--network: {} has no network '{}'; it has {}", file, shown(wanted), list));
}

// One run of reading: the vocabularies and actors of all datasets, then their ties.
class NetworkReader {
public:
    NetworkReader(const ReadOptions& options, const Control& control)
        : options_(options),
          control_(control),
          actors_(reading_.network, reading_.ledger, diagnostics_),
          ties_(reading_.network, reading_.ledger, actors_, diagnostics_) {}

    Reading read(std::vector<Dataset> datasets) {
        Network& network = reading_.network;
        if (!options_.actors_file.empty()) {
            RowReader rows = open(options_.actors_file);
            saw(rows.header());
            actors_.read(rows, options_.columns, options_.cells.missing);
        }
        for (Dataset& dataset : datasets) {
            network.info.name += (network.info.name.empty() ? "" : "+") + dataset.name;
            if (dataset.one_file) open_file(dataset);
            read_vocabulary(dataset);
            read_actors(dataset);
        }
        const std::size_t before_ties = diagnostics_.errors();
        if (std::ranges::none_of(datasets, &Dataset::by_preset)) refuse_rules_of_presets(options_.rules);
        for (Dataset& dataset : datasets) read_ties(dataset);
        for (const Dataset& dataset : datasets)
            refuse_unmet(dataset.columns, dataset.settings + ": [columns]", dataset.headers);
        refuse_unmet(options_.columns, "--columns", headers_);
        actors_.finish();
        if (!diagnostics_.any_error()) name_modes(network, reading_.ledger);
        check(diagnostics_.errors() == before_ties);
        reading_.cautions = ties_.cautions();
        reading_.failed = diagnostics_.any_error();
        reading_.remarks = diagnostics_.in_order(network.files);
        return std::move(reading_);
    }

private:
    RowReader open(const Input& input) {
        const bool tabs = options_.format == "tsv" && options_.delimiter == 0;
        return RowReader(input, tabs ? '\t' : options_.delimiter, known_header, control_, diagnostics_);
    }

    // Sees what a file is; one that is no table is read at once, up to its tables.
    void open_file(Dataset& dataset) {
        PeekedInput peeked = peek(dataset.input.path.empty() ? Input(dataset.ties) : dataset.input,
                                  recognition_bytes, control_);
        dataset.input = std::move(peeked.input);
        const std::string file = dataset.ties == "-" ? "stdin" : dataset.ties;
        const Format& format =
            options_.format.empty() ? recognized_format(peeked.head, file) : format_named(options_.format);
        tell_wrong_extension(dataset.ties, format);
        if (format.read == nullptr) return open_table(dataset, peeked.head, file);
        RawFile raw = format.read(dataset.input, options_.delimiter, control_);
        for (Diagnostic& diagnostic : raw.diagnostics) {
            if (diagnostic.severity == Severity::error && !diagnostics_.admit_error()) continue;
            diagnostics_.tell(diagnostic.severity, std::move(diagnostic.spot), std::move(diagnostic.message),
                              std::move(diagnostic.excerpt));
        }
        reading_.network.files.push_back(file);
        dataset.raw = chosen_network(std::move(raw.networks), options_.network, file, diagnostics_);
        // What entente wrote itself reads back as it was, whatever its columns look like.
        if (!dataset.raw->own || !options_.preset.empty()) read_by_preset(dataset, file, format.name);
        make_names_unique(dataset.raw->actors);
        make_names_unique(dataset.raw->ties);
        if (!dataset.raw->title.empty() && reading_.network.info.title.empty())
            reading_.network.info.title = dataset.raw->title;
        for (const LeftOut& left_out : dataset.raw->left_out) {
            reading_.ledger.tie_rows += left_out.rows;
            reading_.ledger.dropped.push_back({left_out.reason, left_out.rows});
        }
    }

    // The ties of a file that is no table of text, where a preset knows what their columns mean.
    void read_by_preset(Dataset& dataset, const std::string& file, std::string_view format) {
        const RawTable& ties = dataset.raw->ties;
        if (!presets_apply()) return tell_left_out(file, [&] { return recognized_table(ties, {}); });
        const auto table = recognized_table(ties, preset());
        if (!table) return;
        RawTableReader rows(ties, control_);
        take(dataset, read_preset(rows, *table), format);
    }

    PresetChoice preset() const { return {options_.preset, options_.rules, options_.cells}; }

    // Whoever names the columns needs no preset.
    bool presets_apply() const {
        return options_.preset != "none" &&
               (!options_.preset.empty() || !options_.columns.contains("source"));
    }

    // A table of text: its ties are read at once if a preset knows what its columns mean.
    void open_table(Dataset& dataset, std::string_view head, const std::string& file) {
        if (!presets_apply())
            return tell_left_out(file, [&] { return recognized_table(head, file, options_.delimiter, {}); });
        const auto table = recognized_table(head, file, options_.delimiter, preset());
        if (!table) return;
        RowReader rows(dataset.input, table->form.delimiter, known_header, control_, diagnostics_);
        reading_.network.files.push_back(file);
        take(dataset, read_preset(rows, *table), table->form.delimiter == '\t' ? "tsv" : "csv");
    }

    // A known data set that is read as any other table, because --preset none or --columns says so.
    void tell_left_out(const std::string& file,
                       const std::function<std::optional<RecognizedTable>()>& recognize) {
        try {
            if (const auto table = recognize())
                diagnostics_.note(
                    {file, 1, 1},
                    fmt::format("this looks like {}, but is read as any other table; --preset {} "
                                "reads its columns as they are meant",
                                table->preset.title, table->preset.name));
        } catch (const Error& error) {
            if (error.fault() != Fault::data) throw;  // it could be two: nothing to name
        }
    }

    void take(Dataset& dataset, PresetReading reading, std::string_view format) {
        if (!dataset.raw) dataset.raw.emplace();
        dataset.by_preset = true;
        dataset.raw->ties = std::move(reading.ties);
        if (!reading.actors.header().empty()) dataset.raw->actors = std::move(reading.actors);
        reading.read_as.format = format;
        diagnostics_.note({reading.read_as.file, 1, 1}, decisions_text(reading.read_as));
        tell_lacking(reading, diagnostics_);
        reading_.ledger.read_as.push_back(std::move(reading.read_as));
    }

    void tell_wrong_extension(const std::string& path, const Format& format) {
        const std::string extension = std::filesystem::path(path).extension().string();
        const Format* named = path == "-" ? nullptr : format_of_extension(extension);
        if (named == nullptr || named == &format || !options_.format.empty()) return;
        for (const std::string_view one : split(format.extensions, ' ')) {
            if (lower(extension) == one) return;
        }
        // Tables have any name.
        if (named->read == nullptr && (format.read == nullptr || format.name == "matrix")) return;
        if (extension == ".txt") return;
        diagnostics_.note({path, 1, 1},
                          fmt::format("the file is read as {}, which it is by what stands in it, "
                                      "not as {}, as its name says",
                                      format.name, named->name));
    }

    void saw(const std::vector<std::string>& header, Dataset* dataset = nullptr) {
        headers_.insert(headers_.end(), header.begin(), header.end());
        if (dataset != nullptr) dataset->headers.insert(dataset->headers.end(), header.begin(), header.end());
    }

    void read_vocabulary(Dataset& dataset) {
        Network& network = reading_.network;
        if (!dataset.settings.empty()) {
            network.files.push_back(dataset.settings);
            dataset.columns = read_settings(dataset.settings, network.info, control_, diagnostics_);
        }
        const std::size_t before = diagnostics_.errors();
        if (!dataset.relations.empty()) {
            RowReader rows = open(dataset.relations);
            read_relations(rows, network, diagnostics_);
        } else if (dataset.raw && !dataset.raw->relations.header().empty()) {
            RawTableReader rows(dataset.raw->relations, control_);
            read_relations(rows, network, diagnostics_);
        }
        wrong_relations_ += diagnostics_.errors() - before;
        if (!dataset.sources.empty()) {
            RowReader rows = open(dataset.sources);
            read_sources(rows, network, diagnostics_);
        } else if (dataset.raw && !dataset.raw->sources.header().empty()) {
            RawTableReader rows(dataset.raw->sources, control_);
            read_sources(rows, network, diagnostics_);
        }
    }

    void read_actors(Dataset& dataset) {
        if (declares_actors(dataset) && dataset.raw) {
            RawTableReader rows(dataset.raw->actors, control_);
            actors_.read(rows, {}, options_.cells.missing);
            if (dataset.by_preset)
                from_ties_.insert(static_cast<std::uint32_t>(reading_.network.files.size() - 1));
        }
        if (dataset.actors.empty()) return;
        RowReader rows = open(dataset.actors);
        saw(rows.header(), &dataset);
        actors_.read(rows, with(options_.columns, dataset.columns), options_.cells.missing);
    }

    static bool declares_actors(const Dataset& dataset) {
        return !dataset.actors.empty() || (dataset.raw && !dataset.raw->actors.header().empty());
    }

    void read_ties(Dataset& dataset) {
        const bool known =
            (declares_actors(dataset) || !options_.actors_file.empty()) && !options_.add_missing_actors;
        if (dataset.raw) {
            // A network without ties need not have their columns.
            if (dataset.raw->ties.header().empty()) return;
            RawTableReader rows(dataset.raw->ties, control_);
            saw(rows.header(), &dataset);
            ties_.read(rows, tie_options(dataset, known));
            if (dataset.by_preset)
                by_preset_.insert(static_cast<std::uint32_t>(reading_.network.files.size() - 1));
            return;
        }
        RowReader rows = open(dataset.one_file ? dataset.input : Input(dataset.ties));
        saw(rows.header(), &dataset);
        ties_.read(rows, tie_options(dataset, known));
    }

    TieFileOptions tie_options(const Dataset& dataset, bool known) {
        CellRules cells = options_.cells;
        if (!dataset.by_preset) cells.end = end_by_rule(options_.rules);
        else cells.decimal = 0;  // what a preset gives is plain
        if (cells.end == EndIs::exclusive) {
            const std::string file = dataset.ties == "-" ? "stdin" : dataset.ties;
            diagnostics_.note({file, 1, 1},
                              "an end is the first day, month or year after the tie (--rule end=exclusive)");
        }
        ChosenColumns chosen = with(options_.columns, dataset.columns);
        if (dataset.by_preset) as_preset_names(chosen, dataset.raw->ties);
        return {std::move(chosen), std::move(cells), known, options_.self_ties};
    }

    // Columns of a data set by the names that they have in its file, which a preset has given others.
    void as_preset_names(ChosenColumns& chosen, const RawTable& ties) {
        for (auto& [ours, wanted] : chosen) {
            for (std::size_t column = 0; column < ties.header().size(); ++column) {
                if (std::ranges::find(ties.header(), wanted) != ties.header().end() ||
                    normalized(ties.name_in_file(column)) != normalized(wanted))
                    continue;
                const auto names = column_names();
                if (ours != ties.header()[column] &&
                    std::ranges::find(names, ties.header()[column]) != names.end())
                    throw Error(
                        Fault::usage,
                        fmt::format("--columns: the data set's {} is its {} already, and cannot be its {} "
                                    "as well; --preset none leaves all columns to you",
                                    io::quoted(std::string_view(wanted)), ties.header()[column], ours));
                headers_.push_back(wanted);
                wanted = ties.header()[column];
                break;
            }
        }
    }

    // What is odd is reported in the same run as what is wrong, unless it may only seem odd because of that:
    // a sign that a relation gives, an actor whose ties are in rows that were not taken.
    void check(bool all_ties) {
        const Network& network = reading_.network;
        check_repeats(network, ties_.hashes(), by_preset_, control_, diagnostics_);
        check_weightless(network, diagnostics_);
        if (wrong_relations_ == 0) check_signs(network, control_, diagnostics_);
        check_similar_ids(network, actors_.places(), control_, diagnostics_);
        check_lists(network, actors_.places(), diagnostics_);
        check_missing(network, actors_.places(), from_ties_, diagnostics_);
        if (all_ties) check_isolates(network, actors_.places(), diagnostics_);
        if (all_ties) check_modes(network, diagnostics_);
        check_texts(network, actors_.places(), control_, diagnostics_);
    }

    const ReadOptions& options_;
    const Control& control_;
    Reading reading_;
    Diagnostics diagnostics_;
    ActorReader actors_;
    TieReader ties_;
    std::vector<std::string> headers_;   // of all files of actors and ties
    std::set<std::uint32_t> by_preset_;  // files whose ties a preset gives
    std::set<std::uint32_t> from_ties_;  // files whose actors a preset took from its rows
    std::size_t wrong_relations_ = 0;
};

}  // namespace

DatasetInfo read_info(const std::vector<std::string>& data, const Control& control) {
    DatasetInfo info;
    for (const std::string& named : data) {
        std::error_code code;
        const bool folder = named != "-" && std::filesystem::is_directory(named, code);
        const std::filesystem::path settings = std::filesystem::path(named) / "entente.toml";
        info.name += (info.name.empty() ? "" : "+") + (named == "-" ? "stdin" : dataset_name(named, folder));
        if (!folder || !std::filesystem::is_regular_file(settings, code)) continue;
        DatasetInfo of_file = info;
        Diagnostics diagnostics;
        try {
            read_settings(settings.string(), of_file, control, diagnostics);
        } catch (const Error& error) {
            if (error.fault() == Fault::interrupted) throw;
            continue;
        }
        if (diagnostics.errors() == 0) info = of_file;
    }
    return info;
}

Reading read_network(const ReadOptions& options, const Control& control) {
    Reading reading = examine_network(options, control);
    if (reading.failed) throw Error(std::move(reading.remarks));
    return reading;
}

Reading examine_network(const ReadOptions& options, const Control& control) {
    check_chosen(options.columns);
    std::vector<Dataset> datasets;
    for (const std::string& named : options.data) datasets.emplace_back(locate(named));
    if (std::count(options.data.begin(), options.data.end(), "-") > 1)
        throw Error(Fault::usage, "standard input (-) can be named only once");
    return NetworkReader(options, control).read(std::move(datasets));
}

Reading examine_file(const ReadOptions& options, const Input& input, const Control& control) {
    check_chosen(options.columns);
    std::vector<Dataset> datasets;
    datasets.emplace_back(locate(options.data.front()));
    datasets.front().input = input;
    return NetworkReader(options, control).read(std::move(datasets));
}

}  // namespace entente::io
