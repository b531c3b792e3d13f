#include "render/lines/hull.hpp"

#include <cstdint>
#include <map>

#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

constexpr double threshold = 0.22;

double distance_to_box(Point p, const Box& box) {
    const double dx = std::max({box.left - p.x, 0.0, p.x - box.right}),
                 dy = std::max({box.top - p.y, 0.0, p.y - box.bottom});
    return std::sqrt(dx * dx + dy * dy);
}

double distance_to_segment(Point p, Point a, Point b) {
    const Point d = b - a;
    const double l = dot(d, d), t = l > 0 ? std::clamp(dot(p - a, d) / l, 0.0, 1.0) : 0;
    return length(p - (a + d * t));
}

class Field {
public:
    Field(Point area, double cell)
        : cell_(cell),
          columns_(static_cast<std::size_t>(area.x / cell) + 12),
          rows_(static_cast<std::size_t>(area.y / cell) + 12),
          values_(columns_ * rows_, 0) {}

    // Adds weight · (1 − d/reach)² to every grid point nearer than `reach`, d = distance(point).
    template <class Distance>
    void add(const Box& around, double reach, double weight, const Distance& distance) {
        const Box box = around.grown(reach);
        const std::size_t left = place(box.left, columns_), right = place(box.right, columns_),
                          top = place(box.top, rows_), bottom = place(box.bottom, rows_);
        for (std::size_t y = top; y <= bottom; ++y) {
            for (std::size_t x = left; x <= right; ++x) {
                const double d = distance(at(x, y));
                if (d < reach) values_[y * columns_ + x] += weight * (1 - d / reach) * (1 - d / reach);
            }
        }
    }

    // Each value becomes the mean of the nine around it: softer contours.
    void soften() {
        std::vector<double> soft(values_.size(), 0);
        for (std::size_t y = 1; y + 1 < rows_; ++y) {
            for (std::size_t x = 1; x + 1 < columns_; ++x) {
                double sum = 0;
                for (std::size_t v = y - 1; v <= y + 1; ++v)
                    sum += value(x - 1, v) + value(x, v) + value(x + 1, v);
                soft[y * columns_ + x] = sum / 9;
            }
        }
        values_ = std::move(soft);
    }

    // Outlines where the field passes the threshold (marching squares, Lorensen & Cline 1987 in the plane),
    // inside on one hand.
    std::vector<std::vector<Point>> contours() const;

private:
    struct Step {
        std::size_t to;
        Point point;
    };

    Point at(std::size_t x, std::size_t y) const {
        return {(static_cast<double>(x) - 6) * cell_, (static_cast<double>(y) - 6) * cell_};
    }
    std::size_t place(double coordinate, std::size_t count) const {
        return static_cast<std::size_t>(
            std::clamp(std::round(coordinate / cell_) + 6, 1.0, static_cast<double>(count) - 2));
    }
    double value(std::size_t x, std::size_t y) const { return values_[y * columns_ + x]; }

    // Where the contour cuts the side of a cell: 0 top, 1 right, 2 bottom, 3 left.
    std::size_t side_id(std::size_t x, std::size_t y, int side) const {
        if (side == 0) return 2 * (y * columns_ + x);
        if (side == 2) return 2 * ((y + 1) * columns_ + x);
        return 2 * (y * columns_ + x + (side == 1 ? 1 : 0)) + 1;
    }
    Point side_point(std::size_t x, std::size_t y, int side) const {
        const std::size_t ax = x + (side == 1 ? 1 : 0), ay = y + (side == 2 ? 1 : 0);
        const std::size_t bx = side == 0 || side == 2 ? ax + 1 : ax,
                          by = side == 1 || side == 3 ? ay + 1 : ay;
        const double a = value(ax, ay), b = value(bx, by), t = a == b ? 0.5 : (threshold - a) / (b - a);
        return at(ax, ay) * (1 - t) + at(bx, by) * t;
    }

    double cell_;
    std::size_t columns_, rows_;
    std::vector<double> values_;
};

std::vector<std::vector<Point>> Field::contours() const {
    // Sides joined for each pattern of corners inside (top left 1, top right 2, bottom right 4, bottom left
    // 8).
    static constexpr int joins[16][4] = {{-1, -1, -1, -1}, {3, 0, -1, -1}, {0, 1, -1, -1}, {3, 1, -1, -1},
                                         {1, 2, -1, -1},   {3, 0, 1, 2},   {0, 2, -1, -1}, {3, 2, -1, -1},
                                         {2, 3, -1, -1},   {2, 0, -1, -1}, {0, 1, 2, 3},   {2, 1, -1, -1},
                                         {1, 3, -1, -1},   {1, 0, -1, -1}, {0, 3, -1, -1}, {-1, -1, -1, -1}};
    std::map<std::size_t, Step> steps;
    for (std::size_t y = 0; y + 1 < rows_; ++y) {
        for (std::size_t x = 0; x + 1 < columns_; ++x) {
            const int pattern = (value(x, y) > threshold ? 1 : 0) + (value(x + 1, y) > threshold ? 2 : 0) +
                                (value(x + 1, y + 1) > threshold ? 4 : 0) +
                                (value(x, y + 1) > threshold ? 8 : 0);
            for (int k = 0; k < 4 && joins[pattern][k] >= 0; k += 2) {
                steps[side_id(x, y, joins[pattern][k])] = {side_id(x, y, joins[pattern][k + 1]),
                                                           side_point(x, y, joins[pattern][k])};
            }
        }
    }
    std::vector<std::vector<Point>> outlines;
    while (!steps.empty()) {
        std::vector<Point> outline;
        for (auto here = steps.begin(); here != steps.end();) {
            outline.push_back(here->second.point);
            const std::size_t next = here->second.to;
            steps.erase(here);
            here = steps.find(next);
        }
        if (outline.size() > 8) outlines.push_back(std::move(outline));
    }
    return outlines;
}

