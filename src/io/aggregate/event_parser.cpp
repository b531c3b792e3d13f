#include "io/aggregate/event_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/hash.hpp"
#include "base/number.hpp"
#include "io/diagnostics.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

std::optional<std::int64_t> parse_weight(std::string_view text) {
    // Digits with at most six places, as most weights are, exactly.
    const bool negative = text.starts_with('-');
    std::string_view rest = negative || text.starts_with('+') ? text.substr(1) : text;
    std::int64_t value = 0;
    std::size_t places = 0, digits = 0;
    bool point = false, plain = rest.size() <= 18;
    for (const char c : rest) {
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && places < 6) {
            value = value * 10 + (c - '0');
            ++digits;
            places += point ? 1 : 0;
        } else {
            plain = false;
            break;
        }
    }
    if (plain && digits > 0 && digits - places <= 12) {
        for (; places < 6; ++places) value *= 10;
        return negative ? -value : value;
    }
    const auto number = parse_number(text);
    constexpr double most = 9e12;
    if (!number || std::abs(*number) > most) return std::nullopt;
    return std::llround(*number * static_cast<double>(weight_unit));
}

bool is_rounded(std::string_view text, std::int64_t weight) {
    const std::size_t point = text.find('.');
    const bool exponent = text.find_first_of("eE") != std::string_view::npos;
    if (!exponent && (point == std::string_view::npos || text.size() - point <= 7)) return false;
    const auto number = parse_number(text);
    if (!number) return false;
    const double exact = *number * static_cast<double>(weight_unit);
    return std::abs(exact - static_cast<double>(weight)) >
           4 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(exact));
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

namespace {

// What aggregating does not want need not be split.
Preset slimmed(Preset preset, EventParser::Wants wants) {
    for (TieRule& tie : preset.ties) {
        tie.note.clear();
        tie.confidence.clear();
        if (!wants.citations) tie.citation.clear();
        if (!wants.relations) tie.relation.clear();
    }
    return preset;
}

}  // namespace

void EventBlock::add_fault(EventFault fault) {
    if (faults.size() < Diagnostics::most_errors) faults.push_back(std::move(fault));
    else ++faults_beyond;
}

EventParser::EventParser(const Preset& preset, const std::string& file,
                         const std::vector<std::string>& header, TableForm form, Wants wants)
    : preset_(slimmed(preset, wants)),
      rows_(std::make_unique<RowInterpreter>(preset_, file, header)),
      form_(form),
      wants_(wants),
      scanner_(std::make_unique<RecordScanner>(form, rows_->columns())) {}

EventBlock EventParser::parse(std::string_view piece) {
    EventBlock block;
    block.rule_rows.resize(preset_.ties.size());
    described_.clear();
    scanner_->scan(
        piece, [&](std::span<const std::string_view> cells, std::uint64_t line) { take(block, cells, line); },
        [&](RecordFault fault) {
            block.add_fault({fault.line, fault.column, std::move(fault.message)});
        });
    block.rows = scanner_->rows();
    block.lines = scanner_->lines();
    return block;
}

EventBlock EventParser::parse(const RawTable& table) {
    EventBlock block;
    block.rule_rows.resize(preset_.ties.size());
    described_.clear();
    std::vector<std::string_view> cells(rows_->columns().size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = table.cell(row, rows_->columns()[i]);
        take(block, cells, table.row_place(row).line);
    }
    block.rows = table.size();
    return block;
}

void EventParser::take(EventBlock& block, std::span<const std::string_view> cells, std::uint64_t line) {
    const RowInterpreter::Row row = rows_->interpret(cells);
    if (row.ties.empty()) {
        const auto known = std::ranges::find(block.left_out, row.left_out,
                                             [](const auto& one) { return std::string_view(one.first); });
        if (known == block.left_out.end()) {
            block.left_out.emplace_back(row.left_out, 1);
        } else {
            ++known->second;
        }
        return;
    }
    bool good = true;
    std::uint32_t counted = no_slot;
    for (const TieDraft& draft : row.ties) {
        good = fill(block, draft, line) && good;
        if (draft.rule != counted) ++block.rule_rows[draft.rule];
        counted = draft.rule;
    }
    if (good) ++block.rows_giving;
}

