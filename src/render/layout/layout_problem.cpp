#include "render/layout/layout_problem.hpp"

#include <algorithm>
#include <map>

namespace entente {
namespace {

// The share of the page's width that the left half needs, by the room of its nodes; neither half becomes a
// mere strip.
double divide_of(const LayoutProblem& scene) {
    double left = 0, right = 0;
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        const Box box = footprint(scene.faces[i], LabelSide::below);
        (scene.half[i] < 0 ? left : right) +=
            scene.half[i] == 0 ? 0 : (box.width() + 24) * (box.height() + 24);
    }
    return left + right > 0 ? std::clamp(left / (left + right), 0.25, 0.75) : 0.5;
}

}  // namespace

LayoutProblem scene_of(const Picture& picture) {
    LayoutProblem scene;
    scene.faces = faces_of(picture);
    scene.links_of.resize(picture.nodes.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> places;
    std::vector<int> signs;
    for (const PictureTie& tie : picture.ties) {
        scene.signed_ties = scene.signed_ties || tie.sign == Sign::negative;
        const auto [found, is_new] = places.try_emplace(std::minmax(tie.source, tie.target),
                                                        static_cast<std::uint32_t>(scene.links.size()));
        if (is_new) {
            scene.links_of[tie.source].push_back(found->second);
            scene.links_of[tie.target].push_back(found->second);
            scene.links.push_back({tie.source, tie.target, 0, 1});
            signs.push_back(0);
        }
        scene.links[found->second].ties += 1;
        signs[found->second] += static_cast<int>(tie.sign);
    }
    for (std::size_t i = 0; i < scene.links.size(); ++i)
        scene.links[i].ideal = signs[i] < 0 && scene.signed_ties ? 1.7 : 1;
    for (const PictureNode& node : picture.nodes) {
        scene.group.push_back(node.group);
        scene.half.push_back(node.faction == 1 ? -1 : node.faction == 2 ? 1 : 0);
    }
    scene.divide = divide_of(scene);
    if (picture.ego) scene.center = *picture.ego;
    scene.room = picture.tie_labels ? 1.7 : picture.nodes.size() <= 40 ? 1.35 : 1.15;
    return scene;
}

std::vector<std::vector<std::uint32_t>> parts_of(const LayoutProblem& scene) {
    const std::size_t n = scene.faces.size();
    const bool halves =
        std::any_of(scene.half.begin(), scene.half.end(), [](std::int8_t half) { return half != 0; });
    std::vector<std::uint32_t> part(n, 0xFFFFFFFF);
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (part[start] != 0xFFFFFFFF) continue;
        std::vector<std::uint32_t> members{start};
        part[start] = static_cast<std::uint32_t>(parts.size());
        for (std::size_t next = 0; next < members.size(); ++next) {
            for (const std::uint32_t link : scene.links_of[members[next]]) {
                for (const std::uint32_t other : {scene.links[link].a, scene.links[link].b}) {
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

LayoutProblem part_of(const LayoutProblem& scene, const std::vector<std::uint32_t>& members) {
    LayoutProblem part;
    part.signed_ties = scene.signed_ties;
    part.room = scene.room;
    part.links_of.resize(members.size());
    std::vector<std::uint32_t> place(scene.faces.size(), 0xFFFFFFFF);
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        place[members[i]] = i;
        part.faces.push_back(scene.faces[members[i]]);
        part.group.push_back(scene.group[members[i]]);
        part.half.push_back(scene.half[members[i]]);
        if (scene.center == members[i]) part.center = i;
    }
    part.divide = divide_of(part);
    for (const Link& link : scene.links) {
        if (place[link.a] == 0xFFFFFFFF || place[link.b] == 0xFFFFFFFF) continue;
        part.links_of[place[link.a]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links_of[place[link.b]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links.push_back({place[link.a], place[link.b], link.ties, link.ideal});
    }
    return part;
}

Box places_of(const LayoutProblem& scene, std::size_t node, const Box& footprint, Point page) {
    Box places{-footprint.left, -footprint.top, std::max(-footprint.left, page.x - footprint.right),
               std::max(-footprint.top, page.y - footprint.bottom)};
    if (scene.half[node] == 0) return places;
    // A label too wide for its half reaches over the page's border, never over the line.
    const double line = page.x * scene.divide, away = std::max(14.0, 0.03 * page.x);
    if (scene.half[node] < 0) {
        places.right = line - away - footprint.right;
        places.left = std::min(places.left, places.right);
    } else {
        places.left = line + away - footprint.left;
        places.right = std::max(places.left, places.right);
    }
    return places;
}

Box footprint(const NodeShape& face, LabelSide side) { return face.glyph().with(face.label(side)); }

Point to_origin(const LayoutProblem& scene, Arrangement& arrangement) {
    Box all;
    for (std::size_t i = 0; i < arrangement.middle.size(); ++i)
        all = all.with(footprint(scene.faces[i], arrangement.side[i]).at(arrangement.middle[i]));
    if (all.empty()) return {0, 0};
    for (Point& p : arrangement.middle) p = {p.x - all.left, p.y - all.top};
    return {all.width(), all.height()};
}

}  // namespace entente
