#include "io/aggregate/event_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/diagnostics.hpp"
#include "io/ties/cell_remedies.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

// What aggregating does not want need not be split.
Preset slimmed(Preset preset, const EventParser::Wants& wants) {
    for (TieRule& tie : preset.ties) {
        tie.note.clear();
        tie.confidence.clear();
        if (!wants.citations) tie.citation.clear();
        if (!wants.relations) tie.relation.clear();
    }
    return preset;
}

}  // namespace

EventParser::EventParser(const Preset& preset, const std::string& file,
                         const std::vector<std::string>& header, TableForm form, Wants wants)
    : preset_(slimmed(preset, wants)),
      rows_(std::make_unique<RowInterpreter>(preset_, file, header, wants.rules)),
      form_(form),
      wants_(std::move(wants)),
      scanner_(std::make_unique<RecordScanner>(form, rows_->columns())) {
    wants_.rules.decimal = 0;  // what the interpreter gives is plain
}

EventBlock EventParser::parse(std::string_view piece) {
    EventBlock block;
    block.rule_rows.resize(preset_.ties.size());
    scanner_->scan(
        piece, [&](std::span<const std::string_view> cells, std::uint64_t line) { take(block, cells, line); },
        [&](RecordFault fault) {
            block.add_fault({fault.line, fault.column, std::move(fault.message)});
        });
    block.rows = scanner_->rows();
    block.lines = scanner_->lines();
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
    Event event;
    auto wrong = fill_sign_and_weight(block, draft, event);
    if (!wrong) wrong = fill_days(block, draft, event);
    if (wrong) {
        const std::uint32_t slot = wrong->piece->slot;
        block.add_fault({line, slot == no_slot ? 0 : rows_->columns()[slot], std::move(wrong->message)});
        return false;
    }
    if (!draft.directed.text.empty())
        event.directed = parse_directedness(draft.directed.text) == Directedness::directed;
    event.source = block.actors.number_of(draft.source.id.text);
    block.describe(event.source, draft.source.label, draft.source.kind);
    event.target = block.actors.number_of(draft.target.id.text);
    block.describe(event.target, draft.target.label, draft.target.kind);
    if (wants_.relations) event.relation = block.relations.number_of(draft.relation.text);
    if (!draft.citation.text.empty()) block.cite(event, draft.citation.text);
    block.events.push_back(event);
    return true;
}

std::optional<EventParser::Wrong> EventParser::fill_sign_and_weight(EventBlock& block, const TieDraft& draft,
                                                                    Event& event) const {
    const std::string_view word = draft.sign.text, text = draft.weight.text;
    std::optional<Sign> sign;
    if (!word.empty()) {
        sign = word == "-"   ? Sign::negative
               : word == "+" ? Sign::positive
                             : parse_sign(word, wants_.rules.decimal);
        if (!sign) return Wrong{&draft.sign, fmt::format("the sign must be + or -, not {}", quoted(word))};
    }
    std::int64_t weight = weight_unit;
    if (!text.empty()) {
        const auto exact = wants_.rules.decimal == ',' ? std::nullopt : exact_weight(text);
        const auto number = exact ? std::nullopt : parse_decimal(text, wants_.rules.decimal);
        if (!exact && !number)
            return Wrong{&draft.weight,
                         fmt::format("the weight must be a plain decimal number such as 2 or 0.5, not {}",
                                     quoted(text))};
        SummedWeight summed = exact ? SummedWeight{.weight = *exact} : summed_weight(*number, text);
        if (!summed.fault.empty()) return Wrong{&draft.weight, std::move(summed.fault)};
        weight = summed.weight;
        if (weight < 0 && sign && *sign != Sign::negative)
            return Wrong{
                &draft.weight,
                fmt::format("the weight {} is negative, but the sign says {}; make the sign - or the "
                            "weight positive",
                            quoted(text), quoted(word))};
        if (summed.rounded) ++block.rounded_weights;
        block.any_negative = block.any_negative || weight < 0;
    }
    if (!sign) {
        block.any_open_sign = true;
        if (wants_.weights_are_signs)
            sign = weight < 0 ? Sign::negative : weight > 0 ? Sign::positive : Sign::none;
    }
    event.sign = sign.value_or(wants_.rules.sign.value_or(Sign::none));
    event.weight = weight < 0 ? -weight : weight;
    return std::nullopt;
}

std::optional<EventParser::Wrong> EventParser::fill_days(EventBlock& block, const TieDraft& draft,
                                                         Event& event) {
    const std::string_view start = draft.start.text;
    const std::string_view end = means_ongoing(draft.end.text) ? std::string_view() : draft.end.text;
    if (start.empty() && end.empty()) return std::nullopt;
    if (start != last_start_ || end != last_end_) {
        last_start_.clear(), last_end_.clear();
        if (auto wrong = read_days(draft, end)) return wrong;
        last_start_ = start, last_end_ = end;
    }
    block.set_days(event, last_period_);
    return std::nullopt;
}

std::optional<EventParser::Wrong> EventParser::read_days(const TieDraft& draft, std::string_view end) {
    // Most dates are plain.
    const auto date_of = [&](std::string_view text) -> std::optional<DayInterval> {
        if (const auto date = parse_date(text)) return date;
        const auto reading = read_date(text, wants_.rules.dates);
        return reading ? std::optional(reading->date) : std::nullopt;
    };
    const auto wrong = [](const Piece& piece, bool start) {
        return Wrong{&piece, fmt::format("{} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}",
                                         quoted(piece.text), date_remedy(piece.text, start))};
    };
    last_period_ = {};
    if (!draft.start.text.empty()) {
        const auto date = date_of(draft.start.text);
        if (!date) return wrong(draft.start, true);
        last_period_.start = *date;
    }
    if (!end.empty()) {
        const auto date = date_of(end);
        if (!date) return wrong(draft.end, false);
        last_period_.end = *date;
    }
    if (last_period_.end.latest < last_period_.start.earliest)
        return Wrong{&draft.end, fmt::format("the end {} is before the start {}; swap or correct them",
                                             quoted(end), quoted(draft.start.text))};
    return std::nullopt;
}

}  // namespace entente::io