// Each member joined to the nearest one that is joined already (Prim 1957).
std::vector<std::pair<Point, Point>> tree_of(const std::vector<Box>& members) {
    std::vector<std::pair<Point, Point>> edges;
    std::vector<double> nearest(members.size(), 1e300);
    std::vector<std::size_t> joint(members.size(), 0);
    std::vector<bool> joined(members.size(), false);
    std::size_t last = 0;
    for (std::size_t count = 1; count < members.size(); ++count) {
        joined[last] = true;
        std::size_t best = 0;
        double least = 1e300;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (joined[i]) continue;
            const double distance = length(members[i].middle() - members[last].middle());
            if (distance < nearest[i]) {
                nearest[i] = distance;
                joint[i] = last;
            }
            if (nearest[i] < least) {
                least = nearest[i];
                best = i;
            }
        }
        edges.emplace_back(members[joint[best]].middle(), members[best].middle());
        last = best;
    }
    return edges;
}

// Chaikin 1974: corners cut twice.
std::vector<Point> smoothed(std::vector<Point> outline) {
    for (int round = 0; round < 2; ++round) {
        std::vector<Point> next;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Point a = outline[i], b = outline[(i + 1) % outline.size()];
            next.push_back(a * 0.75 + b * 0.25);
            next.push_back(a * 0.25 + b * 0.75);
        }
        outline = std::move(next);
    }
    return outline;
}

double signed_area(const std::vector<Point>& outline) {
    double area = 0;
    for (std::size_t i = 0; i < outline.size(); ++i)
        area += cross(outline[i], outline[(i + 1) % outline.size()]);
    return area / 2;
}

// Other nodes cut pieces off a hull; a piece without a member says nothing. Holes run the other way round
// than borders: one without another node in or beside it is an accident of the field.
bool says_something(const std::vector<Point>& outline, const std::vector<Box>& members,
                    const std::vector<Box>& others) {
    constexpr double beside = 20;
    const bool hole = signed_area(outline) > 0;
    if (!hole)
        return std::any_of(members.begin(), members.end(),
                           [&](const Box& box) { return in_polygon(box.middle(), outline); });
    return std::any_of(others.begin(), others.end(), [&](const Box& box) {
        return in_polygon(box.middle(), outline) || std::any_of(outline.begin(), outline.end(), [&](Point p) {
                   return box.grown(beside).holds(p);
               });
    });
}

// Every third point is enough for the eye.
std::vector<Point> thinned(const std::vector<Point>& outline, double least) {
    std::vector<Point> kept;
    for (const Point p : outline) {
        if (kept.empty() || length(p - kept.back()) >= least) kept.push_back(p);
    }
    return kept;
}

}  // namespace

std::vector<std::vector<Point>> hull_around(const std::vector<Box>& members, const std::vector<Box>& others,
                                            Point area) {
    const double cell = std::max(6.0, std::max(area.x, area.y) / 220);
    const bool many = size_class(members.size()) != SizeClass::small;
    Field field(area, cell);
    for (const Box& box : members)
        field.add(box, many ? 22 : 38, 1.1, [&](Point p) { return distance_to_box(p, box); });
    for (const auto& [a, b] : tree_of(members)) {
        if (many && length(b - a) > 120) continue;
        const Box around{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        field.add(around, 34, 1.0,
                  [&, from = a, to = b](Point p) { return distance_to_segment(p, from, to); });
    }
    for (const Box& box : others)
        field.add(box, many ? 8 : 16, -2.4, [&](Point p) { return distance_to_box(p, box); });
    for (int pass = 0; pass < 3; ++pass) field.soften();
    std::vector<std::vector<Point>> outlines;
    for (const std::vector<Point>& outline : field.contours()) {
        if (!says_something(outline, members, others)) continue;
        Box reach;
        for (const Point p : outline) reach = reach.with({p.x, p.y, p.x, p.y});
        if (many && reach.width() + reach.height() < 110) continue;  // a single stray member
        outlines.push_back(thinned(smoothed(thinned(outline, cell * 1.2)), cell * 0.5));
    }
    return outlines;
}

}  // namespace entente::render
