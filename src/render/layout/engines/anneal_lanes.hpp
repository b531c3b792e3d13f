// What annealing compares over and over, eight nodes or ties at a time.
//
// The eight lanes are logical: a processor with narrower registers does the same operations in two halves,
// and lanes are added up in one order, so that every processor gives the same digits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace entente::render {

inline constexpr std::size_t lane_count = 8;
using Floats = std::array<float, lane_count>;
using Ints = std::array<std::int32_t, lane_count>;

struct alignas(32) LaneBoxes {
    Floats left, top, right, bottom;
};

// Eight nodes: the boxes of shapes and labels, and both together; empty ones meet nothing.
struct alignas(32) NodeLanes {
    Floats x, y;
    LaneBoxes glyph, label, both;
    Ints node;  // -1: none
};

// Eight links as straight segments from p to q = p + d.
struct alignas(32) LinkLanes {
    Floats px, py, qx, qy, dx, dy, margin;
    Ints a, b;  // between which nodes
};

// Of one node to eight others: 1 over the wanted distance, and how much it counts.
struct alignas(32) DistanceLanes {
    Floats inverse, weight;
};

// Eight directions of length 1 in which links leave a node.
struct alignas(32) DirectionLanes {
    Floats x, y;
};

struct LaneBox {
    float left, top, right, bottom;
};

struct LaneSegment {
    float px, py, qx, qy;
    std::int32_t a, b;
};

// A node at some place, and its boxes there.
struct LaneNode {
    float x, y;
    LaneBox glyph, label, both;
    std::int32_t node;
};

// A bit for each node or each link, and 256 of them.
using SideBits = std::uint64_t;
inline constexpr std::size_t bits_per_word = 64, words_per_row = 4;
constexpr std::size_t words_for(std::size_t bits) {
    return (bits + bits_per_word * words_per_row - 1) / (bits_per_word * words_per_row) * words_per_row;
}

// What decides which links a link between two nodes crosses, as rows of bits.
struct CrossingRows {
    const SideBits* nodes_left;    // by node: whether it is left of the link's line
    const SideBits* first_left;    // by link: whether the link's first end is left of that link's line
    const SideBits* second_left;   // and its second end
    const SideBits* first_links;   // the links of the first end
    const SideBits* second_links;  // and of the second
    const SideBits* links_of;      // a row of links for each node
    std::size_t nodes, words;      // how many nodes, and how many words a row of links has
};

struct LaneFunctions {
    // Σ weight·(distance·inverse − 1)² from (x, y).
    float (*distances)(const NodeLanes* nodes, const DistanceLanes* row, std::size_t blocks, float x,
                       float y);
    // Shapes and labels of other nodes that the segment meets within `margin`. Sets in `left` a bit for each
    // node left of its line.
    std::int32_t (*nodes_along)(const NodeLanes* nodes, std::size_t blocks, const LaneSegment& segment,
                                float margin, SideBits* left);
    // Links that do not belong to the node and meet its shape or label within their margin, those that meet
    // both counted twice. Sets in `left` a bit for each link that the node is left of.
    std::int32_t (*links_around)(const LinkLanes* links, std::size_t blocks, const LaneNode& node,
                                 SideBits* left);
    // How many links cross a link, those with a common node left out.
    std::int32_t (*crossings)(const CrossingRows& rows);
    // How much of the gap around the node's shape and label others take: Σ of shares, 3 more for each that
    // overlaps.
    float (*overlaps)(const NodeLanes* nodes, std::size_t blocks, const LaneNode& node, float gap);
    // Σ (1 − sine/narrow)² over the directions within the angle whose sine is `narrow` of (x, y).
    float (*narrow_angles)(const DirectionLanes* directions, std::size_t blocks, float x, float y,
                           float narrow);
};

LaneFunctions lane_functions_baseline();
LaneFunctions lane_functions_avx2();  // null pointers where the build holds none

// The fastest of this processor.
const LaneFunctions& lane_functions();

}  // namespace entente::render
