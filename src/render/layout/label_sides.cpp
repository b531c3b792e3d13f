#include "render/layout/label_sides.hpp"

#include <algorithm>
#include <array>

#include "render/layout/layout_problem.hpp"
#include "render/lines/grid.hpp"

namespace entente::render {
namespace {

constexpr double last = 12;        // of a tie's line, which no label should cover
constexpr double clearance = 3.5;  // wanted between a label and what is not its actor's

// Around the last pixels of each tie, where an arrowhead stands and the eye looks for the end.
std::vector<std::array<Box, 2>> tips_of(const std::vector<std::vector<Point>>& ties) {
    std::vector<std::array<Box, 2>> tips(ties.size());
    const auto tip = [](Point end, Point control) {
        const Point along = control - end,
                    in = end + along * std::min(1.0, last / std::max(length(along), 1e-9));
        return Box{std::min(end.x, in.x), std::min(end.y, in.y), std::max(end.x, in.x), std::max(end.y, in.y)}
            .grown(2);
    };
    for (std::size_t t = 0; t < ties.size(); ++t) {
        if (ties[t].size() < 4) continue;
        tips[t] = {tip(ties[t].front(), ties[t][1]), tip(ties[t].back(), ties[t][ties[t].size() - 2])};
    }
    return tips;
}

}  // namespace

void turn_labels(const Picture& picture, const LayoutProblem& problem, Arrangement& arrangement,
                 const std::vector<std::vector<Point>>& ties) {
    Obstacles obstacles = obstacles_of(problem, arrangement);
    const Box extent = obstacles.extent();
    const double room = std::max(0.0, problem.page.widest - extent.width()) /
                        2;  // to either side, before all text becomes too small
    LineGrid lines(extent);
    for (std::uint32_t t = 0; t < ties.size(); ++t) lines.add(t, polyline_of(ties[t]));
    const std::vector<std::array<Box, 2>> tips = tips_of(ties);
    std::vector<std::uint8_t> weighs(ties.size(), 0);
    std::vector<std::uint32_t> touched;
    // What lies under the label: its own ties, a hundredfold those of others, and above all shapes and
    // labels.
    const auto covered = [&](std::size_t node, const Box& label) {
        const Box wanted = label.grown(clearance);
        unsigned count = 0;
        for (std::size_t u = 0; u < obstacles.glyph.size(); ++u) {
            if (u != node && (wanted.meets(obstacles.glyph[u]) || wanted.meets(obstacles.label[u])))
                count += 1'000'000;
        }
        const auto count_once = [&](const Box& box, bool own) {
            lines.through(box, [&](std::uint32_t t) {
                if ((picture.ties[t].source == node || picture.ties[t].target == node) != own ||
                    weighs[t] != 0)
                    return;
                const bool under_end = own && (tips[t][0].meets(wanted) || tips[t][1].meets(wanted));
                weighs[t] = under_end ? 10 : own ? 1 : 100;
                touched.push_back(t);
            });
        };
        count_once(label, true);
        count_once(wanted, false);
        for (const std::uint32_t t : touched) {
            count += weighs[t];
            weighs[t] = 0;
        }
        touched.clear();
        return count;
    };
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        if (obstacles.label[i].empty()) continue;
        unsigned least = covered(i, obstacles.label[i]);
        for (const LabelSide side : {LabelSide::below, LabelSide::above, LabelSide::right, LabelSide::left}) {
            if (least == 0) break;
            const Box label = problem.shapes[i].label(side).at(arrangement.middle[i]);
            if (label.left < extent.left - room || label.right > extent.right + room) continue;
            const unsigned under = covered(i, label);
            if (under >= least) continue;
            least = under;
            arrangement.side[i] = side;
            obstacles.label[i] = label;
        }
    }
}

void place_labels(const Picture& picture, const LayoutProblem& problem, Arrangement& arrangement) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < problem.shapes.size(); ++i) {
        if (!problem.shapes[i].lines.empty()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (picture.nodes[a].size != picture.nodes[b].size && picture.nodes[a].size == picture.nodes[a].size)
            return !(picture.nodes[b].size >= picture.nodes[a].size);
        return problem.links_of[a].size() > problem.links_of[b].size();
    });
    std::vector<Box> placed;
    for (const std::size_t i : order) {
        std::size_t least = 1000000;
        LabelSide best = LabelSide::hidden;
        for (const LabelSide side : {LabelSide::right, LabelSide::left, LabelSide::above, LabelSide::below}) {
            const Box label = problem.shapes[i].label(side).at(arrangement.middle[i]);
            if (std::any_of(placed.begin(), placed.end(),
                            [&](const Box& other) { return other.grown(1).meets(label); }))
                continue;
            std::size_t covered = 0;
            for (std::size_t u = 0; u < problem.shapes.size(); ++u) {
                if (u == i || !label.meets(problem.shapes[u].glyph().at(arrangement.middle[u]))) continue;
                covered += problem.shapes[u].lines.empty() ? 1 : 100;
            }
            if (covered >= least) continue;
            least = covered;
            best = side;
        }
        arrangement.side[i] = best;
        if (best != LabelSide::hidden)
            placed.push_back(problem.shapes[i].label(best).at(arrangement.middle[i]));
    }
}

}  // namespace entente::render
