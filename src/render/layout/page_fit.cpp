#include "render/layout/page_fit.hpp"

#include <algorithm>
#include <map>

#include "render/layout/overlap_removal.hpp"
#include "render/layout/territories.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

// The direction in which the points are spread most (their first principal component).
Point longest_axis(const std::vector<Point>& points, Point middle) {
    double xx = 0, xy = 0, yy = 0;
    for (const Point p : points) {
        const Point d = p - middle;
        xx += d.x * d.x;
        xy += d.x * d.y;
        yy += d.y * d.y;
    }
    const double half = (xx - yy) / 2, root = std::sqrt(half * half + xy * xy);
    if (!(root > 1e-9)) return {1, 0};
    Point axis{half + root, xy};
    if (std::abs(axis.x) + std::abs(axis.y) < 1e-9) axis = {0, 1};
    const double l = length(axis);
    return axis.x < 0 ? Point{-axis.x / l, -axis.y / l} : Point{axis.x / l, axis.y / l};
}

Point mean(const std::vector<Point>& points) {
    Point sum;
    for (const Point p : points) sum = sum + p;
    return points.empty() ? sum : sum * (1.0 / static_cast<double>(points.size()));
}

// Draws in the few points that stand far out, which would make all others small.
void draw_in(std::vector<double>& values) {
    if (values.size() < 100) return;
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const double low = sorted[sorted.size() / 50], high = sorted[sorted.size() - 1 - sorted.size() / 50],
                 room = (high - low) * 0.06;
    for (double& value : values) {
        if (value < low) value = low - room * (low - value) / std::max(low - sorted.front(), 1e-9);
        if (value > high) value = high + room * (value - high) / std::max(sorted.back() - high, 1e-9);
    }
}

void draw_in(std::vector<Point>& points) {
    std::vector<double> x, y;
    for (const Point p : points) {
        x.push_back(p.x);
        y.push_back(p.y);
    }
    draw_in(x);
    draw_in(y);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {x[i], y[i]};
}

// Members of a group a step nearer to each other, in pictures too large for the engines to place groups.
void gather(const std::vector<std::uint32_t>& group, std::vector<Point>& points) {
    std::map<std::uint32_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (group[i] > 0) members[group[i]].push_back(i);
    }
    for (const auto& [number, places] : members) {
        Point sum;
        for (const std::size_t i : places) sum = sum + points[i];
        const Point middle = sum * (1.0 / static_cast<double>(places.size()));
        for (const std::size_t i : places) points[i] = points[i] * 0.62 + middle * 0.38;
    }
}

double share_of(double value, double low, double high) {
    return high - low > 1e-9 ? (value - low) / (high - low) : 0.5;
}

// The points of each camp stretched over its tile, along the sides that it shares with others.
void spread_camps(const LayoutProblem& problem, std::vector<Point>& points, Point page) {
    std::vector<Box> reach(problem.tiles.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (problem.camp[i] == 0) continue;
        Box& own = reach[problem.camp[i] - 1U];
        own = own.with({points[i].x, points[i].y, points[i].x, points[i].y});
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (problem.camp[i] == 0) continue;
        const std::size_t camp = problem.camp[i] - 1U;
        const Box &own = reach[camp], &tile = problem.tiles[camp];
        const Box places = places_of(problem, i, footprint(problem.shapes[i], LabelSide::below), page);
        if (tile.left > -page_border || tile.right < page_border)
            points[i].x =
                places.left + share_of(points[i].x, own.left, own.right) * (places.right - places.left);
        if (tile.top > -page_border || tile.bottom < page_border)
            points[i].y =
                places.top + share_of(points[i].y, own.top, own.bottom) * (places.bottom - places.top);
    }
}

}  // namespace

Point page_for(const LayoutProblem& problem) {
    double area = 0, widest = 0, tallest = 0;
    for (const NodeShape& shape : problem.shapes) {
        const Box box = footprint(shape, LabelSide::below);
        area += (box.width() + 24) * (box.height() + 24);
        widest = std::max(widest, box.width());
        tallest = std::max(tallest, box.height());
    }
    const double n = std::max<double>(1, static_cast<double>(problem.shapes.size()));
    const double degree = 2 * static_cast<double>(problem.links.size()) / n;
    area *= (1.35 + 0.3 * std::min(degree, 7.0)) * (n <= 12 ? 1.6 : 1) * problem.room;
    if (!in_detail(problem.shapes.size()))
        return {problem.page.widest,
                problem.shapes.size() > most_on_wide_page ? problem.page.widest : 0.8 * problem.page.widest};
    const double width = std::clamp(std::sqrt(area * problem.page.aspect), widest + 10, problem.page.widest);
    return {width, std::max(std::min(area / width, 1.4 * width), tallest + 10)};
}

Arrangement fitted(const LayoutProblem& problem, std::vector<Point> points, Point page, bool turn) {
    Arrangement arrangement;
    const std::size_t points_count = points.size();
    arrangement.side.assign(points_count, LabelSide::below);
    if (!in_detail(problem.shapes.size())) gather(problem.group, points);
    const Point middle = mean(points);
    const Point axis = turn ? longest_axis(points, middle) : Point{1, 0};
    Box all;
    double widest = 0, tallest = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point d = points[i] - middle;
        points[i] = {dot(d, axis), cross(axis, d)};
    }
    if (!in_detail(problem.shapes.size())) draw_in(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        all = all.with({points[i].x, points[i].y, points[i].x, points[i].y});
        const Box box = footprint(problem.shapes[i], LabelSide::below);
        widest = std::max(widest, box.width());
        tallest = std::max(tallest, box.height());
    }
    const double room_x = std::max(page.x - widest, 1.0), room_y = std::max(page.y - tallest, 1.0);
    double fx = all.width() > 1e-6 ? room_x / all.width() : 1,
           fy = all.height() > 1e-6 ? room_y / all.height() : 1;
    fx = std::min(fx, 2.2 * fy);
    fy = std::min(fy, 1.6 * fx);
    const Point center = all.middle();
    for (Point& p : points) p = {(p.x - center.x) * fx + page.x / 2, (p.y - center.y) * fy + page.y / 2};
    spread_camps(problem, points, page);
    arrangement.middle = std::move(points);
    remove_overlaps(problem, arrangement, by_size<double>(points_count, {12, 5, 1, 1}), page,
                    in_detail(points_count) ? 60 : 160, 0);
    return arrangement;
}

}  // namespace entente::render
