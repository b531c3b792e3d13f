// The mark of a tie in a cell of a matrix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/lines/geometry.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

// Polygons that fill the box but for a margin: hostile ties are cut by a diagonal, so that grey print and
// color-blind readers lose nothing; `share` of the area is filled.
std::vector<std::vector<Point>> cell_mark(const Box& box, Sign sign, double share);

std::string mark_path(const std::vector<std::vector<Point>>& mark);

std::string_view color_of_sign(Sign sign, const Theme& theme);

// The share of a cell's area that the strength fills: all of it for the greatest.
class CellScale {
public:
    explicit CellScale(const Picture& picture);
    bool varies() const { return most_ > least_ * (1 + 1e-9); }
    double share(double strength) const;
    double least() const { return least_; }
    double most() const { return most_; }

private:
    double least_ = 1, most_ = 1;
};

}  // namespace entente::render
