#include <algorithm>
#include <map>
#include <numeric>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "render/picture/picture.hpp"

namespace entente::render {
namespace {

std::vector<std::size_t> tie_counts(const Picture& picture) {
    std::vector<std::size_t> counts(picture.nodes.size(), 0);
    for (const PictureTie& tie : picture.ties) {
        ++counts[tie.source];
        ++counts[tie.target];
    }
    return counts;
}

std::string what_is_shown(const Picture& picture) {
    std::vector<std::string> kinds;
    std::map<std::string, std::size_t> of_kind;
    for (const PictureNode& node : picture.nodes)
        ++of_kind[picture.kinds_are_modes ? picture.kinds[node.shape] : node.kind];
    for (const std::string& kind : picture.kinds) {
        if (kind.empty()) continue;
        kinds.push_back(picture.kinds_are_modes ? counted(of_kind[kind], kind)
                                                : std::to_string(of_kind[kind]) + " of the kind " + kind);
    }
    std::string text =
        "The figure shows " + (picture.collapsed ? counted(picture.nodes.size(), "community", "communities")
                                                 : counted(picture.nodes.size(), "actor", "actors"));
    if (!kinds.empty()) text += " (" + first_listed(kinds, 8) + ")";
    text += " and " + counted(picture.ties.size(), "tie", "ties") + " between them";
    std::size_t positive = 0, hostile = 0, rows = 0;
    for (const PictureTie& tie : picture.ties) {
        positive += tie.sign == Sign::positive ? 1 : 0;
        hostile += tie.sign == Sign::negative ? 1 : 0;
        rows += tie.rows.size();
    }
    if (positive + hostile > 0)
        text += ": " + std::to_string(positive) + " positive, " + std::to_string(hostile) + " hostile, " +
                std::to_string(picture.ties.size() - positive - hostile) + " unsigned";
    if (rows > picture.ties.size()) text += "; they stand for " + std::to_string(rows) + " rows of the data";
    return text + ".";
}

std::string leading(const Picture& picture, std::size_t most) {
    const bool sized = !picture.size_title.empty();
    const std::vector<std::size_t> counts = tie_counts(picture);
    std::vector<std::size_t> order(picture.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        return sized ? (picture.nodes[i].size == picture.nodes[i].size ? picture.nodes[i].size : -1)
                     : static_cast<double>(counts[i]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    std::vector<std::string> names;
    std::string last;  // what the last of the first ones has: who is level with them belongs to them
    for (const std::size_t i : order) {
        if (!(rank(i) > 0)) break;
        const std::string value =
            sized ? format_number(picture.nodes[i].size) : counted(counts[i], "tie", "ties");
        if (names.size() >= most && value != last) break;
        last = value;
        // A community's label already says how many members it has.
        names.push_back(picture.collapsed ? picture.nodes[i].label
                                          : picture.nodes[i].label + " (" + value + ")");
    }
    if (names.empty()) return "";
    if (picture.collapsed)
        return "Communities are larger the more members they have; the largest: " +
               first_listed(names, 2 * most) + ".";
    return (sized ? "Actors are larger the higher their " + picture.size_title + "; the highest: "
                  : "Most ties: ") +
           first_listed(names, 2 * most) + ".";
}

std::string isolates(const Picture& picture, std::size_t most) {
    const std::vector<std::size_t> counts = tie_counts(picture);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) names.push_back(picture.nodes[i].label);
    }
    return names.empty() || picture.ties.empty() ? "" : "Without any tie: " + first_listed(names, most) + ".";
}

std::string divided(const Picture& picture, std::size_t most) {
    std::map<std::uint32_t, std::vector<std::string>> groups, factions;
    for (const PictureNode& node : picture.nodes) {
        if (node.group > 0) groups[node.group].push_back(node.label);
        if (node.faction > 0) factions[node.faction].push_back(node.label);
    }
    std::string text;
    for (const auto& [faction, names] : factions)
        text += (text.empty() ? "" : " ") +
                ((shows_blocs(picture) ? "Bloc " : "Faction ") + std::to_string(faction) + ": ") +
                first_listed(names, most) + ".";
    std::size_t shown = 0;
    for (const auto& [group, names] : groups) {
        if (names.size() < 2 || shown++ >= most) continue;
        text += (text.empty() ? "" : " ") + ("Community " + std::to_string(group) + ": ") +
                first_listed(names, most) + ".";
    }
    return text;
}

std::string against(const Picture& picture, std::size_t most) {
    std::vector<std::string> pairs;
    for (const PictureTie& tie : picture.ties) {
        if (tie.frustrated)
            pairs.push_back(picture.nodes[tie.source].label + " \u2013 " + picture.nodes[tie.target].label);
    }
    return pairs.empty() ? ""
                         : counted(pairs.size(), "tie runs", "ties run") +
                               " against this division: " + first_listed(pairs, most) + ".";
}

std::string hostile(const Picture& picture, std::size_t most) {
    std::vector<std::string> pairs;
    for (const PictureTie& tie : picture.ties) {
        if (tie.sign != Sign::negative) continue;
        const std::string &source = picture.nodes[tie.source].label,
                          &target = picture.nodes[tie.target].label;
        if (tie.to_source == tie.to_target) pairs.push_back(source + " \u2013 " + target);
        else pairs.push_back(tie.to_target ? source + " \u2192 " + target : target + " \u2192 " + source);
    }
    return pairs.empty() ? "" : "Hostile: " + first_listed(pairs, most) + ".";
}

std::string emphasised(const Picture& picture) {
    std::vector<std::string> names;
    for (const PictureNode& node : picture.nodes) {
        if (node.emphasis == Emphasis::raised) names.push_back(node.label);
    }
    if (names.empty()) return "";
    return (picture.has_path        ? "On the path: "
            : picture.has_highlight ? "Highlighted: "
                                    : "In focus: ") +
           first_listed(names, 12) + ".";
}

}  // namespace

std::string describe(const Picture& picture, std::size_t sentences) {
    const std::size_t most = sentences == 0 ? 1000000 : 5;
    std::vector<std::string> parts{what_is_shown(picture), leading(picture, sentences == 0 ? 10 : 3),
                                   emphasised(picture),    divided(picture, most),
                                   against(picture, most), hostile(picture, most),
                                   isolates(picture, most)};
    if (sentences == 0) {
        for (const PictureTie& tie : picture.ties) parts.push_back(tie.tooltip + ".");
    }
    std::string text;
    std::size_t used = 0;
    for (const std::string& part : parts) {
        if (part.empty() || (sentences > 0 && used == sentences)) continue;
        text += (text.empty() ? "" : sentences == 0 ? "\n" : " ") + part;
        ++used;
    }
    return text;
}

}  // namespace entente::render
