#include "render/layout/layout_problem.hpp"

#include <algorithm>
#include <map>

#include "render/layout/territories.hpp"
#include "render/picture/groups.hpp"

namespace entente::render {
namespace {

// By the room of their nodes.
std::vector<Box> tiles_of(const LayoutProblem& problem) {
    std::vector<double> room;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        const std::size_t camp = problem.camp[i];
        if (camp == 0) continue;
        if (room.size() < camp) room.resize(camp, 0);
        const Box box = footprint(problem.shapes[i], LabelSide::below);
        room[camp - 1] += (box.width() + 24) * (box.height() + 24);
    }
    return territories(room, problem.page.aspect);
}

// The part of a side of the page, from `low` to `high`, within a tile's borders: never over a border between
// tiles, over the page's own where both do not fit.
std::pair<double, double> within(double low, double high, double tile_low, double tile_high) {
    if (tile_high < page_border / 2) {
        high = tile_high;
        low = std::min(low, high);
    }
    if (tile_low <= -page_border / 2) return {low, high};
    if (tile_high < page_border / 2)
        return tile_low <= tile_high ? std::pair(tile_low, tile_high)
                                     : std::pair((tile_low + tile_high) / 2, (tile_low + tile_high) / 2);
    return {tile_low, std::max(tile_low, high)};
}

}  // namespace

