#include "io/presets/row_interpreter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/presets/dates.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

const Piece nothing{};
constexpr std::size_t npos = std::string_view::npos;

std::size_t parts_in(std::string_view text, std::string_view separator) {
    std::size_t count = 1;
    for (std::size_t at = text.find(separator); at != npos; at = text.find(separator, at + separator.size()))
        ++count;
    return count;
}

// Whether a cell says what a preset asks for. Statistics programs write 1 as 1.0 and 01, R as TRUE, people
// yes.
bool says(std::string_view text, std::string_view value) {
    if (text == value) return true;
    const auto number = parse_number(text);
    if (number) return parse_number(value) == number;
    constexpr std::array<std::string_view, 5> yes{"true", "t", "yes", "y", "x"};
    constexpr std::array<std::string_view, 4> no{"false", "f", "no", "n"};
    const auto one_of = [word = lower(text)](auto words) {
        return std::ranges::find(words, word) != words.end();
    };
    return (value == "1" && one_of(yes)) || (value == "0" && one_of(no));
}

}  // namespace

std::string_view RowInterpreter::cell(std::span<const std::string_view> cells, std::uint32_t slot) const {
    if (slot >= cells.size()) return {};
    const std::string_view text = trimmed(cells[slot]);
    return means_nothing(text) ? std::string_view() : text;
}

bool RowInterpreter::means_nothing(std::string_view text) const {
    const auto same = [](char c, char of_word) {
        return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == of_word;
    };
    return std::ranges::any_of(missing_, [&](const std::string& word) {
        return word.size() == text.size() && std::equal(text.begin(), text.end(), word.begin(), same);
    });
}

Piece RowInterpreter::value(BoundTerms& terms, std::span<const std::string_view> cells) {
    for (BoundTerm& term : terms) {
        if (const Piece piece = value(term, cells); !piece.text.empty()) return piece;
    }
    return nothing;
}

Piece RowInterpreter::value(BoundTerm& term, std::span<const std::string_view> cells) {
    if (!term.term->literal.empty()) return {term.term->literal, no_slot};
    Piece piece;
    if (term.slots.size() == 1) {
        piece = {cell(cells, term.slots[0]), term.slots[0]};
    } else {
        std::string joined;
        for (const std::uint32_t slot : term.slots) {
            const std::string_view text = cell(cells, slot);
            if (text.empty()) continue;
            if (!joined.empty()) joined += term.term->joiner;
            joined += text;
        }
        if (!joined.empty()) piece = {keep(std::move(joined)), term.slots[0]};
    }
    if (term.term->number != Term::Number::no) return number(term, piece);
    if (term.term->words.empty() || (piece.text.empty() && term.term->otherwise.empty())) return piece;
    auto known = term.words.find(piece.text);
    if (known == term.words.end()) {
        // Looked up once, then known: words are few, as a rule.
        const auto meant = term.words.find(normalized(piece.text));
        std::string found = meant != term.words.end() ? meant->second
                            : term.term->others_stay  ? std::string(piece.text)
                                                      : term.term->otherwise;
        constexpr std::size_t most_known = 10'000;
        if (term.words.size() >= most_known) return {keep(std::move(found)), piece.slot};
        known = term.words.emplace(piece.text, std::move(found)).first;
    }
    return {known->second, piece.slot};
}

std::string RowInterpreter::plain(std::string_view number) const {
    return decimal_ == 0 ? std::string(number) : plain_number(number, decimal_).value_or(std::string(number));
}

Piece RowInterpreter::plain(Piece number) {
    if (decimal_ == 0 || number.text.empty()) return number;
    return {keep(plain(number.text)), number.slot};
}

