#include "render/layout/engines/stress.hpp"

#include <queue>

#include "base/random.hpp"

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

// Opposite halves of the page keep their nodes on their side.
void keep_halves(const LayoutProblem& problem, std::vector<Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (problem.half[i] != 0 && points[i].x * problem.half[i] < 0.5) points[i].x = 0.5 * problem.half[i];
    }
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
        keep_halves(problem, points);
    }
    return points;
}

}  // namespace entente::render
