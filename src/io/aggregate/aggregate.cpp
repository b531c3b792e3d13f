#include "io/aggregate/aggregate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.hpp"

namespace entente::io {

namespace {

constexpr std::uint32_t no_cell = 0xFFFFFFFF;

Sign sign_of(std::int64_t strength) {
    return strength > 0 ? Sign::positive : strength < 0 ? Sign::negative : Sign::none;
}

}  // namespace

Aggregate::Aggregate(AggregateOptions options, std::unique_ptr<CellTable> cells, AggregateLedger ledger,
                     std::vector<Diagnostic> remarks)
    : options_(std::move(options)),
      cells_(std::move(cells)),
      ledger_(std::move(ledger)),
      remarks_(std::move(remarks)) {
    cells_->close();
    join_cells({});
    count();
}

// Cells of the same ends, relation and sign become one tie where at most `join` periods lie between them.
void Aggregate::join_cells(const Control& control) {
    if (!options_.join || options_.cells.by == PeriodKind::all) return;
    struct Entry {
        std::uint64_t hash;
        std::int32_t period;
        std::uint32_t cell;
    };
    const PeriodKind by = options_.cells.by;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < cells_->size(); ++i) {
        const EventCell& cell = cells_->cell(i);
        if (cell.period.kind() == by)
            entries.push_back({cell.group_hash(), cell.period.code, static_cast<std::uint32_t>(i)});
    }
    control.checkpoint();
    std::ranges::sort(entries, [&](const Entry& a, const Entry& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        const EventCell &x = cells_->cell(a.cell), &y = cells_->cell(b.cell);
        return std::tie(x.source, x.target, x.relation_and_bits, a.period, a.cell) <
               std::tie(y.source, y.target, y.relation_and_bits, b.period, b.cell);
    });
    next_.assign(cells_->size(), no_cell);
    follows_.assign(cells_->size(), false);
    const auto reach =
        static_cast<std::int64_t>(std::min<std::uint64_t>(*options_.join, 1U << 20U) + 1) * Period32::step;
    std::vector<std::uint32_t> tie;
    std::int64_t last = 0;
    // The tie stands where its first mentioned cell does; the others follow in a ring, in order of time.
    const auto close = [&] {
        if (tie.size() > 1) {
            const std::uint32_t first = *std::ranges::min_element(tie);
            for (std::size_t i = 0; i < tie.size(); ++i) {
                next_[tie[i]] = tie[(i + 1) % tie.size()];
                follows_[tie[i]] = tie[i] != first;
            }
        }
        tie.clear();
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const EventCell& cell = cells_->cell(entries[i].cell);
        const bool same = i > 0 && cell.same_group(cells_->cell(entries[i - 1].cell));
        if (!same || entries[i].period > last + reach) close();
        // A cell of citations alone has no days.
        const std::int64_t to =
            cell.days.known() ? period_of({cell.days.last, cell.days.last}, by).code : entries[i].period;
        last = tie.empty() ? to : std::max(last, to);
        tie.push_back(entries[i].cell);
    }
    close();
}

// In order of time.
std::vector<std::uint32_t> Aggregate::cells_of(std::size_t cell) const {
    const auto first = static_cast<std::uint32_t>(cell);
    std::vector<std::uint32_t> cells{first};
    if (next_.empty() || next_[first] == no_cell) return cells;
    for (std::uint32_t next = next_[first]; next != first; next = next_[next]) cells.push_back(next);
    const auto earliest =
        std::ranges::min_element(cells, {}, [&](std::uint32_t one) { return cells_->cell(one).period.code; });
    std::rotate(cells.begin(), earliest, cells.end());
    return cells;
}

// Those of the earliest period first, in each in the order of the events.
std::string Aggregate::citation_of(const std::vector<std::uint32_t>& cells, std::uint64_t events) const {
    std::vector<std::string> texts;
    for (const std::uint32_t cell : cells) {
        for (const std::uint64_t place : cells_->citations(cell)) {
            if (texts.size() == options_.cells.citations) break;
            std::string text = cells_->citation_at(place);
            if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
        }
    }
    std::string citation;
    for (const std::string& text : texts) citation += (citation.empty() ? "" : ";") + text;
    if (!texts.empty() && texts.size() == options_.cells.citations && events > texts.size())
        citation += fmt::format(";+{}", events - texts.size());
    return citation;
}

