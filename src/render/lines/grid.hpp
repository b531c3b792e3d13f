// The page divided into square cells, so that only what is near is compared.
#pragma once

#include <cstdint>
#include <vector>

#include "render/lines/geometry.hpp"

namespace entente::render {

// Which cells a segment or a box touches. What lies outside of the area belongs to the cells at its border,
// so that two things that meet anywhere have a cell in common.
class Cells {
public:
    Cells(const Box& area, double side)
        : corner_{area.empty() ? Point{} : Point{area.left, area.top}},
          side_(side),
          columns_(area.empty() ? 1 : static_cast<int>(area.width() / side) + 1),
          rows_(area.empty() ? 1 : static_cast<int>(area.height() / side) + 1) {}

    std::size_t count() const { return static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_); }

    template <class Visit>
    void over(const Box& box, Visit visit) const {
        if (box.empty()) return;
        const int last = column(box.right), bottom = row(box.bottom);
        for (int y = row(box.top); y <= bottom; ++y) {
            for (int x = column(box.left); x <= last; ++x) visit(static_cast<std::size_t>(y * columns_ + x));
        }
    }

    template <class Visit>
    void along(Point p, Point q, Visit visit) const {
        if (p.x > q.x) std::swap(p, q);
        const int first = column(p.x - slack), last = column(q.x + slack);
        const double slope = q.x > p.x ? (q.y - p.y) / (q.x - p.x) : 0;
        for (int x = first; x <= last; ++x) {
            // Where the segment enters and leaves this column.
            double from = p.y, to = q.y;
            if (x > first && q.x > p.x) from = p.y + slope * (corner_.x + side_ * x - p.x);
            if (x < last && q.x > p.x) to = p.y + slope * (corner_.x + side_ * (x + 1) - p.x);
            const int bottom = row(std::max(from, to) + slack);
            for (int y = row(std::min(from, to) - slack); y <= bottom; ++y)
                visit(static_cast<std::size_t>(y * columns_ + x));
        }
    }

private:
    static constexpr double slack = 0.01;  // more than any rounding

    int column(double x) const {
        return static_cast<int>(std::clamp((x - corner_.x) / side_, 0.0, columns_ - 1.0));
    }
    int row(double y) const {
        return static_cast<int>(std::clamp((y - corner_.y) / side_, 0.0, rows_ - 1.0));
    }

    Point corner_;
    double side_;
    int columns_, rows_;
};

// Lines that know which of them are near.
class LineGrid {
public:
    explicit LineGrid(const Box& area) : cells_(area, 40), pieces_(cells_.count()) {}

    void add(std::uint32_t number, const Polyline& line) {
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Piece piece{line.points[i], line.points[i + 1], number,
                              static_cast<std::uint32_t>(seen_.size())};
            seen_.push_back(0);
            cells_.along(piece.p, piece.q, [&](std::size_t cell) { pieces_[cell].push_back(piece); });
        }
    }

    void remove(std::uint32_t number, const Polyline& line) {
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            cells_.along(line.points[i], line.points[i + 1], [&](std::size_t cell) {
                std::erase_if(pieces_[cell], [&](const Piece& piece) { return piece.line == number; });
            });
        }
    }

    // Calls meet(number) for each meeting of the line with one that was added, until it says false.
    template <class Meet>
    void meetings(const Polyline& line, Meet meet) const {
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Point p = line.points[i], q = line.points[i + 1];
            ++query_;
            bool more = true;
            cells_.along(p, q, [&](std::size_t cell) {
                for (const Piece& piece : pieces_[cell]) {
                    if (!more) return;
                    if (!segments_cross(p, q, piece.p, piece.q) || seen_[piece.index] == query_) continue;
                    seen_[piece.index] = query_;
                    more = meet(piece.line);
                }
            });
            if (!more) return;
        }
    }

    // Calls hit(number) for each line through the box, once or several times.
    template <class Hit>
    void through(const Box& box, Hit hit) const {
        cells_.over(box, [&](std::size_t cell) {
            for (const Piece& piece : pieces_[cell]) {
                if (segment_hits(piece.p, piece.q, box)) hit(piece.line);
            }
        });
    }

private:
    struct Piece {
        Point p, q;
        std::uint32_t line, index;
    };

    Cells cells_;
    std::vector<std::vector<Piece>> pieces_;
    mutable std::vector<std::uint64_t> seen_;  // by piece: the query that met it last
    mutable std::uint64_t query_ = 0;
};

// Boxes that know which of them a line may run through.
class BoxGrid {
public:
    // `reach`: the largest margin that will be asked for.
    BoxGrid(const Box& area, std::vector<Box> boxes, double reach)
        : cells_(area, 40), boxes_(std::move(boxes)), inside_(cells_.count()), seen_(boxes_.size(), 0) {
        for (std::uint32_t i = 0; i < boxes_.size(); ++i)
            cells_.over(boxes_[i].grown(reach), [&](std::size_t cell) { inside_[cell].push_back(i); });
    }

    const Box& box(std::size_t i) const { return boxes_[i]; }

    // Calls visit(i) once for each box in a cell that the line touches.
    template <class Visit>
    void near(const Polyline& line, Visit visit) const {
        ++query_;
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            cells_.along(line.points[i], line.points[i + 1], [&](std::size_t cell) {
                for (const std::uint32_t box : inside_[cell]) {
                    if (seen_[box] == query_) continue;
                    seen_[box] = query_;
                    visit(box);
                }
            });
        }
    }

private:
    Cells cells_;
    std::vector<Box> boxes_;
    std::vector<std::vector<std::uint32_t>> inside_;
    mutable std::vector<std::uint64_t> seen_;
    mutable std::uint64_t query_ = 0;
};

}  // namespace entente::render
