#include "render/lines/detour.hpp"

#include <array>
#include <cstdint>
#include <iterator>
#include <queue>
#include <tuple>

namespace entente::render {
namespace {

constexpr double cell = 7;
constexpr double surroundings = 190;

// A way that leaves the neighborhood of its ends by more is no help to a reader.
Box area_of(Point start, Point end, const Box& page) {
    const Box area = Box{std::min(start.x, end.x), std::min(start.y, end.y), std::max(start.x, end.x),
                         std::max(start.y, end.y)}
                         .grown(surroundings);
    return {std::max(area.left, page.left), std::max(area.top, page.top), std::min(area.right, page.right),
            std::min(area.bottom, page.bottom)};
}

class Grid {
public:
    Grid(const Box& area, const std::vector<Box>& obstacles, double clearance) {
        corner_ = {area.left, area.top};
        columns_ = static_cast<int>(area.width() / cell) + 1;
        rows_ = static_cast<int>(area.height() / cell) + 1;
        closed_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
        for (const Box& box : obstacles) close(box.grown(clearance));
    }

    std::size_t cell_of(Point p) const {
        return static_cast<std::size_t>(static_cast<int>(std::lround((p.y - corner_.y) / cell)) * columns_ +
                                        static_cast<int>(std::lround((p.x - corner_.x) / cell)));
    }
    Point at(std::size_t index) const {
        const int i = static_cast<int>(index);
        return {corner_.x + cell * (i % columns_), corner_.y + cell * (i / columns_)};
    }
    bool closed(std::size_t index) const { return closed_[index] != 0; }
    void open(std::size_t index) { closed_[index] = 0; }
    std::size_t size() const { return closed_.size(); }
    int columns() const { return columns_; }
    int rows() const { return rows_; }

private:
    void close(const Box& box) {
        const int left = std::max(0, static_cast<int>(std::ceil((box.left - corner_.x) / cell))),
                  right =
                      std::min(columns_ - 1, static_cast<int>(std::floor((box.right - corner_.x) / cell)));
        const int top = std::max(0, static_cast<int>(std::ceil((box.top - corner_.y) / cell))),
                  bottom = std::min(rows_ - 1, static_cast<int>(std::floor((box.bottom - corner_.y) / cell)));
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) closed_[static_cast<std::size_t>(y * columns_ + x)] = 1;
        }
    }

    Point corner_;
    int columns_ = 0, rows_ = 0;
    std::vector<std::uint8_t> closed_;
};

std::vector<Point> cells_to(const Grid& grid, std::size_t from, std::size_t to) {
    constexpr std::array<std::tuple<int, int, double>, 8> steps{{{1, 0, 1.0},
                                                                 {-1, 0, 1.0},
                                                                 {0, 1, 1.0},
                                                                 {0, -1, 1.0},
                                                                 {1, 1, 1.4142},
                                                                 {1, -1, 1.4142},
                                                                 {-1, 1, 1.4142},
                                                                 {-1, -1, 1.4142}}};
    std::vector<double> cost(grid.size(), 1e300);
    std::vector<std::size_t> before(grid.size(), grid.size());
    const Point goal = grid.at(to);
    const auto left_to_go = [&](std::size_t index) { return length(grid.at(index) - goal) / cell; };
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    cost[from] = 0;
    queue.push({left_to_go(from), from});
    while (!queue.empty()) {
        const auto [estimate, here] = queue.top();
        queue.pop();
        if (here == to) break;
        if (estimate > cost[here] + left_to_go(here) + 1e-9) continue;
        const int x = static_cast<int>(here) % grid.columns(), y = static_cast<int>(here) / grid.columns();
        for (const auto& [dx, dy, step] : steps) {
            if (x + dx < 0 || x + dx >= grid.columns() || y + dy < 0 || y + dy >= grid.rows()) continue;
            const auto next = static_cast<std::size_t>((y + dy) * grid.columns() + x + dx);
            if (grid.closed(next) || cost[here] + step >= cost[next]) continue;
            cost[next] = cost[here] + step;
            before[next] = here;
            queue.push({cost[next] + left_to_go(next), next});
        }
    }
    std::vector<Point> points;
    if (cost[to] >= 1e300) return points;
    for (std::size_t here = to; here != grid.size(); here = before[here]) points.push_back(grid.at(here));
    std::reverse(points.begin(), points.end());
    return points;
}

}  // namespace

std::optional<std::vector<Point>> detour(Point start, Point end, const std::vector<Box>& all,
                                         double clearance, const Box& page) {
    const Box area = area_of(start, end, page);
    std::vector<Box> obstacles;
    std::copy_if(all.begin(), all.end(), std::back_inserter(obstacles),
                 [&](const Box& box) { return box.grown(clearance).meets(area); });
    Grid grid(area, obstacles, clearance);
    grid.open(grid.cell_of(start));
    grid.open(grid.cell_of(end));
    std::vector<Point> cells = cells_to(grid, grid.cell_of(start), grid.cell_of(end));
    if (cells.empty()) return std::nullopt;
    cells.front() = start;
    cells.back() = end;
    const auto in_sight = [&](Point p, Point q) {
        return std::none_of(obstacles.begin(), obstacles.end(),
                            [&](const Box& box) { return segment_hits(p, q, box.grown(clearance - 0.5)); });
    };
    std::vector<Point> corners{cells.front()};
    for (std::size_t i = 0; i + 1 < cells.size();) {
        std::size_t far = cells.size() - 1;
        while (far > i + 1 && !in_sight(cells[i], cells[far])) --far;
        corners.push_back(cells[far]);
        i = far;
    }
    return corners;
}

}  // namespace entente::render
