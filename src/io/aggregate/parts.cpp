#include "io/aggregate/parts.hpp"

#include <fmt/format.h>

#include <initializer_list>

#include "io/aggregate/parts_form.hpp"
#include "model/sign_text.hpp"

namespace entente::io {

namespace {

void append(std::string& line, std::string_view cell) {
    bool plain = cell.empty() || (cell.front() != ' ' && cell.back() != ' ');
    for (const char c : cell) plain = plain && c != ',' && c != '"' && c != '\n' && c != '\r';
    if (plain) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

std::string line_of(std::initializer_list<std::string_view> cells) {
    std::string line;
    for (const std::string_view* cell = cells.begin(); cell != cells.end(); ++cell) {
        if (cell != cells.begin()) line += ',';
        append(line, *cell);
    }
    return line + "\n";
}

std::string day_text(Day day) { return to_string(DayInterval{day, day}); }

}  // namespace

std::string_view word_of(PeriodKind kind) {
    return parts_form::period_words.at(static_cast<std::size_t>(kind));
}
std::string_view word_of(CellWeight weight) {
    return parts_form::weight_words.at(static_cast<std::size_t>(weight));
}

void write_ties(const Aggregate& aggregate, const TextSink& out, const Control& control) {
    out(parts_form::tie_header);
    aggregate.each_tie(
        [&](const AggregateTie& tie) {
            const auto number = [](std::uint64_t n) { return fmt::format("{}", n); };
            out(line_of({tie.source, tie.target, tie.relation, sign_text(tie.sign), tie.weight,
                         tie.directed ? "true" : "false", tie.dates.start, tie.dates.end, tie.citation,
                         number(tie.events), number(tie.positive), number(tie.negative), number(tie.unsaid),
                         tie.strength}));
        },
        control);
}

void write_actors(const Aggregate& aggregate, const TextSink& out) {
    out(parts_form::actor_header);
    aggregate.each_actor([&](const Aggregate::Actor& actor) {
        const bool dated = actor.days.known();
        out(line_of({actor.id, actor.label, actor.kind, fmt::format("{}", actor.events),
                     dated ? day_text(actor.days.first) : "", dated ? day_text(actor.days.last) : ""}));
    });
}

void write_citations(const Aggregate& aggregate, const TextSink& out) {
    out(parts_form::citation_header);
    if (aggregate.options().least_events > 1) return;
    aggregate.each_period([&](const Aggregate::TiePeriod& period) {
        out(line_of({fmt::format("{}", period.tie), period.start, period.citation}));
    });
}

void write_ledger(const Aggregate& aggregate, const TextSink& out) {
    const AggregateOptions& options = aggregate.options();
    const AggregateLedger& ledger = aggregate.ledger();
    const auto number = [](std::uint64_t n) { return fmt::format("{}", n); };
    out("what,name,value\n");
    out(line_of({"setting", "by", word_of(options.cells.by)}));
    out(line_of({"setting", "signs", options.cells.by_sign ? "apart" : "net"}));
    out(line_of({"setting", "weight", word_of(options.weight)}));
    out(line_of({"setting", "relations", options.cells.by_relation ? "keep" : "drop"}));
    out(line_of({"setting", "min", number(options.least_events)}));
    out(line_of({"setting", "join", options.join ? number(*options.join) : "none"}));
    out(line_of({"setting", "citations", number(options.cells.citations)}));
    out(line_of({"rows", "read", number(ledger.rows)}));
    out(line_of({"rows", "giving ties", number(ledger.rows_giving)}));
    for (const auto& [reason, rows] : ledger.left_out) out(line_of({"left out", reason, number(rows)}));
    out(line_of(
        {"events", "of all ties", number(aggregate.totals().events - aggregate.totals().below_least)}));
    if (aggregate.totals().below_least > 0)
        out(line_of({"events", "of ties with too few", number(aggregate.totals().below_least)}));
    out(line_of({"events", "whose date spans periods", number(ledger.long_periods)}));
    out(line_of({"events", "of ties without an end", number(ledger.open_ends)}));
    out(line_of({"events", "of ties without a start", number(ledger.open_starts)}));
    out(line_of({"events", "with rounded weights", number(ledger.rounded_weights)}));
    for (const AggregateLedger::Reading& reading : ledger.readings) {
        out(line_of({"preset", reading.preset, reading.title}));
        for (const ReadAs::Rule& rule : reading.rules)
            out(line_of({rule.is_default ? "rule" : "rule set", fmt::format("{}={}", rule.rule, rule.value),
                         number(rule.rows)}));
    }
}

}  // namespace entente::io
