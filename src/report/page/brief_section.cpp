// The part of the page that says the findings in a few sentences and figures.
#include <fmt/format.h>

#include "report/actors.hpp"
#include "report/balance.hpp"
#include "report/leaders.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// Who comes first by the best-known measures.
std::string leader_sentences(const PageView& view) {
    if (!view.input.scores) return "";
    const LeaderWords words{.directed = view.input.summary != nullptr && view.input.summary->directed};
    std::string out;
    for (const char* measure : {"degree", "betweenness", "pagerank"}) {
        const std::string sentence = leader_sentence(*view.input.scores, measure, words,
                                                     [&](ActorId actor) { return actor_name(view, actor); });
        if (!sentence.empty()) out += "<li>" + sentence + "</li>\n";
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
    points += fmt::format("<li>{} and {} between them",
                          counted(view.input.actors.size(), "actor", "actors", Digits::grouped),
                          merged ? counted(view.rows.size(), "row of ties", "rows of ties", Digits::grouped)
                                 : counted(view.rows.size(), "tie", "ties", Digits::grouped));
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
        points += "<li>" + frustration_sentence(*view.input.balance) + "</li>\n";
    }
    return section_start("brief", "In brief") + "<ul>\n" + points + "</ul>\n" + figure_list(view) +
           "</section>\n";
}

}  // namespace entente::report
