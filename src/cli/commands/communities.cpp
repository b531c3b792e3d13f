// entente communities: who belongs together.
#include "analysis/community/communities.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "analysis/community/comparison.hpp"
#include "base/error.hpp"
#include "base/named.hpp"
#include "base/prose.hpp"
#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "io/groups_file.hpp"
#include "report/actors.hpp"
#include "report/null_model.hpp"
#include "study/communities.hpp"
#include "study/figures/charts.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"communities data/florentine-families",
     "The groups of families that are tied more than chance would tie them."},
    {"communities data/great-powers-1872-1907 --ties all --at 1907",
     "Alliances hold together and hostile ties keep apart."},
    {"communities data/jerusalem-axis --compare affiliation",
     "How far the communities are the sides that the coder had in mind."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::string plot;
    std::string algorithm = "leiden";
    unsigned runs = 0;
    double resolution = 1;
    std::optional<std::string> compare;
};

constexpr std::uint32_t permutations = 1000;

// Ids of a file of groups that no actor of the data has are reported; if there is no other, the file is the
// wrong one.
void tell_unknown(const study::SelectedData& view, const std::string& file,
                  const std::map<std::string, std::string>& groups, std::vector<std::string>& remarks) {
    std::set<std::string_view> known;
    for (std::size_t i = 0; i < view.network().actor_count(); ++i) known.insert(view.network().actors.id[i]);
    std::string unknown;
    std::size_t count = 0;
    for (const auto& [id, group] : groups) {
        if (known.contains(id)) continue;
        if (++count <= 3) unknown += fmt::format("{}'{}'", count == 1 ? "" : ", ", id);
    }
    if (count > 0 && count == groups.size())
        throw Error(Fault::usage, fmt::format("'{}' groups none of the actors; its first ids are {}: they "
                                              "must be those of the actors' id column",
                                              file, unknown));
    if (count > 3) unknown += fmt::format(" and {} more", count - 3);
    if (count > 0)
        remarks.push_back(fmt::format("{} has {} that no actor has: {}", file,
                                      count == 1 ? "an id" : counted(count, "id"), unknown));
}

// Of the actors in use: a file's where the word is a file, else a column's.
Grouping grouping_of_word(Context& context, const study::SelectedData& view, const std::string& word,
                          std::vector<std::string>& remarks) {
    if (!std::filesystem::is_regular_file(word))
        return grouping_by_column(view.network(), view.graph.actors, word);
    context.inputs.push_back(word);
    const std::map<std::string, std::string> groups = io::read_groups(word, context.control);
    tell_unknown(view, std::filesystem::path(word).filename().string(), groups, remarks);
    std::vector<std::string_view> words;
    for (const ActorId actor : view.graph.actors) {
        const auto at = groups.find(std::string(view.network().id(actor)));
        words.push_back(at == groups.end() ? std::string_view() : std::string_view(at->second));
    }
    return grouping_of(std::filesystem::path(word).filename().string(), words, false);
}

std::vector<std::string> remarks_of(const study::SelectedData& view, const Partition& partition) {
    std::string quality =
        fmt::format("{} by {}, {}modularity {}", report::community_count(partition), partition.algorithm,
                    partition.signed_modularity ? "signed " : "", four_digits(partition.modularity));
    if (partition.quality_name != "modularity")
        quality += fmt::format(", {} {}", partition.quality_name, four_digits(partition.quality));
    if (partition.runs > 1) quality += fmt::format("; the best of {} runs", partition.runs);
    std::vector<std::string> remarks{quality};
    if (!partition.stability.empty())
        remarks.push_back("in brackets: how far the runs agree about an actor, where it is below 0.95");
    remarks.push_back(data_line(view));
    remarks.insert(remarks.end(), partition.remarks.begin(), partition.remarks.end());
    return remarks;
}

