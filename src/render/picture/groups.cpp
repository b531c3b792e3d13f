#include "render/picture/groups.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

struct Groups {
    std::vector<std::uint32_t> leader;  // node of each community, or none
    std::vector<std::size_t> size;
};

// `of_node`: 1 … count, 0 for none.
Groups groups_of(const Picture& picture, const std::vector<std::uint32_t>& of_node, std::size_t count) {
    std::vector<std::size_t> inside(picture.nodes.size(), 0), all(picture.nodes.size(), 0);
    for (const PictureTie& tie : picture.ties) {
        const bool within = of_node[tie.source] == of_node[tie.target];
        for (const std::uint32_t end : {tie.source, tie.target}) {
            all[end] += 1;
            inside[end] += within ? 1 : 0;
        }
    }
    Groups groups{std::vector<std::uint32_t>(count, none), std::vector<std::size_t>(count, 0)};
    for (std::uint32_t i = 0; i < picture.nodes.size(); ++i) {
        const std::uint32_t group = of_node[i];
        if (group == 0 || group > count) continue;
        groups.size[group - 1] += 1;
        std::uint32_t& leader = groups.leader[group - 1];
        if (leader == none || std::pair(inside[i], all[i]) > std::pair(inside[leader], all[leader]))
            leader = i;
    }
    return groups;
}

// A number behind a name written from right to left would be read as part of it, and stand before the name,
// without a mark of the direction between them.
std::string around(const std::string& leader, std::size_t size) {
    constexpr std::string_view left_to_right = "\u200E";
    return fmt::format("around {}{} ({})", leader, right_to_left(leader) ? left_to_right : "", size);
}

std::vector<std::string> names_of(const Picture& picture, const Groups& groups) {
    std::vector<std::string> names;
    for (std::size_t g = 0; g < groups.leader.size(); ++g) {
        if (groups.leader[g] == none) names.emplace_back();
        else if (groups.size[g] == 1) names.push_back(picture.nodes[groups.leader[g]].label);
        else names.push_back(around(picture.nodes[groups.leader[g]].label, groups.size[g]));
    }
    return names;
}

}  // namespace

std::vector<std::string> group_names(const Picture& picture) {
    std::vector<std::uint32_t> of_node;
    for (const PictureNode& node : picture.nodes) of_node.push_back(node.group);
    return names_of(picture, groups_of(picture, of_node, picture.group_count));
}

std::vector<std::string> bloc_names(const Picture& picture) {
    std::vector<std::uint32_t> of_node;
    for (const PictureNode& node : picture.nodes) of_node.push_back(node.faction);
    return names_of(picture, groups_of(picture, of_node, picture.camps));
}

bool shows_bloc_regions(const Picture& picture) {
    return shows_blocs(picture) && (picture.group_count == 0 || !picture.regions);
}

bool has_two_modes(const Picture& picture) {
    std::vector<bool> source(picture.nodes.size(), false), target(picture.nodes.size(), false);
    for (const PictureTie& tie : picture.ties) {
        if (tie.to_source) return false;  // it leads both ways
        source[tie.source] = target[tie.target] = true;
    }
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] && target[i]) return false;
    }
    return !picture.ties.empty();
}

}  // namespace entente::render
