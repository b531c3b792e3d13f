// From one row of a data set to the ties that it gives, as its preset says. Without memory of other rows:
// joining rows into spells is spell_table's part.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.hpp"
#include "io/cell_rules.hpp"
#include "io/presets/preset.hpp"

namespace entente::io {

inline constexpr std::uint32_t no_slot = 0xFFFFFFFF;

// A piece of text and the slot of the cell it comes from (for messages); no_slot for the preset's own words.
struct Piece {
    std::string_view text;
    std::uint32_t slot = no_slot;
};

struct DraftEnd {
    Piece id;
    std::string_view label, kind;
};

// A tie as a row gives it: every piece as it goes into a ties file, dates as YYYY-MM-DD, YYYY-MM or YYYY.
struct TieDraft {
    DraftEnd source, target;
    Piece relation, sign, weight, directed, confidence, citation, note, start, end;
    std::uint32_t rule = 0;  // which of the preset's ties
};

class RowInterpreter {
public:
    // `header` are the columns of the file as it names them. Throws Error(Fault::data) if none of the
    // preset's ties finds its columns.
    // Numbers and dates come out plain where `rules` say how they are written.
    RowInterpreter(const Preset& preset, const std::string& file, const std::vector<std::string>& header,
                   const CellRules& rules = {});
    RowInterpreter(const RowInterpreter&) = delete;
    RowInterpreter& operator=(const RowInterpreter&) = delete;

    DateOrder dates() const { return dates_; }  // in which the file writes them

    // The columns of the file whose cells interpret() wants, in its order; the slot of a cell is its place
    // here.
    const std::vector<std::uint32_t>& columns() const { return columns_; }
    // The slot of a column of the file, by its name, taken in if it is not yet; no_slot if there is none.
    std::uint32_t slot_of(std::string_view name);
    std::uint32_t slot_of_column(std::uint32_t column);

    struct Row {
        std::span<const TieDraft> ties;
        std::string_view left_out;     // why there are none; "" if there are
        std::string_view end_missing;  // of a tie that the preset requires: which; "" if none is
    };
    // The views hold until the next call and as long as the cells do.
    Row interpret(std::span<const std::string_view> cells);

    // Everybody whom the last row names, with or without a tie.
    std::vector<DraftEnd> named() const;

    // A cell as the preset sees it: trimmed, empty where a missing word stands.
    std::string_view cell(std::span<const std::string_view> cells, std::uint32_t slot) const;

    // The number as it is read without --decimal; the text itself where it is none.
    std::string plain(std::string_view number) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return hash_of(text); }
    };
    struct BoundTerm {
        const Term* term;
        std::vector<std::uint32_t> slots;
        // The words as written and normalized, and those already looked up.
        std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> words;
    };
    using BoundTerms = std::vector<BoundTerm>;
    struct BoundParty {
        const Party* party;
        std::uint32_t slot, count_slot, cut_slot;
        BoundTerms label, kind;
    };
    struct BoundCondition {
        const Condition* condition;
        std::uint32_t slot;
    };
    struct BoundTie {
        const TieRule* rule;
        std::uint32_t index;
        std::vector<std::size_t> source, target;  // parties
        std::vector<BoundCondition> when;
        BoundTerms relation, sign, weight, directed, confidence, citation, note;
    };
    struct BoundDate {
        std::uint32_t column, year, month, day, open;
        std::string_view open_value;
    };
    struct Span {
        std::string_view start, end, weight;
    };

    BoundTerms bind(const Terms& terms);
    std::vector<BoundDate> bind(const std::vector<DateColumns>& dates);
    void bind_ties();
    std::string_view keep(std::string text) { return scratch_.emplace_back(std::move(text)); }

    Piece value(BoundTerms& terms, std::span<const std::string_view> cells);
    Piece value(BoundTerm& term, std::span<const std::string_view> cells);
    Piece number(const BoundTerm& term, Piece piece);
    Piece plain(Piece number);
    bool holds(const BoundTie& tie, std::span<const std::string_view> cells) const;
    void fill_party(std::size_t party, std::span<const std::string_view> cells);
    void add_ties(BoundTie& tie, std::span<const std::string_view> cells);
    Piece date(const std::vector<BoundDate>& dates, std::span<const std::string_view> cells);
    Piece date(const BoundDate& bound, std::span<const std::string_view> cells);
    void fill_spans(std::span<const std::string_view> cells);
    void fill_event(Piece day, std::span<const std::string_view> cells);

    // Whether the preset, or whoever reads with it, takes the word for an empty cell.
    bool means_nothing(std::string_view text) const;

    const Preset& preset_;
    char decimal_;
    DateOrder dates_;
    std::vector<std::string> missing_;  // the words, in lower case
    std::string file_;
    const std::vector<std::string> header_;
    std::vector<std::string> names_;  // of the header, normalized
    std::vector<std::uint32_t> columns_;
    std::vector<BoundParty> parties_;
    std::vector<BoundTie> ties_;
    std::vector<BoundDate> start_, end_;
    std::uint32_t precision_ = no_slot, timeset_ = no_slot, weight_spans_ = no_slot;
    std::deque<std::string> scratch_;          // texts made for the row
    std::vector<std::vector<DraftEnd>> ends_;  // of each party in this row
    std::vector<bool> filled_;
    std::vector<std::size_t> filled_order_;  // parties, as the ties asked for them
    std::vector<std::pair<Piece, Piece>> times_;
    std::vector<std::string_view> span_weights_;
    std::vector<TieDraft> drafts_;
    std::string last_date_, last_date_read_;  // rows of one day follow each other
    std::string_view end_missing_;
};

// A preset's header name as it is compared: normalized, a typed one ("since:int", ":START_ID(Person)")
// without its type.
std::string preset_name(std::string_view header);

}  // namespace entente::io
