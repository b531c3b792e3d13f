#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "model/sign_text.hpp"
#include "report/actors.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// The first cell of a column: `kind` is "text" or "number", by which the script sorts.
std::string header(std::string_view text, std::string_view kind, std::string_view more = "") {
    return fmt::format("<th scope=\"col\" data-sort=\"{}\"{}>{}</th>", kind, more, escaped(text));
}

// The digits that rounding took are kept for sorting.
std::string number_cell(double value) {
    const std::string shown = rounded(value), all = format_number(value);
    return shown == all ? "<td class=\"n\">" + shown + "</td>"
                        : fmt::format("<td class=\"n\" data-value=\"{}\">{}</td>", all, shown);
}

// A measure's value; the script sorts by the values in the page's data.
std::string measure_cell(double value) { return "<td class=\"n\">" + rounded(value) + "</td>"; }

std::string date_cell(const std::string& date) {
    return date.empty() ? "<td></td>" : "<td class=\"date\">" + date + "</td>";
}

// Text of another script than Latin may run from right to left.
std::string text_cell(std::string_view text, std::string_view kind = "") {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string out = "<td";
    if (!kind.empty() && !text.empty()) out += fmt::format(" class=\"{}\"", kind);
    return out + (ascii ? ">" : " dir=\"auto\">") + escaped(text) + "</td>";
}

// A table in a frame of its own that scrolls sideways; the frame can be focused so that the keyboard scrolls
// it too.
std::string table_start(std::string_view id, std::string_view caption) {
    return fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table id=\"{1}\" "
        "class=\"data\"><caption>{0}</caption>\n",
        escaped(caption), id);
}

std::string cut_notice(std::size_t total, std::string_view what, std::string_view file) {
    if (total <= most_table_rows) return "";
    return fmt::format(
        "<p class=\"notice cut\">The table holds the first {} of {} {}; {} has them all.</p>\n",
        rounded(static_cast<double>(most_table_rows)), rounded(static_cast<double>(total)), what, file);
}

std::string citation_cell(const PageView& view, std::string_view citation) {
    if (citation.empty()) return "<td></td>";
    const std::size_t source = view.source_of(citation);
    return fmt::format("<td><a href=\"#source-{}\">{}</a></td>", source + 1, isolated(citation));
}

}  // namespace

std::string actors_section(const PageView& view) {
    const ReportInput& input = view.input;
    std::string out = section_start("actors", "Actors");
    if (!input.measured_ties.empty())
        out += "<p>Measures are of the network of " + escaped(input.measured_ties) + ".</p>\n";
    out += cut_notice(input.actors.size(), "actors", "centrality.csv");
    out += table_start("actor-table", "Actors with their measures") + "<thead><tr>" +
           header("actor", "text") + header("kind", "text");
    if (input.partition) out += header("community", "number");
    if (input.balance) out += header("faction", "number");
    std::vector<std::size_t> row_of(input.actors.size(), static_cast<std::size_t>(-1));
    static const std::vector<Scores> none;
    const std::vector<Scores>& columns = input.scores ? input.scores->columns : none;
    if (input.scores) {
        for (std::size_t i = 0; i < input.scores->actors.size(); ++i) {
            const std::uint32_t at = view.position[index(input.scores->actors[i])];
            if (at != nowhere) row_of[at] = i;
        }
    }
    for (std::size_t m = 0; m < columns.size(); ++m) {
        std::string shown = columns[m].measure;
        std::replace(shown.begin(), shown.end(), '_', ' ');
        out += header(shown, "number", fmt::format(" data-measure=\"{}\"", m));
    }
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < std::min(input.actors.size(), most_table_rows); ++i) {
        const ActorId actor = input.actors[i];
        out += fmt::format("<tr id=\"actor-{}\"><th scope=\"row\">{}</th>", i, actor_name(view, actor));
        out += text_cell(view.network.kind(actor));
        if (input.partition) {
            const std::uint32_t community = view.community[index(actor)];
            out += number_cell(community ? community : undefined);
        }
        if (input.balance) {
            const std::uint8_t faction = view.faction[index(actor)];
            out += number_cell(faction ? faction : undefined);
        }
        for (const Scores& column : columns)
            out += measure_cell(row_of[i] < column.values.size() ? column.values[row_of[i]] : undefined);
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n" + print_notice(input.actors.size(), "actors", "centrality.csv") +
           explained_sentences(view) + "</section>\n";
}

