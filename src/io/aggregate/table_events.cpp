#include "io/aggregate/table_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/hash.hpp"
#include "io/ties/cell_remedies.hpp"
#include "io/ties/tie_notes.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

std::optional<Assumptions> TableEvents::read(const Take& take) {
    if (rows_.header().empty()) return std::nullopt;
    columns_ = find_tie_columns(rows_, options_.chosen, diagnostics_);
    if (!columns_) return std::nullopt;
    parser_.emplace(*columns_, options_.rules);
    find_point_date();
    constexpr std::size_t events_of_block = 8192;
    for (RowBatch batch; rows_.next(batch);) {
        blank_missing(batch, options_.rules.missing);
        for (std::size_t i = 0; i < batch.size() && !wrong_; ++i) add_row({batch, i});
        if (wrong_) return next_;
        if (block_.events.size() < events_of_block) continue;
        close_block();
        take(block_);
        block_ = {};
    }
    settle();
    if (wrong_) return next_;
    close_block();
    take(block_);
    return std::nullopt;
}

void TableEvents::close_block() {
    block_.rows = rows_.rows_read() - rows_given_;
    block_.rows_giving = block_.events.size();
    rows_given_ = rows_.rows_read();
}

// The first column called date or year that may hold dates, where no column is a start or an end.
void TableEvents::find_point_date() {
    if (columns_->start || columns_->end) return;
    for (const std::string_view name : point_date_names()) {
        for (const TieColumns::Other& other : columns_->others) {
            if (normalized(other.name) != name || options_.assumptions.undated.contains(other.column))
                continue;
            point_ = other.column;
            point_columns_.source = columns_->source, point_columns_.target = columns_->target;
            point_columns_.start = point_;
            point_parser_.emplace(point_columns_, options_.rules);
            return;
        }
    }
}

void TableEvents::add_row(RowRef row) {
    if (!options_.rules.missing.empty() &&
        (row.cell(columns_->source).empty() || row.cell(columns_->target).empty())) {
        if (block_.left_out.empty()) block_.left_out.emplace_back("no source or target", 0);
        ++block_.left_out.front().second;
        return;
    }
    const bool source = is_known(row, columns_->source), target = is_known(row, columns_->target);
    ParsedRow parsed = parser_->parse(row);
    if (point_) parse_point_date(row, parsed);
    complain(row, parsed);
    if (source && target && parsed.problems.empty()) add_event(row, parsed.values);
}

bool TableEvents::is_known(RowRef row, std::size_t column) {
    const std::string_view id = row.cell(column);
    if (!id.empty() && (!options_.known || options_.known->index.find(hash_of(id), id))) return true;
    if (diagnostics_.admit_error())
        diagnostics_.tell(Severity::error, rows_.spot(row, column),
                          id.empty() ? empty_end_message(column == columns_->source ? "source" : "target")
                                     : unknown_actor_message(id, options_.known->suggestions.for_id(id)),
                          rows_.excerpt(row, column));
    return false;
}

void TableEvents::parse_point_date(RowRef row, ParsedRow& parsed) {
    const std::string_view cell = row.cell(*point_);
    if (cell.empty()) return;
    if (const auto span = read_span(cell, options_.rules.dates); span && !parse_date(cell)) {
        parsed.values.period = *span;
        ++dates_;
        return;
    }
    ParsedRow day = point_parser_->parse(row);
    using enum CellProblem::Kind;
    const bool is_date = day.problems.empty() || day.problems.front().kind == date_form ||
                         day.problems.front().kind == day_number;
    if (is_date) ++dates_;
    else if (no_date_.empty()) no_date_ = cell;
    parsed.values.period = {day.values.period.start, day.values.period.start};
    parsed.problems.insert(parsed.problems.end(), day.problems.begin(), day.problems.end());
    parsed.oddities.insert(parsed.oddities.end(), day.oddities.begin(), day.oddities.end());
}

void TableEvents::complain(RowRef row, const ParsedRow& parsed) {
    for (const CellProblem& problem : parsed.problems) {
        if (ColumnProblems::of_column(problem.kind)) {
            problems_.add(rows_, row, problem);
            continue;
        }
        if (!diagnostics_.admit_error()) continue;
        const RowParser& parser = problem.column == point_ ? *point_parser_ : *parser_;
        diagnostics_.tell(Severity::error, rows_.spot(row, problem.column), parser.message(row, problem),
                          rows_.excerpt(row, problem.column));
    }
    for (const DateOddity& oddity : parsed.oddities) problems_.add(rows_, row, oddity);
}

