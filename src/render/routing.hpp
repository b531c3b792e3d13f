// The lines of the ties once every node has its place.
#pragma once

#include "render/scene.hpp"

#include <vector>

namespace entente {

// Where nodes and labels of an arrangement are.
struct Obstacles {
    std::vector<Box> glyph, label;
};
Obstacles obstacles_of(const Scene& scene, const Arrangement& arrangement);

// A chain of cubic curves for each tie of the picture, from border to border: straight where nothing is in the way, bent around
// strangers' shapes and labels where something is, and beside each other for the ties of one pair. Up to 300 actors;
// the ties of larger pictures are straight.
std::vector<std::vector<Point>> routed(const Picture& picture, const Scene& scene, const Arrangement& arrangement);

// Chains from middle to middle cut back to the borders of their shapes.
void trim_to_borders(const Picture& picture, const Scene& scene, std::vector<std::vector<Point>>& chains);

// Turns each label that stands beside its shape to the side where the fewest ties of its own actor run under it, unless it would
// come to lie on an actor, another label or a stranger's tie there. Labels that lie well stay.
void turn_labels(const Picture& picture, const Scene& scene, Arrangement& arrangement, const std::vector<std::vector<Point>>& ties);

// How well it can be read. `page`: the size of the network.
LayoutScore score_of(const Picture& picture, const Scene& scene, const Arrangement& arrangement, const std::vector<std::vector<Point>>& ties, Point page);

}  // namespace entente
