#include "io/aggregate/event_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/hash.hpp"
#include "base/number.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

std::optional<std::int64_t> exact_weight(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view rest = negative || text.starts_with('+') ? text.substr(1) : text;
    if (rest.size() > 18) return std::nullopt;
    std::int64_t value = 0;
    std::size_t places = 0, digits = 0;
    bool point = false;
    for (const char c : rest) {
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && places < 6) {
            value = value * 10 + (c - '0');
            ++digits;
            places += point ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || digits - places > 12) return std::nullopt;
    for (; places < 6; ++places) value *= 10;
    return negative ? -value : value;
}

namespace {

constexpr double most_weight = 9e12;

// Whole numbers exactly: their millionths have more digits than a double.
std::int64_t millionths(double number) {
    const double whole = std::trunc(number);
    return static_cast<std::int64_t>(whole) * weight_unit +
           std::llround((number - whole) * static_cast<double>(weight_unit));
}

}  // namespace

std::optional<std::int64_t> parse_weight(std::string_view text) {
    if (const auto exact = exact_weight(text)) return exact;
    const auto number = parse_number(text);
    if (!number || std::abs(*number) > most_weight) return std::nullopt;
    return millionths(*number);
}

SummedWeight summed_weight(double number, std::string_view cell) {
    if (!(std::abs(number) <= most_weight))
        return {.fault = fmt::format("the weight must be a plain number of at most twelve digits, not {}",
                                     quoted(cell))};
    SummedWeight summed{.weight = millionths(number)};
    const double whole = std::trunc(number), unit = static_cast<double>(weight_unit);
    const double part = (number - whole) * unit;
    summed.rounded = std::abs(part - std::round(part)) >
                     4 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(number * unit));
    if (summed.rounded && summed.weight == 0)
        summed.fault = fmt::format(
            "the weight {} is less than half a millionth, the unit of the sums; write all weights in a "
            "smaller "
            "unit",
            quoted(cell));
    return summed;
}

std::string weight_text(std::int64_t weight) {
    const bool negative = weight < 0;
    const std::uint64_t magnitude =
        negative ? 0 - static_cast<std::uint64_t>(weight) : static_cast<std::uint64_t>(weight);
    std::string text = fmt::format("{}{}", negative ? "-" : "", magnitude / weight_unit);
    if (magnitude % weight_unit == 0) return text;
    text += fmt::format(".{:06}", magnitude % weight_unit);
    while (text.ends_with('0')) text.pop_back();
    return text;
}

std::uint32_t WordTable::number_of(std::string_view word) {
    if ((words_.size() + 1) * 2 > slots_.size()) grow();
    const std::uint64_t hash = hash_of(word), mask = slots_.size() - 1;
    for (std::uint64_t slot = hash & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == 0) {
            words_.push_back({text_.size(), hash, static_cast<std::uint32_t>(word.size())});
            text_ += word;
            slots_[slot] = static_cast<std::uint32_t>(words_.size());
            return slots_[slot] - 1;
        }
        const std::uint32_t number = slots_[slot] - 1;
        if (words_[number].hash == hash && this->word(number) == word) return number;
    }
}

void WordTable::grow() {
    constexpr std::size_t least = 64;
    slots_.assign(std::max(least, slots_.size() * 2), 0);
    const std::uint64_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        std::uint64_t slot = words_[i].hash & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void EventBlock::add_fault(EventFault fault) {
    if (faults.size() < Diagnostics::most_errors) faults.push_back(std::move(fault));
    else ++faults_beyond;
}

void EventBlock::set_days(Event& event, const Period& period) {
    const bool starts = period.start.earliest != beginning_of_time, ends = period.end.latest != end_of_time;
    if (!starts && !ends) return;
    const DayInterval start = starts ? period.start : period.end, end = ends ? period.end : period.start;
    event.days = {start.earliest, start.latest, end.earliest, end.latest};
    if (!starts) ++open_starts;
    if (!ends) ++open_ends;
}

void EventBlock::cite(Event& event, std::string_view citation) {
    event.citation = citations.size();
    event.citation_length = static_cast<std::uint32_t>(citation.size());
    citations += citation;
}

void EventBlock::describe(std::uint32_t actor, std::string_view label, std::string_view kind) {
    if (label.empty() && kind.empty()) return;
    if (is_described_.size() <= actor) is_described_.resize(actor + 1);
    if (is_described_[actor]) return;
    is_described_[actor] = true;
    described.push_back({actor, std::string(label), std::string(kind)});
}

}  // namespace entente::io
