// The shortest paths between two actors.
#pragma once

#include <cstdint>
#include <vector>

#include "model/ids.hpp"

namespace entente {

struct ActorPath {
    std::vector<ActorId> actors;      // from the first to the last
    std::vector<std::uint32_t> ties;  // merged ties of the graph, one fewer than actors
};

struct ShortestPaths {
    ActorId from{}, to{};
    bool connected = false;
    double distance = 0;  // the sum of 1/strength when weighted, else hops; nan when not connected
    double count = 0;     // how many shortest paths there are
    std::vector<ActorPath>
        paths;  // the first of them in the order of the actors; all when paths.size() == count
};

}  // namespace entente