bool EventParser::fill(EventBlock& block, const TieDraft& draft, std::uint64_t line) {
    const auto fault = [&](const Piece& piece, std::string message) {
        block.add_fault({line, piece.slot == no_slot ? 0 : rows_->columns()[piece.slot], std::move(message)});
        return false;
    };
    Event event;
    if (!draft.sign.text.empty()) {
        const std::string_view word = draft.sign.text;
        const auto sign = word == "-" ? Sign::negative : word == "+" ? Sign::positive : parse_sign(word);
        if (!sign) return fault(draft.sign, fmt::format("the sign must be + or -, not {}", quoted(word)));
        event.sign = *sign;
    }
    if (!draft.weight.text.empty()) {
        const auto weight = parse_weight(draft.weight.text);
        if (!weight)
            return fault(draft.weight,
                         fmt::format("the weight must be a plain number of at most twelve digits, not {}",
                                     quoted(draft.weight.text)));
        const bool rounded = is_rounded(draft.weight.text, *weight);
        if (rounded && *weight == 0)
            return fault(draft.weight,
                         fmt::format("the weight {} is less than half a millionth, the unit of the sums; "
                                     "write all weights in a smaller unit",
                                     quoted(draft.weight.text)));
        if (rounded) ++block.rounded_weights;
        if (*weight < 0 && event.sign == Sign::none) event.sign = Sign::negative;
        event.weight = *weight < 0 ? -*weight : *weight;
    }
    if (!draft.directed.text.empty())
        event.directed = parse_directedness(draft.directed.text) == Directedness::directed;
    if (!fill_days(block, draft, line, event)) return false;
    event.source = block.actors.number_of(draft.source.id.text);
    describe(block, event.source, draft.source);
    event.target = block.actors.number_of(draft.target.id.text);
    describe(block, event.target, draft.target);
    if (wants_.relations) event.relation = block.relations.number_of(draft.relation.text);
    if (!draft.citation.text.empty()) {
        event.citation = block.citations.size();
        event.citation_length = static_cast<std::uint32_t>(draft.citation.text.size());
        block.citations += draft.citation.text;
    }
    block.events.push_back(event);
    return true;
}

// An actor is described when the piece first names it with a label or a kind.
void EventParser::describe(EventBlock& block, std::uint32_t actor, const DraftEnd& end) {
    if (end.label.empty() && end.kind.empty()) return;
    if (described_.size() <= actor) described_.resize(actor + 1);
    if (described_[actor]) return;
    described_[actor] = true;
    block.described.push_back({actor, std::string(end.label), std::string(end.kind)});
}

bool EventParser::fill_days(EventBlock& block, const TieDraft& draft, std::uint64_t line, Event& event) {
    const std::string_view start = draft.start.text;
    const std::string_view end = means_ongoing(draft.end.text) ? std::string_view() : draft.end.text;
    if (start.empty() && end.empty()) return true;
    if (!last_known_ || start != last_start_ || end != last_end_) {
        last_start_ = start, last_end_ = end;
        last_days_ = days_of(start, end);
        last_known_ = true;
    }
    if (!last_days_.known()) {
        block.add_fault({line, draft.start.slot == no_slot ? 0 : rows_->columns()[draft.start.slot],
                         fmt::format("{} is no date; write YYYY-MM-DD, YYYY-MM or YYYY",
                                     quoted(start.empty() ? end : start))});
        return false;
    }
    if (end.empty()) ++block.open_ends;
    if (start.empty()) ++block.open_starts;
    event.days = last_days_;
    return true;
}

}  // namespace entente::io