std::string ties_section(const PageView& view) {
    const Network& network = view.network;
    const std::vector<TieId>& rows = view.rows;
    std::string out = section_start("ties", "Ties");
    out += cut_notice(rows.size(), "ties", "ties.csv");
    out += table_start("tie-table", "Ties, each row of the data") + "<thead><tr>" + header("from", "text");
    if (view.relations) out += header("relation", "text");
    out += header("to", "text");
    if (view.signs) out += header("sign", "text");
    if (view.strengths) out += header("strength", "number");
    if (view.dates) out += header("start", "text") + header("end", "text");
    if (view.confidences) out += header("confidence", "number");
    if (view.citations) out += header("source", "text");
    if (view.notes) out += header("note", "text");
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < std::min(rows.size(), most_table_rows); ++i) {
        const Tie tie = network.tie(rows[i]);
        const Ends ends = view.input.directions.ends(network, rows[i]);
        out += fmt::format("<tr id=\"tie-{}\"><th scope=\"row\">{}</th>", i, actor_name(view, ends.source));
        const std::string_view arrow =
            view.input.directions.one_way(network, rows[i]) ? "\xE2\x86\x92" : "\xE2\x80\x94";
        if (view.relations) out += text_cell(relation_label(network, tie.relation));
        out += fmt::format("<td class=\"to\"><a class=\"tie\" href=\"#tie-{}\">{}</a> {}</td>", i, arrow,
                           actor_name(view, ends.target));
        if (view.signs) {
            const std::string_view word = tie.sign == Sign::positive   ? "positive"
                                          : tie.sign == Sign::negative ? "negative"
                                                                       : "unsigned";
            out += fmt::format("<td class=\"sign {0}\">{1}{0}</td>", word,
                               tie.sign == Sign::none ? "" : std::string(sign_mark(tie.sign)) + " ");
        }
        if (view.strengths) out += number_cell(tie.strength);
        if (view.dates) {
            const bool open = tie.period.start.latest == beginning_of_time;
            out += date_cell(open ? "" : to_string(tie.period.start)) + date_cell(to_string(tie.period.end));
        }
        if (view.confidences) out += number_cell(tie.confidence);
        if (view.citations) out += citation_cell(view, tie.citation);
        if (view.notes) out += text_cell(tie.note, "note");
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n" + print_notice(rows.size(), "ties", "ties.csv") + "</section>\n";
}

namespace {

// Communities of more actors name their first members only.
constexpr std::size_t most_actors_named_in_full = 300, most_members_named = 50;

// What modularity says of the ties inside the communities, against chance as it takes it; "" where it says
// nothing as simple. Below resolution 1 it may be above 0 with fewer ties than by chance, above 1 the other
// way round.
std::string cohesion_sentence(const PageView& view, const Partition& partition) {
    constexpr double noise = 1e-9;
    if (std::isnan(partition.modularity)) return "";
    const bool above = partition.modularity > noise;
    if (partition.signed_modularity) {
        if (!above || partition.resolution != 1) return "";
        const bool all_hostile = std::ranges::all_of(
            view.rows, [&](TieId row) { return view.network.sign(row) == Sign::negative; });
        return fmt::format(
            " Actors of one community have {} among themselves than chance would give them.",
            all_hostile ? "fewer hostile ties" : "more ties that are not hostile, or fewer that are,");
    }
    if (above && partition.resolution >= 1)
        return " Actors of one community have more ties among themselves than chance would give them.";
    if (!above && partition.resolution <= 1)
        return " Actors of one community have no more ties among themselves than chance would give them.";
    return "";
}

}  // namespace

