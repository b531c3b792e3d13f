// ties.csv: who is tied to whom. A file goes through four stages: its header becomes columns
// (tie_columns.hpp), the cells of each row values (row_parser.hpp), the values rows of the network's table
// (tie_builder.hpp), and its end settles what depends on the whole file (tie_settlement.hpp). This class
// leads the rows through them and knows the actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/actors/actor_reader.hpp"
#include "io/actors/id_suggestions.hpp"
#include "io/ties/references.hpp"
#include "io/ties/tie_builder.hpp"
#include "io/ties/tie_columns.hpp"
#include "io/ties/tie_settlement.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

namespace entente::io {

// What becomes of rows of an actor with itself: no analysis uses them, but copies of the data keep them.
enum class SelfTies { left_out, kept };

struct TieFileOptions {
    ChosenColumns chosen;
    CellRules rules;
    bool actors_known = false;  // an id that no actors file gave is an error
    SelfTies self_ties = SelfTies::left_out;
};

class TieReader {
public:
    TieReader(Network& network, Ledger& ledger, ActorReader& actors, Diagnostics& diagnostics)
        : network_(network),
          ledger_(ledger),
          actors_(actors),
          diagnostics_(diagnostics),
          suggestions_(network.actors),
          references_(network, diagnostics) {}

    void read(TableReader& rows, const TieFileOptions& options);

    // One for each tie kept: equal for rows that are equal word for word, hardly ever equal for others.
    const std::vector<std::uint32_t>& hashes() const { return hashes_; }

    // What every result of these data must say, because it is about the meaning of all numbers.
    const std::vector<std::string>& cautions() const { return cautions_; }

private:
    struct File;
    struct RowHashes {
        std::uint64_t source, target, row;
    };
    void read_rows(File& file);
    void add_row(File& file, RowRef row, const RowHashes& hashes);
    std::optional<std::uint32_t> actor(const File& file, RowRef row, std::size_t column, std::uint64_t hash);
    bool apply_relation(const File& file, RowRef row, TieValues& values);
    void drop_self_tie(File& file, RowRef row);
    void settle(File& file);

    Network& network_;
    Ledger& ledger_;
    ActorReader& actors_;
    Diagnostics& diagnostics_;
    IdSuggestions suggestions_;
    References references_;
    std::vector<std::uint32_t> hashes_;  // of each row's text
    std::vector<std::string> cautions_;
};

}  // namespace entente::io
