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

// Eight nodes: the boxes of shapes and labels; empty ones meet nothing.
struct alignas(32) NodeLanes {
    Floats x, y;
    LaneBoxes glyph, label;
    Ints node;  // -1: none
};

// Eight links as straight segments from p to q = p + d.
struct alignas(32) LinkLanes {
    Floats px, py, qx, qy, dx, dy, margin;
    Ints lines, a, b;  // how many lines are drawn, and between which nodes
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

struct LaneFunctions {
    // Σ weight·(distance·inverse − 1)² from (x, y).
    float (*distances)(const NodeLanes* nodes, const DistanceLanes* row, std::size_t blocks, float x,
                       float y);
    // Shapes and labels of other nodes that the segment meets within `margin`.
    std::int32_t (*boxes_on)(const NodeLanes* nodes, std::size_t blocks, const LaneSegment& segment,
                             float margin);
    // Lines of the links that meet the box within their margin and do not belong to `node`.
    std::int32_t (*lines_through)(const LinkLanes* links, std::size_t blocks, const LaneBox& box,
                                  std::int32_t node);
    // Lines that cross the segment, those with a common node left out.
    std::int32_t (*crossings)(const LinkLanes* links, std::size_t blocks, const LaneSegment& segment);
    // How much of the gap around `glyph` and `label` others take: Σ of shares, 3 more for each that overlaps.
    float (*overlaps)(const NodeLanes* nodes, std::size_t blocks, const LaneBox& glyph, const LaneBox& label,
                      std::int32_t node, float gap);
    // Σ (1 − sine/narrow)² over the directions within the angle whose sine is `narrow` of (x, y).
    float (*narrow_angles)(const DirectionLanes* directions, std::size_t blocks, float x, float y,
                           float narrow);
};

LaneFunctions lane_functions_baseline();
LaneFunctions lane_functions_avx2();  // null pointers where the build holds none

// The fastest of this processor.
const LaneFunctions& lane_functions();

}  // namespace entente::render
