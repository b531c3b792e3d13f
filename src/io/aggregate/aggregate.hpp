// Events into signed, dated ties in one pass: of any preset or a ties file, from files or standard input,
// with memory for actors and ties, never for rows.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/control.hpp"
#include "base/error.hpp"
#include "io/aggregate/cell_table.hpp"
#include "io/network_reader.hpp"
#include "io/presets/preset.hpp"

namespace entente::io {

// What the weight of a tie is: the number of its events, the sum of their weights or its mean. Of ties with
// net signs it is the balance that the sign is of, Σ ± |w| without its sign, and its mean an event.
enum class CellWeight { count, sum, mean };

struct AggregateOptions {
    ReadOptions read = {};  // the events; or with `combine` folders that aggregate wrote
    bool combine = false;
    CellOptions cells = {};
    CellWeight weight = CellWeight::count;
    std::uint64_t least_events = 1;  // of a tie
    std::optional<std::uint64_t> join =
        0;  // periods without an event that a tie spans; none: periods stay apart
};

// What became of the rows: rows = rows_giving + left out.
struct AggregateLedger {
    std::uint64_t rows = 0, rows_giving = 0;
    std::vector<std::pair<std::string, std::uint64_t>> left_out;  // reason and rows
    std::uint64_t long_periods = 0;                               // events whose date spans periods
    std::uint64_t open_starts = 0, open_ends = 0;  // of ties without it, taken where they end or start
    std::uint64_t rounded_weights = 0;             // of more than six decimal places
    struct Reading {
        std::string preset, title;
        std::vector<ReadAs::Rule> rules;
        bool operator==(const Reading& other) const { return preset == other.preset; }
    };
    std::vector<Reading> readings;
};

// One tie of the result, made of cells.
struct AggregateTie {
    std::string_view source, target, relation;
    Sign sign = Sign::none;
    bool directed = false;
    SpanText dates;
    std::uint64_t events = 0, positive = 0, negative = 0, unsaid = 0;
    std::string weight, strength, citation;
};

struct AggregateTotals {
    std::uint64_t actors = 0, ties = 0, positive = 0, negative = 0, unsaid = 0;  // ties by sign
    std::uint64_t events = 0;       // of all ties, and those of ties that have too few
    std::uint64_t below_least = 0;  // events of ties that have too few
    DaySpan days;
};

class Aggregate {
public:
    Aggregate(AggregateOptions options, std::unique_ptr<CellTable> cells, AggregateLedger ledger,
              std::vector<Diagnostic> remarks);

    const AggregateOptions& options() const { return options_; }
    const AggregateLedger& ledger() const { return ledger_; }
    const std::vector<Diagnostic>& remarks() const { return remarks_; }
    const AggregateTotals& totals() const { return totals_; }

    // The ties in the order in which events first name them, and the actors that have one.
    void each_tie(const std::function<void(const AggregateTie&)>& on_tie, const Control& control) const;
    // The citations of each period, named by its first day, of the ties that were joined of several; without
    // a start for a tie of more than one period that was not.
    struct TiePeriod {
        std::uint64_t tie = 0;  // as it comes in each_tie with no tie left out
        std::string start, citation;
    };
    void each_period(const std::function<void(const TiePeriod&)>& on_period) const;

    struct Actor {
        std::string_view id, label, kind;
        std::uint64_t events = 0;
        DaySpan days;
    };
    void each_actor(const std::function<void(const Actor&)>& on_actor) const;

private:
    void join_cells(const Control& control);
    AggregateTie tie_of(std::size_t cell) const;
    std::string citation_of(const std::vector<std::uint32_t>& cells, std::uint64_t events) const;
    std::vector<std::uint32_t> cells_of(std::size_t cell) const;
    void count();

    AggregateOptions options_;
    std::unique_ptr<CellTable> cells_;
    AggregateLedger ledger_;
    std::vector<Diagnostic> remarks_;
    AggregateTotals totals_;
    std::vector<std::uint32_t> next_;  // the next cell of the same tie; empty: each cell is a tie
    std::vector<bool> follows_;        // cells that are not the first of their tie
    std::vector<bool> tied_;           // actors
};

// Throws Error(Fault::data) with all that is wrong with the rows, Error(Fault::file).
Aggregate aggregate(const AggregateOptions& options, const Control& control);

}  // namespace entente::io
