// The layout problem behind a picture: shapes that take room and links between them, and the moves every
// engine shares.
#pragma once

#include <cstdint>
#include <vector>

#include "render/layout/node_shape.hpp"

namespace entente::render {

// All ties of a pair of nodes.
struct Link {
    std::uint32_t a = 0, b = 0;  // a is the source of the first tie
    unsigned ties = 1;           // how many lines are drawn
    double ideal = 1;            // how far apart the ends should be, in steps; opponents further than allies
};

struct LayoutProblem {
    std::vector<NodeShape> shapes;
    std::vector<Link> links;
    std::vector<std::vector<std::uint32_t>> links_of;  // node -> links
    std::vector<std::uint32_t> group;                  // 0: none
    std::vector<std::uint8_t> camp;                    // 1 … k, which has a tile; 0: anywhere
    std::vector<Box> tiles;    // of each camp, in shares of the page; its outer borders are page_border away
    std::int64_t center = -1;  // the node that belongs in the middle
    bool signed_ties = false;
    double room = 1;  // how much more page than usual is wanted
    PageShape page;
    std::vector<std::int8_t> mode;  // of two-mode data: -1 a source, +1 a target, 0 without ties; else empty
};

// Where the nodes stand and on which side their labels.
struct Arrangement {
    std::vector<Point> middle;
    std::vector<LabelSide> side;
    std::vector<Point> moved = {};  // of labels from their usual places there; empty: none

    Point moved_label(std::size_t node) const { return moved.empty() ? Point{} : moved[node]; }
};

LayoutProblem layout_problem_of(const Picture& picture);

// The parts that no link joins, the largest first, then by first node; isolated nodes come last. Problems
// with camps count as connected.
std::vector<std::vector<std::uint32_t>> parts_of(const LayoutProblem& problem);
LayoutProblem part_of(const LayoutProblem& problem, const std::vector<std::uint32_t>& members);

// The room of shape and label together.
Box footprint(const NodeShape& shape, LabelSide side);

bool has_camps(const LayoutProblem& problem);

// Where the middle of a node with this footprint may stand for the sake of its camp, the page's own borders
// apart.
Box own_tile_of(const LayoutProblem& problem, std::size_t node, const Box& footprint, Point page);

// Where it may stand: on the page and, with camps, in its own tile.
Box places_of(const LayoutProblem& problem, std::size_t node, const Box& footprint, Point page);

// Moves everything so that the upper left corner of all footprints is (0, 0); gives the size.
Point to_origin(const LayoutProblem& problem, Arrangement& arrangement);

// Where shapes and labels of an arrangement are.
struct Obstacles {
    std::vector<Box> glyph, label;

    Box extent() const;
    std::vector<Box> boxes() const;  // shape and label of each actor in turn
};

Obstacles obstacles_of(const LayoutProblem& problem, const Arrangement& arrangement);

}  // namespace entente::render
