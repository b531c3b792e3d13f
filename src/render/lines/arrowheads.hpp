// Arrowheads: how they look, how large they are and where they stand on the lines of the ties.
#pragma once

#include <array>
#include <vector>

#include "render/lines/geometry.hpp"
#include "render/picture/picture.hpp"

namespace entente::render {

// A triangle for allies, a barbed head for opponents, an open one for unsigned ties. The tip is the first
// point of a filled head and the middle one of an open head.
struct Arrowhead {
    std::vector<Point> points;
    bool open = false;

    // Tip and both corners behind it; a head of no points gives three times (0, 0).
    std::array<Point, 3> triangle() const;
};

// Of a line of this width.
double arrowhead_size(double width);

// Beyond 1,000 actors arrowheads would cover the ties.
bool draws_arrowheads(const Picture& picture);

// Of the heads of each tie of the picture.
std::vector<double> head_sizes(const Picture& picture);

// Heads that would lie on one another are staggered: one stands back behind the other, as far as its line is
// long enough. `ties`: a chain of cubic curves each, from border to border; `sizes`: of each tie's heads.
std::vector<HeadPlaces> staggered_heads(const Picture& picture, const std::vector<std::vector<Point>>& ties,
                                        const std::vector<double>& sizes);

// The same for all of a picture's ties; empty where heads are not drawn or actors are dots, so that none
// stands back. Takes long where thousands of heads meet: a Layout keeps it.
std::vector<HeadPlaces> head_places(const Picture& picture, const std::vector<std::vector<Point>>& ties);

// Of one tie of the layout.
HeadPlaces heads_of(const Layout& layout, std::size_t tie);

// The chain without its last `back` units.
std::vector<Point> cut_back(const std::vector<Point>& chain, double back);

// The head at the end of the chain, which is cut back to where it stands.
Arrowhead take_arrowhead(std::vector<Point>& chain, Sign sign, double size);

// The heads at the ends that have one. The chain is cut back where a filled head stands at a border; a head
// that stands back lies on the line.
std::vector<Arrowhead> take_heads(std::vector<Point>& chain, const PictureTie& tie, double size,
                                  HeadPlaces back);

// Whether two triangles have more than a border in common.
bool triangles_meet(const std::array<Point, 3>& a, const std::array<Point, 3>& b);

// What the eye looks for at an end of a tie: its last units and its arrowhead.
struct TieEnd {
    std::uint32_t tie = 0;
    std::array<Point, 4> line;  // along the last 12 units
    std::array<Point, 3> head;  // all (0, 0) without one
    bool has_head = false;

    Box reach() const;
    bool meets(const Box& box) const;
};

// Both ends of each tie that has a line; `heads`: parallel to the ties, or empty.
std::vector<TieEnd> tie_ends(const Picture& picture, const std::vector<std::vector<Point>>& ties,
                             const std::vector<HeadPlaces>& heads);

}  // namespace entente::render
