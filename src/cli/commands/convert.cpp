// entente convert: data of one format in another.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "base/file.hpp"
#include "base/prose.hpp"
#include "cli/commands.hpp"
#include "cli/options/data_options.hpp"
#include "cli/options/selection_options.hpp"
#include "cli/terminal/diagnostics.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/terminal.hpp"
#include "io/writers/writer.hpp"
#include "model/all_rows.hpp"
#include "render/layout/layout.hpp"
#include "study/figures/actor_places.hpp"
#include "study/figures/figures.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 4> examples{{
    {"convert network.gexf -o network", "A folder with actors.csv, ties.csv, relations.csv and sources.csv."},
    {"convert data/jerusalem-axis -o axis.gml", "The same network for Gephi, igraph and others."},
    {"convert data/jerusalem-axis -o axis.gexf --layout auto",
     "With the positions that a figure has, to finish it in Gephi."},
    {"convert project.paj --network 2 --output-format node-link -o -", "One network of several, for a pipe."},
}};

struct ConvertOptions {
    DataOptions data;
    std::string ties = "all";
    std::optional<std::string> at, from, to;
    std::vector<std::string> relations, kinds;
    std::string format, layout;
    bool strict = false;
};

TieSelection chosen(const ConvertOptions& options) {
    SelectionOptions selection;
    selection.ties = options.ties;
    selection.at = options.at;
    selection.from = options.from;
    selection.to = options.to;
    selection.relations = options.relations;
    selection.kinds = options.kinds;
    return selection_of(selection, SignFilter::all);
}

// Where a figure would have the actors of these rows.
std::vector<io::ExportPlace> places_of(Context& context, const ConvertOptions& options,
                                       const Network& network, const TieSelection& selection,
                                       const std::vector<ActorId>& actors) {
    step(context, "drawing");
    const study::ActorPlaces placed =
        study::actor_places(network, selection, options.layout, context.seed, context.control);
    if (const std::string failures = study::failure_text(placed.layout); !failures.empty())
        note(context, failures);
    std::vector<io::ExportPlace> places;
    for (const ActorId actor : actors) {
        const auto at = std::ranges::lower_bound(placed.actors, actor) - placed.actors.begin();
        const render::Point point = placed.layout.nodes.at(static_cast<std::size_t>(at));
        places.push_back({point.x, point.y});
    }
    return places;
}

// Losses are warnings; with --strict what keeps the file from being written.
void tell_losses(Context& context, const io::Writer& writer, const std::vector<io::Loss>& losses,
                 bool strict) {
    std::vector<Diagnostic> diagnostics;
    for (const io::Loss& loss : losses) {
        Diagnostic diagnostic;
        diagnostic.severity = strict ? Severity::error : Severity::warning;
        diagnostic.spot.file = context.output == "-" ? "stdout" : context.output;
        diagnostic.message = fmt::format("{} cannot hold {}: {} {}", writer.title, loss.what, loss.count,
                                         strict ? "would be dropped" : "dropped");
        diagnostics.push_back(std::move(diagnostic));
    }
    if (diagnostics.empty()) return;
    if (strict) throw Error(std::move(diagnostics));
    if (!context.quiet)
        say(context.streams.err, diagnostics, {.color = colors_for_people(context), .most = 1000});
}

// Rows that give no tie stand in no format.
void tell_dropped(Context& context, const io::Reading& reading) {
    for (const LedgerEntry& entry : reading.ledger.dropped)
        note(context, fmt::format("{} left out: {}",
                                  entente::counted(entry.rows, "row of ties", "rows of ties"), entry.reason));
}

std::string formats_with_places() {
    std::vector<std::string> names;
    for (const io::Writer& writer : io::writers())
        if (writer.holds_places) names.emplace_back(writer.name);
    return listed(names, "and");
}

void deliver_files(Context& context, const io::Writer& writer, const io::Written& written) {
    if (writer.extensions.empty()) {
        std::vector<std::string> paths;
        for (const FileText& file : written.files)
            paths.push_back((std::filesystem::path(context.output) / file.path).string());
        refuse_inputs(context, paths);
        write_folder(context.output, written.files);
        return;
    }
    deliver(context, written.files.front().text);
}

