#include "render/layout/packing.hpp"

#include <algorithm>

#include "base/portable_math.hpp"

namespace entente::render {
namespace {

constexpr double column_gap = 26, row_gap = 28;

Point size_of_rows(const std::vector<Box>& boxes, double width, std::vector<Point>& corners) {
    Point size;
    double x = 0, y = 0, height = 0;
    corners.clear();
    for (const Box& box : boxes) {
        if (x > 0 && x + box.width() > width) {
            x = 0;
            y += height + row_gap;
            height = 0;
        }
        corners.push_back({x, y});
        x += box.width() + column_gap;
        height = std::max(height, box.height());
        size = {std::max(size.x, x - column_gap), y + height};
    }
    return size;
}

}  // namespace

Arrangement packed(const LayoutProblem& problem, const std::vector<std::vector<std::uint32_t>>& parts,
                   std::vector<Arrangement>& arrangements) {
    std::vector<Box> boxes;
    double area = 0, widest = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const Point size = to_origin(part_of(problem, parts[k]), arrangements[k]);
        boxes.push_back({0, 0, size.x, size.y});
        area += (size.x + column_gap) * (size.y + row_gap);
        widest = std::max(widest, size.x);
    }
    // Of several page widths the one whose page is nearest to 4:3 without being much larger.
    std::vector<Point> corners, best;
    double least = 1e300;
    for (int step = 0; step < 12; ++step) {
        const double width =
            std::max(widest, std::min(std::sqrt(area * 4 / 3) * (0.8 + 0.08 * step), widest_page));
        const Point size = size_of_rows(boxes, width, corners);
        const double cost =
            portable_log(std::max(size.x * size.y, 1.0)) +
            0.5 * std::abs(portable_log(std::max(size.x, 1.0) / std::max(size.y, 1.0) * 3 / 4));
        if (cost < least - 1e-9) {
            least = cost;
            best = corners;
        }
    }
    Arrangement whole;
    whole.middle.resize(problem.shapes.size());
    whole.side.resize(problem.shapes.size(), LabelSide::below);
    for (std::size_t k = 0; k < parts.size(); ++k) {
        for (std::size_t i = 0; i < parts[k].size(); ++i) {
            whole.middle[parts[k][i]] = arrangements[k].middle[i] + best[k];
            whole.side[parts[k][i]] = arrangements[k].side[i];
        }
    }
    return whole;
}

}  // namespace entente::render
