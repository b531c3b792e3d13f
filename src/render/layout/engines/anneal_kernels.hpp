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

// A bit for each lane that is -1 and not 0.
inline SideBits bits_of(I lanes) {
#ifdef ENTENTE_LANES_OF_AVX2
    return static_cast<SideBits>(__builtin_ia32_movmskps256(reinterpret_cast<F>(lanes)));
#else
    using Bytes = std::int8_t __attribute__((vector_size(lane_count)));
    constexpr Bytes places{1, 2, 4, 8, 16, 32, 64, -128};
    const Bytes bytes = __builtin_convertvector(lanes, Bytes) & places;
    SideBits word;
    std::memcpy(&word, &bytes, sizeof word);
    return (word * 0x0101010101010101U) >> 56;  // the sum of the bytes
#endif
}

// Writes the bits of block i into a row.
inline void set_bits(SideBits* row, std::size_t i, I lanes) {
    constexpr std::size_t blocks_per_word = bits_per_word / lane_count;
    SideBits& word = row[i / blocks_per_word];
    const SideBits bits = bits_of(lanes) << (i % blocks_per_word * lane_count);
    word = i % blocks_per_word == 0 ? bits : word | bits;
}

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

std::int32_t nodes_along(const NodeLanes* nodes, std::size_t blocks, const LaneSegment& segment, float margin,
                         SideBits* left) {
    const Segments s = spread(segment);
    const F wide = all(margin);
    const I a = all(segment.a), b = all(segment.b);
    I count{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const I node = load(nodes[i].node);
        set_bits(left, i,
                 (s.dx * (load(nodes[i].y) - s.py) - s.dy * (load(nodes[i].x) - s.px) < 0) & (node >= 0));
        const I near = meet(s, load(nodes[i].both), wide) & (node != a) & (node != b);
        if (bits_of(near) == 0) continue;
        count -= (meet(s, load(nodes[i].glyph), wide) & near) + (meet(s, load(nodes[i].label), wide) & near);
    }
    return sum(count);
}

std::int32_t links_around(const LinkLanes* links, std::size_t blocks, const LaneNode& node, SideBits* left) {
    const Boxes glyph = all(node.glyph), label = all(node.label), both = all(node.both);
    const F x = all(node.x), y = all(node.y);
    const I own = all(node.node);
    I count{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const LinkLanes& link = links[i];
        const Segments s{load(link.px), load(link.py), load(link.qx),
                         load(link.qy), load(link.dx), load(link.dy)};
        const F margin = load(link.margin);
        set_bits(left, i, s.dx * (y - s.py) - s.dy * (x - s.px) < 0);
        const I near = meet(s, both, margin) & (load(link.a) != own) & (load(link.b) != own);
        if (bits_of(near) == 0) continue;
        count -= (meet(s, glyph, margin) & near) + (meet(s, label, margin) & near);
    }
    return sum(count);
}

using Words = SideBits __attribute__((vector_size(8 * words_per_row)));
inline Words load(const SideBits* row) {
    Words words;
    std::memcpy(&words, row, sizeof words);
    return words;
}

// The links that have one end on either side of the line: each node on one side adds its links modulo 2. It
// does not matter on which side, as a link with both ends there adds nothing; the one with fewer nodes is
// taken.
Words links_apart(const CrossingRows& rows, std::size_t from) {
    const std::size_t words = (rows.nodes + bits_per_word - 1) / bits_per_word,
                      rest = rows.nodes % bits_per_word;
    std::size_t left = 0;
    for (std::size_t w = 0; w < words; ++w)
        left += static_cast<std::size_t>(__builtin_popcountll(rows.nodes_left[w]));
    const bool fewer_left = 2 * left <= rows.nodes;
    Words apart{};
    for (std::size_t w = 0; w < words; ++w) {
        SideBits side = fewer_left ? rows.nodes_left[w] : ~rows.nodes_left[w];
        if (w + 1 == words && rest != 0) side &= (SideBits{1} << rest) - 1;
        for (; side != 0; side &= side - 1) {
            const std::size_t node = w * bits_per_word + static_cast<std::size_t>(__builtin_ctzll(side));
            apart ^= load(rows.links_of + node * rows.words + from);
        }
    }
    return apart;
}

// Two links cross where the ends of each are on different sides of the other.
std::int32_t crossings(const CrossingRows& rows) {
    std::int32_t count = 0;
    for (std::size_t k = 0; k < rows.words; k += words_per_row) {
        const Words crossed = links_apart(rows, k) &
                              (load(rows.first_left + k) ^ load(rows.second_left + k)) &
                              ~(load(rows.first_links + k) | load(rows.second_links + k));
        for (std::size_t w = 0; w < words_per_row; ++w) count += __builtin_popcountll(crossed[w]);
    }
    return count;
}

inline F taken(const Boxes& own, const Boxes& other, F gap, I valid) {
    const F x = smaller(own.right, other.right) - larger(own.left, other.left),
            y = smaller(own.bottom, other.bottom) - larger(own.top, other.top),
            wide_x = smaller(own.right + gap, other.right) - larger(own.left - gap, other.left),
            wide_y = smaller(own.bottom + gap, other.bottom) - larger(own.top - gap, other.top), none{};
    const I near = (wide_x > 0) & (wide_y > 0) & valid, over = (x > 0) & (y > 0) & valid;
    return (near ? smaller(wide_x, wide_y) / gap : none) + (over ? all(3.0f) : none);
}

float overlaps(const NodeLanes* nodes, std::size_t blocks, const LaneNode& node, float gap) {
    const Boxes glyph = all(node.glyph), label = all(node.label), both = all(node.both);
    const F wide = all(gap);
    const I own = all(node.node);
    F total{};
    for (std::size_t i = 0; i < blocks; ++i) {
        const Boxes its = load(nodes[i].both);
        const I other = load(nodes[i].node) != own,
                near = (its.left < both.right + wide) & (its.right > both.left - wide) &
                       (its.top < both.bottom + wide) & (its.bottom > both.top - wide) & other;
        if (bits_of(near) == 0) continue;
        const Boxes its_glyph = load(nodes[i].glyph), its_label = load(nodes[i].label);
        total += taken(glyph, its_glyph, wide, other) + taken(label, its_glyph, wide, other) +
                 taken(label, its_label, wide, other) + taken(glyph, its_label, wide, other);
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

constexpr LaneFunctions functions_here{distances, nodes_along, links_around,
                                       crossings, overlaps,    narrow_angles};

}  // namespace
}  // namespace entente::render
