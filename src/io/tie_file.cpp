#include "io/tie_file.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente::io {

namespace {

// What a row does not say stands for itself until the end of its file, when relations and weights have their say.
constexpr Sign unsaid_sign = static_cast<Sign>(2);
constexpr double unsaid_strength = std::numeric_limits<double>::quiet_NaN();

template <class Column, class Value>
void pad(Column& column, std::size_t rows, Value value) {
    if (column.size() < rows) column.resize(rows, value);
}

void pad(TextColumn& column, std::size_t rows) {
    while (column.size() < rows) column.push_back("");
}

// What a row leaves open is as its relation says. False where the relation is allied and the weight negative.
bool take_from(const Relation& relation, Sign& sign, double& strength, Directedness& directed) {
    if (directed == Directedness::unsaid) directed = relation.directed;
    if (std::isnan(strength) && relation.strength) strength = *relation.strength;
    if (sign != unsaid_sign || relation.sign == Sign::none) return true;
    sign = relation.sign;
    const bool conflict = sign == Sign::positive && strength < 0;
    if (strength < 0) strength = std::abs(strength);
    return !conflict;
}

// What other programs write into cells that hold nothing.
bool means_missing(std::string_view cell) {
    const std::string word = lower(cell);
    return word == "na" || word == "n/a" || word == "null" || word == "none" || word == "-" || word == "?" || word == "-9" || word == "-99" || word == "unknown";
}

std::string date_remedy(std::string_view cell, bool start) {
    if (means_missing(cell)) return "leave the cell empty where the date is not known";
    const std::vector<std::string> readings = date_readings(cell);
    if (readings.size() == 1) return fmt::format("write {}", readings[0]);
    if (readings.size() == 2) return fmt::format("write {} if the day comes first, {} if the month does", readings[0], readings[1]);
    const std::size_t dash = cell.find_first_of("-/");
    if (cell.size() == 9 && dash == 4 && parse_date(cell.substr(0, 4)) && parse_date(cell.substr(5))) {
        return fmt::format("write {} here and {} into the column for the {}", start ? cell.substr(0, 4) : cell.substr(5), start ? cell.substr(5) : cell.substr(0, 4), start ? "end" : "start");
    }
    return "write for example 1904, 1904-04 or 1904-04-08";
}

struct DateCell {
    std::string text;
    DayInterval date;
};

}  // namespace

struct TieCollector::Reading {
    RowReader& rows;
    std::uint32_t file;
    std::size_t first_row;  // of the network's ties
    const TieFileOptions& options;
    std::size_t source, target;
    std::optional<std::size_t> relation, sign, weight, directed, start, end, confidence, citation, note, type;
    std::vector<std::pair<std::size_t, std::size_t>> attributes;  // column of the file -> attribute
    TextColumn types;                 // the cells of `type`, row for row, until it is known what they mean
    bool types_are_directions = true;
    bool type_is_relation = false;    // if they are not directions: the relation, else an attribute
    std::string type_name;
    bool negative_weight = false;
    bool had_signs = false;  // before this file
    std::uint64_t self_loops = 0;
    std::string last_relation;
    const Relation* relation_known = nullptr;  // what last_relation names
    bool signs = false, strengths = false, directions = false;  // the columns of the network that this file fills
    DateCell last_start, last_end;
};

struct TieCollector::Values {
    std::uint32_t source = 0, target = 0;
    Sign sign = unsaid_sign;
    double strength = unsaid_strength;
    Directedness directed = Directedness::unsaid;
    Period period;
    double confidence = 1;
};

void TieCollector::complain(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column, std::string message) {
    complaints_.tell(Severity::error, reading.rows.spot(batch, row, column), std::move(message), reading.rows.excerpt(batch, row, column));
}

