#include "render/layout/layout_problem.hpp"

#include <algorithm>
#include <map>

#include "render/picture/groups.hpp"

namespace entente::render {
namespace {

// The share of the page's width that the left half needs, by the room of its nodes; neither half becomes a
// mere strip.
double divide_of(const LayoutProblem& problem) {
    double left = 0, right = 0;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        const Box box = footprint(problem.shapes[i], LabelSide::below);
        (problem.half[i] < 0 ? left : right) +=
            problem.half[i] == 0 ? 0 : (box.width() + 24) * (box.height() + 24);
    }
    return left + right > 0 ? std::clamp(left / (left + right), 0.25, 0.75) : 0.5;
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
        problem.half.push_back(node.faction == 1 ? -1 : node.faction == 2 ? 1 : 0);
    }
    problem.divide = divide_of(problem);
    problem.page = picture.page;
    if (!picture.two_sides && has_two_modes(picture)) {
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
    const bool halves =
        std::any_of(problem.half.begin(), problem.half.end(), [](std::int8_t half) { return half != 0; });
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
    if (halves) {
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
        part.half.push_back(problem.half[members[i]]);
        if (!problem.mode.empty()) part.mode.push_back(problem.mode[members[i]]);
        if (problem.center == members[i]) part.center = i;
    }
    part.divide = divide_of(part);
    for (const Link& link : problem.links) {
        if (place[link.a] == 0xFFFFFFFF || place[link.b] == 0xFFFFFFFF) continue;
        part.links_of[place[link.a]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links_of[place[link.b]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links.push_back({place[link.a], place[link.b], link.ties, link.ideal});
    }
    return part;
}

Box places_of(const LayoutProblem& problem, std::size_t node, const Box& footprint, Point page) {
    Box places{-footprint.left, -footprint.top, std::max(-footprint.left, page.x - footprint.right),
               std::max(-footprint.top, page.y - footprint.bottom)};
    if (problem.half[node] == 0) return places;
    // A label too wide for its half reaches over the page's border, never over the line.
    const double line = page.x * problem.divide, away = std::max(14.0, 0.03 * page.x);
    if (problem.half[node] < 0) {
        places.right = line - away - footprint.right;
        places.left = std::min(places.left, places.right);
    } else {
        places.left = line + away - footprint.left;
        places.right = std::max(places.left, places.right);
    }
    return places;
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
        obstacles.label.push_back(problem.shapes[i].label(arrangement.side[i]).at(arrangement.middle[i]));
    }
    return obstacles;
}

}  // namespace entente::render
