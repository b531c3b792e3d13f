// Random shortest paths where arcs cost differently.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/random.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// Dijkstra's algorithm (1959) from both ends until no shorter path can be left (Nicholson 1966), so that a
// draw looks at a small part of the graph. Holds its memory from one draw to the next.
class LengthDraw {
public:
    explicit LengthDraw(const PathGraph& graph);

    // Adds the nodes strictly between the two different ends on a shortest path, each as likely as the
    // others, to `between`; nothing where there is no path.
    void draw(Node from, Node to, Random& random, std::vector<Node>& between);

    // How many shortest paths the last draw chose from; 0: none.
    double path_count() const { return all_; }

private:
    static constexpr std::uint32_t unsettled = std::numeric_limits<std::uint32_t>::max();
    static constexpr double infinite = std::numeric_limits<double>::infinity();

    struct Entry {
        double length;
        Node node;
        bool operator>(const Entry& other) const {
            return length != other.length ? length > other.length : node > other.node;
        }
    };

    // One of the two searches.
    struct Side {
        const PathArcs *ahead = nullptr, *back = nullptr;
        std::vector<double> length, path_count;
        std::vector<std::uint32_t> rank;  // place in settled
        std::vector<Node> labeled, settled;
        std::vector<Entry> heap;
        std::size_t arcs = 0;  // looked at so far

        void start(Node root);
        double next() const { return heap.empty() ? infinite : heap.front().length; }
        void label(Node v, double at);
        void forget();
    };

    void settle_next(Side& side, const Side& other);
    void count_paths(Side& side, Node v) const;
    void meet();
    void walk_back(const Side& side, Node v, Node root, Random& random, std::vector<Node>& between) const;

    const PathGraph& graph_;
    Side forward_, backward_;
    double shortest_ = infinite, all_ = 0;
};

}  // namespace entente