void TieCollector::read(const std::string& path, const TieFileOptions& options, const Control& control) {
    RowReader rows(path, options.delimiter, known_header, control, complaints_);
    network_.files.push_back(rows.name());
    if (rows.header().empty()) return;
    options.check.saw(rows.header());
    ColumnMap map = map_columns(rows, tie_columns(), options.chosen, true, complaints_);
    const auto source = map.find("source"), target = map.find("target");
    static constexpr std::array<std::string_view, 4> source_names{"source", "from", "src", "sender"}, target_names{"target", "to", "tgt", "receiver"};
    if (!source) complain_of_missing(rows, "source", source_names, complaints_);
    if (!target) complain_of_missing(rows, "target", target_names, complaints_);
    if (!source || !target) return;
    Reading reading{rows, static_cast<std::uint32_t>(network_.files.size() - 1), network_.tie_count(), options, *source, *target, map.find("relation"),
                    map.find("sign"), map.find("weight"), map.find("directed"), map.find("start"), map.find("end"), map.find("confidence"),
                    map.find("citation"), map.find("note"), {}, {}, {}, true, false, "", false, !network_.ties.sign.empty(), 0, "", nullptr, false, false, false, {}, {}};
    // Gephi calls the direction Type, everyone else the relation: its cells decide.
    for (std::size_t column = 0; column < rows.header().size() && !reading.directed; ++column) {
        if (normalized(rows.header()[column]) != "type" || options.chosen.contains("relation")) continue;
        if (reading.relation == column) {
            reading.type = column;
            reading.type_is_relation = true;
            reading.relation.reset();
        } else if (!map.taken(column)) {
            reading.type = column;
            map.assign("type", column);
        }
        reading.type_name = rows.header()[column];
    }
    for (const std::size_t column : map.others()) reading.attributes.emplace_back(column, attribute_named(network_.ties.attributes, rows.header()[column]));
    open_columns(reading);
    read_rows(reading, control);
    settle_type(reading);
    settle_relations(reading);
    settle_signs(reading);
    close_columns();
    ledger_.tie_rows += rows.rows_read();
    if (reading.self_loops > 0) {
        const auto at = std::find_if(ledger_.dropped.begin(), ledger_.dropped.end(), [](const LedgerEntry& e) { return e.reason == "self-loop"; });
        if (at == ledger_.dropped.end()) {
            ledger_.dropped.push_back({"self-loop", reading.self_loops});
        } else {
            at->rows += reading.self_loops;
        }
    }
}

void TieCollector::read_rows(Reading& reading, const Control&) {
    struct Hashes {
        std::uint64_t source, target, row;
    };
    std::vector<Hashes> hashes;
    RowBatch batch;
    while (reading.rows.next(batch)) {
        if (hashes.empty()) reserve(reading, network_.tie_count() + reading.rows.expected_rows());
        // The index of actors is far larger than the caches: fetch what the whole batch needs at once.
        hashes.clear();
        for (std::size_t row = 0; row < batch.size(); ++row) {
            hashes.push_back({hash_of(batch.cell(row, reading.source)), hash_of(batch.cell(row, reading.target)), hash_of(batch.text(row))});
            actors_.index().prefetch(hashes.back().source);
            actors_.index().prefetch(hashes.back().target);
        }
        for (std::size_t row = 0; row < batch.size(); ++row) add_row(reading, batch, row, hashes[row].source, hashes[row].target, hashes[row].row);
    }
}

void TieCollector::add_row(Reading& reading, const RowBatch& batch, std::size_t row, std::uint64_t source_hash, std::uint64_t target_hash, std::uint64_t row_hash) {
    Values values;
    const auto source = actor(reading, batch, row, reading.source, source_hash);
    const auto target = actor(reading, batch, row, reading.target, target_hash);
    const bool good = parse(reading, batch, row, values);
    if (!source || !target || !good) return;
    if (*source == *target) {
        ++reading.self_loops;
        if (complaints_.admit("ties of an actor with itself, left out")) {
            complaints_.tell(Severity::warning, reading.rows.spot(batch, row, reading.source),
                             fmt::format("{} is tied to itself; the row is left out", quoted(batch.cell(row, reading.source))), reading.rows.excerpt(batch, row, reading.source));
        }
        return;
    }
    values.source = *source;
    values.target = *target;
    append(reading, batch, row, values);
    hashes_.push_back(static_cast<std::uint32_t>(row_hash >> 32));
    if (reading.citation && !network_.sources.empty()) look_for_citation(reading, batch, row);
}

