#include "render/lines/arrowheads.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "render/picture/size_class.hpp"
#include "render/picture/style.hpp"

namespace entente::render {
namespace {

constexpr double longest_back = 4;     // head lengths that one stands back at most
constexpr double part_of_line = 0.38;  // that head and way back may take
constexpr double step_back = 0.3;      // of a head's length, from one place tried to the next
constexpr double last = 12;            // units of a line that show where it ends

// A head of a tie as it would be drawn.
struct Head {
    std::size_t tie = 0;
    bool at_target = true;
    double line = 0;  // how long the tie is
    double back = 0;
    std::array<Point, 3> shape{};
};

std::vector<Point> towards(const std::vector<Point>& chain, bool target) {
    std::vector<Point> turned = chain;
    if (!target) std::reverse(turned.begin(), turned.end());
    return turned;
}

double extent(const std::vector<Point>& chain) {
    double sum = 0;
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) sum += length(chain[i + 3] - chain[i]);
    return sum;
}

std::array<Point, 3> shape_at(const std::vector<Point>& chain, Sign sign, double size, double back) {
    std::vector<Point> cut = cut_back(chain, back);
    return take_arrowhead(cut, sign, size).triangle();
}

// The heads that stand already, by the cell of a grid that their tip lies in: those that could meet a head
// have their tips in its cell or next to it.
class PlacedHeads {
public:
    explicit PlacedHeads(const std::vector<double>& sizes)
        : cell_(sizes.empty() ? 1 : std::max(1.0, 2 * furthest_corner * std::ranges::max(sizes))) {}

    void add(const std::array<Point, 3>& shape) {
        const Cell at = cell_of(shape[0]);
        heads_[key(at)].push_back(shape);
    }

    // How many the shape meets, counted up to `most`.
    std::size_t met_by(const std::array<Point, 3>& shape, std::size_t most) const {
        const Cell at = cell_of(shape[0]);
        std::size_t count = 0;
        for (std::int32_t x = at.x - 1; x <= at.x + 1; ++x) {
            for (std::int32_t y = at.y - 1; y <= at.y + 1; ++y) {
                const auto found = heads_.find(key({x, y}));
                if (found == heads_.end()) continue;
                for (const std::array<Point, 3>& other : found->second) {
                    if (triangles_meet(other, shape) && ++count >= most) return count;
                }
            }
        }
        return count;
    }

private:
    static constexpr double furthest_corner = 1.25;  // from the tip, in head lengths

    struct Cell {
        std::int32_t x = 0, y = 0;
    };
    Cell cell_of(Point p) const {
        return {static_cast<std::int32_t>(std::floor(p.x / cell_)),
                static_cast<std::int32_t>(std::floor(p.y / cell_))};
    }
    static std::uint64_t key(Cell cell) {
        return (std::uint64_t{static_cast<std::uint32_t>(cell.x)} << 32U) |
               static_cast<std::uint32_t>(cell.y);
    }

    double cell_;
    std::unordered_map<std::uint64_t, std::vector<std::array<Point, 3>>> heads_;
};

// The place nearest to the border that is clear of the heads placed, else the one that meets the fewest.
void place(Head& head, const std::vector<Point>& chain, Sign sign, double size, const PlacedHeads& placed) {
    head.shape = shape_at(chain, sign, size, 0);
    std::size_t fewest = placed.met_by(head.shape, std::numeric_limits<std::size_t>::max());
    for (double back = step_back; back <= longest_back && fewest > 0; back += step_back) {
        if ((back + 1) * size > part_of_line * head.line) return;
        const std::array<Point, 3> shape = shape_at(chain, sign, size, back * size);
        const std::size_t met = placed.met_by(shape, fewest);
        if (met >= fewest) continue;
        fewest = met;
        head.back = back * size;
        head.shape = shape;
    }
}

// The corners projected on the normal of an edge: whether they leave a gap there.
bool apart_along(Point across, const std::array<Point, 3>& a, const std::array<Point, 3>& b) {
    const std::array<double, 3> x{dot(a[0], across), dot(a[1], across), dot(a[2], across)},
        y{dot(b[0], across), dot(b[1], across), dot(b[2], across)};
    return std::ranges::max(x) <= std::ranges::min(y) || std::ranges::max(y) <= std::ranges::min(x);
}

}  // namespace

