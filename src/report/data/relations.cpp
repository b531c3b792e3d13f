#include "report/data/relations.hpp"

#include <map>

#include "base/number.hpp"
#include "model/sign_text.hpp"

namespace entente::report {

namespace {

std::string direction_of(const Relation& relation) {
    return relation.directed == Directedness::directed     ? "true"
           : relation.directed == Directedness::undirected ? "false"
                                                           : "";
}

Value or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

}  // namespace

std::vector<RelationRow> relations_of(const Network& network) {
    std::vector<RelationRow> rows;
    std::map<std::string, std::size_t, std::less<>> places;
    for (const Relation& relation : network.relations) {
        places.emplace(relation.name, rows.size());
        rows.push_back({.relation = relation, .described = true, .rows = 0, .hostile = 0});
    }
    RelationRow unnamed;
    for (std::size_t i = 0; i < network.tie_count(); ++i) {
        const std::string_view name =
            network.ties.relation.empty() ? std::string_view() : network.ties.relation[i];
        RelationRow* row = &unnamed;
        if (!name.empty()) {
            auto at = places.find(name);
            if (at == places.end()) {
                at = places.emplace(std::string(name), rows.size()).first;
                RelationRow fresh;
                fresh.relation.name = fresh.relation.label = std::string(name);
                rows.push_back(std::move(fresh));
            }
            row = &rows[at->second];
        }
        ++row->rows;
        row->hostile += network.sign(static_cast<TieId>(i)) == Sign::negative ? 1 : 0;
    }
    if (unnamed.rows > 0) rows.push_back(unnamed);
    return rows;
}

Table relations_table(const std::vector<RelationRow>& relations) {
    Table table{.columns = {"relation", "label", "sign", "directed", "weight", "rows", "hostile"},
                .rows = {}};
    for (const auto& [relation, described, rows, hostile] : relations) {
        table.rows.push_back({relation.name, relation.label, sign_text(relation.sign), direction_of(relation),
                              relation.strength ? format_number(*relation.strength) : "", rows, hostile});
    }
    return table;
}

Value relations_value(const std::vector<RelationRow>& relations) {
    Value::Object result = result_object();
    Value::Array array;
    std::uint64_t unnamed = 0;
    for (const auto& [relation, described, rows, hostile] : relations) {
        if (relation.name.empty()) {
            unnamed = rows;
            continue;
        }
        array.emplace_back(
            Value::Object{{"relation", relation.name},
                          {"label", relation.label},
                          {"sign", or_null(sign_text(relation.sign))},
                          {"directed", relation.directed == Directedness::unsaid
                                           ? Value()
                                           : Value(relation.directed == Directedness::directed)},
                          {"weight", relation.strength ? Value(*relation.strength) : Value()},
                          {"rows", rows},
                          {"hostile", hostile}});
    }
    result.emplace_back("relations", std::move(array));
    result.emplace_back("rows_without_relation", unnamed);
    return result;
}

}  // namespace entente::report
