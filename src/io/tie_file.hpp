// ties.csv: who is tied to whom. Columns are filled as rows go by; what depends on the whole file (signs from weights, the
// meaning of a column called type) or on the relations is settled at its end.
#pragma once

#include "base/control.hpp"
#include "io/actor_file.hpp"
#include "io/columns.hpp"
#include "io/repeated_rows.hpp"
#include "io/suggestions.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

#include <string>
#include <unordered_set>

namespace entente::io {

struct TieFileOptions {
    char delimiter = 0;
    const ChosenColumns& chosen;
    bool actors_known = false;  // an id that no actors file gave is an error
};

class TieCollector {
public:
    TieCollector(Network& network, Ledger& ledger, ActorCollector& actors, Complaints& complaints)
        : network_(network), ledger_(ledger), actors_(actors), complaints_(complaints), suggestions_(network.actors) {}

    void read(const std::string& path, const TieFileOptions& options, const Control& control);

private:
    struct Reading;
    struct Values;
    void read_rows(Reading& reading, const Control& control);
    void add_row(Reading& reading, const RowBatch& batch, std::size_t row, std::uint64_t source_hash, std::uint64_t target_hash, std::uint64_t row_hash);
    std::optional<std::uint32_t> actor(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column, std::uint64_t hash);
    bool parse(Reading& reading, const RowBatch& batch, std::size_t row, Values& values);
    bool parse_period(Reading& reading, const RowBatch& batch, std::size_t row, Values& values);
    std::optional<DayInterval> date(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column);
    void append(Reading& reading, const RowBatch& batch, std::size_t row, const Values& values);
    void look_for_repeat(Reading& reading, const RowBatch& batch, std::size_t row, std::uint64_t row_hash);
    void look_for_citation(Reading& reading, const RowBatch& batch, std::size_t row);
    bool same_row(const Reading& reading, std::size_t a, std::size_t b) const;
    void open_columns(Reading& reading);
    void settle_type(Reading& reading);
    void settle_relations(Reading& reading);
    void settle_signs(Reading& reading);
    void close_columns();
    void complain(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column, std::string message);

    Network& network_;
    Ledger& ledger_;
    ActorCollector& actors_;
    Complaints& complaints_;
    Suggestions suggestions_;
    RepeatedRows repeated_;
    std::unordered_set<std::string> citations_;  // already looked for
};

}  // namespace entente::io