std::optional<std::uint32_t> TieCollector::actor(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column, std::uint64_t hash) {
    const std::string_view id = batch.cell(row, column);
    if (id.empty()) {
        if (complaints_.admit_error()) {
            complain(reading, batch, row, column, fmt::format("the {} of this tie is empty; write the id of an actor", column == reading.source ? "source" : "target"));
        }
        return std::nullopt;
    }
    if (const auto known = actors_.index().find(hash, id)) return known;
    if (!reading.options.actors_known) return actors_.add(hash, id);
    if (complaints_.admit_error()) {
        const auto meant = suggestions_.for_id(id);
        complain(reading, batch, row, column,
                 fmt::format("no actor has the id {}{}", quoted(id), meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "; add it to the actors, or use --add-missing-actors"));
    }
    return std::nullopt;
}

bool TieCollector::parse_sign_and_weight(Reading& reading, const RowBatch& batch, std::size_t row, Values& values) {
    bool good = true;
    const auto fail = [&](std::size_t column, auto&& message) {
        good = false;
        if (complaints_.admit_error()) complain(reading, batch, row, column, message());
    };
    if (reading.sign) {
        const std::string_view cell = batch.cell(row, *reading.sign);
        if (!cell.empty()) {
            if (const auto sign = parse_sign(cell)) {
                values.sign = *sign;
            } else {
                fail(*reading.sign, [&] {
                    const auto words = sign_words();
                    const auto meant = cell.size() > 2 ? nearest(cell, words) : std::nullopt;
                    return fmt::format("the sign must be + or -, not {}{}", quoted(cell), meant ? fmt::format("; did you mean '{}'?", *meant) : "; leave it empty for a tie without sign");
                });
            }
        }
    }
    if (reading.weight) {
        const std::string_view cell = batch.cell(row, *reading.weight);
        if (!cell.empty()) {
            const auto number = parse_number(cell);
            if (!number) {
                fail(*reading.weight, [&] {
                    const bool decimal_comma = std::count(cell.begin(), cell.end(), ',') == 1;
                    std::string point(cell);
                    std::replace(point.begin(), point.end(), ',', '.');
                    if (decimal_comma && parse_number(point)) return fmt::format("the weight {} has a decimal comma; write {}", quoted(cell), point);
                    return fmt::format("the weight must be a plain decimal number such as 2 or 0.5, not {}{}", quoted(cell), means_missing(cell) ? "; leave the cell empty for 1" : "");
                });
            } else if (*number < 0 && (values.sign == Sign::positive || values.sign == Sign::none)) {
                fail(*reading.weight, [&] {
                    return fmt::format("the weight {} is negative, but the sign says {}; make the sign - or the weight positive", quoted(cell),
                                       quoted(batch.cell(row, *reading.sign)));
                });
            } else {
                values.strength = *number;
                if (*number < 0) reading.negative_weight = true;
                if (values.sign == Sign::negative) values.strength = std::abs(*number);
            }
        }
    }
    return good;
}

bool TieCollector::parse(Reading& reading, const RowBatch& batch, std::size_t row, Values& values) {
    bool good = parse_sign_and_weight(reading, batch, row, values);
    const auto fail = [&](std::size_t column, auto&& message) {
        good = false;
        if (complaints_.admit_error()) complain(reading, batch, row, column, message());
    };
    if (reading.directed) {
        const std::string_view cell = batch.cell(row, *reading.directed);
        if (!cell.empty()) {
            if (const auto directed = parse_directedness(cell)) {
                values.directed = *directed;
            } else {
                fail(*reading.directed, [&] { return fmt::format("directed must be true or false, not {}", quoted(cell)); });
            }
        }
    }
    if (reading.confidence) {
        const std::string_view cell = batch.cell(row, *reading.confidence);
        if (!cell.empty()) {
            if (const auto confidence = parse_confidence(cell)) {
                values.confidence = *confidence;
            } else {
                fail(*reading.confidence, [&] {
                    return fmt::format("the confidence must be above 0 and at most 1 (0.8 for 80 %), or a letter from A to F, not {}", quoted(cell));
                });
            }
        }
    }
    if (reading.relation && !network_.relations.empty()) good = apply_relation(reading, batch, row, values) && good;
    return parse_period(reading, batch, row, values) && good;
}

