#include "render/picture/tooltip.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "model/sign_text.hpp"
#include "render/picture/size_class.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr std::size_t most_rows = 40;

std::string dates(const Period& period) {
    const bool start = period.start.earliest != beginning_of_time, end = period.end.latest != end_of_time;
    if (start && end)
        return period.start == period.end ? to_string(period.start)
                                          : to_string(period.start) + " to " + to_string(period.end);
    if (start) return "since " + to_string(period.start);
    if (end) return "until " + to_string(period.end);
    return "";
}

// "TPS, 2023-06-14 (tps-2023)" for a source that is listed, the cell itself for any other.
std::string source_name(const Network& network, std::string_view citation) {
    const CitedSource* source = network.find_source(citation);
    if (source == nullptr || source->title.empty()) return printable(citation);
    std::string text = printable(source->title);
    if (!source->publisher.empty()) text += ", " + printable(source->publisher);
    if (!source->date.empty()) text += ", " + printable(source->date);
    return text;
}

std::string row_sentence(const Network& network, const TieDirections& directions, TieId row, bool brief) {
    const Tie tie = network.tie(row);
    const Ends ends = directions.ends(network, row);
    const std::string link = directions.one_way(network, row) ? " \u2192 " : " \u2013 ";
    std::string text = printable(network.label(ends.source)) + link + printable(network.label(ends.target));
    if (!tie.relation.empty()) text += ": " + printable(relation_label(network, tie.relation));
    if (brief) return text;
    if (tie.sign != Sign::none) text += std::string(" (") + sign_word(tie.sign) + ")";
    if (const std::string when = dates(tie.period); !when.empty()) text += "; " + when;
    if (network.has_weights()) text += "; strength " + format_number(tie.strength);
    if (tie.confidence < 1) text += "; confidence " + format_number(tie.confidence);
    if (!tie.note.empty()) text += "; " + printable(tie.note);
    if (!tie.citation.empty()) text += "; source: " + source_name(network, tie.citation);
    return text;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : std::string(between)) + printable(word);
    return text;
}

void fill(PictureTie& tie, const Network& network, const TieDirections& directions, bool brief) {
    const std::size_t shown = std::min(tie.rows.size(), brief ? 1 : most_rows);
    tie.tooltip.clear();
    for (std::size_t i = 0; i < shown; ++i)
        tie.tooltip += (i == 0 ? "" : "\n") + row_sentence(network, directions, tie.rows[i], brief);
    if (tie.rows.size() > shown) tie.tooltip += "\nand " + std::to_string(tie.rows.size() - shown) + " more";
    tie.relations = joined(relation_labels(network, tie.rows), ", ");
    tie.citations = joined(different_cells(network.ties.citation, tie.rows), "; ");
}

}  // namespace

void add_tooltips(Picture& picture, const Network& network, const TieDirections& directions) {
    const bool brief = picture.ties.size() > most_ties_with_details;
    std::vector<std::size_t> all(picture.nodes.size(), 0), hostile(picture.nodes.size(), 0);
    for (PictureTie& tie : picture.ties) {
        fill(tie, network, directions, brief);
        if (tie.frustrated)
            tie.tooltip +=
                shows_blocs(picture) ? "\nruns against the blocs" : "\nruns against the two factions";
        for (const std::uint32_t node : {tie.source, tie.target}) {
            all[node] += 1;
            hostile[node] += tie.sign == Sign::negative ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        PictureNode& node = picture.nodes[i];
        node.tooltip = node.label;
        if (!node.kind.empty()) node.tooltip += " (" + node.kind + ")";
        node.tooltip += "\n" + counted(all[i], "tie");
        if (hostile[i] > 0) node.tooltip += ", " + std::to_string(hostile[i]) + " hostile";
        if (node.group > 0) node.tooltip += "\ncommunity " + std::to_string(node.group);
        if (node.faction > 0)
            node.tooltip += (shows_blocs(picture) ? "\nbloc " : "\nfaction ") + std::to_string(node.faction);
        if (!picture.size_title.empty())
            node.tooltip += "\n" + picture.size_title +
                            (node.size == node.size ? " " + format_number(node.size) : " undefined");
    }
}

}  // namespace entente::render