std::array<Point, 3> Arrowhead::triangle() const {
    if (points.size() < 3) return {};
    if (open) return {points[1], points[0], points[2]};
    return {points[0], points[1], points.back()};
}

double arrowhead_size(double width) { return 7.5 + 1.3 * width; }

bool draws_arrowheads(const Picture& picture) { return picture.nodes.size() <= most_with_arrowheads; }

std::vector<double> head_sizes(const Picture& picture) {
    const WidthScale widths = width_scale(picture);
    const double scale = in_detail(picture.nodes.size()) ? 1 : 0.55;
    std::vector<double> sizes;
    for (const PictureTie& tie : picture.ties)
        sizes.push_back(scale * arrowhead_size(widths.width(tie.strength)));
    return sizes;
}

std::vector<HeadPlaces> staggered_heads(const Picture& picture, const std::vector<std::vector<Point>>& ties,
                                        const std::vector<double>& sizes) {
    std::vector<Head> heads;
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        if (ties[t].size() < 4) continue;
        const double line = extent(ties[t]);
        if (picture.ties[t].to_target) heads.push_back({t, true, line});
        if (picture.ties[t].to_source) heads.push_back({t, false, line});
    }
    // Short lines have no other place than the border.
    std::stable_sort(heads.begin(), heads.end(),
                     [](const Head& a, const Head& b) { return a.line < b.line; });
    std::vector<HeadPlaces> places(picture.ties.size());
    PlacedHeads placed(sizes);
    for (Head& head : heads) {
        const std::size_t t = head.tie;
        place(head, towards(ties[t], head.at_target), picture.ties[t].sign, sizes[t], placed);
        placed.add(head.shape);
        (head.at_target ? places[t].at_target : places[t].at_source) = head.back;
    }
    return places;
}

std::vector<HeadPlaces> head_places(const Picture& picture, const std::vector<std::vector<Point>>& ties) {
    if (!draws_arrowheads(picture) || !in_detail(picture.nodes.size())) return {};
    return staggered_heads(picture, ties, head_sizes(picture));
}

HeadPlaces heads_of(const Layout& layout, std::size_t tie) {
    return layout.heads.empty() ? HeadPlaces{} : layout.heads[tie];
}

std::vector<Point> cut_back(const std::vector<Point>& chain, double back) {
    if (!(back > 0) || chain.size() < 4) return chain;
    const Point tip = chain.back();
    std::vector<Point> rest = chain;
    while (rest.size() > 4 && length(rest[rest.size() - 4] - tip) < back) rest.resize(rest.size() - 3);
    const Point* curve = &rest[rest.size() - 4];
    double low = 0, high = 1;  // the point of the last curve that is `back` from the tip
    for (int step = 0; step < 30; ++step) {
        const double t = (low + high) / 2;
        (length(on_cubic(curve, t) - tip) > back ? low : high) = t;
    }
    const std::array<Point, 4> kept = part_of_cubic(curve, 0, low);
    std::copy(kept.begin(), kept.end(), rest.end() - 4);
    return rest;
}