void run(Context& context, const ConvertOptions& options) {
    if (context.output.empty())
        throw Error(Fault::usage, "convert needs -o: a folder, or a file whose extension names its format");
    if (context.spreadsheet_safe)
        throw Error(Fault::usage,
                    "--spreadsheet-safe is for results: what convert writes is read again, and an apostrophe "
                    "would become part of ids");
    if (context.output == "-" && options.format.empty())
        throw Error(Fault::usage, "for standard output, --output-format says what to write");
    const io::Writer& writer =
        options.format.empty() ? io::writer_for(context.output) : io::writer_named(options.format);
    if (context.output == "-" && writer.extensions.empty())
        throw Error(Fault::usage,
                    "a folder of CSV files cannot go to standard output; --output-format csv-ties can");
    if (!options.layout.empty() && !writer.holds_places)
        throw Error(Fault::usage, fmt::format("{} holds no positions; --layout is for {}", writer.title,
                                              formats_with_places()));
    const TieSelection selection = chosen(options);
    const io::Reading reading = load(context, options.data, Remarks::in_full);
    tell_dropped(context, reading);
    const Network& network = reading.network;
    const std::vector<ActorId> actors = select_actors(network, selection);
    io::ExportTables tables = io::export_tables(network, actors, select_all_rows(network, selection));
    if (!options.layout.empty()) tables.places = places_of(context, options, network, selection, actors);
    const io::Written written = writer.write(tables, context.output);
    tell_losses(context, writer, written.losses, options.strict);
    deliver_files(context, writer, written);
}

Action declare(Options& options) {
    auto own = std::make_shared<ConvertOptions>();
    add_data_options(options, own->data);
    own->data.self_ties = io::SelfTies::kept;
    std::vector<std::string> names;
    for (const io::Writer& writer : io::writers()) names.emplace_back(writer.name);
    options.push_back({.names = "--output-format",
                       .value = "",
                       .help = "what to write (default: what goes with the extension of -o)",
                       .target = &own->format,
                       .choices = names});
    std::vector<std::string> layouts;
    for (const render::LayoutEngine& engine : render::layouts())
        if (engine.name != render::matrix_layout) layouts.emplace_back(engine.name);
    options.push_back({.names = "--layout",
                       .value = "",
                       .help = "write the positions that actors have in a figure laid out so",
                       .target = &own->layout,
                       .choices = layouts});
    options.push_back({.names = "--strict",
                       .value = "",
                       .help = "call it an error, and write nothing, if the format cannot hold something",
                       .target = &own->strict});
    const auto choose = [&](Option option) {
        option.group = Group::ties;
        options.push_back(std::move(option));
    };
    choose({.names = "--ties",
            .value = "",
            .help = "by sign",
            .target = &own->ties,
            .choices = {"nonnegative", "positive", "negative", "all"}});
    choose({.names = "--at", .value = "DATE", .help = "that may hold on some day of it", .target = &own->at});
    choose(
        {.names = "--from", .value = "DATE", .help = "that may hold on it or later", .target = &own->from});
    choose({.names = "--to", .value = "DATE", .help = "that may hold on it or earlier", .target = &own->to});
    choose({.names = "--relation", .value = "R,…", .help = "of these relations", .target = &own->relations});
    choose({.names = "--kind",
            .value = "K,…",
            .help = "between actors of these kinds, and only these actors",
            .target = &own->kinds});
    return [own](Context& context) { run(context, *own); };
}

}  // namespace

const Command convert_command{
    .name = "convert",
    .usage = "DATA… -o FILE|DIR",
    .summary = "write the data in another format",
    .description =
        "Writes every row, nothing merged, ties of an actor with itself too. Without an "
        "extension -o is a folder of CSV files; else the extension or --output-format "
        "names the format. What a format cannot hold is counted in a warning. Folders, "
        "xlsx, graphml, gexf, node-link, cytoscape, gml and dot hold everything: converted "
        "back, they give the same CSV files to the byte. --layout adds positions, so that "
        "a figure can be finished in Gephi, Cytoscape or yEd. 'entente list formats' lists all that is read "
        "and written.",
    .examples = examples,
    .declare = declare,
    .writes = Writes::own};

}  // namespace entente::cli
