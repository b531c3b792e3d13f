#include "render/layout/overlap_removal.hpp"

#include <algorithm>
#include <map>

#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

// Nodes whose footprints may meet, found through a grid of cells as large as the largest footprint.
std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs(const std::vector<Box>& boxes) {
    double cell_width = 1, cell_height = 1;
    for (const Box& box : boxes) {
        cell_width = std::max(cell_width, box.width());
        cell_height = std::max(cell_height, box.height());
    }
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>> cells;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const auto x = static_cast<std::int64_t>(std::floor(boxes[i].left / cell_width)),
                   y = static_cast<std::int64_t>(std::floor(boxes[i].top / cell_height));
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto found = cells.find({x + dx, y + dy});
                if (found == cells.end()) continue;
                for (const std::uint32_t j : found->second) {
                    if (boxes[i].meets(boxes[j])) pairs.emplace_back(j, i);
                }
            }
        }
        cells[{x, y}].push_back(i);
    }
    return pairs;
}

Point kept_within(Point p, const Box& places) {
    return {std::min(std::max(p.x, places.left), places.right),
            std::min(std::max(p.y, places.top), places.bottom)};
}

}  // namespace

void remove_overlaps(const LayoutProblem& problem, Arrangement& arrangement, double gap, Point page,
                     int on_page, int free) {
    const std::size_t n = problem.shapes.size();
    const double beyond = std::max(0.0, problem.page.widest - page.x) / 2;
    const bool dots = !in_detail(n);
    std::vector<Box> boxes(n);
    for (int round = 0; round < on_page + free; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            const NodeShape& shape = problem.shapes[i];
            const Box room = footprint(shape, arrangement.side[i]);
            Point& p = arrangement.middle[i];
            const Box places = places_of(problem, i, room, page);
            if (round < on_page)
                p = {std::clamp(p.x, places.left, places.right), std::clamp(p.y, places.top, places.bottom)};
            else if (!dots)
                p.x = std::clamp(p.x, -room.left - beyond,
                                 std::max(-room.left - beyond, page.x - room.right + beyond));
            if (problem.camp[i] != 0) p = kept_within(p, own_tile_of(problem, i, room, page));
            boxes[i] = (dots ? shape.glyph() : footprint(shape, arrangement.side[i]))
                           .grown(gap / 2)
                           .at(arrangement.middle[i]);
        }
        const auto pairs = near_pairs(boxes);
        if (pairs.empty()) return;
        for (const auto& [i, j] : pairs) {
            const double px =
                std::min(boxes[i].right, boxes[j].right) - std::max(boxes[i].left, boxes[j].left);
            const double py =
                std::min(boxes[i].bottom, boxes[j].bottom) - std::max(boxes[i].top, boxes[j].top);
            const Point between = boxes[j].middle() - boxes[i].middle();
            // Ties of position are broken by the nodes' order.
            if (px < py) {
                const double push = (px / 2 + 0.3) * (between.x < 0 ? -1 : 1);
                arrangement.middle[i].x -= push;
                arrangement.middle[j].x += push;
            } else {
                const double push = (py / 2 + 0.3) * (between.y < 0 ? -1 : 1);
                arrangement.middle[i].y -= push;
                arrangement.middle[j].y += push;
            }
        }
    }
}

void remove_last_overlaps(const LayoutProblem& problem, Arrangement& arrangement, double gap, Point page) {
    constexpr double step = 6;
    const std::size_t n = problem.shapes.size();
    std::vector<Box> boxes(n);
    for (std::size_t i = 0; i < n; ++i)
        boxes[i] = footprint(problem.shapes[i], arrangement.side[i]).at(arrangement.middle[i]);
    const auto is_free = [&](std::size_t node, const Box& box) {
        for (std::size_t u = 0; u < n; ++u) {
            if (u != node && boxes[u].meets(box.grown(gap))) return false;
        }
        return true;
    };
    // The nearest place with the label on its side or on another one, on growing squares around where it is.
    const auto move = [&](std::size_t node) {
        for (int ring = 0; ring < 400; ++ring) {
            for (int x = -ring; x <= ring; ++x) {
                for (int y = -ring; y <= ring; y += std::abs(x) == ring ? 1 : 2 * ring) {
                    for (int turn = 0; turn < 4; ++turn) {
                        const auto side =
                            static_cast<LabelSide>((static_cast<int>(arrangement.side[node]) + turn) % 4);
                        const Point p = arrangement.middle[node] + Point{step * x, step * y};
                        const Box room = footprint(problem.shapes[node], side), box = room.at(p);
                        const Box places = places_of(problem, node, room, page);
                        const Point kept = kept_within(p, own_tile_of(problem, node, room, page));
                        if ((ring > 0 && (p.x < places.left || p.x > places.right || kept.y != p.y)) ||
                            !is_free(node, box))
                            continue;
                        arrangement.middle[node] = p;
                        arrangement.side[node] = side;
                        boxes[node] = box;
                        return;
                    }
                }
            }
        }
    };
    std::vector<Box> wide(boxes);
    for (Box& box : wide) box = box.grown(gap / 2);
    for (const auto& [i, j] : near_pairs(wide)) {
        if (boxes[i].meets(boxes[j].grown(gap)))
            move(problem.links_of[i].size() < problem.links_of[j].size() ? i : j);
    }
}

}  // namespace entente::render
