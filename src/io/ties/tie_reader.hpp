// ties.csv: who is tied to whom. Columns are filled as rows go by; what depends on the whole file (signs from
// weights, the meaning of a column called type) or on the relations is settled at its end. One class over
// five files: this one reads the rows, tie_cells.cpp their cells, tie_columns.cpp fills the columns,
// tie_references.cpp looks for relations and sources, and tie_settlement.cpp closes the file.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_set>

#include "io/actors/actor_reader.hpp"
#include "io/actors/id_suggestions.hpp"
#include "io/vocabulary/columns.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

namespace entente::io {

struct TieFileOptions {
    ChosenColumns chosen;
    bool actors_known = false;  // an id that no actors file gave is an error
};

class TieReader {
public:
    TieReader(Network& network, Ledger& ledger, ActorReader& actors, Diagnostics& diagnostics)
        : network_(network),
          ledger_(ledger),
          actors_(actors),
          diagnostics_(diagnostics),
          suggestions_(network.actors) {}

    void read(TableReader& rows, const TieFileOptions& options);

    // One for each tie kept: equal for rows that are equal word for word, hardly ever equal for others.
    const std::vector<std::uint32_t>& hashes() const { return hashes_; }

private:
    struct Reading;
    struct Values;
    void read_rows(Reading& reading);
    void add_row(Reading& reading, RowRef row, std::uint64_t source_hash, std::uint64_t target_hash,
                 std::uint64_t row_hash);
    std::optional<std::uint32_t> actor(Reading& reading, RowRef row, std::size_t column, std::uint64_t hash);
    bool parse(Reading& reading, RowRef row, Values& values);
    bool parse_period(Reading& reading, RowRef row, Values& values);
    std::optional<DayInterval> date(Reading& reading, RowRef row, std::size_t column);
    void append(Reading& reading, RowRef row, const Values& values);
    void look_for_citation(Reading& reading, RowRef row);
    void open_columns(Reading& reading);
    void reserve(const Reading& reading, std::size_t rows);
    void settle_type(Reading& reading);
    const Relation* relation_named(std::string_view name,
                                   const std::function<std::pair<Spot, std::string>()>& place);
    bool parse_sign_and_weight(Reading& reading, RowRef row, Values& values);
    bool apply_relation(Reading& reading, RowRef row, Values& values);
    void settle_relations(Reading& reading);
    void settle_signs(Reading& reading);
    void settle_point_date(Reading& reading);
    bool dates_ties(Reading& reading, std::size_t column, std::size_t attribute);
    void close_columns();
    static FileColumns uses_of(const Reading& reading, const ColumnMap& map);
    void complain(Reading& reading, RowRef row, std::size_t column, std::string message);

    Network& network_;
    Ledger& ledger_;
    ActorReader& actors_;
    Diagnostics& diagnostics_;
    Suggestions suggestions_;
    std::vector<std::uint32_t> hashes_;                              // of each row's text
    std::map<std::string, const Relation*, std::less<>> relations_;  // already looked for
    std::unordered_set<std::string> citations_;                      // already looked for
};

}  // namespace entente::io
