#include "render/geometry.hpp"

#include <array>

namespace entente {
namespace {

// De Casteljau's division of one cubic at t.
void divide(const Point* c, double t, Point* first, Point* second) {
    const Point ab = c[0] * (1 - t) + c[1] * t, bc = c[1] * (1 - t) + c[2] * t, cd = c[2] * (1 - t) + c[3] * t;
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

// The part of one cubic between two of its parameters.
std::array<Point, 4> part_of(const Point* c, double from, double to) {
    Point first[4], rest[4], part[4];
    divide(c, from, first, rest);
    divide(rest, from < 1 ? (to - from) / (1 - from) : 1, part, first);
    return {part[0], part[1], part[2], part[3]};
}

bool in_any(Point p, const std::vector<Box>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(), [p](const Box& box) { return box.holds(p); });
}

// The parameters at which a cubic enters or leaves the boxes, in turn; gaps narrower than a step do not count.
std::vector<double> borders(const Point* c, const std::vector<Box>& boxes) {
    const auto inside = [&](double t) { return in_any(on_cubic(c, t), boxes); };
    const double reach = length(c[1] - c[0]) + length(c[2] - c[1]) + length(c[3] - c[2]);
    const int steps = std::clamp(static_cast<int>(std::ceil(reach / 1.5)), 2, 4000);
    std::vector<double> found;
    for (int k = 0; k < steps; ++k) {
        double low = static_cast<double>(k) / steps, high = static_cast<double>(k + 1) / steps;
        const bool before = inside(low);
        if (before == inside(high)) continue;
        for (int round = 0; round < 20; ++round) {
            const double t = (low + high) / 2;
            (inside(t) == before ? low : high) = t;
        }
        found.push_back((low + high) / 2);
    }
    return found;
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
        for (int k = 1; k <= count; ++k) points.push_back(k == count ? c[3] : on_cubic(c, static_cast<double>(k) / count));
    }
    return points;
}

}  // namespace

std::vector<Point> sampled(const std::vector<Point>& chain, double step) {
    return points_along(chain, [&](const Point* c) { return (length(c[1] - c[0]) + length(c[2] - c[1]) + length(c[3] - c[2])) / step; });
}

std::vector<Point> flattened(const std::vector<Point>& chain, double tolerance) {
    return points_along(chain, [&](const Point* c) {
        const double bend = std::max(length(c[2] - c[1] * 2 + c[0]), length(c[3] - c[2] * 2 + c[1]));
        return std::sqrt(0.75 * bend / tolerance);
    });
}

std::vector<Point> trimmed(const std::vector<Point>& chain, const std::vector<Point>& start_outline, const std::vector<Point>& end_outline, double gap) {
    std::vector<Point> result = without_start(chain, start_outline, gap);
    std::reverse(result.begin(), result.end());
    result = without_start(std::move(result), end_outline, gap);
    std::reverse(result.begin(), result.end());
    return result;
}

std::vector<std::vector<Point>> outside_of(const std::vector<Point>& chain, const std::vector<Box>& boxes, double least) {
    std::vector<std::vector<Point>> parts;
    const auto end_part = [&] {
        double reach = 0;
        for (std::size_t i = 0; !parts.empty() && i + 1 < parts.back().size(); ++i) reach += length(parts.back()[i + 1] - parts.back()[i]);
        if (!parts.empty() && reach < least) parts.pop_back();
    };
    bool open = false;
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        const Point* c = &chain[i];
        bool hidden = in_any(c[0], boxes);
        std::vector<double> cuts = borders(c, boxes);
        cuts.insert(cuts.begin(), 0);
        cuts.push_back(1);
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
            if (k > 0) hidden = !hidden;
            if (hidden) {
                if (open) end_part();
                open = false;
                continue;
            }
            const std::array<Point, 4> part = part_of(c, cuts[k], cuts[k + 1]);
            if (!open) parts.push_back({part[0]});
            parts.back().insert(parts.back().end(), part.begin() + 1, part.end());
            open = true;
        }
    }
    if (open) end_part();
    return parts;
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
        const Point from = polyline[i] - in * (r / std::max(length(in), 1e-9)), to = polyline[i] + out * (r / std::max(length(out), 1e-9));
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
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

std::vector<Point> convex_hull(std::vector<Point> points) {
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    std::vector<Point> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const Point p : points) {
            while (hull.size() >= start + 2 && cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0) hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

}  // namespace entente
