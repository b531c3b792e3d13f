// Events as they come from some rows of data, before they are added up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/aggregate/period.hpp"
#include "model/network.hpp"

namespace entente::io {

// Weights are summed exactly, in millionths.
inline constexpr std::int64_t weight_unit = 1000000;

// The number in millionths; nothing for what is no plain number or does not fit.
std::optional<std::int64_t> parse_weight(std::string_view text);
// The same, and nothing for what is not written with at most six decimal places and no exponent.
std::optional<std::int64_t> exact_weight(std::string_view text);
std::string weight_text(std::int64_t weight);

// A number as it is summed.
struct SummedWeight {
    std::int64_t weight = 0;
    bool rounded = false;    // it says more than its millionths do
    std::string fault = "";  // why it cannot be summed
};
// `cell` is how the data write it, for the message.
SummedWeight summed_weight(double number, std::string_view cell);

// Words of a piece, each once, by number.
class WordTable {
public:
    std::uint32_t number_of(std::string_view word);
    std::size_t size() const { return words_.size(); }
    std::string_view word(std::uint32_t number) const {
        return {text_.data() + words_[number].start, words_[number].length};
    }
    std::uint64_t hash(std::uint32_t number) const { return words_[number].hash; }
    std::size_t memory() const {
        return text_.capacity() + words_.capacity() * sizeof(Word) +
               slots_.capacity() * sizeof(std::uint32_t);
    }

private:
    struct Word {
        std::uint64_t start = 0, hash = 0;
        std::uint32_t length = 0;
    };
    void grow();
    std::string text_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> slots_;  // number + 1; 0: free
};

struct EventCounts {
    std::uint32_t positive = 0, negative = 0, unsaid = 0;
    std::int64_t total() const { return std::int64_t{positive} + negative + unsaid; }
    std::int64_t balance() const { return std::int64_t{positive} - negative; }
};

struct Event {
    std::uint32_t source = 0, target = 0, relation = 0;  // words of the block
    Sign sign = Sign::none;
    bool directed = false;
    bool joined = false;  // a sum over several periods
    bool empty = false;   // no event, only the citations of a period
    EventDays days;
    std::int64_t weight = weight_unit;
    std::uint64_t citation = 0;  // where it begins in the block's citations …
    std::uint32_t citation_length = 0;
    EventCounts of_sum = {};  // of a row that is a sum already; all 0: one event
    std::int64_t strength_of_sum = 0;

    EventCounts counts() const {
        if (empty) return {};
        if (of_sum.total() > 0) return of_sum;
        return {sign == Sign::positive ? 1U : 0U, sign == Sign::negative ? 1U : 0U,
                sign == Sign::none ? 1U : 0U};
    }
    std::int64_t strength() const {
        if (empty) return 0;
        return of_sum.total() > 0 ? strength_of_sum : static_cast<std::int64_t>(sign) * weight;
    }
};

struct NamedActor {
    std::uint32_t word = 0;
    std::string label, kind;
};

struct EventFault {
    std::uint64_t line = 0;  // of the piece, from 0
    std::size_t column = 0;  // of the table
    std::string message;
};

struct EventBlock {
    std::vector<Event> events;
    WordTable actors, relations;
    std::vector<NamedActor> described;  // actors with a label or a kind
    std::string citations;
    std::uint64_t rows = 0, rows_giving = 0, lines = 0;
    std::uint64_t open_starts = 0, open_ends = 0;
    std::uint64_t rounded_weights = 0;  // of more than six decimal places
    std::vector<std::pair<std::string, std::uint64_t>> left_out;
    std::vector<std::uint64_t> rule_rows;  // of each of the preset's ties
    std::vector<EventFault> faults;        // the first Diagnostics::most_errors of them
    std::uint64_t faults_beyond = 0;
    bool counts_actors = true;  // false: the actors' events are counted elsewhere
    // Whether some weight is negative, and whether some row has no sign: then it takes that of its weight.
    bool any_negative = false, any_open_sign = false;

    void add_fault(EventFault fault);

    // A tie without an end is taken where it starts, one without a start where it ends.
    void set_days(Event& event, const Period& period);
    void cite(Event& event, std::string_view citation);
    // An actor is described when the block first names it with a label or a kind.
    void describe(std::uint32_t actor, std::string_view label, std::string_view kind);

private:
    std::vector<bool> is_described_;
};

}  // namespace entente::io
