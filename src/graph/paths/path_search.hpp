// Shortest paths from one node to all others, and how many there are of each.
#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "graph/paths/path_graph.hpp"

namespace entente {

// Breadth-first where every arc costs the same, else Dijkstra's algorithm (1959). Holds its memory from one
// source to the next.
class PathSearch {
public:
    explicit PathSearch(const PathGraph& graph);

    void run(Node source);

    // The nodes reached, the source first, by ascending length: a node comes after every node on its shortest
    // paths.
    const std::vector<Node>& reached() const { return reached_; }
    bool reaches(Node v) const { return length_[v] < std::numeric_limits<double>::infinity(); }
    double length(Node v) const {
        return length_[v];
    }  // infinite where not reached; in units of the path graph
    double path_count(Node v) const {
        return path_count_[v];
    }  // how many shortest paths, as a real number: it can exceed 2^64

    // Whether the leaving arc of a reached node u is the last of a shortest path. A cost below the tolerance
    // must not make an arc run back to a node already passed.
    bool on_shortest_path(Node u, std::uint32_t arc) const {
        const Node v = graph_.leaving.heads[arc];
        return rank_[u] < rank_[v] && graph_.equal(length_[u] + graph_.leaving.cost(arc), length_[v]);
    }

    // The last arcs of the shortest paths to a reached node other than the source: visit(from, arc).
    template <class Visit>
    void each_arrival(Node v, const Visit& visit) const {
        for (std::uint32_t i = first_arrival_[rank_[v]]; i < first_arrival_[rank_[v] + 1]; ++i)
            visit(arrivals_[i].from, arrivals_[i].arc);
    }

private:
    struct Arrival {
        Node from;
        std::uint32_t arc;
    };
    struct Entry {
        double length;
        Node node;
        bool operator>(const Entry& other) const {
            return length != other.length ? length > other.length : node > other.node;
        }
    };

    void breadth_first(Node source);
    void dijkstra(Node source);
    void note_arrivals();

    const PathGraph& graph_;
    std::vector<Node> reached_;
    std::vector<double> length_, path_count_;
    std::vector<std::uint32_t> rank_;  // place in reached_, once settled
    std::vector<Entry> heap_;
    std::vector<std::uint32_t> first_arrival_;  // by rank
    std::vector<Arrival> arrivals_;
};

}  // namespace entente
