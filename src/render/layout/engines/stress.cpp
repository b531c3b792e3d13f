#include "render/layout/engines/stress.hpp"

#include <queue>

#include "base/random.hpp"
#include "render/layout/territories.hpp"

namespace entente::render {
namespace {

constexpr double unreached = -1;

double closer_in_group(const LayoutProblem& problem, std::size_t i, std::size_t j) {
    if (problem.group[i] == 0 || problem.group[j] == 0) return 1;
    return problem.group[i] == problem.group[j] ? 0.75 : 1.4;
}

// Dijkstra 1959 over the links' ideal lengths.
void distances_from(const LayoutProblem& problem, std::uint32_t source, double* row) {
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.push({0, source});
    row[source] = 0;
    while (!queue.empty()) {
        const auto [distance, node] = queue.top();
        queue.pop();
        if (distance > row[node]) continue;
        for (const std::uint32_t index : problem.links_of[node]) {
            const Link& link = problem.links[index];
            const std::uint32_t other = link.a == node ? link.b : link.a;
            const double through = distance + link.ideal;
            if (row[other] != unreached && row[other] <= through) continue;
            row[other] = through;
            queue.push({through, other});
        }
    }
}

// Two camps keep their nodes on their side.
void keep_sides(const LayoutProblem& problem, std::vector<Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const int side = problem.camp[i] == 0 ? 0 : problem.camp[i] == 1 ? -1 : 1;
        if (side != 0 && points[i].x * side < 0.5) points[i].x = 0.5 * side;
    }
}

// Each of several camps stands as a whole around the middle of its tile, on a page of this width.
void keep_tiles(const LayoutProblem& problem, std::vector<Point>& points, double width) {
    std::vector<Point> sum(problem.tiles.size());
    std::vector<double> count(problem.tiles.size(), 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (problem.camp[i] == 0) continue;
        const std::size_t camp = problem.camp[i] - 1U;
        sum[camp] = sum[camp] + points[i];
        count[camp] += 1;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (problem.camp[i] == 0) continue;
        const std::size_t camp = problem.camp[i] - 1U;
        const Box& tile = problem.tiles[camp];
        const Box on_page{std::max(tile.left, 0.0), std::max(tile.top, 0.0), std::min(tile.right, 1.0),
                          std::min(tile.bottom, 1.0)};
        const Point middle = on_page.middle() - Point{0.5, 0.5};
        points[i] = points[i] + middle * width - sum[camp] * (1 / count[camp]);
    }
}

void keep_camps(const LayoutProblem& problem, std::vector<Point>& points, double width) {
    if (problem.tiles.size() > 2) keep_tiles(problem, points, width);
    else keep_sides(problem, points);
}

}  // namespace

std::vector<double> ideal_distances(const LayoutProblem& problem) {
    const std::size_t n = problem.shapes.size();
    std::vector<double> distances(n * n, unreached);
    double longest = 1;
    for (std::uint32_t i = 0; i < n; ++i) {
        distances_from(problem, i, &distances[i * n]);
        for (std::size_t j = 0; j < n; ++j) longest = std::max(longest, distances[i * n + j]);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            double& d = distances[i * n + j];
            if (d == unreached) d = longest + 1;
            d *= closer_in_group(problem, i, j);
        }
    }
    return distances;
}

std::vector<Point> stress_layout(const LayoutProblem& problem, std::uint64_t seed, std::uint64_t stream) {
    const std::size_t n = problem.shapes.size();
    const std::vector<double> ideal = ideal_distances(problem);
    Random random(seed, stream);
    std::vector<Point> points(n);
    for (std::size_t i = 0; i < n; ++i) points[i] = {random.uniform() * 4 - 2, random.uniform() * 4 - 2};
    double width = 0;  // about what the drawing has
    for (const double distance : ideal) width += 1.5 * distance / static_cast<double>(n * n);
    for (int round = 0; round < 120; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            Point sum;
            double weights = 0;
            for (std::size_t j = 0; j < n; ++j) {
                if (i == j) continue;
                const double d = ideal[i * n + j], weight = 1 / (d * d);
                const Point between = points[i] - points[j];
                const double distance = std::max(length(between), 1e-6);
                sum = sum + (points[j] + between * (d / distance)) * weight;
                weights += weight;
            }
            if (weights > 0) points[i] = sum * (1 / weights);
        }
        keep_camps(problem, points, width);
    }
    return points;
}

}  // namespace entente::render
