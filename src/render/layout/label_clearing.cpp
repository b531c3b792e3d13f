#include "render/layout/label_clearing.hpp"

#include <algorithm>
#include <array>

#include "render/lines/grid.hpp"

namespace entente::render {
namespace {

// What a place costs; a unit is a unit of the layout further away.
constexpr double on_another = 1e6, on_end = 4000, close_to_another = 400, nearer_to_another = 250,
                 on_line = 70, on_own_line = 6;
constexpr double clearance = 3.5;  // wanted between a label and what is not its actor's
constexpr std::array<double, 8> distances{0, 4, 8, 12, 16, 21, 27, 33};
constexpr double furthest = 34;  // from its shape: beyond, nobody sees whose label it is
constexpr std::array<double, 9> slides{0, -0.3, 0.3, -0.6, 0.6, -1, 1, -1.4, 1.4};
constexpr int rounds = 3;  // a label that moves may leave another one its place

struct Place {
    LabelSide side = LabelSide::below;
    Point moved;
    Box box;
};

double gap_between(const Box& a, const Box& b) {
    const double x = std::max({a.left - b.right, b.left - a.right, 0.0}),
                 y = std::max({a.top - b.bottom, b.top - a.bottom, 0.0});
    return length({x, y});
}

// A place this far out from its usual one on a side, and this share of the way along the side to where
// label and shape only just face each other.
Place place_at(const NodeShape& shape, Point middle, LabelSide side, double distance, double slide) {
    const Box usual = shape.label(side);
    const double across = slide * (usual.width() / 2 + shape.half_width),
                 along = slide * (usual.height() / 2 + shape.half_height);
    Point moved;
    switch (side) {
        case LabelSide::below:
            moved = {across, distance};
            break;
        case LabelSide::above:
            moved = {across, -distance};
            break;
        case LabelSide::right:
            moved = {distance, along};
            break;
        case LabelSide::left:
            moved = {-distance, along};
            break;
        case LabelSide::hidden:
            break;
    }
    return {side, moved, usual.at(middle + moved)};
}

class Clearing {
public:
    Clearing(const Picture& picture, const LayoutProblem& problem, Arrangement arrangement,
             const std::vector<std::vector<Point>>& ties, std::vector<TieEnd> ends)
        : picture_(picture),
          problem_(problem),
          arrangement_(std::move(arrangement)),
          obstacles_(obstacles_of(problem, arrangement_)),
          extent_(obstacles_.extent()),
          room_(std::max(0.0, problem.page.widest - extent_.width()) / 2),
          ends_(std::move(ends)),
          cells_(extent_, 40),
          ends_in_(cells_.count()),
          counted_(ends_.size(), 0),
          lines_(extent_),
          seen_(ties.size(), 0) {
        for (std::uint32_t t = 0; t < ties.size(); ++t) lines_.add(t, polyline_of(ties[t]));
        for (std::uint32_t e = 0; e < ends_.size(); ++e) {
            reaches_.push_back(ends_[e].reach().grown(1));
            cells_.over(reaches_[e], [&](std::size_t cell) { ends_in_[cell].push_back(e); });
        }
    }

    Arrangement run() {
        for (int round = 0; round < rounds; ++round) {
            bool moved = false;
            for (std::size_t i = 0; i < problem_.shapes.size(); ++i) {
                if (!obstacles_.label[i].empty() && ends_under(obstacles_.label[i], 0) > 0)
                    moved = move_label(i) || moved;
            }
            if (!moved) break;
        }
        return std::move(arrangement_);
    }

private:
    bool move_label(std::size_t node) {
        const NodeShape& shape = problem_.shapes[node];
        Place best{arrangement_.side[node], arrangement_.moved_label(node), obstacles_.label[node]};
        double least = cost(node, best.box, 1e300);
        bool moved = false;
        for (const LabelSide side : {LabelSide::below, LabelSide::above, LabelSide::right, LabelSide::left}) {
            for (const double distance : distances) {
                for (const double slide : slides) {
                    const Place place = place_at(shape, arrangement_.middle[node], side, distance, slide);
                    if (place.box.left < extent_.left - room_ || place.box.right > extent_.right + room_)
                        continue;
                    const double gap = gap_between(place.box, obstacles_.glyph[node]);
                    const double its = gap + 4 * std::abs(slide);
                    if (gap > furthest || its >= least) continue;
                    const double all = its + cost(node, place.box, least - its);
                    if (all >= least - 1e-9) continue;
                    least = all;
                    best = place;
                    moved = true;
                }
            }
        }
        if (!moved) return false;
        if (arrangement_.moved.empty()) arrangement_.moved.resize(problem_.shapes.size());
        arrangement_.side[node] = best.side;
        arrangement_.moved[node] = best.moved;
        obstacles_.label[node] = best.box;
        return true;
    }

    std::size_t ends_under(const Box& label, double room) {
        const Box wanted = label.grown(room);
        std::size_t count = 0;
        ++query_;
        cells_.over(wanted, [&](std::size_t cell) {
            for (const std::uint32_t e : ends_in_[cell]) {
                if (counted_[e] == query_ || !reaches_[e].meets(wanted)) continue;
                counted_[e] = query_;
                count += ends_[e].meets(wanted) ? 1 : 0;
            }
        });
        return count;
    }

    // Of what lies under the label or too near; beyond `limit` it does not matter how much.
    double cost(std::size_t node, const Box& label, double limit) {
        double sum = 0;
        const Box wanted = label.grown(clearance), touched = label.grown(1);
        const double own = gap_between(label, obstacles_.glyph[node]);
        for (std::size_t u = 0; u < obstacles_.glyph.size(); ++u) {
            if (u == node) continue;
            if (touched.meets(obstacles_.glyph[u]) || touched.meets(obstacles_.label[u])) sum += on_another;
            else if (wanted.meets(obstacles_.glyph[u]) || wanted.meets(obstacles_.label[u]))
                sum += close_to_another;
            else if (label.grown(own + 2).meets(obstacles_.glyph[u])) sum += nearer_to_another;
            if (sum > limit) return sum;
        }
        sum += on_end * static_cast<double>(ends_under(label, 1));
        if (sum > limit) return sum;
        ++query_;
        lines_.through(label.grown(1), [&](std::uint32_t t) {
            if (seen_[t] == query_) return;
            seen_[t] = query_;
            sum += picture_.ties[t].source == node || picture_.ties[t].target == node ? on_own_line : on_line;
        });
        return sum;
    }

    const Picture& picture_;
    const LayoutProblem& problem_;
    Arrangement arrangement_;
    Obstacles obstacles_;
    Box extent_;
    double room_;  // to either side, before all text becomes too small
    std::vector<TieEnd> ends_;
    std::vector<Box> reaches_;
    Cells cells_;
    std::vector<std::vector<std::uint32_t>> ends_in_;  // by cell
    std::vector<std::uint64_t> counted_;               // by end: the query that met it last
    LineGrid lines_;
    std::vector<std::uint64_t> seen_;
    std::uint64_t query_ = 0;
};

}  // namespace

Arrangement with_clear_ends(const Picture& picture, const LayoutProblem& problem, Arrangement arrangement,
                            const std::vector<std::vector<Point>>& ties, std::vector<TieEnd> ends) {
    return Clearing(picture, problem, std::move(arrangement), ties, std::move(ends)).run();
}

}  // namespace entente::render