void run(Context& context, const Settings& settings) {
    find_named("algorithm", settings.algorithm, community_algorithms());
    TieSelection ties = selection_of(settings.selection);
    study::check_chart_file(settings.plot);
    io::Reading reading = load_for(context, settings.data, ties);
    if (settings.selection.ties.empty())
        ties = study::community_ties(reading.network, ties, settings.algorithm);
    refuse_undated(ties, reading.network);
    const study::SelectedData view = study::select_data(std::move(reading), ties);
    expect(context, view.graph,
           {.what = fmt::format("communities by {}", settings.algorithm),
            .steps = study::steps_of_communities(view.graph, settings.algorithm),
            .instead = settings.algorithm == "leiden" ? "" : "-a leiden takes less"});
    std::vector<std::string> remarks_on_file;
    std::optional<Grouping> other;  // first of all, so that a column that is not there costs nothing
    if (settings.compare) other = grouping_of_word(context, view, *settings.compare, remarks_on_file);
    const CommunityAlgorithm& algorithm = find_named("algorithm", settings.algorithm, community_algorithms());
    const std::array runs{OptionGiven{"--runs", settings.runs > 1 && algorithm.most_runs == 1}};
    tell_without_effect(context, runs, fmt::format("on {}: nothing in it is random", algorithm.name));
    const std::array resolution{
        OptionGiven{"--resolution", settings.resolution != 1 && !algorithm.resolution}};
    tell_without_effect(
        context, resolution,
        fmt::format("on what {} finds, only on the modularity that is reported", algorithm.name));
    step(context, "communities");
    const Partition partition = find_communities(view.network(), view.selection, view.graph,
                                                 {.algorithm = settings.algorithm,
                                                  .runs = settings.runs,
                                                  .resolution = settings.resolution,
                                                  .seed = context.seed},
                                                 context.control);
    std::vector<std::string> remarks = remarks_of(view, partition);
    remarks.insert(remarks.end(), remarks_on_file.begin(), remarks_on_file.end());
    std::optional<PartitionComparison> comparison;
    if (other)
        comparison =
            compare(grouping_by_community(partition), *other, permutations, context.seed, context.control);
    if (comparison) remarks.push_back(report::comparison_text(*comparison));
    deliver_result(
        context,
        {.rows = [&] { return report::communities_table(view.network(), partition); },
         .json =
             [&] {
                 report::Settings used = view.settings();
                 used.seed = context.seed;
                 return report::communities_value(
                     view.network(), partition,
                     comparison ? report::comparison_value(*comparison) : report::Value(),
                     settings_value(used));
             },
         .text =
             [&] { return report::communities_text(view.network(), partition, text_options(context).width); },
         .remarks = remarks,
         .plot = settings.plot,
         .chart = [&] { return study::communities_chart(view.network(), view.graph, partition); }});
}

void own_options(Options& options, Settings& settings) {
    std::vector<std::string> names;
    for (const CommunityAlgorithm& algorithm : community_algorithms()) names.emplace_back(algorithm.name);
    options.push_back({.names = "-a,--algorithm",
                       .value = "NAME",
                       .help = "how they are found: leiden, louvain, infomap, … (default leiden); 'entente "
                               "list algorithms' explains them",
                       .target = &settings.algorithm,
                       .choices = names});
    options.push_back({.names = "--runs",
                       .value = "N",
                       .help = "how many runs with different random numbers, of which the best counts "
                               "(default: by the number of actors)",
                       .target = &settings.runs,
                       .least = 1});
    options.push_back(
        {.names = "--resolution",
         .value = "G",
         .help = "above 1 more and smaller communities, below 1 fewer and larger ones (default 1)",
         .target = &settings.resolution});
    options.push_back(
        {.names = "--compare",
         .value = "COLUMN|FILE",
         .help = "how far they agree with a column of actors.csv, or with a file of ids and groups",
         .target = &settings.compare});
}

}  // namespace

const Command communities_command{
    .name = "communities",
    .usage = "DATA…",
    .summary = "find the groups that are tied more among themselves than with others",
    .description =
        "Numbers the communities from the largest. The best of several seeded runs counts, and each actor's "
        "stability says how far "
        "the runs agree about it. Leiden and spinglass let hostile ties keep actors apart; the "
        "other algorithms leave them out.",
    .examples = examples,
    .declare = [](Options& options) {
        return over_data<Settings>(
            options,
            {.ties = std::nullopt,
             .defaults = "all where one is hostile and the algorithm distinguishes them, else nonnegative",
             .plot = "communities by size, with their stability"},
            own_options, run);
    }};

}  // namespace entente::cli
