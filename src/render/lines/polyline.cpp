#include "render/lines/polyline.hpp"

namespace entente {

Line line_of(std::vector<Point> chain) {
    Line line{std::move(chain), {}, {}};
    line.points = flattened(line.chain, 0.25);
    for (const Point p : line.points) line.reach = line.reach.with({p.x, p.y, p.x, p.y});
    return line;
}

bool line_hits(const Line& line, const Box& box) {
    if (box.empty() || !line.reach.grown(0.01).meets(box)) return false;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        if (segment_hits(line.points[i], line.points[i + 1], box)) return true;
    }
    return false;
}

}  // namespace entente
