// The part of the page that says the findings in a few sentences and figures.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "report/actors.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// The actors with the highest value of the measure, at most three; none when all are alike.
std::vector<ActorId> leaders(const ScoreTable& scores, const Scores& column, double& best) {
    best = -1;
    for (const double value : column.values) {
        if (value > best) best = value;
    }
    std::vector<ActorId> first;
    std::size_t defined = 0;
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        if (std::isnan(column.values[i])) continue;
        ++defined;
        if (column.values[i] >= best * (1 - 1e-9)) first.push_back(scores.actors[i]);
    }
    if (best <= 0 || first.size() == defined || first.size() > 3) first.clear();
    return first;
}

// Who comes first by the best-known measures; what one actor leads is said in one sentence.
std::string leader_sentences(const PageView& view) {
    struct Reading {
        std::string_view measure, one, several;
    };
    const bool directed = view.input.summary != nullptr && view.input.summary->directed;
    const Reading readings[] = {
        {"degree", directed ? "has the most ties, in and out" : "has the most ties",
         directed ? "have the most ties, in and out" : "have the most ties"},
        {"betweenness", "lies most often on the shortest paths between others",
         "lie most often on the shortest paths between others"},
        {"pagerank",
         directed ? "is most often led to by ties, above all from those who are themselves led to"
                  : "is best tied to those who are well tied themselves",
         directed ? "are most often led to by ties, above all from those who are themselves led to"
                  : "are best tied to those who are well tied themselves"}};
    std::vector<std::pair<std::vector<ActorId>, std::vector<std::string>>> said;
    if (!view.input.scores) return "";
    for (const Reading& reading : readings) {
        for (const Scores& column : view.input.scores->columns) {
            if (column.measure != reading.measure) continue;
            double best = 0;
            const std::vector<ActorId> first = leaders(*view.input.scores, column, best);
            if (first.empty()) continue;
            if (said.empty() || said.back().first != first) said.push_back({first, {}});
            said.back().second.push_back(fmt::format("{} ({} {})",
                                                     first.size() == 1 ? reading.one : reading.several,
                                                     reading.measure, rounded(best)));
        }
    }
    std::string out;
    for (const auto& [actors, claims] : said) {
        out += "<li>" + actor_list(view, actors);
        for (std::size_t i = 0; i < claims.size(); ++i)
            out += (i == 0 ? " " : i + 1 == claims.size() ? " and " : ", ") + claims[i];
        out += ".</li>\n";
    }
    if (!out.empty() && !view.input.measured_ties.empty())
        out += "<li class=\"aside\">These measures are of the network of " +
               escaped(view.input.measured_ties) + ".</li>\n";
    return out;
}

std::string figure_list(const PageView& view) {
    if (!view.input.summary) return "";
    const Summary& s = *view.input.summary;
    std::string out = "<dl class=\"figures\">\n";
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    };
    add("actors", rounded(static_cast<double>(s.actors)));
    add(s.directed ? "ties (merged, directed)" : "ties (merged)", rounded(static_cast<double>(s.ties)));
    if (s.rows != s.ties) add("rows of ties", rounded(static_cast<double>(s.rows)));
    if (view.signs) add("hostile ones among the merged ties", rounded(static_cast<double>(s.hostile_ties)));
    add("density", rounded(s.density));
    add("components", rounded(static_cast<double>(s.components)));
    add("isolated actors", rounded(static_cast<double>(s.isolates)));
    add("diameter (hops)", rounded(s.diameter));
    add("mean distance (hops)", rounded(s.mean_distance));
    add("reciprocity", rounded(s.reciprocity));
    add("transitivity", rounded(s.transitivity));
    add("degree assortativity", rounded(s.degree_assortativity));
    add("degree centralization", rounded(s.degree_centralization));
    add("betweenness centralization", rounded(s.betweenness_centralization));
    add("closeness centralization", rounded(s.closeness_centralization));
    return out + "</dl>\n";
}

}  // namespace

std::string brief_section(const PageView& view) {
    std::string points;
    const bool merged = view.input.summary && view.input.summary->ties != view.rows.size();
    points += fmt::format("<li>{} and {} between them", counted(view.input.actors.size(), "actor", "actors"),
                          merged ? counted(view.rows.size(), "row of ties", "rows of ties")
                                 : counted(view.rows.size(), "tie", "ties"));
    if (view.signs) {
        std::uint64_t hostile = 0, friendly = 0;
        for (const TieId row : view.rows) {
            hostile += view.network.sign(row) == Sign::negative;
            friendly += view.network.sign(row) == Sign::positive;
        }
        points += fmt::format(": {} friendly, {} hostile, {} without a sign", friendly, hostile,
                              view.rows.size() - friendly - hostile);
    }
    points += ".</li>\n" + leader_sentences(view);
    if (view.input.partition && view.input.partition->count > 0) {
        points += fmt::format("<li>The actors fall into {}", community_count(*view.input.partition));
        const std::string modularity = rounded(view.input.partition->modularity);
        points += modularity.empty() ? ".</li>\n" : fmt::format(" (modularity {}).</li>\n", modularity);
    }
    if (view.input.balance && view.input.balance->positive_ties + view.input.balance->negative_ties > 0) {
        points += "<li>" + balance_sentence(*view.input.balance) + "</li>\n";
    }
    return section_start("brief", "In brief") + "<ul>\n" + points + "</ul>\n" + figure_list(view) +
           "</section>\n";
}

}  // namespace entente::report
