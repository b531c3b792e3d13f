// Shortest paths drawn at random, each of a pair's as likely as the others.
#pragma once

#include <limits>
#include <memory>
#include <vector>

#include "base/random.hpp"
#include "graph/paths/length_sampler.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// Searches from both ends and stops where they meet, so that a draw looks at a small part of the graph (as in
// Borassi & Natale 2019); by levels, or where arcs cost differently by lengths. Holds its memory from one
// draw to the next.
class PathDraw {
public:
    explicit PathDraw(const PathGraph& graph);

    // The nodes strictly between the two different ends on a random shortest path; empty when there is no
    // path or nobody is between.
    const std::vector<Node>& between(Node from, Node to, Random& random);

private:
    static constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

    // One of the two searches, level by level.
    struct Side {
        const PathArcs *ahead, *back;
        std::vector<std::uint32_t> depth_of;
        std::vector<double> path_count;
        std::vector<Node> reached;
        std::size_t frontier = 0, frontier_arcs = 0;  // the last level starts at reached[frontier]
        std::uint32_t depth = 0;

        void start(Node root);
        void next_level();
        void forget();
    };

    bool meet();
    void draw_by_hops(Node from, Node to, Random& random);
    void walk_back(const Side& side, Node v, Random& random);

    Side forward_, backward_;
    std::vector<Node> meeting_, between_;
    std::unique_ptr<LengthDraw> by_length_;  // where arcs cost differently
};

}  // namespace entente
