// Points, boxes and curves of the page. Lengths are in units of the layout.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "render/layout/layout.hpp"

namespace entente::render {

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double f) { return {a.x * f, a.y * f}; }
inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double length(Point a) { return std::sqrt(dot(a, a)); }
inline Point normal(Point a) {
    const double l = length(a);
    return l > 0 ? Point{-a.y / l, a.x / l} : Point{0, 1};
}

// left > right: nothing.
struct Box {
    double left = 1, top = 1, right = 0, bottom = 0;

    bool empty() const { return left > right; }
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    Point middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
    Box grown(double by) const { return empty() ? *this : Box{left - by, top - by, right + by, bottom + by}; }
    Box at(Point p) const { return empty() ? *this : Box{left + p.x, top + p.y, right + p.x, bottom + p.y}; }
    bool meets(const Box& o) const {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom && !empty() && !o.empty();
    }
    bool holds(Point p) const { return p.x > left && p.x < right && p.y > top && p.y < bottom; }
    Box with(const Box& o) const {
        if (empty()) return o;
        if (o.empty()) return *this;
        return {std::min(left, o.left), std::min(top, o.top), std::max(right, o.right),
                std::max(bottom, o.bottom)};
    }
};

inline bool segments_cross(Point p, Point q, Point r, Point s) {
    if (std::max(p.x, q.x) < std::min(r.x, s.x) || std::max(r.x, s.x) < std::min(p.x, q.x)) return false;
    if (std::max(p.y, q.y) < std::min(r.y, s.y) || std::max(r.y, s.y) < std::min(p.y, q.y)) return false;
    return cross(q - p, r - p) * cross(q - p, s - p) < 0 && cross(s - r, p - r) * cross(s - r, q - r) < 0;
}

inline bool segment_hits(Point p, Point q, const Box& box) {
    if (box.empty() || std::max(p.x, q.x) <= box.left || std::min(p.x, q.x) >= box.right ||
        std::max(p.y, q.y) <= box.top || std::min(p.y, q.y) >= box.bottom)
        return false;
    if (box.holds(p) || box.holds(q)) return true;
    const Point d = q - p;
    const double a = cross(d, {box.left - p.x, box.top - p.y}),
                 b = cross(d, {box.right - p.x, box.top - p.y});
    const double c = cross(d, {box.right - p.x, box.bottom - p.y}),
                 e = cross(d, {box.left - p.x, box.bottom - p.y});
    return !((a > 0 && b > 0 && c > 0 && e > 0) || (a < 0 && b < 0 && c < 0 && e < 0));
}

inline Point on_cubic(const Point* c, double t) {
    const double u = 1 - t;
    return c[0] * (u * u * u) + c[1] * (3 * u * u * t) + c[2] * (3 * u * t * t) + c[3] * (t * t * t);
}

// The part of a cubic curve from parameter `from` to `to`.
std::array<Point, 4> part_of_cubic(const Point* curve, double from, double to);

// Points along a chain of cubic curves, about `step` apart, both ends among them.
std::vector<Point> sampled(const std::vector<Point>& chain, double step);

// Points along a chain whose straight joins leave the curves by `tolerance` at most (Wang's bound on the
// number of pieces).
std::vector<Point> flattened(const std::vector<Point>& chain, double tolerance);

// The part of the chain outside of two convex outlines, each given around its node's middle at the chain's
// first and last point.
std::vector<Point> trimmed(const std::vector<Point>& chain, const std::vector<Point>& start_outline,
                           const std::vector<Point>& end_outline, double gap);

// A chain of straight cubics along a polyline, its corners rounded by at most `radius`.
std::vector<Point> rounded(const std::vector<Point>& polyline, double radius);

// Whether p lies in the polygon (even-odd).
bool in_polygon(Point p, const std::vector<Point>& polygon);

std::vector<Point> convex_hull(std::vector<Point> points);

// A drawn tie as short straight pieces, for tests of what it meets.
struct Polyline {
    std::vector<Point> chain, points;  // cubic curves, and points along them
    Box reach;
};

Polyline polyline_of(std::vector<Point> chain);

// Whether it runs through the box.
bool polyline_hits(const Polyline& line, const Box& box);

}  // namespace entente::render
