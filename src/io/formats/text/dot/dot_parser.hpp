// The graphs that a text in DOT says, as they stand there: nodes and edges with the attributes that hold for
// them. What is wrong is reported to Problems, and what was read so far is still there.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/formats/raw_network.hpp"

namespace entente::io {

class Problems;

struct DotAttribute {
    std::string name, text;
    CellPlace place;
};
using DotAttributes = std::vector<DotAttribute>;

struct DotNode {
    std::string id;
    CellPlace place;
    DotAttributes attributes;
    std::string cluster;
};

struct DotEdge {
    std::uint32_t from = 0, to = 0;
    CellPlace place;
    DotAttributes attributes;
};

struct DotGraph {
    bool directed = false, strict = false;
    std::string name;
    CellPlace place;
    std::vector<DotNode> nodes;
    std::vector<DotEdge> edges;
    std::unordered_map<std::string, std::uint32_t> known;
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;  // of a strict graph
    std::uint64_t merged = 0;
    DotAttributes attributes;
};

// Gives the attribute its value, a later one instead of an earlier one.
void put(DotAttributes& attributes, DotAttribute attribute);
// Null where it is not said.
const DotAttribute* find(const DotAttributes& attributes, std::string_view name);

// Bounded: subgraphs a hundred deep, a million ties a statement, a hundred million a file.
std::vector<DotGraph> parse_dot(std::string_view text, Problems& problems);

}  // namespace entente::io