// What is no number stays as it is, for the checks of ties to tell.
Piece RowInterpreter::number(const BoundTerm& term, Piece piece) {
    piece = plain(piece);
    const std::string_view text = piece.text;
    const auto number = parse_number(text);
    if (!number) return piece;
    switch (term.term->number) {
        case Term::Number::sign:
            return {*number > 0 ? "+" : *number < 0 ? "-" : "none", piece.slot};
        case Term::Number::positive:
            return *number > 0 ? piece : nothing;
        case Term::Number::absolute:
            return {text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text, piece.slot};
        case Term::Number::no:
            break;
    }
    return piece;
}

bool RowInterpreter::holds(const BoundTie& tie, std::span<const std::string_view> cells) const {
    return std::ranges::all_of(tie.when, [&](const BoundCondition& bound) {
        const std::string_view text = cell(cells, bound.slot);
        const auto& values = bound.condition->values;
        const auto same = [&](const std::string& value) { return says(text, value); };
        const bool found = !text.empty() && (values.empty() || std::ranges::any_of(values, same));
        return found != bound.condition->negated;
    });
}

void RowInterpreter::fill_party(std::size_t index, std::span<const std::string_view> cells) {
    if (filled_[index]) return;
    filled_[index] = true;
    filled_order_.push_back(index);
    BoundParty& bound = parties_[index];
    const Party& party = *bound.party;
    std::vector<DraftEnd>& ends = ends_[index];
    ends.clear();
    std::string_view text = cell(cells, bound.slot);
    if (!party.cut_by.empty()) {
        const std::string cut = fmt::format(" ({}) ", cell(cells, bound.cut_slot));
        const std::size_t at = text.find(cut);
        if (at == npos) return;
        text = party.after_cut ? text.substr(at + cut.size()) : text.substr(0, at);
    }
    if (text.empty()) return;
    const std::string_view label = value(bound.label, cells).text, kind = value(bound.kind, cells).text;
    const auto add = [&](std::string_view name) {
        name = trimmed(name);
        if (name.empty() || means_nothing(name)) return;
        DraftEnd end{{name, bound.slot}, label, kind};
        if (!party.kind_by_prefix.empty()) {
            end.kind = party.kind_otherwise;
            for (const auto& [prefix, of_prefix] : party.kind_by_prefix)
                if (name.starts_with(prefix)) end.kind = of_prefix;
        }
        ends.push_back(end);
    };
    const bool several = !party.list.empty() && text.find(party.list) != npos &&
                         (party.count_by.empty() ||
                          parts_in(text, party.list) == parts_in(cell(cells, bound.count_slot), party.list));
    if (!several) return add(text);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(party.list, from), text.size());
        add(text.substr(from, to - from));
        from = to + party.list.size();
    }
}

// "" where the tie goes on.
Piece RowInterpreter::date(const std::vector<BoundDate>& dates, std::span<const std::string_view> cells) {
    for (const BoundDate& bound : dates) {
        if (bound.open != no_slot && says(cell(cells, bound.open), bound.open_value)) return nothing;
        if (const Piece piece = date(bound, cells); !piece.text.empty()) return piece;
    }
    return nothing;
}

Piece RowInterpreter::date(const BoundDate& bound, std::span<const std::string_view> cells) {
    if (bound.column != no_slot) {
        const std::string_view text = cell(cells, bound.column);
        if (text.empty() || is_iso_date(text)) return {text, bound.column};
        if (text != last_date_) last_date_ = text, last_date_read_ = canonical_date(text, dates_);
        return {keep(last_date_read_), bound.column};
    }
    if (bound.year == no_slot) return nothing;
    return {keep(date_of_parts(cell(cells, bound.year), cell(cells, bound.month), cell(cells, bound.day))),
            bound.year};
}

// An event: the day, or as much of it as its precision says.
void RowInterpreter::fill_event(Piece day, std::span<const std::string_view> cells) {
    const std::string_view precision = cell(cells, precision_);
    std::string_view meaning;
    for (const auto& [word, means] : preset_.time.precisions)
        if (word == precision) meaning = means;
    Piece last = date(end_, cells);
    if (meaning == "month" && day.text.size() > 7) day.text = day.text.substr(0, 7);
    if (meaning == "year" && day.text.size() > 4) day.text = day.text.substr(0, 4);
    if (meaning == "span" && !last.text.empty() && last.text != day.text)
        day.text = keep(day_within(day.text, last.text));
    times_.emplace_back(day, day);
}

