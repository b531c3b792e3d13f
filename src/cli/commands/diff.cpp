// entente diff: what changed between two networks, and what moved whom.
#include "analysis/change/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/centrality/measures.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/folder.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "report/actors.hpp"
#include "report/change/difference.hpp"
#include "report/format/settings.hpp"
#include "study/figures/difference_figure.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 3> examples{{
    {"diff data/great-powers-1872-1907 --between 1890,1907 -m net_degree",
     "What changed between two years, and which ties moved whom."},
    {"diff before.csv after.csv -m degree,betweenness", "What a revision of the data does to the ranks."},
    {"diff before.csv after.csv -o changes --exit-code",
     "Tables and diff.svg into a folder; status 1 if anything differs."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::vector<std::string> measures, same, between;
    std::string explain_by = "automatic";
    std::optional<std::uint64_t> top;
    std::uint64_t explain = 5;
    unsigned orders = 200;
    bool exit_code = false;
};

std::map<std::string, std::string> renamed(const std::vector<std::string>& words) {
    std::map<std::string, std::string> same;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size())
            throw Error(Fault::usage, fmt::format("--same needs OLD=NEW, not '{}'", word));
        same[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return same;
}

ExplainGroups groups_named(const std::string& word) {
    if (word == "pair") return ExplainGroups::pair;
    if (word == "relation") return ExplainGroups::relation;
    if (word == "source") return ExplainGroups::source;
    return word == "year" ? ExplainGroups::year : ExplainGroups::automatic;
}

DayInterval date_of(const std::string& word) {
    const auto date = parse_date(word);
    if (!date)
        throw Error(
            Fault::usage,
            fmt::format("--between needs two dates: 1890,1907 or 1904-04-08,1907-08, not '{}'", word));
    return *date;
}

struct Sides {
    io::Reading before;
    std::optional<io::Reading> after;  // nothing with --between, where both are one
    TieSelection old_ties, new_ties;
    const Network& old_network() const { return before.network; }
    const Network& new_network() const { return after ? after->network : before.network; }
};

Sides sides_of(Context& context, const Settings& given) {
    const TieSelection ties = selection_of(given.selection);
    if (!given.between.empty()) {
        if (given.between.size() != 2) throw Error(Fault::usage, "--between needs two dates: 1890,1907");
        if (ties.window)
            throw Error(Fault::usage, "--between and --at, --from, --to exclude each other; leave one out");
        TieSelection old_ties = ties, new_ties = ties;
        old_ties.window = date_of(given.between[0]);
        new_ties.window = date_of(given.between[1]);
        Sides sides{load_for(context, given.data, ties), std::nullopt, old_ties, new_ties};
        for (const TieSelection* one : {&sides.old_ties, &sides.new_ties})
            refuse_undated(*one, sides.old_network());
        return sides;
    }
    if (given.data.words.size() != 2)
        throw Error(
            Fault::usage,
            "two datasets are compared: entente diff OLD NEW; or two dates of one: --between DATE,DATE");
    DataOptions before = given.data, after = given.data;
    before.words = {given.data.words[0]};
    after.words = {given.data.words[1]};
    return {load_for(context, before, ties), load_for(context, after, ties), ties, ties};
}

// "all" is what applies to either of the two.
NamedMeasures measures_of(const Sides& sides, const std::vector<std::string>& asked) {
    if (asked.empty()) return {.names = {"degree", "betweenness"}, .left_out = {}};
    const Network &before = sides.old_network(), &after = sides.new_network();
    NamedMeasures named =
        measures_named({before, sides.old_ties, build_graph(before, sides.old_ties)}, asked);
    const NamedMeasures later =
        measures_named({after, sides.new_ties, build_graph(after, sides.new_ties)}, asked);
    for (const std::string& name : later.names) {
        if (std::ranges::find(named.names, name) == named.names.end()) named.names.push_back(name);
    }
    std::erase_if(named.left_out, [&](const std::string& line) {
        const std::string name = line.substr(0, line.find(':'));
        return std::ranges::find(named.names, name) != named.names.end();
    });
    return named;
}

report::Settings settings_of(const Context& context, const Settings& given, const Sides& sides,
                             const std::vector<std::string>& measures) {
    const auto resolved = [](const Network& network, const TieSelection& ties) {
        return resolve(network, ties, select_rows(network, ties));
    };
    const ResolvedSelection a = resolved(sides.old_network(), sides.old_ties),
                            b = resolved(sides.new_network(), sides.new_ties);
    report::Value::Array names, between;
    for (const std::string& name : measures) names.emplace_back(name);
    for (const std::string& date : given.between) between.emplace_back(date);
    TieSelection shown = sides.old_ties;
    if (!given.between.empty()) shown.window.reset();
    return {.selection = shown,
            .resolved = {a.directed || b.directed, a.weighted || b.weighted},
            .seed = context.seed,
            .more = {{"measures", std::move(names)},
                     {"between", between.empty() ? report::Value() : report::Value(std::move(between))},
                     {"orders", given.orders}}};
}

