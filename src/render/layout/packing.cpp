#include "render/layout/packing.hpp"

#include <algorithm>

#include "base/portable_math.hpp"

namespace entente::render {
namespace {

constexpr double column_gap = 26, row_gap = 28;

// A page of a given width that is filled from above: how far down each strip is taken.
class Skyline {
public:
    explicit Skyline(double width) : strips_{{0, width, 0}} {}

    // The highest place for a box of this size, of several the leftmost; takes it.
    Point place(Point size) {
        Point best{0, 1e300};
        for (const Strip& strip : strips_) {
            const double top = depth_over(strip.left, strip.left + size.x);
            if (top < best.y - 1e-6) best = {strip.left, top};
        }
        take(best.x, best.x + size.x, best.y + size.y);
        return best;
    }

private:
    struct Strip {
        double left, right, depth;
    };

    double depth_over(double left, double right) const {
        if (left > 0 && right > strips_.back().right + 1e-6)
            return 1e299;  // only what is too wide may jut out
        double depth = 0;
        for (const Strip& strip : strips_) {
            if (strip.right > left + 1e-6 && strip.left < right - 1e-6) depth = std::max(depth, strip.depth);
        }
        return depth;
    }

    void take(double left, double right, double depth) {
        std::vector<Strip> kept;
        for (const Strip& strip : strips_) {
            if (strip.left < left) kept.push_back({strip.left, std::min(strip.right, left), strip.depth});
        }
        kept.push_back({left, right, depth});
        for (const Strip& strip : strips_) {
            if (strip.right > right) kept.push_back({std::max(strip.left, right), strip.right, strip.depth});
        }
        strips_ = std::move(kept);
    }

    std::vector<Strip> strips_;
};

struct Packing {
    std::vector<Point> corners;
    Point size;
};

// The boxes one after the other, each as far up as it fits.
Packing packed_within(double width, const std::vector<Box>& boxes) {
    Packing packing;
    Skyline page(width);
    for (const Box& box : boxes) {
        const Point corner = page.place({box.width() + column_gap, box.height() + row_gap});
        packing.corners.push_back(corner);
        packing.size = {std::max(packing.size.x, corner.x + box.width()),
                        std::max(packing.size.y, corner.y + box.height())};
    }
    return packing;
}

// Smaller pages are better, and those between 4:3 and 1:1.2.
double cost_of(Point size) {
    const double aspect = std::max(size.x, 1.0) / std::max(size.y, 1.0);
    return portable_log(std::max(size.x * size.y, 1.0)) +
           std::max({0.0, portable_log(aspect * 3 / 4), 2 * portable_log(1 / aspect / 1.2)});
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
    // Of several page widths the one whose page is best.
    std::vector<Point> best;
    double least = 1e300;
    for (int step = 0; step < 24; ++step) {
        const double width = std::max(widest + column_gap,
                                      std::min(std::sqrt(area) * (0.8 + 0.05 * step), problem.page.widest));
        Packing tried = packed_within(width, boxes);
        const double cost = cost_of(tried.size);
        if (cost >= least - 1e-9) continue;
        least = cost;
        best = std::move(tried.corners);
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
