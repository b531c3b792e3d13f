// The cells that events add up in: one for each pair of actors, sign, relation and period. Memory grows with
// cells and actors, never with events.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/aggregate/event_parser.hpp"
#include "io/aggregate/text_store.hpp"

namespace entente::io {

// An array that never moves what it holds, so that growing does not need twice the memory.
template <class Item>
class BlockArray {
public:
    std::size_t size() const { return size_; }
    Item& operator[](std::size_t i) { return blocks_[i >> bits][i & mask]; }
    const Item& operator[](std::size_t i) const { return blocks_[i >> bits][i & mask]; }
    void push_back(const Item& item) {
        if (size_ >> bits == blocks_.size()) blocks_.push_back(std::make_unique<Item[]>(mask + 1));
        blocks_[size_ >> bits][size_ & mask] = item;
        ++size_;
    }
    std::size_t memory() const { return blocks_.size() * (mask + 1) * sizeof(Item); }
    const Item* address(std::size_t i) const { return &blocks_[i >> bits][i & mask]; }

private:
    static constexpr std::size_t bits = 15, mask = (std::size_t{1} << bits) - 1;
    std::vector<std::unique_ptr<Item[]>> blocks_;
    std::size_t size_ = 0;
};

inline constexpr std::uint32_t no_citation = 0xFFFFFFFF;

struct EventCell {
    std::uint32_t source = 0,
                  target = 0;             // of a pair without direction the actor first named, then the other
    std::uint32_t relation_and_bits = 0;  // relation · 8 + directed · 4 + sign
    Period32 period;
    std::uint32_t positive = 0, negative = 0;
    std::uint32_t unsaid : 31 = 0;
    std::uint32_t turned : 1 = 0;  // a pair without direction whose first event names the target first
    EventDays days;
    std::uint32_t citations = no_citation;  // the first of its list

    std::uint64_t events() const { return std::uint64_t{positive} + negative + unsaid; }
    std::uint32_t relation() const { return relation_and_bits >> 3U; }
    bool directed() const { return (relation_and_bits & 4U) != 0; }
    Sign sign() const;
    bool same_group(const EventCell& other) const {
        return source == other.source && target == other.target &&
               relation_and_bits == other.relation_and_bits;
    }
    std::uint64_t group_hash() const;
};
static_assert(sizeof(EventCell) == 48);

struct CellWeights {
    std::int64_t sum = 0, strength = 0;  // Σ |w| and Σ ± |w|
};

struct ActorTotals {
    std::uint64_t events = 0;
    DaySpan days;
    std::uint32_t label = 0, kind = 0;  // words
};

struct CellOptions {
    bool by_sign = true, by_relation = false;
    PeriodKind by = PeriodKind::year;
    std::uint64_t citations = 3;
    std::uint64_t memory = 0;  // most bytes of cells and names; 0: no bound
};

class CellTable {
public:
    explicit CellTable(const CellOptions& options);

    // Takes the events of a block in their order. Throws Error(Fault::data) when a sum does not fit or memory
    // is used up.
    void take(const EventBlock& block);

    const CellOptions& options() const { return options_; }
    std::size_t size() const { return cells_.size(); }
    const EventCell& cell(std::size_t i) const { return cells_[i]; }
    CellWeights weights(std::size_t i) const;
    std::size_t actor_count() const { return actors_.size(); }
    std::string_view actor(std::uint32_t i) const { return names_.word(i); }
    const ActorTotals& actor_totals(std::uint32_t i) const { return actors_[i]; }
    std::string_view described(std::uint32_t word) const { return descriptions_.word(word); }
    std::string_view relation(std::uint32_t i) const { return relations_.word(i); }
    std::uint64_t long_periods() const { return long_periods_; }  // events whose date spans periods

    // The places of a cell's citations, in the order of the events; and the text at such a place.
    std::vector<std::uint64_t> citations(std::size_t i) const;
    std::string citation_at(std::uint64_t place) const { return texts_.at(place); }

    // The number of an actor, added if it is new.
    std::uint32_t actor_named(std::string_view name, std::string_view label, std::string_view kind);

    // Says more of an actor, who is added with its first event.
    void describe(std::string_view name, std::string_view label, std::string_view kind);
    void count_actor(std::uint32_t actor, std::uint64_t events, DaySpan days);

    // Every pair without direction the way its first event of all names it, and room before output: what only
    // adding needs goes.
    void close();

private:
    struct Citation {
        std::uint64_t place_and_hash = 0;  // 40 bits and 24
        std::uint32_t next = no_citation;
    };
    struct Ends {
        std::uint32_t source, target;
    };
    std::uint64_t slot_hash(const EventCell& cell) const;
    std::size_t find_or_add(const EventCell& key);
    void grow();
    void add(std::size_t cell, const Event& event, std::string_view citation);
    void add_weights(std::size_t index, const Event& event);
    void cite(EventCell& cell, std::string_view citation);
    void check_memory() const;
    void turn_as_first_named();
    EventCell key_of(const Event& event, const std::vector<std::uint32_t>& actors,
                     const std::vector<std::uint32_t>& relations);

    CellOptions options_;
    BlockArray<EventCell> cells_;
    BlockArray<CellWeights> weights_;  // empty as long as every weight is 1
    BlockArray<Citation> citations_;
    std::vector<std::uint32_t> slots_;  // cell + 1; 0: free
    WordTable names_, relations_, descriptions_;
    std::vector<ActorTotals> actors_;
    std::unordered_map<std::string, std::pair<std::string, std::string>> expected_;  // label and kind
    TextStore texts_;
    std::uint64_t long_periods_ = 0;
    DaySpan last_span_;
    Period32 last_period_, last_run_;
};

}  // namespace entente::io
