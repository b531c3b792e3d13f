// Networks of a plain form drawn as what they are: paths, rings, cliques, stars and trees.
#pragma once

#include <optional>
#include <string_view>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

enum class NetworkForm { none, path, ring, clique, tree };

// Of a connected problem without halves. Cliques have at least four nodes, trees at least four and a
// branching.
NetworkForm form_of(const LayoutProblem& problem);

// Where the nodes of such a network stand so that every link is straight and runs through no other node: a
// path in rows to and fro, a ring and a clique on an ellipse, a tree on ellipses around its middle (or around
// the problem's center), the leaves of a wide one on several rings. Nothing where that would take a page on
// which text cannot be read.
std::optional<Arrangement> structured_layout(const LayoutProblem& problem);

}  // namespace entente::render
