// What rows of ties refer to: relations, whose defaults they take, and sources.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/text.hpp"
#include "io/ties/tie_reading.hpp"

namespace entente::io {

namespace {

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

}  // namespace

const Relation* TieReader::relation_named(std::string_view name,
                                          const std::function<std::pair<Spot, std::string>()>& place) {
    const auto known = relations_.find(name);
    if (known != relations_.end()) return known->second;
    const Relation* relation = network_.find_relation(name);
    relations_.emplace(name, relation);
    if (relation == nullptr && diagnostics_.admit("relations that relations.csv does not have")) {
        std::vector<std::string_view> names;
        for (const Relation& other : network_.relations) names.push_back(other.name);
        const auto meant = nearest(name, names);
        auto [spot, excerpt] = place();
        diagnostics_.tell(
            Severity::warning, std::move(spot),
            fmt::format("relations.csv has no {}{}", quoted(name),
                        meant ? fmt::format("; did you mean {}?", quoted(*meant)) : "; add it there"),
            std::move(excerpt));
    }
    return relation;
}

bool TieReader::apply_relation(Reading& reading, RowRef row, Values& values) {
    const std::string_view name = row.cell(*reading.relation);
    if (name.empty()) return true;
    if (name != reading.last_relation) {
        reading.last_relation = name;
        reading.relation_known = relation_named(name, [&] {
            return std::pair(reading.rows.spot(row, *reading.relation),
                             reading.rows.excerpt(row, *reading.relation));
        });
    }
    if (reading.relation_known == nullptr ||
        take_from(*reading.relation_known, values.sign, values.strength, values.directed))
        return true;
    if (diagnostics_.admit_error()) {
        complain(reading, row, *reading.weight,
                 fmt::format("the weight {} is negative, but the relation {} has the sign +; give this row a "
                             "sign or make the weight positive",
                             quoted(row.cell(*reading.weight)), quoted(name)));
    }
    return false;
}

// A column called type that turned out to be the relation: the rows of the file are gone, only their lines
// are known.
void TieReader::settle_relations(Reading& reading) {
    TieTable& ties = network_.ties;
    if (network_.relations.empty() || !reading.type_is_relation || reading.types_are_directions) return;
    for (std::size_t i = reading.first_row; i < network_.tie_count(); ++i) {
        const std::string_view name = ties.relation[i];
        if (name.empty()) continue;
        const auto place = [&] {
            return std::pair(Spot{network_.files[reading.file], ties.place[i].line, 1}, std::string());
        };
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
            diagnostics_.error(place().first,
                               fmt::format("the weight of this row is negative, but the relation {} has the "
                                           "sign +; give the row a sign or make the weight positive",
                                           quoted(name)));
        }
        if (reading.signs) ties.sign[i] = values.sign;
        if (reading.strengths) ties.strength[i] = values.strength;
        if (reading.directions) ties.directed[i] = values.directed;
    }
}

void TieReader::look_for_citation(Reading& reading, RowRef row) {
    const std::string_view cell = row.cell(*reading.citation);
    constexpr std::size_t most = 10'000;
    if (cell.empty() || citations_.size() >= most || !citations_.insert(std::string(cell)).second ||
        network_.find_source(cell) != nullptr)
        return;
    for (std::string_view part : split(cell, ';')) {
        part = trimmed(part);
        if (part.empty() || network_.find_source(part) != nullptr ||
            !diagnostics_.admit("citations that the sources do not have"))
            continue;
        std::vector<std::string_view> ids;
        for (const CitedSource& source : network_.sources) ids.push_back(source.id);
        const auto meant = nearest(part, ids);
        diagnostics_.tell(Severity::warning, reading.rows.spot(row, *reading.citation),
                          fmt::format("the sources have no {}{}", quoted(part),
                                      meant ? fmt::format("; did you mean {}?", quoted(*meant))
                                            : "; add it to sources.csv"),
                          reading.rows.excerpt(row, *reading.citation));
    }
}

}  // namespace entente::io