AggregateTie Aggregate::tie_of(std::size_t index) const {
    const std::vector<std::uint32_t> cells = cells_of(index);
    const EventCell& first = cells_->cell(index);
    AggregateTie tie{.source = cells_->actor(first.turned != 0 ? first.target : first.source),
                     .target = cells_->actor(first.turned != 0 ? first.source : first.target),
                     .relation = {},
                     .sign = first.sign(),
                     .directed = first.directed(),
                     .dates = {},
                     .weight = "",
                     .strength = "",
                     .citation = ""};
    if (options_.cells.by_relation) tie.relation = cells_->relation(first.relation());
    CellWeights weights;
    EventDays days;
    for (const std::uint32_t one : cells) {
        const EventCell& cell = cells_->cell(one);
        tie.positive += cell.positive, tie.negative += cell.negative, tie.unsaid += cell.unsaid;
        days.join(cell.days);
        const CellWeights more = cells_->weights(one);
        weights.sum += more.sum, weights.strength += more.strength;
    }
    tie.events = tie.positive + tie.negative + tie.unsaid;
    tie.dates = text_of(days);
    tie.strength = weight_text(weights.strength);
    std::int64_t weight = options_.weight == CellWeight::count
                              ? static_cast<std::int64_t>(tie.events) * weight_unit
                              : weights.sum;
    if (!options_.cells.by_sign) {
        tie.sign = sign_of(weights.strength);
        weight = weights.strength < 0 ? -weights.strength : weights.strength;
    }
    tie.weight = weight_text(weight);
    if (options_.weight == CellWeight::mean)
        tie.weight = format_number(static_cast<double>(weight) / static_cast<double>(weight_unit) /
                                   static_cast<double>(tie.events));
    tie.citation = citation_of(cells, tie.events);
    return tie;
}

namespace {

std::uint64_t events_of(const CellTable& table, const std::vector<std::uint32_t>& cells) {
    std::uint64_t events = 0;
    for (const std::uint32_t cell : cells) events += table.cell(cell).events();
    return events;
}

}  // namespace

void Aggregate::count() {
    tied_.assign(cells_->actor_count(), options_.least_events <= 1);
    for (std::size_t i = 0; i < cells_->size(); ++i) {
        if (!follows_.empty() && follows_[i]) continue;
        const std::vector<std::uint32_t> cells = cells_of(i);
        const std::uint64_t events = events_of(*cells_, cells);
        totals_.events += events;
        if (events < options_.least_events) {
            totals_.below_least += events;
            continue;
        }
        const EventCell& cell = cells_->cell(i);
        tied_[cell.source] = tied_[cell.target] = true;
        ++totals_.ties;
        Sign sign = cell.sign();
        if (!options_.cells.by_sign) {
            std::int64_t net = 0;
            for (const std::uint32_t one : cells) net += cells_->weights(one).strength;
            sign = sign_of(net);
        }
        ++(sign == Sign::positive   ? totals_.positive
           : sign == Sign::negative ? totals_.negative
                                    : totals_.unsaid);
        for (const std::uint32_t one : cells) totals_.days.join(cells_->cell(one).days.span());
    }
    ledger_.long_periods = std::max(ledger_.long_periods, cells_->long_periods());
    totals_.actors = static_cast<std::uint64_t>(std::ranges::count(tied_, true));
}

void Aggregate::each_tie(const std::function<void(const AggregateTie&)>& on_tie,
                         const Control& control) const {
    for (std::size_t i = 0; i < cells_->size(); ++i) {
        if (i % 4096 == 0) control.checkpoint();
        if (!follows_.empty() && follows_[i]) continue;
        if (options_.least_events > 1 && events_of(*cells_, cells_of(i)) < options_.least_events) continue;
        on_tie(tie_of(i));
    }
}

// What a tie of several periods cites in each of them depends on the events alone, not on the parts that they
// were added up in.
void Aggregate::each_period(const std::function<void(const TiePeriod&)>& on_period) const {
    const PeriodKind by = options_.cells.by;
    std::uint64_t ties = 0;
    for (std::size_t i = 0; i < cells_->size(); ++i) {
        if (!follows_.empty() && follows_[i]) continue;
        const std::uint64_t tie = ties++;
        EventDays days = cells_->cell(i).days;
        if (cells_->cell(i).period.kind() != by) {
            const SpanText dates = text_of(days);
            if (dates.start != dates.end)
                on_period({tie, "", ""});  // one span, which was not joined of several
            continue;
        }
        const std::vector<std::uint32_t> cells = cells_of(i);
        for (const std::uint32_t cell : cells) days.join(cells_->cell(cell).days);
        if (!days.known() || period_of({days.first, days.first}, by) == period_of({days.last, days.last}, by))
            continue;
        for (const std::uint32_t cell : cells) {
            std::string citation;
            for (const std::uint64_t place : cells_->citations(cell))
                citation += (citation.empty() ? "" : ";") + cells_->citation_at(place);
            const Day first = first_day_of(cells_->cell(cell).period);
            if (!citation.empty())
                on_period({tie, to_string(DayInterval{first, first}), std::move(citation)});
        }
    }
}

void Aggregate::each_actor(const std::function<void(const Actor&)>& on_actor) const {
    for (std::uint32_t i = 0; i < cells_->actor_count(); ++i) {
        if (!tied_[i]) continue;
        const ActorTotals& totals = cells_->actor_totals(i);
        on_actor({cells_->actor(i), cells_->described(totals.label), cells_->described(totals.kind),
                  totals.events, totals.days});
    }
}

}  // namespace entente::io
