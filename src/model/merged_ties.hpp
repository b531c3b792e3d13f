// The rows of a pair of actors that are one tie, decided once from the network and the selection: which way
// it points, how strong it is, how it is called. Graphs, ties.csv, figures and the page all ask here.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/ids.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct Ends {
    ActorId source{}, target{};
};

// Which way the rows of an analysis point; every question is asked about the network it was made of.
class TieDirections {
public:
    TieDirections(const Network& network, Direction direction, bool directed);

    bool directed() const { return directed_; }

    // From where to where the row leads: reversed by --reversed where it leads one way only.
    Ends ends(const Network& network, TieId row) const;

    // Whether the row leads from its source to its target only. In an undirected analysis none does; in a
    // directed one all do but those that say undirected and those that say nothing while others of the data
    // say something.
    bool one_way(const Network& network, TieId row) const;

private:
    bool directed_, reversed_, any_said_;
};

// The ties an analysis works on: all rows of a pair taken together (and of a direction, in a directed
// analysis, where a row that runs both ways stands in two arcs).
struct MergedTie {
    ActorId source{}, target{};  // as the first of its rows has them; an undirected tie runs both ways
    double strength = 1;
};

struct MergedTies {
    std::vector<MergedTie> ties;
    std::vector<std::uint64_t> first_row;  // ties.size() + 1 offsets into rows
    std::vector<TieId> rows;

    std::size_t size() const { return ties.size(); }
    std::span<const TieId> rows_of(std::size_t tie) const {
        return std::span(rows).subspan(first_row[tie], first_row[tie + 1] - first_row[tie]);
    }
};

// In the order of their first rows, in time linear in the rows. Throws as merged_strength does.
MergedTies merged_ties(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                       std::span<const TieId> rows);

// How many rows stand behind the ties: each once, though an undirected row makes two arcs.
std::uint64_t row_count(const MergedTies& merged);

// The ties as people know them: the rows of a pair that have one sign and point one way.
struct Bundle {
    ActorId source{}, target{};  // of a tie without direction as its first row has them
    bool directed = false;
    Sign sign = Sign::none;
    double strength = 1;  // by the selection's merge rule; 1 when unweighted
};

struct Bundles {
    TieDirections directions;
    bool weighted = false;
    // What a figure shows by width is how many rows stand behind a tie: asked for by --merge count, or since
    // the data have no weights and nothing else was asked for.
    bool counts_rows = false;
    std::vector<Bundle> ties;              // in the order of their first rows
    std::vector<std::uint64_t> first_row;  // ties.size() + 1 offsets into rows
    std::vector<TieId> rows;               // of each tie ascending

    std::size_t size() const { return ties.size(); }
    std::span<const TieId> rows_of(std::size_t tie) const {
        return std::span(rows).subspan(first_row[tie], first_row[tie + 1] - first_row[tie]);
    }
    double width(std::size_t tie) const {
        return counts_rows ? static_cast<double>(rows_of(tie).size()) : ties[tie].strength;
    }
};

// Every one of the rows is in exactly one bundle. Throws as merged_strength does.
Bundles bundles_of(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                   std::span<const TieId> rows);

// The strength of the tie that the rows become, of which there must be one. Not weighted by anything but the
// rule. Throws Error(Fault::data) where the sum is more than a number can hold, naming the rows.
double merged_strength(const Network& network, MergeRule rule, std::span<const TieId> rows);

// The different cells of the rows that are not empty, in order.
std::vector<std::string_view> different_cells(const TextColumn& column, std::span<const TieId> rows);

// The relation as relations.csv calls it, else as the data do.
std::string_view relation_label(const Network& network, std::string_view relation);

// The different relations of the rows by these names, in order.
std::vector<std::string_view> relation_labels(const Network& network, std::span<const TieId> rows);

}  // namespace entente
