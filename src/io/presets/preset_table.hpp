// The rows of a data set as a table of ties in entente's own columns: what row_interpreter gives, with rows
// joined into spells, pairs listed from both sides made one, members of a group paired; and what was decided
// on the way.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "io/diagnostics.hpp"
#include "io/formats/raw_network.hpp"
#include "io/presets/row_interpreter.hpp"
#include "model/ledger.hpp"

namespace entente::io {

struct PresetReading {
    RawTable ties;
    RawTable actors;  // no column where the data set says no more of its actors than their names
    ReadAs read_as;
    // Columns that the preset reads and the file lacks, each with what follows from that.
    std::vector<std::string> lacking;
    // Of our columns of the ties: which column of the file it came from.
    std::vector<std::pair<std::size_t, std::uint32_t>> origins;
};

// Warns of columns that the preset reads and the file lacks, with what follows from that.
void tell_lacking(const PresetReading& reading, Diagnostics& diagnostics);

class PresetTable {
public:
    // `header` are the columns of the file as it names them.
    PresetTable(const Preset& preset, std::string file, const std::vector<std::string>& header,
                const CellRules& rules = {});

    // The columns of the file that add() wants the cells of, in its order.
    const std::vector<std::uint32_t>& columns() const { return rows_.columns(); }

    // One more row; `place` says where the cell of a column of the file stands.
    using PlaceOf = std::function<CellPlace(std::uint32_t column)>;
    void add(std::span<const std::string_view> cells, CellPlace row, const PlaceOf& place);

    PresetReading finish();

private:
    static constexpr std::size_t own_columns = 11;  // source, target, relation … note

    // A draft with texts of its own, for rows that wait for others.
    struct Waiting {
        std::vector<std::string> cells;  // in the order of columns_ below, attributes last
        std::uint32_t rule = 0;
        CellPlace row;
        std::vector<CellPlace> places;
        std::string run_end;  // the exact end that the row gives its run
        CellPlace run_end_place;
    };
    struct YearRow {
        int year = 0;
        std::string end;
        double weight = 0;
    };
    struct Group {
        Waiting tie;
        std::vector<YearRow> rows;
        std::string first, last;  // dates, for spreads
        double weight = 0;
    };
    struct Member {
        Waiting tie;
        std::string side;
        std::uint64_t row = 0;
    };
    struct Count {
        std::uint64_t rows = 0, friendly = 0, hostile = 0, unsigned_ties = 0, last_row = 0;
        std::uint64_t above_zero = 0, below_zero = 0;  // weights of those without a sign
        std::uint64_t ties() const { return friendly + hostile + unsigned_ties; }
    };

    void choose_columns(const std::array<bool, own_columns>& ruled);
    Waiting waiting(const TieDraft& draft, std::span<const std::string_view> cells, CellPlace row,
                    const PlaceOf& place);
    bool has(const DateColumns& date);
    void note_lacking();
    void note_lacking_dates();
    void look_for_lists(const TieDraft& draft);
    std::string key_of(const Waiting& tie, std::span<const std::string_view> cells) const;
    void take(Waiting tie, std::span<const std::string_view> cells);
    bool joins(const Waiting& tie) const;
    void write_alone(Waiting tie);
    void join(Group& group, const Waiting& tie, bool first);
    void write(const Waiting& tie);
    void write_runs(Group& group, int last_year);
    void write_groups();
    std::optional<Waiting> pair_of(const Member& a, const Member& b) const;
    void write_members();
    void write_actors(CellPlace row);
    void settle_times();
    void settle_origins();
    void sign_by_weight();
    std::vector<std::string> decisions() const;
    std::string clause(std::size_t rule) const;

    const Preset& preset_;
    std::string file_;
    RowInterpreter rows_;
    std::array<std::uint32_t, own_columns> origin_;  // slot
    std::vector<const Party*>
        uncounted_;                    // whose cells may name several, without the column that counts them
    std::vector<std::size_t> output_;  // of each of our columns: its column in the table, npos for none
    std::array<std::uint32_t, own_columns>
        kept_;  // of each of our columns that no rule fills: the file's own
    std::vector<std::pair<std::string, std::uint32_t>> attributes_;  // header and slot
    std::vector<std::uint32_t> by_;                                  // slots
    std::uint32_t run_end_ = no_slot, group_ = no_slot, side_ = no_slot;
    PresetReading result_;
    std::vector<Count> counts_;  // of each of the preset's ties
    std::unordered_map<std::string, std::size_t> groups_;
    std::vector<Group> joined_;
    std::map<std::string, std::vector<Member>> members_;
    std::vector<std::string> member_order_;
    std::unordered_set<std::string> actors_;  // already written
    std::map<std::string, std::uint64_t, std::less<>> left_out_;
    std::map<std::string, std::uint64_t, std::less<>> ends_missing_;  // of rows with another tie, by reason
    std::uint64_t row_ = 0, mirrored_ = 0, open_runs_ = 0, yearless_ = 0;
    std::uint64_t numbers_ = 0, dates_ = 0;  // of starts and ends, where they may be either
    int last_year_ = 0;
    bool with_actors_ = false;
};

}  // namespace entente::io