Arrowhead take_arrowhead(std::vector<Point>& chain, Sign sign, double wanted) {
    Arrowhead head;
    if (chain.size() < 4) return head;
    Point* curve = &chain[chain.size() - 4];
    const Point tip = curve[3];
    const double total = length(curve[3] - curve[0]);
    const double size = std::min(wanted, std::max(total * 0.8, 2.0));
    double low = 0, high = 1;  // the point of the last curve that is `size` from the tip
    for (int step = 0; step < 30; ++step) {
        const double t = (low + high) / 2;
        (length(on_cubic(curve, t) - tip) > size ? low : high) = t;
    }
    const Point base = on_cubic(curve, low);
    const Point along = (tip - base) * (1 / std::max(length(tip - base), 1e-9)), across = normal(along);
    const double half = size * 0.42;
    switch (sign) {
        case Sign::positive:
            head.points = {tip, base + across * half, base - across * half};
            break;
        case Sign::negative:
            head.points = {tip, base - along * (size * 0.15) + across * (half * 1.15),
                           base + along * (size * 0.38),
                           base - along * (size * 0.15) - across * (half * 1.15)};
            break;
        case Sign::none:
            head.open = true;
            head.points = {base + across * half, tip, base - across * half};
            break;
    }
    // The line ends inside a filled head, at the tip of an open one.
    if (head.open) return head;
    const double keep = low + (high - low) * 0.5;
    const Point a = curve[0], b = curve[1], c = curve[2], d = curve[3];
    const auto between = [&](Point p, Point q) { return p * (1 - keep) + q * keep; };
    const Point ab = between(a, b), bc = between(b, c), cd = between(c, d), abc = between(ab, bc),
                bcd = between(bc, cd);
    curve[1] = ab;
    curve[2] = abc;
    curve[3] = between(abc, bcd);
    return head;
}

std::vector<Arrowhead> take_heads(std::vector<Point>& chain, const PictureTie& tie, double size,
                                  HeadPlaces back) {
    std::vector<Arrowhead> heads;
    const auto take = [&](double stands_back) {
        std::vector<Point> before = stands_back > 0 ? cut_back(chain, stands_back) : std::vector<Point>{};
        heads.push_back(take_arrowhead(stands_back > 0 ? before : chain, tie.sign, size));
    };
    if (tie.to_target) take(back.at_target);
    if (!tie.to_source) return heads;
    std::reverse(chain.begin(), chain.end());
    take(back.at_source);
    std::reverse(chain.begin(), chain.end());
    return heads;
}

bool triangles_meet(const std::array<Point, 3>& a, const std::array<Point, 3>& b) {
    for (const std::array<Point, 3>& one : {a, b}) {
        for (std::size_t i = 0; i < 3; ++i) {
            const Point edge = one[(i + 1) % 3] - one[i];
            if (apart_along({-edge.y, edge.x}, a, b)) return false;
        }
    }
    return true;
}

Box TieEnd::reach() const {
    Box all;
    for (const Point p : line) all = all.with({p.x, p.y, p.x, p.y});
    if (!has_head) return all;
    for (const Point p : head) all = all.with({p.x, p.y, p.x, p.y});
    return all;
}

bool TieEnd::meets(const Box& box) const {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (segment_hits(line[i], line[i + 1], box)) return true;
    }
    if (!has_head || box.empty()) return false;
    const Point a{box.left, box.top}, b{box.right, box.top}, c{box.right, box.bottom},
        d{box.left, box.bottom};
    return triangles_meet(head, {a, b, c}) || triangles_meet(head, {a, c, d});
}

std::vector<TieEnd> tie_ends(const Picture& picture, const std::vector<std::vector<Point>>& ties,
                             const std::vector<HeadPlaces>& heads) {
    const std::vector<double> sizes = head_sizes(picture);
    const bool drawn = draws_arrowheads(picture);
    std::vector<TieEnd> ends;
    for (std::uint32_t t = 0; t < ties.size(); ++t) {
        if (ties[t].size() < 4) continue;
        const PictureTie& tie = picture.ties[t];
        const HeadPlaces place = heads.empty() ? HeadPlaces{} : heads[t];
        for (const bool target : {false, true}) {
            const std::vector<Point> chain = towards(ties[t], target);
            TieEnd end{.tie = t,
                       .line = {},
                       .head = {},
                       .has_head = drawn && (target ? tie.to_target : tie.to_source)};
            for (std::size_t k = 0; k < end.line.size(); ++k)
                end.line[k] = cut_back(chain, last * static_cast<double>(k) / 3).back();
            if (end.has_head)
                end.head = shape_at(chain, tie.sign, sizes[t], target ? place.at_target : place.at_source);
            ends.push_back(end);
        }
    }
    return ends;
}

}  // namespace entente::render
