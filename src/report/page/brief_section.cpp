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
    if (!out.empty() && !view.input.measured_in_brief.empty())
        out +=
            "<li class=\"aside\">These measures take " + escaped(view.input.measured_in_brief) + ".</li>\n";
    return out;
}

// From rows to ties: rows between the same two actors are one tie.
std::string merging_sentence(const PageView& view, std::uint64_t hostile_rows) {
    if (!view.input.summary) return "";
    const Summary& s = *view.input.summary;
    if (s.ties == view.rows.size() && s.hostile_ties == hostile_rows) return "";
    std::string out =
        fmt::format("<li>{}: the {} make {}",
                    s.directed ? "Rows that lead the same way between two actors are one tie, and a "
                                 "row that holds both ways is two"
                               : "Rows between the same two actors are one tie",
                    counted(view.rows.size(), "row", "rows", Digits::grouped),
                    counted(s.ties, "tie", "ties", Digits::grouped));
    if (hostile_rows > 0)
        out +=
            fmt::format(", the {} {}", counted(hostile_rows, "hostile row", "hostile rows", Digits::grouped),
                        counted(s.hostile_ties, "hostile tie", "hostile ties", Digits::grouped));
    if (s.conflicting_ties > 0)
        out += fmt::format("; {} friendly and hostile rows at once",
                           counted(s.conflicting_ties, "tie has", "ties have", Digits::grouped));
    return out + ".</li>\n";
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
    std::uint64_t hostile = 0, friendly = 0;
    if (view.signs) {
        for (const TieId row : view.rows) {
            hostile += view.network.sign(row) == Sign::negative;
            friendly += view.network.sign(row) == Sign::positive;
        }
        const auto number = [](std::uint64_t rows) { return rounded(static_cast<double>(rows)); };
        points += fmt::format(": {} friendly, {} hostile, {} without a sign", number(friendly),
                              number(hostile), number(view.rows.size() - friendly - hostile));
    }
    points += ".</li>\n" + merging_sentence(view, hostile) + leader_sentences(view);
    if (view.input.partition && view.input.partition->count > view.input.partition->isolates()) {
        points += fmt::format("<li>The actors fall into {}", community_count(*view.input.partition));
        const std::string modularity = rounded(view.input.partition->modularity);
        points += modularity.empty() ? ".</li>\n" : fmt::format(" (modularity {}).</li>\n", modularity);
    }
    if (view.input.balance) {
        const std::string undecided = undecided_sentence(*view.input.balance);
        points += "<li>" + frustration_sentence(*view.input.balance) + (undecided.empty() ? "" : " ") +
                  undecided + "</li>\n";
    }
    return section_start("brief", "In brief") + "<ul>\n" + points + "</ul>\n" + figure_list(view) +
           "</section>\n";
}

}  // namespace entente::report
