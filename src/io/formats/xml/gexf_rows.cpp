#include "io/formats/xml/gexf_rows.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/formats/copied_table.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

// A bound as it waits for settle_times: "(2001" and "2001)" exclude their time.
std::string marked(const TimeBound& bound, Side side) {
    if (!bound.open) return bound.text;
    return side == Side::start ? "(" + bound.text : bound.text + ")";
}

TimeBound unmarked(std::string_view text) {
    const bool open = text.starts_with('(') || text.ends_with(')');
    if (text.starts_with('(')) text.remove_prefix(1);
    else if (open) text.remove_suffix(1);
    return {std::string(text), open};
}

std::string value_text(const GexfAttribute& attribute, std::string_view text) {
    if (attribute.type == "boolean") return lower(trimmed(text));
    return std::string(attribute.type == "string" || attribute.type.empty() ? text : trimmed(text));
}

}  // namespace

bool GexfTable::declare(std::string_view id, GexfAttribute attribute) {
    const auto [known, fresh] = numbers_of_.emplace(id, attributes_.size());
    if (!fresh) return false;
    const std::string name = normalized(attribute.title);
    exact_ = exact_ || name == "start" || name == "end";
    if (name == "weight") weight_ = attributes_.size();
    if (name == "sign") sign_ = attributes_.size();
    attributes_.push_back(std::move(attribute));
    return true;
}

std::size_t GexfTable::attribute(std::string_view id, CellPlace place) {
    const auto known = numbers_of_.find(std::string(id));
    if (known != numbers_of_.end()) return known->second;
    declare(id, {.title = std::string(id), .type = "", .place = place, .declared = false});
    return attributes_.size() - 1;
}

std::optional<std::size_t> GexfTable::called(std::string_view name) const {
    for (std::size_t i = 0; i < attributes_.size(); ++i)
        if (normalized(attributes_[i].title) == name) return i;
    return std::nullopt;
}

std::optional<std::size_t> GexfTable::column(std::size_t number) {
    GexfAttribute& attribute = attributes_[number];
    if (attribute.column) return attribute.column;
    if (fixed_) return attribute.column = column_named(table_, attribute.title);
    // An attribute of an edge, whose ends are said otherwise: where the tie is known from.
    const bool citation = of_edges_ && normalized(attribute.title) == "source";
    return attribute.column = columns_.of(citation ? "citation" : attribute.title, attribute.place);
}

// Of an edge whose values change, the attribute that gives its rows.
std::optional<std::size_t> GexfTable::leading(const GexfItem& item) const {
    for (const auto& candidate : {weight_, sign_}) {
        for (const GexfValue& value : item.values)
            if (candidate == value.attribute && !value.span.empty()) return candidate;
    }
    return std::nullopt;
}

std::vector<GexfTable::Row> GexfTable::rows_of(const GexfItem& item, const TimeSpan& of_slice) const {
    if (exact_) return {{}};
    const TimeSpan whole = widest(item.spans);
    if (!of_edges_) return {{whole, {}}};
    std::vector<Row> rows;
    if (const auto by = leading(item)) {
        for (const GexfValue& value : item.values) {
            if (value.attribute != by || value.span.empty()) continue;
            TimeSpan time = value.span;
            if (time.start.text.empty()) time.start = whole.start;
            if (time.end.text.empty()) time.end = whole.end;
            rows.push_back({time, value.span});
        }
        return rows;
    }
    for (const TimeSpan& span : item.spans) rows.push_back({span, {}});
    return rows.empty() ? std::vector{Row{of_slice, {}}} : rows;
}

void GexfTable::write(const GexfItem& item, const TimeSpan& of_slice) {
    for (const Row& row : rows_of(item, of_slice)) write_row(item, row);
}

void GexfTable::write_row(const GexfItem& item, const Row& row) {
    table_.begin_row(item.place);
    for (const GexfItem::Cell& cell : item.cells) table_.set(cell.column, cell.text);
    set_values(item, row.of);
    const CellPlace place = row.time.place.line > 0 ? row.time.place : item.place;
    set_time(row.time.start, Side::start, place);
    set_time(row.time.end, Side::end, place);
}

void GexfTable::set_values(const GexfItem& item, const TimeSpan& of) {
    for (std::size_t number = 0; number < attributes_.size(); ++number) {
        // The value of this very time, else the last.
        const GexfValue* best = nullptr;
        bool several = false, of_this_time = false;
        for (const GexfValue& value : item.values) {
            if (value.attribute != number) continue;
            several = several || best != nullptr;
            const bool same = !of.empty() && value.span.same_times(of);
            if (same || !of_this_time) best = &value;
            of_this_time = of_this_time || same;
        }
        GexfAttribute& attribute = attributes_[number];
        if (best == nullptr && !attribute.fallback) continue;
        const auto place = column(number);
        if (!place) continue;
        if (several && !of_this_time) changing_.add(attribute.title, best->place);
        if (best != nullptr) table_.set(*place, value_text(attribute, best->text), best->place);
        else if (table_.cell(table_.size() - 1, *place).empty())
            table_.set(*place, *attribute.fallback, attribute.place);
    }
}

void GexfTable::set_time(const TimeBound& bound, Side side, CellPlace place) {
    if (bound.text.empty()) return;
    auto& column = side == Side::start ? start_ : end_;
    if (!column) column = columns_.own(side == Side::start ? "start" : "end", place);
    if (!dated_) {
        if (is_mere_number(bound.text)) numbers_.add(bound.text, place);
        else if (!parse_number(bound.text)) dates_ = true;
        return table_.set(*column, marked(bound, side), place);
    }
    const DateText date = date_of(bound, side);
    if (date.cut) cut_.add(bound.text, place);
    table_.set(*column, date.text, place);
}

void GexfTable::settle_times(bool as_dates) {
    if (dated_ || (!start_ && !end_)) return;
    const auto name = [&](std::string_view header) {
        const bool time =
            (start_ && header == table_.header()[*start_]) || (end_ && header == table_.header()[*end_]);
        return (time && !as_dates ? "time_" : "") + std::string(header);
    };
    const auto cell = [&](std::size_t column, std::string_view text) {
        if (column != start_ && column != end_) return std::string(text);
        const TimeBound bound = unmarked(text);
        if (!as_dates) {
            const auto number = parse_number(bound.text);
            return number ? format_number(*number) : bound.text;
        }
        const DateText date = date_of(bound, column == start_ ? Side::start : Side::end);
        if (date.cut) cut_.add(bound.text, {});
        return date.text;
    };
    table_ = copied(table_, {.name = name, .cell = cell});
}

}  // namespace entente::io
