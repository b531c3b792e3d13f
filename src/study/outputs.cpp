#include "study/outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis/community/communities.hpp"
#include "base/number.hpp"
#include "base/parallel.hpp"
#include "base/prose.hpp"
#include "render/write/draw.hpp"
#include "report/actors.hpp"
#include "report/balance.hpp"
#include "report/data/ties.hpp"
#include "report/leaders.hpp"
#include "report/page/html.hpp"
#include "report/page/text.hpp"
#include "report/robustness.hpp"
#include "report/summary.hpp"
#include "study/figures/charts.hpp"

namespace entente::study {

namespace {

// A figure as a file of its own and as a part of report.html.
struct Figure {
    std::string name, title, what;
    const Drawn* drawn = nullptr;
    std::string file = {}, part = {};
};

// All figures there are, in the order of the files.
std::vector<Figure> figures_of(const AnalysisOptions& options, const Analysis& analysis,
                               const Control& control) {
    std::vector<Figure> figures;
    const auto add = [&](const std::optional<Drawn>& drawn, Figure figure) {
        if (!drawn) return;
        figure.drawn = &*drawn;
        figures.push_back(std::move(figure));
    };
    const std::string colored = analysis.network_figure ? analysis.network_figure->colored : "";
    add(analysis.network_figure, {"network", "Network", "the network" + colored});
    add(analysis.communities_figure, {"communities", "Communities", "the same, colored by community"});
    add(analysis.matrix_figure, {"matrix", "Matrix", "the same as a matrix, for most pairs are tied"});
    add(analysis.balance_figure,
        {"balance", "Balance", "the two factions and the ties that contradict them"});
    parallel_blocks(figures.size(), control, [&](std::size_t k, unsigned) {
        Figure& figure = figures[k];
        const render::SvgOptions file{
            .theme = options.theme, .font = {}, .name = figure.name, .page_label = {}};
        render::SvgOptions part = file;
        part.page_label = figure.title;
        std::vector<std::string> texts =
            render::to_svgs(figure.drawn->picture, figure.drawn->layout, {file, part});
        figure.file = std::move(texts[0]), figure.part = std::move(texts[1]);
    });
    return figures;
}

std::vector<report::MethodNote> measure_notes(const Analysis& analysis) {
    std::vector<report::MethodNote> notes;
    for (const Scores& column : analysis.scores.columns)
        notes.push_back({column.measure, std::string(column.definition), std::string(column.citation)});
    return notes;
}

std::vector<report::MethodNote> method_notes(const Analysis& analysis) {
    std::vector<report::MethodNote> notes;
    for (const CommunityAlgorithm& algorithm : community_algorithms()) {
        if (algorithm.name == analysis.partition.algorithm)
            notes.push_back({std::string(algorithm.name), std::string(algorithm.definition),
                             std::string(algorithm.citation)});
    }
    return notes;
}

// Which ties the measures take, without the name of an option.
std::string measured_in_brief(const SelectedData& data) {
    const auto kind = [&]() -> std::string {
        switch (data.selection.signs) {
            case SignFilter::nonnegative:
                return std::ranges::count(data.network().ties.sign, Sign::negative) > 0
                           ? "all ties but the hostile ones"
                           : "all ties";
            case SignFilter::positive:
                return "the positive ties";
            case SignFilter::negative:
                return "the hostile ties";
            case SignFilter::all:
                break;
        }
        return "all ties";
    }();
    std::set<TieId> rows(data.graph.merged.rows.begin(), data.graph.merged.rows.end());
    return fmt::format("{}, {}, {}: {} from {} of {}", kind,
                       data.graph.directed() ? "in their direction" : "in both directions",
                       data.graph.weighted() ? "by their strength" : "each counting once",
                       counted(data.graph.tie_count(), "tie", "ties"), rows.size(),
                       counted(data.network().tie_count(), "row", "rows"));
}

// What each file was read as, where a preset understood it, and the preset's decisions.
std::string reading_of(const ReadAs& file) {
    std::string text = fmt::format(
        "{}, read by the preset {} ({}): {} of {} give {}", report::file_shown(file.file), file.preset,
        file.title, file.rows_giving_ties, counted(file.rows_read, "row"), counted(file.ties, "tie"));
    for (const std::string& decision : file.decisions) text += "; " + decision;
    return text;
}

std::vector<report::Setting> report_settings(const AnalysisOptions& options, const Analysis& analysis) {
    std::vector<report::Setting> settings{
        {"measures", report::settings_line(analysis.data.settings())},
        {"summary, figures and ties", report::settings_line(analysis.all_settings())},
        {"communities",
         fmt::format("{} ties; {}, resolution {}, {}", to_string(analysis.community_selection.signs),
                     analysis.partition.algorithm, format_number(analysis.partition.resolution),
                     counted(analysis.partition.runs, "run"))},
        {"seed", fmt::format("{}", options.seed)}};
    for (const ReadAs& file : analysis.data.reading.ledger.read_as)
        settings.push_back({"reading", reading_of(file)});
    return settings;
}

// A chart for the column of the page that it stands in: about as wide, so that its text has about the size in
// which it is drawn.
render::ChartOptions column_chart(std::string name) { return {.width = 480, .name = std::move(name)}; }

// The charts of the page: a point an actor only where that keeps the page small.
void add_charts(report::ReportInput& input, const Analysis& analysis) {
    constexpr std::size_t most_points = 1000;
    const Network& network = analysis.data.network();
    const auto add = [&](std::string section, std::string caption, std::string svg) {
        input.charts.push_back({std::move(section), std::move(caption), std::move(svg)});
    };
    const auto column = [&](const char* name) {
        return std::ranges::find(analysis.scores.columns, name, &Scores::measure);
    };
    const auto degree = column("degree"), betweenness = column("betweenness");
    const auto none = analysis.scores.columns.end();
    if (degree != none && betweenness != none && analysis.scores.actors.size() <= most_points &&
        analysis.scores.actors.size() > 2) {
        const ScoreTable two{analysis.scores.actors, {*degree, *betweenness}, {}};
        add("actors", "Betweenness against degree: high up with few ties is who joins what would fall apart.",
            scores_chart(network, two, column_chart("chart-measures")));
    }
    if (analysis.partition.count > 1 && analysis.partition.count > analysis.partition.isolates())
        add("communities", "The communities by size.",
            communities_chart(network, analysis.all_graph, analysis.partition,
                              column_chart("chart-communities")));
    if (analysis.balance && !analysis.balance->nulls.empty())
        add("balance", "Balance of the data beside that of random signs.",
            balance_chart(network, *analysis.balance, column_chart("chart-balance")));
    for (const Robustness& robustness : analysis.robustness)
        add("fragile", "How far each rank depends on ties that are not certain.",
            ranks_chart(network, robustness, column_chart("chart-ranks-" + robustness.measure)));
}

std::string report_of(const AnalysisOptions& options, const Analysis& analysis, const std::string& command,
                      const std::vector<Figure>& figures) {
    report::ReportInput input{.network = analysis.data.network(),
                              .actors = analysis.all_graph.actors,
                              .rows = analysis.all_rows,
                              .directions = analysis.all_ties.directions};
    input.scores = &analysis.scores;
    input.partition = &analysis.partition;
    input.summary = &analysis.summary;
    if (analysis.balance) input.balance = &*analysis.balance;
    for (const Robustness& robustness : analysis.robustness) input.robustness.push_back(&robustness);
    for (const Explanation& explanation : analysis.explanations) input.explanations.push_back(&explanation);
    if (analysis.timeline) input.timeline = &*analysis.timeline;
    for (const std::string_view name : {"network", "matrix", "communities", "balance"}) {
        for (const Figure& figure : figures) {
            if (figure.name != name) continue;
            input.figures.push_back({figure.name, figure.title, figure.drawn->caption, figure.part});
        }
    }
    add_charts(input, analysis);
    input.measures = measure_notes(analysis);
    input.methods = method_notes(analysis);
    input.settings = report_settings(options, analysis);
    input.remarks = analysis.data.reading.remarks;
    input.left_out = analysis.left_out;
    input.measured_ties = fmt::format("{}", fmt::join(data_lines(analysis.data, analysis.scores), "; "));
    input.measured_in_brief = measured_in_brief(analysis.data);
    input.command = command;
    return report::html_report(input);
}

// How sure the first place is, where ties are uncertain.
std::string certainty(const Network& network, const Robustness& robustness) {
    for (const ActorRobustness& actor : robustness.actors) {
        if (actor.rank != 1) continue;
        const std::string low = four_digits(actor.rank_low), high = four_digits(actor.rank_high),
                          ranks = low == high ? "has rank " + low
                                              : fmt::format("ranks between {} and {}", low, high);
        return fmt::format("By {}, {} {} when uncertain ties come and go (5 to 95 %).\n", robustness.measure,
                           network.label(actor.actor), ranks);
    }
    return "";
}

std::string communities_line(const Partition& partition) {
    if (partition.count == partition.isolates()) return "No tie to find communities by.\n";
    return fmt::format("{} by {}, {}modularity {}.\n", report::community_count(partition),
                       partition.algorithm, partition.signed_modularity ? "signed " : "",
                       four_digits(partition.modularity));
}

std::string csv_of(const AnalysisOptions& options, report::Table table) {
    return report::to_csv(options.spreadsheet_safe ? report::spreadsheet_safe(std::move(table))
                                                   : std::move(table));
}

}  // namespace

report::Value analysis_settings(const AnalysisOptions& options, const Analysis& analysis) {
    report::Settings measures = analysis.data.settings();
    measures.seed = options.seed;
    measures.more = {{"algorithm", analysis.partition.algorithm},
                     {"runs", analysis.partition.runs},
                     {"resolution", analysis.partition.resolution},
                     {"community_ties", to_string(analysis.community_selection.signs)}};
    report::Settings all = analysis.all_settings();
    all.seed = options.seed;
    all.more = {{"layout", options.layout}, {"size", options.size}, {"theme", options.theme}};
    return report::Value::Object{{"measures_and_communities", settings_value(measures)},
                                 {"summary_figures_and_ties", settings_value(all)}};
}

std::vector<OutputFile> outputs_of(const AnalysisOptions& options, const Analysis& analysis,
                                   const std::string& command, const Control& control) {
    const Network& network = analysis.data.network();
    const report::Settings all = analysis.all_settings();
    std::vector<OutputFile> files;
    std::vector<Figure> figures = figures_of(options, analysis, control);
    files.push_back({"report.html", "everything on one page that works offline",
                     report_of(options, analysis, command, figures)});
    for (Figure& figure : figures)
        files.push_back({figure.name + ".svg", figure.what, std::move(figure.file)});
    files.push_back({"centrality.csv", "measures, a row an actor",
                     csv_of(options, report::scores_table(network, analysis.scores))});
    files.push_back({"communities.csv", "communities, a row an actor",
                     csv_of(options, report::communities_table(network, analysis.partition))});
    files.push_back(
        {"ties.csv", "ties, a row a pair",
         csv_of(options, report::ties_table(network, analysis.all_ties, analysis.tie_betweenness))});
    files.push_back(
        {"summary.json", "the network as a whole",
         report::to_json(report::summary_value(network, analysis.summary, {}, settings_value(all)))});
    if (analysis.balance) {
        report::Settings of_balance = all;
        of_balance.seed = options.seed;
        of_balance.more = report::balance_settings({.conflict = analysis.balance_options.conflict,
                                                    .proof_steps = analysis.balance_options.proof_steps,
                                                    .draws = analysis.balance_options.draws});
        files.push_back(
            {"balance.json", "the balance of its signs",
             report::to_json(report::balance_value(network, *analysis.balance, settings_value(of_balance)))});
    }
    for (const Robustness& robustness : analysis.robustness) {
        files.push_back({"robustness.csv", "how sure the ranks by " + robustness.measure + " are",
                         csv_of(options, report::robustness_table(network, robustness))});
    }
    return files;
}

namespace {

bool leaves_out_hostile(const SelectedData& data) {
    return data.selection.signs == SignFilter::nonnegative &&
           std::ranges::find(data.network().ties.sign, Sign::negative) != data.network().ties.sign.end();
}

}  // namespace

std::string findings_text(const Analysis& analysis) {
    const Summary& summary = analysis.summary;
    const auto hostile = std::ranges::count_if(
        analysis.all_rows, [&](TieId row) { return analysis.data.network().sign(row) == Sign::negative; });
    const bool merged = summary.ties != analysis.all_rows.size();
    std::string text =
        fmt::format("{}, {}", counted(summary.actors, "actor"), counted(summary.ties, "tie", "ties"));
    if (merged) text += " from " + counted(analysis.all_rows.size(), "row", "rows");
    if (hostile > 0) text += fmt::format(", {} of {} hostile", hostile, merged ? "the rows" : "them");
    text += summary.actors == 1              ? ".\n"
            : summary.largest_component == 1 ? "; none are connected.\n"
            : summary.components == 1
                ? "; all are connected.\n"
                : fmt::format("; {} connected parts, the largest of {}.\n", summary.components,
                              counted(summary.largest_component, "actor", "actors"));
    const report::LeaderWords words{.directed = analysis.data.graph.directed(),
                                    .without_hostile = leaves_out_hostile(analysis.data)};
    for (const char* measure : {"degree", "betweenness"}) {
        const std::string sentence = report::leader_sentence(
            analysis.scores, measure, words,
            [&](ActorId actor) { return std::string(analysis.data.network().label(actor)); });
        if (!sentence.empty()) text += sentence + "\n";
    }
    if (analysis.balance) {
        text += report::frustration_sentence(*analysis.balance);
        const std::string undecided = report::undecided_sentence(*analysis.balance);
        text += (undecided.empty() ? "" : " ") + undecided + "\n";
    }
    for (const Robustness& robustness : analysis.robustness)
        text += certainty(analysis.data.network(), robustness);
    text += communities_line(analysis.partition);
    for (const std::string& remark : analysis.data.settings().remarks) text += remark + ".\n";
    return text;
}

}  // namespace entente::study
