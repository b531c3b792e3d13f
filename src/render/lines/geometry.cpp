#include "render/lines/geometry.hpp"

namespace entente::render {
namespace {

// De Casteljau's division of one cubic at t.
void divide(const Point* c, double t, Point* first, Point* second) {
    const Point ab = c[0] * (1 - t) + c[1] * t, bc = c[1] * (1 - t) + c[2] * t,
                cd = c[2] * (1 - t) + c[3] * t;
    const Point abc = ab * (1 - t) + bc * t, bcd = bc * (1 - t) + cd * t;
    const Point middle = abc * (1 - t) + bcd * t;
    const Point left[4]{c[0], ab, abc, middle}, right[4]{middle, bcd, cd, c[3]};
    std::copy(left, left + 4, first);
    std::copy(right, right + 4, second);
}

// The chain from where it last leaves the outline around its first point.
std::vector<Point> without_start(std::vector<Point> chain, const std::vector<Point>& outline, double gap) {
    if (outline.empty() || chain.size() < 4) return chain;
    const Point middle = chain.front();
    double reach = 1;
    for (const Point p : outline) reach = std::max(reach, length(p));
    const auto inside = [&](Point p) { return in_polygon((p - middle) * (reach / (reach + gap)), outline); };
    std::size_t piece = 0;
    while (3 * (piece + 1) + 1 < chain.size() && inside(chain[3 * (piece + 1)])) ++piece;
    const Point* c = &chain[3 * piece];
    if (inside(c[3])) return chain;  // nothing is left outside
    double low = 0, high = 1;
    for (int step = 0; step < 30; ++step) {
        const double t = (low + high) / 2;
        (inside(on_cubic(c, t)) ? low : high) = t;
    }
    Point first[4], second[4];
    divide(c, high, first, second);
    std::vector<Point> rest(second, second + 4);
    rest.insert(rest.end(), chain.begin() + static_cast<std::ptrdiff_t>(3 * piece + 4), chain.end());
    return rest;
}

// The chain's curves, each cut into as many pieces as `pieces` says.
template <class Pieces>
std::vector<Point> points_along(const std::vector<Point>& chain, Pieces pieces) {
    std::vector<Point> points;
    if (chain.empty()) return points;
    points.push_back(chain[0]);
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        const Point* c = &chain[i];
        const int count = std::clamp(static_cast<int>(std::ceil(pieces(c))), 1, 400);
        for (int k = 1; k <= count; ++k)
            points.push_back(k == count ? c[3] : on_cubic(c, static_cast<double>(k) / count));
    }
    return points;
}

}  // namespace

std::array<Point, 4> part_of_cubic(const Point* curve, double from, double to) {
    Point first[4], second[4], rest[4];
    divide(curve, to, first, second);
    divide(first, to > 0 ? from / to : 0, second, rest);
    return {rest[0], rest[1], rest[2], rest[3]};
}

std::vector<Point> sampled(const std::vector<Point>& chain, double step) {
    return points_along(chain, [&](const Point* c) {
        return (length(c[1] - c[0]) + length(c[2] - c[1]) + length(c[3] - c[2])) / step;
    });
}

std::vector<Point> flattened(const std::vector<Point>& chain, double tolerance) {
    return points_along(chain, [&](const Point* c) {
        const double bend = std::max(length(c[2] - c[1] * 2 + c[0]), length(c[3] - c[2] * 2 + c[1]));
        return std::sqrt(0.75 * bend / tolerance);
    });
}

std::vector<Point> trimmed(const std::vector<Point>& chain, const std::vector<Point>& start_outline,
                           const std::vector<Point>& end_outline, double gap) {
    std::vector<Point> result = without_start(chain, start_outline, gap);
    std::reverse(result.begin(), result.end());
    result = without_start(std::move(result), end_outline, gap);
    std::reverse(result.begin(), result.end());
    return result;
}

std::vector<Point> rounded(const std::vector<Point>& polyline, double radius) {
    std::vector<Point> chain;
    if (polyline.size() < 2) return chain;
    const auto line_to = [&](Point to) {
        const Point from = chain.back();
        chain.push_back(from + (to - from) * (1.0 / 3));
        chain.push_back(from + (to - from) * (2.0 / 3));
        chain.push_back(to);
    };
    chain.push_back(polyline.front());
    for (std::size_t i = 1; i + 1 < polyline.size(); ++i) {
        const Point in = polyline[i] - polyline[i - 1], out = polyline[i + 1] - polyline[i];
        const double r = std::min({radius, length(in) / 2, length(out) / 2});
        const Point from = polyline[i] - in * (r / std::max(length(in), 1e-9)),
                    to = polyline[i] + out * (r / std::max(length(out), 1e-9));
        line_to(from);
        chain.push_back(from + (polyline[i] - from) * 0.6);
        chain.push_back(to + (polyline[i] - to) * 0.6);
        chain.push_back(to);
    }
    line_to(polyline.back());
    return chain;
}

bool in_polygon(Point p, const std::vector<Point>& polygon) {
    bool inside = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const Point a = polygon[i], b = polygon[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

std::vector<Point> convex_hull(std::vector<Point> points) {
    std::sort(points.begin(), points.end(),
              [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    std::vector<Point> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const Point p : points) {
            while (hull.size() >= start + 2 &&
                   cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

Polyline polyline_of(std::vector<Point> chain) {
    Polyline line{std::move(chain), {}, {}};
    line.points = flattened(line.chain, 0.25);
    for (const Point p : line.points) line.reach = line.reach.with({p.x, p.y, p.x, p.y});
    return line;
}

bool polyline_hits(const Polyline& line, const Box& box) {
    if (box.empty() || !line.reach.grown(0.01).meets(box)) return false;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        if (segment_hits(line.points[i], line.points[i + 1], box)) return true;
    }
    return false;
}

}  // namespace entente::render