void TableEvents::add_event(RowRef row, const TieValues& values) {
    Event event;
    if (!fill_weight(row, values, event)) return;
    fill_sign(values, event);
    event.directed = values.directed == Directedness::directed;
    block_.set_days(event, values.period);
    event.source = actor(row, columns_->source, columns_->source_label);
    event.target = actor(row, columns_->target, columns_->target_label);
    if (options_.relations)
        event.relation = block_.relations.number_of(columns_->relation ? row.cell(*columns_->relation)
                                                                       : std::string_view());
    if (columns_->type) fill_type(row, event);
    if (options_.citations && columns_->citation) block_.cite(event, row.cell(*columns_->citation));
    block_.events.push_back(event);
}

bool TableEvents::fill_weight(RowRef row, const TieValues& values, Event& event) {
    if (!values.strength) return true;
    const std::size_t column = columns_->length ? *columns_->length : *columns_->weight;
    SummedWeight summed = summed_weight(std::abs(*values.strength), row.cell(column));
    if (!summed.fault.empty()) {
        diagnostics_.error(rows_.spot(row, column), std::move(summed.fault), rows_.excerpt(row, column));
        return false;
    }
    if (summed.rounded) ++block_.rounded_weights;
    event.weight = summed.weight;
    return true;
}

void TableEvents::fill_sign(const TieValues& values, Event& event) {
    const double weight = values.strength.value_or(1);
    any_negative_ = any_negative_ || values.negative_weight;
    any_open_sign_ = any_open_sign_ || !values.sign;
    if (any_negative_ && any_open_sign_ && !options_.assumptions.weights_are_signs)
        wrong_ = next_.weights_are_signs = true;
    constexpr std::size_t few = 4;
    if (!values.sign && weight < 0 && negative_.size() < few) negative_.insert(weight);
    if (values.sign) event.sign = *values.sign;
    else if (options_.assumptions.weights_are_signs)
        event.sign = weight < 0 ? Sign::negative : weight > 0 ? Sign::positive : Sign::none;
    else event.sign = options_.rules.sign.value_or(Sign::none);
}

// The cell of a column called type: a direction if all are, else the relation where no other column is.
void TableEvents::fill_type(RowRef row, Event& event) {
    const std::string_view cell = row.cell(columns_->type->column);
    if (!options_.assumptions.types_are_directions) {
        if (options_.relations && columns_->type->is_relation)
            event.relation = block_.relations.number_of(cell);
        return;
    }
    if (cell.empty()) return;
    any_type_ = true;
    if (!is_direction_word(cell)) {
        next_.types_are_directions = false;
        wrong_ = true;
        return;
    }
    event.directed = parse_directedness(cell) == Directedness::directed;
}

std::uint32_t TableEvents::actor(RowRef row, std::size_t column, const std::optional<std::size_t>& label) {
    const std::string_view id = row.cell(column);
    const std::uint32_t number = block_.actors.number_of(id);
    if (label && row.cell(*label) != id) block_.describe(number, row.cell(*label), "");
    return number;
}

void TableEvents::settle() {
    if (point_) settle_point_date();
    if (wrong_) return;
    problems_.report(rows_, diagnostics_);
    if (any_type_ && options_.assumptions.types_are_directions)
        note_type_is_direction(rows_, *columns_->type, diagnostics_);
    if (options_.assumptions.weights_are_signs)
        tell_signs_of_weights(rows_, *columns_->weight, negative_, diagnostics_);
    for (const auto& [column, cell] : options_.assumptions.undated) {
        if (cell.empty()) continue;
        diagnostics_.warning(
            "columns with doubtful dates", rows_.header_spot(column),
            fmt::format("the column {} dates no tie, because none of its cells is a date: {} is "
                        "no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}",
                        quoted(rows_.header()[column]), quoted(cell), date_remedy(cell, true)),
            rows_.header_excerpt(), true);
    }
}

// A column without any date is none of dates: another one may be, or none.
void TableEvents::settle_point_date() {
    if (dates_ == 0 && rows_.rows_read() > 0) {
        next_.undated.emplace(*point_, no_date_);
        wrong_ = true;
    } else if (dates_ > 0) {
        note_point_date(rows_, {*point_, rows_.header()[*point_]}, diagnostics_);
    }
}

}  // namespace entente::io
