#include "render/layout/packing/packing.hpp"

#include <algorithm>

#include "base/portable_math.hpp"
#include "render/layout/packing/cell_packing.hpp"
#include "render/layout/packing/squeeze.hpp"
#include "render/picture/size_class.hpp"

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

constexpr double too_high = 1.3;  // of the network, to which title and legend come

// The parts with their sizes; each has its corner at (0, 0).
struct Parts {
    std::vector<LayoutProblem> problems;
    std::vector<Arrangement> arrangements;
    std::vector<Point> sizes;
    double area = 0, widest = 0;

    void measure() {
        sizes.clear();
        area = widest = 0;
        for (std::size_t k = 0; k < problems.size(); ++k) {
            sizes.push_back(to_origin(problems[k], arrangements[k]));
            area += (sizes[k].x + column_gap) * (sizes[k].y + row_gap);
            widest = std::max(widest, sizes[k].x);
        }
    }
};

// Of several page widths the one whose page is best.
Packing packed_by_boxes(const Parts& parts, double widest_page) {
    std::vector<Box> boxes;
    for (const Point size : parts.sizes) boxes.push_back({0, 0, size.x, size.y});
    Packing best;
    double least = 1e300;
    for (int step = 0; step < 24; ++step) {
        const double width = std::max(parts.widest + column_gap,
                                      std::min(std::sqrt(parts.area) * (0.8 + 0.05 * step), widest_page));
        Packing tried = packed_within(width, boxes);
        const double cost = cost_of(tried.size);
        if (cost >= least - 1e-9) continue;
        least = cost;
        best = std::move(tried);
    }
    return best;
}

// Closer than boxes allow, and the parts smaller, step by step until the page is not too high.
Packing packed_closely(Parts& parts, Packing packing, const PageShape& page) {
    const auto fits = [&](const Packing& tried) { return tried.size.y <= too_high * tried.size.x; };
    const std::vector<Arrangement> usual = parts.arrangements;
    constexpr PageShape usual_page;
    const bool may_be_wider = page.widest >= usual_page.widest;  // text still has 9 pixels
    for (const double least : {1.0, 0.85, 0.72, 0.6, 0.5, 0.4}) {
        std::vector<Ground> grounds;
        for (std::size_t k = 0; k < parts.problems.size(); ++k) {
            if (least < 1) parts.arrangements[k] = squeezed(parts.problems[k], usual[k], least);
        }
        parts.measure();
        for (std::size_t k = 0; k < parts.problems.size(); ++k)
            grounds.push_back(ground_of(parts.problems[k], parts.arrangements[k]));
        double lowest = 1e300;
        for (const double share : {1.12, 1.0, 0.93, 0.86, 0.79}) {
            if (share > 1 && (least > 0.5 || !may_be_wider)) continue;
            const double width = std::max(parts.widest, share * page.widest - column_gap);
            Packing tried = packed_by_cells(width, grounds, parts.sizes);
            const double cost = cost_of(tried.size);
            if (cost >= lowest - 1e-9) continue;
            lowest = cost;
            packing = std::move(tried);
        }
        if (fits(packing)) break;
    }
    return packing;
}

}  // namespace

Arrangement packed(const LayoutProblem& problem, const std::vector<std::vector<std::uint32_t>>& parts,
                   std::vector<Arrangement>& arrangements) {
    Parts measured{{}, std::move(arrangements), {}};
    for (const std::vector<std::uint32_t>& members : parts)
        measured.problems.push_back(part_of(problem, members));
    measured.measure();
    Packing packing = packed_by_boxes(measured, problem.page.widest);
    if (parts.size() > 1 && in_detail(problem.shapes.size()) && packing.size.y > too_high * packing.size.x)
        packing = packed_closely(measured, std::move(packing), problem.page);
    Arrangement whole;
    whole.middle.resize(problem.shapes.size());
    whole.side.resize(problem.shapes.size(), LabelSide::below);
    for (std::size_t k = 0; k < parts.size(); ++k) {
        for (std::size_t i = 0; i < parts[k].size(); ++i) {
            whole.middle[parts[k][i]] = measured.arrangements[k].middle[i] + packing.corners[k];
            whole.side[parts[k][i]] = measured.arrangements[k].side[i];
        }
    }
    return whole;
}

}  // namespace entente::render
