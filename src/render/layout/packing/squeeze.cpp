#include "render/layout/packing/squeeze.hpp"

#include <limits>

#include "render/layout/overlap_removal.hpp"

namespace entente::render {
namespace {

constexpr double gap = 7, clearance = 3;  // between footprints, and from a tie to what is not its end
constexpr double touching = 5;
constexpr double least_line = 22;                    // of a tie between two shapes
constexpr std::size_t most_comparisons = 1'000'000;  // of ties with each other, and with shapes, at each size

// What must not grow: crossings and footprints on each other, which nothing else can make up for, footprints
// too near to each other, ties through other nodes, ties too short to be seen. Counted until there are more
// than `most`.
std::size_t conflicts(const LayoutProblem& problem, const Arrangement& arrangement,
                      std::size_t most = std::numeric_limits<std::size_t>::max()) {
    constexpr std::size_t tight = 10'000, grave = 100'000'000;
    const std::size_t n = problem.shapes.size();
    const Obstacles obstacles = obstacles_of(problem, arrangement);
    std::size_t count = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Box room = obstacles.glyph[i].with(obstacles.label[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const Box other = obstacles.glyph[j].with(obstacles.label[j]);
            count += room.meets(other)                   ? grave
                     : room.grown(touching).meets(other) ? tight
                     : room.grown(gap).meets(other)      ? 1
                                                         : 0;
        }
    }
    for (std::size_t k = 0; k < problem.links.size() && count <= most; ++k) {
        const Link& link = problem.links[k];
        const Point p = arrangement.middle[link.a], q = arrangement.middle[link.b];
        const double room = problem.shapes[link.a].half_width + problem.shapes[link.b].half_width;
        count += length(q - p) < room + least_line ? 1 : 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (i == link.a || i == link.b) continue;
            count += segment_hits(p, q, obstacles.glyph[i].grown(clearance)) ||
                             segment_hits(p, q, obstacles.label[i].grown(clearance))
                         ? 1
                         : 0;
        }
        for (std::size_t o = 0; o < k; ++o) {
            const Link& other = problem.links[o];
            count +=
                segments_cross(p, q, arrangement.middle[other.a], arrangement.middle[other.b]) ? grave : 0;
        }
    }
    return count;
}

Arrangement scaled(const Arrangement& arrangement, Point by) {
    Arrangement smaller = arrangement;
    for (Point& p : smaller.middle) p = {p.x * by.x, p.y * by.y};
    return smaller;
}

}  // namespace

Arrangement squeezed(const LayoutProblem& problem, const Arrangement& arrangement, double least) {
    constexpr double step = 0.94;
    const std::size_t links = problem.links.size();
    if (problem.shapes.size() < 2 || links * (links + problem.shapes.size()) > most_comparisons)
        return arrangement;
    const std::size_t allowed = conflicts(problem, arrangement);
    Point by{1, 1};
    Arrangement best = arrangement;
    // Both ways together first, then the one that still can; what comes too near to others is pushed away.
    for (const Point smaller : {Point{step, step}, Point{1, step}, Point{step, 1}}) {
        for (;;) {
            const Point next{by.x * smaller.x, by.y * smaller.y};
            if (std::min(next.x, next.y) < least) break;
            Arrangement tried = scaled(arrangement, next);
            if (conflicts(problem, tried, allowed) > allowed) {
                const Point page = to_origin(problem, tried);
                remove_overlaps(problem, tried, gap, page, 60, 60);
                if (conflicts(problem, tried, allowed) > allowed) break;
            }
            by = next;
            best = std::move(tried);
        }
    }
    return best;
}

}  // namespace entente::render
