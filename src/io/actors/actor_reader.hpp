// actors.csv: who the actors are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "io/actors/actor_index.hpp"
#include "io/vocabulary/columns.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

namespace entente::io {

// The actors of all files so far, and where each one stands.
class ActorReader {
public:
    ActorReader(Network& network, Ledger& ledger, Diagnostics& diagnostics)
        : network_(network), ledger_(ledger), diagnostics_(diagnostics), index_(network.actors.id) {}

    // Reads a file of actors. The same actor in two files is one: cells that the first left empty are filled
    // from the second, and where they differ the first one stays, with a warning. Within a file a repeated id
    // is an error.
    void read(TableReader& rows, const ChosenColumns& chosen, const std::vector<std::string>& missing = {});

    ActorIndex& index() { return index_; }
    // An actor that only ties mention; without a label its id is the label.
    std::uint32_t add(std::uint64_t hash, std::string_view id, std::string_view label = "");
    // The places of the actors that files gave; actors beyond were only mentioned.
    const std::vector<RowPlace>& places() const { return places_; }

    // Writes the filled cells into the columns; to be called once all files are read.
    void finish();

private:
    struct Reading;
    // One column of the actors: as the first file has it, and what later files fill in.
    struct Joined {
        std::string_view name;
        const TextColumn& cells;
        std::map<std::uint32_t, std::string>& filled;
    };
    void add_row(Reading& reading, RowRef row);
    void join_row(Reading& reading, RowRef row, std::uint32_t actor);
    void join_cell(Reading& reading, RowRef row, std::size_t column, std::uint32_t actor,
                   const Joined& joined);

    Network& network_;
    Ledger& ledger_;
    Diagnostics& diagnostics_;
    ActorIndex index_;
    std::vector<RowPlace> places_;
    std::map<std::uint32_t, std::string> filled_labels_, filled_kinds_;
    std::map<std::size_t, std::map<std::uint32_t, std::string>> filled_attributes_;
};

// The attribute columns by name, compared as headers are.
class AttributeNames {
public:
    explicit AttributeNames(std::vector<AttributeColumn>& attributes);
    // The column of that name, added if there is none.
    std::size_t operator()(std::string_view name);

private:
    std::vector<AttributeColumn>& attributes_;
    std::map<std::string, std::size_t> known_;  // normalized
};

}  // namespace entente::io
