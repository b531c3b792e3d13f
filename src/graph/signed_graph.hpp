// The view of a network for structural balance: every pair of actors with a signed tie, its positive and
// negative rows kept apart, as compact adjacency arrays. Directions are ignored: balance is about pairs.
//
//   vertex v is actor graph.actors[v]; its pairs are graph.incident[graph.offsets[v] … graph.offsets[v + 1])
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct SignedPair {
    Vertex a = 0, b = 0;                // a < b
    ActorId source{}, target{};         // as the first of its rows has them
    double positive = 0, negative = 0;  // strengths of the rows of either sign, merged by the selection's
                                        // rule (0 without such rows); unweighted: how many
    std::uint32_t positive_rows = 0, negative_rows = 0;

    bool conflicting() const { return positive_rows > 0 && negative_rows > 0; }
};

struct Incidence {
    Vertex other = 0;
    std::uint32_t pair = 0;
};

struct SignedGraph {
    std::vector<ActorId> actors;    // every actor that the selection keeps, also those without signed ties
    std::vector<SignedPair> pairs;  // in the order of their first rows
    std::vector<std::uint64_t> first_row;  // pairs.size() + 1 offsets into rows
    std::vector<TieId> rows;
    std::vector<std::uint64_t> offsets;  // actors.size() + 1 offsets into incident
    std::vector<Incidence> incident;     // by other vertex, ascending
    bool weighted = false;
    std::uint64_t unsigned_rows = 0;  // rows without a sign, which balance cannot use

    std::size_t vertex_count() const { return actors.size(); }
    std::span<const TieId> rows_of(std::size_t pair) const {
        return std::span(rows).subspan(first_row[pair], first_row[pair + 1] - first_row[pair]);
    }
    std::span<const Incidence> incident_to(Vertex v) const {
        return std::span(incident).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
};

// The signed rows of the selection by pairs: its dates, relations, kinds and merge rule hold (the latter for
// rows of one sign each); its sign filter and direction do not. With largest_component only the largest
// component of the signed pairs is kept. Throws Error(Fault::usage) for unknown relations and kinds.
SignedGraph build_signed_graph(const Network& network, const TieSelection& selection);

}  // namespace entente
