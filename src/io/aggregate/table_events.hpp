// The rows of a plain table of ties as events. Columns and cells are read by the stages of every reader of
// ties (io/ties), but no row is kept: what only the end of the file decides is assumed, and where a row
// proves the assumption wrong, the file is to be read again by another one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "io/actors/actor_index.hpp"
#include "io/actors/id_suggestions.hpp"
#include "io/aggregate/event_block.hpp"
#include "io/ties/column_problems.hpp"
#include "io/ties/row_parser.hpp"
#include "io/ties/tie_columns.hpp"

namespace entente::io {

struct Assumptions {
    bool types_are_directions = true;  // all cells of the column called type
    bool weights_are_signs = false;    // of rows without one, because some weight is negative
    // Columns called date or year of which no cell is a date, with the first cell that is none.
    std::map<std::size_t, std::string> undated = {};
};

// The actors that a file has described: others are errors.
struct KnownActors {
    const ActorIndex& index;
    IdSuggestions& suggestions;
};

struct TableEventOptions {
    ChosenColumns chosen = {};
    CellRules rules = {};
    bool citations = true, relations = false;
    std::optional<KnownActors> known = {};
    Assumptions assumptions = {};
};

class TableEvents {
public:
    // All must outlive the object.
    TableEvents(TableReader& rows, const TableEventOptions& options, Diagnostics& diagnostics)
        : rows_(rows), options_(options), diagnostics_(diagnostics), next_(options.assumptions) {}

    using Take = std::function<void(EventBlock&)>;
    // Gives all events, in blocks. The assumptions to read the file again by, where those of the options
    // proved wrong: what was given is void then.
    std::optional<Assumptions> read(const Take& take);

private:
    void find_point_date();
    void add_row(RowRef row);
    bool has_ends(RowRef row);
    bool is_known(RowRef row, std::size_t column);
    void parse_point_date(RowRef row, ParsedRow& parsed);
    void complain(RowRef row, const ParsedRow& parsed);
    void add_event(RowRef row, const TieValues& values);
    bool fill_weight(RowRef row, const TieValues& values, Event& event);
    void fill_sign(const TieValues& values, Event& event);
    void fill_type(RowRef row, Event& event);
    std::uint32_t actor(RowRef row, std::size_t column, const std::optional<std::size_t>& label);
    void close_block();
    void settle();
    void settle_point_date();

    TableReader& rows_;
    const TableEventOptions& options_;
    Diagnostics& diagnostics_;
    Assumptions next_;
    std::optional<TieColumns> columns_;
    TieColumns point_columns_;          // where a column dates the ties that is neither start nor end:
    std::optional<std::size_t> point_;  // that column
    std::optional<RowParser> parser_, point_parser_;
    ColumnProblems problems_;
    EventBlock block_;
    std::uint64_t rows_given_ = 0, dates_ = 0;
    std::string no_date_;  // the first cell of the point date that is none
    bool any_type_ = false, any_negative_ = false, any_open_sign_ = false, wrong_ = false;
    std::set<double> negative_;  // the first few weights
};

}  // namespace entente::io
