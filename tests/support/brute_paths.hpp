// Path measures straight from their definitions, in whole numbers, for small graphs of whole strengths.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace entente::test {

// Costs are 27720/strength (strengths 1 … 12 divide it), so that every length is exact.
class BrutePaths {
public:
    explicit BrutePaths(const Graph& graph);

    std::vector<double> betweenness() const;
    std::vector<double> tie_betweenness() const;
    double distance(Vertex from, Vertex to) const;  // sum of 1/strength; negative where not reached
    int hops(Vertex from, Vertex to) const;         // -1 where not reached
    double path_count(Vertex from, Vertex to) const { return count_[from][to]; }

private:
    bool reaches(Vertex from, Vertex to) const { return length_[from][to] < unreached; }
    bool between(Vertex from, Vertex middle, Vertex to) const {
        return reaches(from, middle) && reaches(middle, to) &&
               length_[from][middle] + length_[middle][to] == length_[from][to];
    }

    static constexpr std::int64_t unreached = std::int64_t{1} << 60, unit = 27720;
    const Graph& graph_;
    std::size_t n_;
    std::vector<std::vector<std::int64_t>> cost_, length_, hops_;
    std::vector<std::vector<double>> count_;
};

}  // namespace entente::test