std::string communities_section(const PageView& view) {
    if (!view.input.partition) return "";
    const Partition& partition = *view.input.partition;
    std::string out = section_start("communities", "Communities");
    if (partition.count == partition.isolates())
        return out + "<p>No tie to find communities by.</p></section>\n";
    out += fmt::format("<p>{} by {}", community_count(partition), escaped(partition.algorithm));
    const std::string modularity = rounded(partition.modularity);
    if (!modularity.empty())
        out += fmt::format(", modularity {} at resolution {}", modularity, rounded(partition.resolution));
    if (partition.runs > 1) out += fmt::format(", the best of {} runs", partition.runs);
    if (partition.quality_name != "modularity" && !std::isnan(partition.quality))
        out += fmt::format(", {} {}", escaped(partition.quality_name), rounded(partition.quality));
    out += "." + cohesion_sentence(view, partition) + "</p>\n";
    for (const std::string& remark : partition.remarks) out += "<p>" + escaped(remark) + "</p>\n";
    std::vector<std::vector<std::size_t>> members(partition.count);
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        if (partition.community[i] >= 1 && partition.community[i] <= partition.count)
            members[partition.community[i] - 1].push_back(i);
    }
    std::size_t alone = 0;
    const std::size_t most_named =
        partition.actors.size() > most_actors_named_in_full ? most_members_named : partition.actors.size();
    out += "<ol class=\"communities\">\n";
    for (const std::vector<std::size_t>& community : members) {
        if (community.size() == 1 && members.size() > 12) {
            ++alone;
            continue;
        }
        out += fmt::format("<li><strong>{}</strong>: ",
                           counted(community.size(), "actor", "actors", Digits::grouped));
        for (std::size_t i = 0; i < std::min(community.size(), most_named); ++i) {
            out += (i ? ", " : "") + actor_name(view, partition.actors[community[i]]);
            if (!partition.stability.empty() && partition.stability[community[i]] < 0.995) {
                out += fmt::format(" <span class=\"aside\">({:.0f} %)</span>",
                                   100 * partition.stability[community[i]]);
            }
        }
        if (community.size() > most_named)
            out += fmt::format(" and {} more in communities.csv", community.size() - most_named);
        out += "</li>\n";
    }
    out += "</ol>\n";
    if (alone)
        out += fmt::format("<p>{} of one actor each are not listed.</p>\n",
                           counted(alone, "further community", "further communities", Digits::grouped));
    if (std::any_of(partition.stability.begin(), partition.stability.end(),
                    [](double share) { return share < 0.995; })) {
        out +=
            "<p class=\"aside\">A percentage after a name: in how many of the runs the actor was with this "
            "community; without one, in all.</p>\n";
    }
    return out + "</section>\n";
}

std::string sources_section(const PageView& view) {
    if (view.sources.empty()) return "";
    std::vector<std::size_t> uses(view.sources.size(), 0);
    for (const TieId row : view.rows) {
        const Tie tie = view.network.tie(row);
        if (!tie.citation.empty()) ++uses[view.source_of(tie.citation)];
    }
    std::string out = section_start("sources", "Sources") + "<ul class=\"sources\">\n";
    for (std::size_t i = 0; i < view.sources.size(); ++i) {
        const CitedSource& source = *view.sources[i];
        const std::string_view url = web_address(source.url);
        const std::string title = isolated(source.title.empty() ? source.id : source.title);
        out += fmt::format("<li id=\"source-{}\"><span class=\"citation\">[{}]</span> ", i + 1,
                           isolated(source.id));
        out += url.empty()
                   ? title
                   : fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">{}</a>",
                                 escaped(url), title);
        if (!source.publisher.empty()) out += ". " + isolated(source.publisher);
        if (!source.date.empty()) out += ", " + escaped(source.date);
        out += fmt::format(" <span class=\"aside\">({})</span></li>\n",
                           counted(uses[i], "tie", "ties", Digits::grouped));
    }
    return out + "</ul>\n</section>\n";
}

}  // namespace entente::report
