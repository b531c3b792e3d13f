#include "render/lines/line_gaps.hpp"

namespace entente::render {
namespace {

constexpr double shortest_between = 6, step = 1.5;

bool in_any(Point p, const std::vector<Box>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.holds(p); });
}

// Parameters at which the curve passes a border of the boxes, within a millionth.
std::vector<double> borders(const Point* curve, const std::vector<Box>& boxes) {
    const double reach =
        length(curve[1] - curve[0]) + length(curve[2] - curve[1]) + length(curve[3] - curve[2]);
    const int samples = std::clamp(static_cast<int>(std::ceil(reach / step)), 4, 4000);
    std::vector<double> passed;
    bool before = in_any(curve[0], boxes);
    for (int k = 1; k <= samples; ++k) {
        const double to = static_cast<double>(k) / samples;
        const bool now = in_any(on_cubic(curve, to), boxes);
        if (now == before) continue;
        double low = static_cast<double>(k - 1) / samples, high = to;
        for (int halving = 0; halving < 20; ++halving) {
            const double middle = (low + high) / 2;
            (in_any(on_cubic(curve, middle), boxes) == before ? low : high) = middle;
        }
        passed.push_back((low + high) / 2);
        before = now;
    }
    return passed;
}

double extent(const std::vector<Point>& piece) {
    double sum = 0;
    for (std::size_t i = 0; i + 3 < piece.size(); i += 3) sum += length(piece[i + 3] - piece[i]);
    return sum;
}

}  // namespace

std::vector<std::vector<Point>> with_gaps(const std::vector<Point>& chain, const std::vector<Box>& boxes) {
    std::vector<std::vector<Point>> pieces;
    bool open = false;
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        std::vector<double> cuts = borders(&chain[i], boxes);
        bool inside = in_any(chain[i], boxes);
        cuts.insert(cuts.begin(), 0);
        cuts.push_back(1);
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k, inside = !inside) {
            if (inside) {
                open = false;
                continue;
            }
            const std::array<Point, 4> part = part_of_cubic(&chain[i], cuts[k], cuts[k + 1]);
            if (!open) pieces.push_back({part[0]});
            pieces.back().insert(pieces.back().end(), part.begin() + 1, part.end());
            open = true;
        }
    }
    if (pieces.empty()) return {chain};
    std::vector<std::vector<Point>> kept;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        const bool at_an_end = k == 0 || k + 1 == pieces.size();
        if (at_an_end || extent(pieces[k]) >= shortest_between) kept.push_back(std::move(pieces[k]));
    }
    return kept;
}

}  // namespace entente::render
