#include "render/matrix/cells.hpp"

#include <algorithm>

#include "render/write/xml.hpp"

namespace entente::render {

std::vector<std::vector<Point>> cell_mark(const Box& box, Sign sign, double share) {
    const double side = std::sqrt(std::clamp(share, 0.0, 1.0)), room = std::min(box.width(), box.height());
    const double edge = room > 5 ? 0.7 : 0.15;
    const double half_x = std::max((box.width() / 2 - edge) * side, 0.3),
                 half_y = std::max((box.height() / 2 - edge) * side, 0.3);
    const Point m = box.middle();
    const double left = m.x - half_x, right = m.x + half_x, top = m.y - half_y, bottom = m.y + half_y;
    if (sign != Sign::negative || room < 4)
        return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
    const double gap = std::min(half_x, half_y) * 0.3;
    return {{{left + gap, top}, {right, top}, {right, bottom - gap}},
            {{left, top + gap}, {right - gap, bottom}, {left, bottom}}};
}

std::string mark_path(const std::vector<std::vector<Point>>& mark) {
    std::string data;
    for (const std::vector<Point>& polygon : mark) {
        for (std::size_t i = 0; i < polygon.size(); ++i)
            data += (i == 0 ? "M" : "L") + coordinate(polygon[i].x) + " " + coordinate(polygon[i].y);
        data += "Z";
    }
    return data;
}

std::string_view color_of_sign(Sign sign, const Theme& theme) {
    return sign == Sign::positive ? theme.positive : sign == Sign::negative ? theme.negative : theme.plain;
}

CellScale::CellScale(const Picture& picture) {
    if (picture.ties.empty()) return;
    least_ = most_ = picture.ties[0].strength;
    for (const PictureTie& tie : picture.ties) {
        least_ = std::min(least_, tie.strength);
        most_ = std::max(most_, tie.strength);
    }
}

double CellScale::share(double strength) const {
    if (!varies() || !(most_ > 0)) return 1;
    return std::clamp(strength / most_, 0.12, 1.0);
}

}  // namespace entente::render