LayoutProblem layout_problem_of(const Picture& picture) {
    LayoutProblem problem;
    problem.shapes = node_shapes(picture);
    problem.links_of.resize(picture.nodes.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> places;
    std::vector<int> signs;
    for (const PictureTie& tie : picture.ties) {
        problem.signed_ties = problem.signed_ties || tie.sign == Sign::negative;
        const auto [found, is_new] = places.try_emplace(std::minmax(tie.source, tie.target),
                                                        static_cast<std::uint32_t>(problem.links.size()));
        if (is_new) {
            problem.links_of[tie.source].push_back(found->second);
            problem.links_of[tie.target].push_back(found->second);
            problem.links.push_back({tie.source, tie.target, 0, 1});
            signs.push_back(0);
        }
        problem.links[found->second].ties += 1;
        signs[found->second] += static_cast<int>(tie.sign);
    }
    for (std::size_t i = 0; i < problem.links.size(); ++i)
        problem.links[i].ideal = signs[i] < 0 && problem.signed_ties ? 1.7 : 1;
    for (const PictureNode& node : picture.nodes) {
        problem.group.push_back(picture.regions ? node.group : 0);
        // Beside blocs, those of no bloc have a tile of their own.
        const bool apart = node.faction == 0 && picture.camps > 2;
        problem.camp.push_back(apart ? static_cast<std::uint8_t>(picture.camps + 1) : node.faction);
    }
    problem.page = picture.page;
    problem.tiles = tiles_of(problem);
    if (picture.camps == 0 && has_two_modes(picture)) {
        problem.mode.assign(picture.nodes.size(), 0);
        for (const PictureTie& tie : picture.ties) {
            problem.mode[tie.source] = -1;
            problem.mode[tie.target] = 1;
        }
    }
    if (picture.ego) problem.center = *picture.ego;
    problem.room = picture.tie_labels ? 1.7 : picture.nodes.size() <= 40 ? 1.35 : 1.15;
    return problem;
}

std::vector<std::vector<std::uint32_t>> parts_of(const LayoutProblem& problem) {
    const std::size_t n = problem.shapes.size();
    std::vector<std::uint32_t> part(n, 0xFFFFFFFF);
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (part[start] != 0xFFFFFFFF) continue;
        std::vector<std::uint32_t> members{start};
        part[start] = static_cast<std::uint32_t>(parts.size());
        for (std::size_t next = 0; next < members.size(); ++next) {
            for (const std::uint32_t link : problem.links_of[members[next]]) {
                for (const std::uint32_t other : {problem.links[link].a, problem.links[link].b}) {
                    if (part[other] != 0xFFFFFFFF) continue;
                    part[other] = part[start];
                    members.push_back(other);
                }
            }
        }
        std::sort(members.begin(), members.end());
        parts.push_back(std::move(members));
    }
    if (has_camps(problem)) {
        std::vector<std::uint32_t> together;
        std::vector<std::vector<std::uint32_t>> alone;
        for (std::vector<std::uint32_t>& members : parts) {
            if (members.size() > 1) together.insert(together.end(), members.begin(), members.end());
            else alone.push_back(std::move(members));
        }
        std::sort(together.begin(), together.end());
        parts = std::move(alone);
        if (!together.empty()) parts.push_back(std::move(together));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return parts;
}

LayoutProblem part_of(const LayoutProblem& problem, const std::vector<std::uint32_t>& members) {
    LayoutProblem part;
    part.signed_ties = problem.signed_ties;
    part.room = problem.room;
    part.page = problem.page;
    part.links_of.resize(members.size());
    std::vector<std::uint32_t> place(problem.shapes.size(), 0xFFFFFFFF);
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        place[members[i]] = i;
        part.shapes.push_back(problem.shapes[members[i]]);
        part.group.push_back(problem.group[members[i]]);
        part.camp.push_back(problem.camp[members[i]]);
        if (!problem.mode.empty()) part.mode.push_back(problem.mode[members[i]]);
        if (problem.center == members[i]) part.center = i;
    }
    part.tiles = tiles_of(part);
    for (const Link& link : problem.links) {
        if (place[link.a] == 0xFFFFFFFF || place[link.b] == 0xFFFFFFFF) continue;
        part.links_of[place[link.a]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links_of[place[link.b]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links.push_back({place[link.a], place[link.b], link.ties, link.ideal});
    }
    return part;
}

bool has_camps(const LayoutProblem& problem) {
    return std::any_of(problem.camp.begin(), problem.camp.end(), [](std::uint8_t camp) { return camp != 0; });
}

Box own_tile_of(const LayoutProblem& problem, std::size_t node, const Box& footprint, Point page) {
    Box own{-page_border, -page_border, page_border, page_border};
    if (problem.camp[node] == 0) return own;
    const Box& tile = problem.tiles[problem.camp[node] - 1U];
    const double away = std::max(problem.tiles.size() > 2 ? 22.0 : 14.0, 0.03 * page.x);
    if (tile.left > -page_border) own.left = page.x * tile.left + away - footprint.left;
    if (tile.top > -page_border) own.top = page.y * tile.top + away - footprint.top;
    if (tile.right < page_border) own.right = page.x * tile.right - away - footprint.right;
    if (tile.bottom < page_border) own.bottom = page.y * tile.bottom - away - footprint.bottom;
    return own;
}

Box places_of(const LayoutProblem& problem, std::size_t node, const Box& footprint, Point page) {
    const Box places{-footprint.left, -footprint.top, std::max(-footprint.left, page.x - footprint.right),
                     std::max(-footprint.top, page.y - footprint.bottom)};
    if (problem.camp[node] == 0) return places;
    const Box own = own_tile_of(problem, node, footprint, page);
    const auto [left, right] = within(places.left, places.right, own.left, own.right);
    const auto [top, bottom] = within(places.top, places.bottom, own.top, own.bottom);
    return {left, top, right, bottom};
}

Box footprint(const NodeShape& shape, LabelSide side) { return shape.glyph().with(shape.label(side)); }

Point to_origin(const LayoutProblem& problem, Arrangement& arrangement) {
    Box all;
    for (std::size_t i = 0; i < arrangement.middle.size(); ++i)
        all = all.with(footprint(problem.shapes[i], arrangement.side[i]).at(arrangement.middle[i]));
    if (all.empty()) return {0, 0};
    for (Point& p : arrangement.middle) p = {p.x - all.left, p.y - all.top};
    return {all.width(), all.height()};
}

Box Obstacles::extent() const {
    Box all;
    for (std::size_t i = 0; i < glyph.size(); ++i) all = all.with(glyph[i]).with(label[i]);
    return all;
}

std::vector<Box> Obstacles::boxes() const {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < glyph.size(); ++i) boxes.insert(boxes.end(), {glyph[i], label[i]});
    return boxes;
}

Obstacles obstacles_of(const LayoutProblem& problem, const Arrangement& arrangement) {
    Obstacles obstacles;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        obstacles.glyph.push_back(problem.shapes[i].glyph().at(arrangement.middle[i]));
        obstacles.label.push_back(problem.shapes[i]
                                      .label(arrangement.side[i])
                                      .at(arrangement.middle[i] + arrangement.moved_label(i)));
    }
    return obstacles;
}

}  // namespace entente::render