void run(Context& context, const Settings& given) {
    for (const std::string& name : given.measures) {
        if (name != "all") find_named("measure", name, measures());
    }
    DiffOptions options{.measures = {},
                        .explain = given.explain,
                        .groups = groups_named(given.explain_by),
                        .orders = given.orders,
                        .same = renamed(given.same),
                        .seed = context.seed};
    const Sides sides = sides_of(context, given);
    const NamedMeasures asked = measures_of(sides, given.measures);
    const std::vector<std::string>& names = asked.names;
    options.measures = names;
    step(context, "differences");
    Difference found = compare_networks({sides.old_network(), sides.old_ties},
                                        {sides.new_network(), sides.new_ties}, options, context.control);
    const std::vector<std::string> left_out = report::remarks_of_left_out(asked.left_out);
    found.remarks.insert(found.remarks.end(), left_out.begin(), left_out.end());
    note_where_no_remarks(context, left_out);
    const report::Compared compared{sides.old_network(), sides.new_network(), found};
    const report::Settings settings = settings_of(context, given, sides, names);
    const std::size_t top = given.top.value_or(SIZE_MAX);
    const auto value = [&] { return report::difference_value(compared, top, settings_value(settings)); };
    if (given.exit_code && !found.same()) context.status = 1;
    const auto figure = [&] {
        step(context, "figure");
        return render::to_change_svg(study::change_picture({sides.old_network(), sides.old_ties},
                                                           {sides.new_network(), sides.new_ties}, found,
                                                           context.seed, context.control));
    };
    if (names_figure(context.output)) return deliver(context, figure());
    if (names_folder(context.output)) {
        return deliver_folder(context, {{"changes.csv", to_csv(report::changes_table(compared))},
                                        {"ranks.csv", to_csv(report::ranks_table(compared, top))},
                                        {"causes.csv", to_csv(report::causes_table(compared))},
                                        {"summary.json", to_json(value())},
                                        {"diff.svg", figure()}});
    }
    std::vector<std::string> remarks{report::settings_line(settings)};
    remarks.insert(remarks.end(), found.remarks.begin(), found.remarks.end());
    deliver_result(
        context,
        {.rows = [&] { return report::changes_table(compared); },
         .json = value,
         .text =
             [&] { return report::difference_text(compared, given.top.value_or(10), text_options(context)); },
         .remarks = remarks});
}

void own_options(Options& options, Settings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "-m,--measure",
         .value = "M,…",
         .help = "whose ranks are compared, or all that apply (default degree,betweenness)",
         .target = &settings.measures});
    add({.names = "--between",
         .value = "DATE,DATE",
         .help = "compare two dates of one dataset",
         .target = &settings.between});
    add({.names = "--top",
         .value = "N",
         .help = "only the N who moved most, for each measure (default: all; 10 for the table)",
         .target = &settings.top});
    add({.names = "--explain",
         .value = "N",
         .help =
             "for the N actors who moved most of each measure, name the changes that moved them (default 5)",
         .target = &settings.explain});
    add({.names = "--explain-by",
         .value = "",
         .help = "what counts as one change: all rows of a pair of actors, of a relation, a source or a year "
                 "(default: pairs, up to 200 of them)",
         .target = &settings.explain_by,
         .choices = {"automatic", "pair", "relation", "source", "year"}});
    add({.names = "--orders",
         .value = "N",
         .help = "where more than 10 changes are explained: orders drawn (default 200)",
         .target = &settings.orders,
         .least = 2});
    add({.names = "--same",
         .value = "OLD=NEW,…",
         .help = "ids of the same actor in the old and the new data",
         .target = &settings.same});
    add({.names = "--exit-code",
         .value = "",
         .help = "exit with 1 if anything differs, as git diff does",
         .target = &settings.exit_code});
}

}  // namespace

const Command diff_command{
    .name = "diff",
    .usage = "OLD NEW | DATA… --between DATE,DATE",
    .summary = "show what changed between two datasets or dates, and which changes moved whom",
    .description =
        "Actors and rows of ties added, gone and changed; who moved in rank; and which changes moved them: "
        "each "
        "change's Shapley value, which add up to the change of the score, and the rank without it. With -o "
        "DIR "
        "changes.csv, ranks.csv, causes.csv, summary.json and diff.svg; -o FILE.svg draws the figure alone; "
        "--format csv gives the changes.",
    .examples = examples,
    .declare =
        [](Options& options) {
            return over_data<Settings>(options, {.ties = SignFilter::nonnegative}, own_options, run);
        },
    .writes = Writes::result_or_folder};

}  // namespace entente::cli