void RowInterpreter::fill_spans(std::span<const std::string_view> cells) {
    times_.clear();
    span_weights_.clear();
    const bool weight_spans = weight_spans_ != no_slot && cell(cells, weight_spans_).find('[') != npos;
    if (timeset_ != no_slot || weight_spans) {
        const std::uint32_t slot = timeset_ != no_slot ? timeset_ : weight_spans_;
        for (DatedSpan& span : read_spans(cell(cells, slot))) {
            times_.emplace_back(Piece{keep(std::move(span.start)), slot},
                                Piece{keep(std::move(span.end)), slot});
            span_weights_.push_back(keep(std::move(span.value)));
        }
        if (times_.empty()) times_.emplace_back(), span_weights_.emplace_back();
        return;
    }
    Piece start = date(start_, cells);
    if (preset_.time.point) return fill_event(start, cells);
    Piece end = date(end_, cells);
    // What begins and ends at once has been there at that time.
    if (preset_.time.exclusive && !end.text.empty() && end.text != start.text)
        end.text = keep(last_included(end.text, start.text));
    times_.emplace_back(start, end);
}

void RowInterpreter::add_ties(BoundTie& tie, std::span<const std::string_view> cells) {
    if (!holds(tie, cells)) return;
    for (const std::size_t party : tie.source) fill_party(party, cells);
    for (const std::size_t party : tie.target) fill_party(party, cells);
    TieDraft draft{.source = {},
                   .target = {},
                   .relation = value(tie.relation, cells),
                   .sign = value(tie.sign, cells),
                   .weight = plain(value(tie.weight, cells)),
                   .directed = value(tie.directed, cells),
                   .confidence = plain(value(tie.confidence, cells)),
                   .citation = value(tie.citation, cells),
                   .note = value(tie.note, cells),
                   .start = {},
                   .end = {},
                   .rule = tie.index};
    bool any_source = false, any_target = tie.target.empty();
    for (const std::size_t target : tie.target) any_target = any_target || !ends_[target].empty();
    for (const std::size_t source : tie.source) {
        for (const DraftEnd& from : ends_[source]) {
            any_source = true;
            draft.source = from;
            const auto add = [&] {
                for (std::size_t i = 0; i < times_.size(); ++i) {
                    std::tie(draft.start, draft.end) = times_[i];
                    if (!span_weights_.empty() && !span_weights_[i].empty())
                        draft.weight = {span_weights_[i], draft.start.slot};
                    drafts_.push_back(draft);
                }
            };
            if (tie.target.empty()) add();
            for (const std::size_t target : tie.target) {
                for (const DraftEnd& to : ends_[target]) draft.target = to, add();
            }
        }
    }
    if (tie.rule->required && (!any_source || !any_target))
        end_missing_ = any_target ? preset_.missing_source : preset_.missing_end;
}

std::vector<DraftEnd> RowInterpreter::named() const {
    std::vector<DraftEnd> ends;
    for (const std::size_t party : filled_order_)
        ends.insert(ends.end(), ends_[party].begin(), ends_[party].end());
    return ends;
}

RowInterpreter::Row RowInterpreter::interpret(std::span<const std::string_view> cells) {
    scratch_.clear();
    drafts_.clear();
    end_missing_ = {};
    filled_.assign(filled_.size(), false);
    filled_order_.clear();
    fill_spans(cells);
    for (BoundTie& tie : ties_) add_ties(tie, cells);
    std::string_view reason;
    if (drafts_.empty()) reason = end_missing_.empty() ? "says no tie" : end_missing_;
    return {drafts_, reason, end_missing_};
}

}  // namespace entente::io