std::optional<DayInterval> TieCollector::date(Reading& reading, const RowBatch& batch, std::size_t row, std::size_t column) {
    const std::string_view cell = batch.cell(row, column);
    DateCell& last = reading.start == column ? reading.last_start : reading.last_end;
    if (cell == last.text) return last.date;
    const auto date = parse_date(cell);
    if (date) {
        last.text = cell;
        last.date = *date;
    } else if (complaints_.admit_error()) {
        complain(reading, batch, row, column, fmt::format("{} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}", quoted(cell), date_remedy(cell, column == reading.start)));
    }
    return date;
}

bool TieCollector::parse_period(Reading& reading, const RowBatch& batch, std::size_t row, Values& values) {
    bool good = true;
    if (reading.start && !batch.cell(row, *reading.start).empty()) {
        const auto start = date(reading, batch, row, *reading.start);
        good = good && start;
        if (start) values.period.start = *start;
    }
    if (reading.end && !batch.cell(row, *reading.end).empty()) {
        const auto end = date(reading, batch, row, *reading.end);
        good = good && end;
        if (end) values.period.end = *end;
    }
    if (good && values.period.end.latest < values.period.start.earliest) {
        good = false;
        if (complaints_.admit_error()) {
            complain(reading, batch, row, *reading.end,
                     fmt::format("the end {} is before the start {}; swap or correct them", quoted(batch.cell(row, *reading.end)), quoted(batch.cell(row, *reading.start))));
        }
    }
    return good;
}

void TieCollector::open_columns(Reading& reading) {
    TieTable& ties = network_.ties;
    const std::size_t rows = reading.first_row;
    const auto any_relation = [&](auto&& given) { return std::any_of(network_.relations.begin(), network_.relations.end(), given); };
    reading.signs = reading.sign || reading.weight || any_relation([](const Relation& r) { return r.sign != Sign::none; });
    reading.strengths = reading.weight || any_relation([](const Relation& r) { return r.strength.has_value(); });
    reading.directions = reading.directed || any_relation([](const Relation& r) { return r.directed != Directedness::unsaid; });
    if (reading.relation || reading.type_is_relation) pad(ties.relation, rows);
    if (reading.signs) pad(ties.sign, rows, Sign::none);
    if (reading.strengths) pad(ties.strength, rows, 1.0);
    if (reading.directions) pad(ties.directed, rows, Directedness::unsaid);
    if (reading.start || reading.end) pad(ties.period, rows, Period{});
    if (reading.confidence) pad(ties.confidence, rows, 1.0);
    if (reading.citation) pad(ties.citation, rows);
    if (reading.note) pad(ties.note, rows);
    for (const auto& [column, attribute] : reading.attributes) pad(ties.attributes[attribute].cells, rows);
}

// Columns that never move leave no holes in the memory behind them.
void TieCollector::reserve(const Reading& reading, std::size_t rows) {
    TieTable& ties = network_.ties;
    ties.source.reserve(rows);
    ties.target.reserve(rows);
    ties.place.reserve(rows);
    hashes_.reserve(rows);
    if (reading.signs) ties.sign.reserve(rows);
    if (reading.strengths) ties.strength.reserve(rows);
    if (reading.directions) ties.directed.reserve(rows);
    if (reading.start || reading.end) ties.period.reserve(rows);
    if (reading.confidence) ties.confidence.reserve(rows);
    if (reading.relation) ties.relation.reserve(rows);
    if (reading.citation) ties.citation.reserve(rows);
    if (reading.note) ties.note.reserve(rows);
    for (const auto& [column, attribute] : reading.attributes) ties.attributes[attribute].cells.reserve(rows);
}

