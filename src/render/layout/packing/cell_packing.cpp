#include "render/layout/packing/cell_packing.hpp"

#include <algorithm>
#include <cstdint>

namespace entente::render {
namespace {

constexpr double cell = 16;
constexpr double around_node = 11, around_tie = 7;

// Which cells the boxes touch, row by row. A dense part has thousands of boxes on a few hundred cells.
std::vector<Cell> cells_of(const std::vector<Box>& ground) {
    const auto at = [](double value) { return static_cast<std::size_t>(std::max(value, 0.0) / cell); };
    std::size_t rows = 0, columns = 0;
    for (const Box& box : ground) {
        rows = std::max(rows, at(box.bottom) + 1);
        columns = std::max(columns, at(box.right) + 1);
    }
    std::vector<std::uint8_t> taken(rows * columns, 0);
    for (const Box& box : ground) {
        for (std::size_t row = at(box.top); row <= at(box.bottom); ++row) {
            for (std::size_t column = at(box.left); column <= at(box.right); ++column)
                taken[row * columns + column] = 1;
        }
    }
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i] != 0) cells.push_back({i % columns, i / columns});
    }
    return cells;
}

class Page {
public:
    explicit Page(std::size_t columns) : columns_(columns) {}

    // The highest place for these cells from row `first` on, of several the leftmost; takes it.
    Cell place(const std::vector<Cell>& cells, std::size_t first) {
        std::size_t widest = 0;
        for (const Cell& c : cells) widest = std::max(widest, c.column + 1);
        for (std::size_t row = first;; ++row) {
            for (std::size_t column = 0; column == 0 || column + widest <= columns_; ++column) {
                if (!is_free(cells, {column, row})) continue;
                take(cells, {column, row});
                return {column, row};
            }
        }
    }

    std::size_t rows() const { return rows_.size(); }

private:
    bool is_free(const std::vector<Cell>& cells, Cell corner) const {
        return std::none_of(cells.begin(), cells.end(), [&](const Cell& c) {
            const std::size_t row = corner.row + c.row, column = corner.column + c.column;
            return row < rows_.size() && column < rows_[row].size() && rows_[row][column] != 0;
        });
    }

    void take(const std::vector<Cell>& cells, Cell corner) {
        for (const Cell& c : cells) {
            const std::size_t row = corner.row + c.row, column = corner.column + c.column;
            if (row >= rows_.size()) rows_.resize(row + 1);
            if (column >= rows_[row].size()) rows_[row].resize(column + 1, 0);
            rows_[row][column] = 1;
        }
    }

    std::size_t columns_;
    std::vector<std::vector<std::uint8_t>> rows_;
};

}  // namespace

Ground ground_of(const LayoutProblem& part, const Arrangement& arrangement) {
    std::vector<Box> ground;
    for (std::size_t i = 0; i < part.shapes.size(); ++i)
        ground.push_back(
            footprint(part.shapes[i], arrangement.side[i]).at(arrangement.middle[i]).grown(around_node));
    for (const Link& link : part.links) {
        const Point p = arrangement.middle[link.a], d = arrangement.middle[link.b] - p;
        const int steps = static_cast<int>(length(d) / cell) + 1;
        for (int step = 0; step <= steps; ++step) {
            const Point at = p + d * (static_cast<double>(step) / steps);
            ground.push_back(Box{at.x, at.y, at.x, at.y}.grown(around_tie));
        }
    }
    return {cells_of(ground), ground.size() == 1};
}

Packing packed_by_cells(double width, const std::vector<Ground>& grounds, const std::vector<Point>& sizes) {
    Packing packing;
    Page page(static_cast<std::size_t>(width / cell) + 1);
    std::size_t below = 0;  // where actors without ties may begin
    for (std::size_t k = 0; k < grounds.size(); ++k) {
        if (!grounds[k].alone) below = 0;
        else if (below == 0) below = page.rows();
        const Cell at = page.place(grounds[k].cells, below);
        const Point corner{static_cast<double>(at.column) * cell, static_cast<double>(at.row) * cell};
        packing.corners.push_back(corner);
        packing.size = {std::max(packing.size.x, corner.x + sizes[k].x),
                        std::max(packing.size.y, corner.y + sizes[k].y)};
    }
    return packing;
}

}  // namespace entente::render
