#include "render/picture/collapse.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/prose.hpp"
#include "render/picture/groups.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr std::size_t most_named = 12;  // in a tooltip
constexpr std::size_t most_colors = 8;

// A node for each community, and which of them each actor belongs to.
struct Collapse {
    Picture picture;
    std::vector<std::uint32_t> node_of;  // of each node of the whole picture
};

void add_members(Picture& result, const Picture& whole, const std::vector<std::uint32_t>& node_of) {
    std::vector<std::vector<std::string>> members(result.nodes.size());
    std::vector<std::size_t> inside(result.nodes.size(), 0);
    for (std::size_t i = 0; i < whole.nodes.size(); ++i) members[node_of[i]].push_back(whole.nodes[i].label);
    for (const PictureTie& tie : whole.ties) {
        if (node_of[tie.source] == node_of[tie.target]) ++inside[node_of[tie.source]];
    }
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        PictureNode& node = result.nodes[i];
        node.size = static_cast<double>(members[i].size());
        node.tooltip = node.label;
        if (members[i].size() < 2) continue;
        const std::size_t shown = std::min(members[i].size(), most_named);
        for (std::size_t k = 0; k < shown; ++k) node.tooltip += (k == 0 ? "\n" : ", ") + members[i][k];
        if (members[i].size() > shown)
            node.tooltip += " and " + std::to_string(members[i].size() - shown) + " more";
        node.tooltip += "\n" + counted(inside[i], "tie") + " inside";
    }
}

Collapse nodes_of(const Picture& whole) {
    Collapse result;
    const std::vector<std::string> names = group_names(whole);
    std::map<std::uint32_t, std::uint32_t> places;  // of each community
    for (const PictureNode& actor : whole.nodes) {
        const auto next = static_cast<std::uint32_t>(result.picture.nodes.size());
        const std::uint32_t place =
            actor.group == 0 ? next : places.try_emplace(actor.group, next).first->second;
        result.node_of.push_back(place);
        if (place < next) continue;
        PictureNode node;
        node.actor = actor.actor;
        node.group = actor.group;
        node.id = actor.group == 0 ? actor.id : "community " + std::to_string(actor.group);
        node.label = actor.group == 0 ? actor.label : names[actor.group - 1];
        node.color = actor.group == 0 || actor.group > most_colors ? no_color : actor.group - 1;
        result.picture.nodes.push_back(std::move(node));
    }
    add_members(result.picture, whole, result.node_of);
    return result;
}

// The line that the tie becomes part of, made when it is the first.
PictureTie& line_of(Picture& result,
                    std::map<std::tuple<std::uint32_t, std::uint32_t, Sign>, std::size_t>& lines,
                    std::uint32_t source, std::uint32_t target, Sign sign) {
    const auto [low, high] = std::minmax(source, target);
    const auto [found, is_new] = lines.try_emplace({low, high, sign}, result.ties.size());
    if (is_new) {
        PictureTie line;
        line.source = source;
        line.target = target;
        line.sign = sign;
        line.strength = 0;
        line.confidence = 0;
        result.ties.push_back(std::move(line));
    }
    return result.ties[found->second];
}

void add_ties(Collapse& result, const Picture& whole) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, Sign>, std::size_t> lines;
    std::vector<std::size_t> counts, without_direction;
    for (const PictureTie& tie : whole.ties) {
        const std::uint32_t source = result.node_of[tie.source], target = result.node_of[tie.target];
        if (source == target) continue;
        PictureTie& line = line_of(result.picture, lines, source, target, tie.sign);
        const bool turned = line.source != source;
        line.to_target = line.to_target || (turned ? tie.to_source : tie.to_target);
        line.to_source = line.to_source || (turned ? tie.to_target : tie.to_source);
        line.strength += tie.strength;
        line.confidence = std::max(line.confidence, tie.confidence);
        line.rows.insert(line.rows.end(), tie.rows.begin(), tie.rows.end());
        counts.resize(result.picture.ties.size(), 0);
        without_direction.resize(counts.size(), 0);
        const auto at = static_cast<std::size_t>(&line - result.picture.ties.data());
        ++counts[at];
        if (!tie.to_source && !tie.to_target) ++without_direction[at];
    }
    for (std::size_t t = 0; t < counts.size(); ++t) {
        PictureTie& line = result.picture.ties[t];
        // Beside ties with a direction, one without counts for both ways.
        if (without_direction[t] > 0 && (line.to_source || line.to_target))
            line.to_source = line.to_target = true;
        std::sort(line.rows.begin(), line.rows.end());
        line.tooltip = counted(counts[t], "tie") + " between " + result.picture.nodes[line.source].label +
                       " and " + result.picture.nodes[line.target].label;
    }
}

}  // namespace

Picture collapsed(const Picture& whole) {
    if (whole.group_count == 0) return whole;
    Collapse result = nodes_of(whole);
    add_ties(result, whole);
    Picture& picture = result.picture;
    picture.title = whole.title;
    picture.subtitle = whole.subtitle;
    picture.source_line = whole.source_line;
    picture.date = whole.date;
    picture.period = whole.period;
    picture.kinds = {""};
    picture.color_by = ColorBy::community;
    for (std::uint32_t group = 1; group <= std::min<std::uint32_t>(whole.group_count, most_colors); ++group)
        picture.colors.push_back(std::to_string(group));
    picture.group_count = whole.group_count;
    picture.regions = false;
    picture.collapsed = true;
    picture.size_title = "members";
    picture.counts_rows = whole.counts_rows;
    picture.page = whole.page;
    return picture;
}

}  // namespace entente::render