void TieCollector::append(Reading& reading, const RowBatch& batch, std::size_t row, const Values& values) {
    TieTable& ties = network_.ties;
    ties.source.push_back(static_cast<ActorId>(values.source));
    ties.target.push_back(static_cast<ActorId>(values.target));
    if (reading.relation) ties.relation.push_back(batch.cell(row, *reading.relation));
    if (reading.signs) ties.sign.push_back(values.sign);
    if (reading.strengths) ties.strength.push_back(values.strength);
    if (reading.directions) ties.directed.push_back(values.directed);
    if (reading.start || reading.end) ties.period.push_back(values.period);
    if (reading.confidence) ties.confidence.push_back(values.confidence);
    if (reading.citation) ties.citation.push_back(batch.cell(row, *reading.citation));
    if (reading.note) ties.note.push_back(batch.cell(row, *reading.note));
    if (reading.type) {
        const std::string_view cell = batch.cell(row, *reading.type);
        reading.types.push_back(cell);
        if (reading.types_are_directions && !cell.empty() && !is_direction_word(cell)) reading.types_are_directions = false;
    }
    for (const auto& [column, attribute] : reading.attributes) ties.attributes[attribute].cells.push_back(batch.cell(row, column));
    ties.place.push_back({reading.file, static_cast<std::uint32_t>(batch.line(row))});
}

void TieCollector::look_for_citation(Reading& reading, const RowBatch& batch, std::size_t row) {
    const std::string_view cell = batch.cell(row, *reading.citation);
    constexpr std::size_t most = 10'000;
    if (cell.empty() || citations_.size() >= most || !citations_.insert(std::string(cell)).second || network_.find_source(cell) != nullptr) return;
    for (std::string_view part : split(cell, ';')) {
        part = trimmed(part);
        if (part.empty() || network_.find_source(part) != nullptr || !complaints_.admit("citations that the sources do not have")) continue;
        std::vector<std::string_view> ids;
        for (const CitedSource& source : network_.sources) ids.push_back(source.id);
        const auto meant = nearest(part, ids);
        complaints_.tell(Severity::warning, reading.rows.spot(batch, row, *reading.citation),
                         fmt::format("the sources have no {}{}", quoted(part), meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "; add it to sources.csv"),
                         reading.rows.excerpt(batch, row, *reading.citation));
    }
}

void TieCollector::settle_type(Reading& reading) {
    if (!reading.type) return;
    TieTable& ties = network_.ties;
    bool any = false;
    for (std::size_t i = 0; i < reading.types.size() && !any; ++i) any = !reading.types[i].empty();
    if (reading.types_are_directions && any) {
        pad(ties.directed, network_.tie_count(), Directedness::unsaid);
        for (std::size_t i = 0; i < reading.types.size(); ++i) {
            if (!reading.types[i].empty()) ties.directed[reading.first_row + i] = *parse_directedness(reading.types[i]);
        }
        complaints_.note(reading.rows.header_spot(*reading.type), fmt::format("the column {} is read as the direction of the ties, because all its cells say directed, undirected, mixed or mutual",
                                                                              quoted(reading.type_name)));
        return;
    }
    TextColumn& column = reading.type_is_relation ? ties.relation : ties.attributes[attribute_named(ties.attributes, reading.type_name)].cells;
    pad(column, reading.first_row);
    for (std::size_t i = 0; i < reading.types.size(); ++i) column.push_back(reading.types[i]);
}

const Relation* TieCollector::relation_named(std::string_view name, const std::function<std::pair<Spot, std::string>()>& place) {
    const auto known = relations_.find(name);
    if (known != relations_.end()) return known->second;
    const Relation* relation = network_.find_relation(name);
    relations_.emplace(name, relation);
    if (relation == nullptr && complaints_.admit("relations that relations.csv does not have")) {
        std::vector<std::string_view> names;
        for (const Relation& other : network_.relations) names.push_back(other.name);
        const auto meant = nearest(name, names);
        auto [spot, excerpt] = place();
        complaints_.tell(Severity::warning, std::move(spot),
                         fmt::format("relations.csv has no {}{}", quoted(name), meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "; add it there"), std::move(excerpt));
    }
    return relation;
}

