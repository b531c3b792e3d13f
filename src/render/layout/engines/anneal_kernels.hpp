// The functions of anneal_lanes.hpp, compiled once for each instruction set by the file that includes this.

namespace entente::render {
namespace {

using F = float __attribute__((vector_size(4 * lane_count)));
using I = std::int32_t __attribute__((vector_size(4 * lane_count)));

inline F load(const Floats& lanes) {
    F result;
    std::memcpy(&result, lanes.data(), sizeof result);
    return result;
}
inline I load(const Ints& lanes) {
    I result;
    std::memcpy(&result, lanes.data(), sizeof result);
    return result;
}
inline F all(float value) { return F{} + value; }
inline I all(std::int32_t value) { return I{} + value; }
inline F larger(F a, F b) { return a > b ? a : b; }
inline F smaller(F a, F b) { return a < b ? a : b; }
inline F size_of(F a) { return a < 0 ? -a : a; }

inline F root(F a) {
    for (std::size_t k = 0; k < lane_count; ++k) a[k] = __builtin_sqrtf(a[k]);
    return a;
}

// In one order, whatever the registers.
inline float sum(F a) { return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7])); }
inline std::int32_t sum(I a) { return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7])); }

struct Boxes {
    F left, top, right, bottom;
};
inline Boxes load(const LaneBoxes& boxes) {
    return {load(boxes.left), load(boxes.top), load(boxes.right), load(boxes.bottom)};
}
inline Boxes all(const LaneBox& box) {
    return {all(box.left), all(box.top), all(box.right), all(box.bottom)};
}

struct Segments {
    F px, py, qx, qy, dx, dy;
};

// -1 in each lane whose segment meets the box grown by `margin`: the bounding boxes meet, and the box does
// not lie on one side of the segment's line.
inline I meet(const Segments& s, const Boxes& box, F margin) {
    const F left = box.left - margin, top = box.top - margin, right = box.right + margin,
            bottom = box.bottom + margin, half = all(0.5f);
    const I near = (larger(s.px, s.qx) > left) & (smaller(s.px, s.qx) < right) & (larger(s.py, s.qy) > top) &
                   (smaller(s.py, s.qy) < bottom);
    const F cx = (left + right) * half - s.px, cy = (top + bottom) * half - s.py,
            width = (right - left) * half, height = (bottom - top) * half;
    return near & (size_of(s.dx * cy - s.dy * cx) <= size_of(s.dx) * height + size_of(s.dy) * width);
}

float distances(const NodeLanes* nodes, const DistanceLanes* row, std::size_t blocks, float x, float y) {
    const F here_x = all(x), here_y = all(y), one = all(1.0f);
    F total{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const F dx = load(nodes[i].x) - here_x, dy = load(nodes[i].y) - here_y,
                off = root(dx * dx + dy * dy) * load(row[i].inverse) - one;
        total += off * off * load(row[i].weight);
    }
    return sum(total);
}

Segments spread(const LaneSegment& s) {
    return {all(s.px), all(s.py), all(s.qx), all(s.qy), all(s.qx - s.px), all(s.qy - s.py)};
}

std::int32_t boxes_on(const NodeLanes* nodes, std::size_t blocks, const LaneSegment& segment, float margin) {
    const Segments s = spread(segment);
    const F wide = all(margin);
    const I a = all(segment.a), b = all(segment.b);
    I count{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const I node = load(nodes[i].node), other = (node != a) & (node != b);
        count -=
            (meet(s, load(nodes[i].glyph), wide) & other) + (meet(s, load(nodes[i].label), wide) & other);
    }
    return sum(count);
}

std::int32_t lines_through(const LinkLanes* links, std::size_t blocks, const LaneBox& box,
                           std::int32_t node) {
    const Boxes boxes = all(box);
    const I own = all(node);
    I count{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const LinkLanes& link = links[i];
        const Segments s{load(link.px), load(link.py), load(link.qx),
                         load(link.qy), load(link.dx), load(link.dy)};
        count -= meet(s, boxes, load(link.margin)) & (load(link.a) != own) & (load(link.b) != own);
    }
    return sum(count);
}

std::int32_t crossings(const LinkLanes* links, std::size_t blocks, const LaneSegment& segment) {
    const Segments s = spread(segment);
    const I a = all(segment.a), b = all(segment.b);
    I count{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const LinkLanes& link = links[i];
        const F px = load(link.px), py = load(link.py), qx = load(link.qx), qy = load(link.qy),
                dx = load(link.dx), dy = load(link.dy);
        const F from = s.dx * (py - s.py) - s.dy * (px - s.px), to = s.dx * (qy - s.py) - s.dy * (qx - s.px),
                own_from = dx * (s.py - py) - dy * (s.px - px), own_to = dx * (s.qy - py) - dy * (s.qx - px);
        const I la = load(link.a), lb = load(link.b), apart = (la != a) & (la != b) & (lb != a) & (lb != b);
        count += (from * to < 0) & (own_from * own_to < 0) & apart & load(link.lines);
    }
    return sum(count);
}

inline F taken(const Boxes& own, const Boxes& other, F gap, I valid) {
    const F x = smaller(own.right, other.right) - larger(own.left, other.left),
            y = smaller(own.bottom, other.bottom) - larger(own.top, other.top),
            wide_x = smaller(own.right + gap, other.right) - larger(own.left - gap, other.left),
            wide_y = smaller(own.bottom + gap, other.bottom) - larger(own.top - gap, other.top), none{};
    const I near = (wide_x > 0) & (wide_y > 0) & valid, over = (x > 0) & (y > 0) & valid;
    return (near ? smaller(wide_x, wide_y) / gap : none) + (over ? all(3.0f) : none);
}

float overlaps(const NodeLanes* nodes, std::size_t blocks, const LaneBox& glyph, const LaneBox& label,
               std::int32_t node, float gap) {
    const Boxes own_glyph = all(glyph), own_label = all(label);
    const F wide = all(gap);
    const I own = all(node);
    F total{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const I other = load(nodes[i].node) != own;
        const Boxes its_glyph = load(nodes[i].glyph), its_label = load(nodes[i].label);
        total += taken(own_glyph, its_glyph, wide, other) + taken(own_label, its_glyph, wide, other) +
                 taken(own_label, its_label, wide, other) + taken(own_glyph, its_label, wide, other);
    }
    return sum(total);
}

float narrow_angles(const DirectionLanes* directions, std::size_t blocks, float x, float y, float narrow) {
    const F here_x = all(x), here_y = all(y), width = all(1 / narrow), one = all(1.0f), none{};
    F total{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const F dx = load(directions[i].x), dy = load(directions[i].y),
                share = one - size_of(here_x * dy - here_y * dx) * width;
        total += ((here_x * dx + here_y * dy > 0) & (share > 0)) ? share * share : none;
    }
    return sum(total);
}

constexpr LaneFunctions functions_here{distances, boxes_on, lines_through,
                                       crossings, overlaps, narrow_angles};

}  // namespace
}  // namespace entente::render