bool TieCollector::apply_relation(Reading& reading, const RowBatch& batch, std::size_t row, Values& values) {
    const std::string_view name = batch.cell(row, *reading.relation);
    if (name.empty()) return true;
    if (name != reading.last_relation) {
        reading.last_relation = name;
        reading.relation_known = relation_named(name, [&] { return std::pair(reading.rows.spot(batch, row, *reading.relation), reading.rows.excerpt(batch, row, *reading.relation)); });
    }
    if (reading.relation_known == nullptr || take_from(*reading.relation_known, values.sign, values.strength, values.directed)) return true;
    if (complaints_.admit_error()) {
        complain(reading, batch, row, *reading.weight, fmt::format("the weight {} is negative, but the relation {} has the sign +; give this row a sign or make the weight positive",
                                                                   quoted(batch.cell(row, *reading.weight)), quoted(name)));
    }
    return false;
}

// A column called type that turned out to be the relation: the rows of the file are gone, only their lines are known.
void TieCollector::settle_relations(Reading& reading) {
    TieTable& ties = network_.ties;
    if (network_.relations.empty() || !reading.type_is_relation || reading.types_are_directions) return;
    for (std::size_t i = reading.first_row; i < network_.tie_count(); ++i) {
        const std::string_view name = ties.relation[i];
        if (name.empty()) continue;
        const auto place = [&] { return std::pair(Spot{network_.files[reading.file], ties.place[i].line, 1}, std::string()); };
        if (name != reading.last_relation) {
            reading.last_relation = name;
            reading.relation_known = relation_named(name, place);
        }
        if (reading.relation_known == nullptr) continue;
        Values values;
        if (reading.signs) values.sign = ties.sign[i];
        if (reading.strengths) values.strength = ties.strength[i];
        if (reading.directions) values.directed = ties.directed[i];
        if (!take_from(*reading.relation_known, values.sign, values.strength, values.directed)) {
            complaints_.error(place().first, fmt::format("the weight of this row is negative, but the relation {} has the sign +; give the row a sign or make the weight positive", quoted(name)));
        }
        if (reading.signs) ties.sign[i] = values.sign;
        if (reading.strengths) ties.strength[i] = values.strength;
        if (reading.directions) ties.directed[i] = values.directed;
    }
}

void TieCollector::settle_signs(Reading& reading) {
    TieTable& ties = network_.ties;
    for (std::size_t i = reading.first_row; i < ties.strength.size(); ++i) {
        if (std::isnan(ties.strength[i])) ties.strength[i] = 1;
    }
    bool any = false, taken = false;
    for (std::size_t i = reading.first_row; i < ties.sign.size(); ++i) {
        if (ties.sign[i] == unsaid_sign) {
            ties.sign[i] = Sign::none;
            if (reading.negative_weight) {
                const double weight = ties.strength[i];
                ties.sign[i] = weight < 0 ? Sign::negative : weight > 0 ? Sign::positive : Sign::none;
                ties.strength[i] = std::abs(weight);
                taken = true;
            }
        }
        any = any || ties.sign[i] != Sign::none;
    }
    if (taken) {
        complaints_.note(reading.rows.header_spot(*reading.weight), "some weights are negative: rows without a sign take the sign of their weight, and its size as their strength", true);
    }
    // A column that only prepared for signs goes again.
    if (!reading.sign && !any && !reading.had_signs) ties.sign = {};
}

void TieCollector::close_columns() {
    TieTable& ties = network_.ties;
    const std::size_t rows = network_.tie_count();
    if (!ties.sign.empty()) pad(ties.sign, rows, Sign::none);
    if (!ties.strength.empty()) pad(ties.strength, rows, 1.0);
    if (!ties.directed.empty()) pad(ties.directed, rows, Directedness::unsaid);
    if (!ties.period.empty()) pad(ties.period, rows, Period{});
    if (!ties.confidence.empty()) pad(ties.confidence, rows, 1.0);
}

}  // namespace entente::io
