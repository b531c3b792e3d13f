#include "report/actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "base/prose.hpp"
#include "base/text.hpp"

namespace entente::report {

std::vector<std::string> actor_columns() { return {"id", "label", "kind"}; }

std::vector<Cell> actor_cells(const Network& network, ActorId actor) {
    return {std::string(network.id(actor)), std::string(network.label(actor)),
            std::string(network.kind(actor))};
}

Value::Object actor_object(const Network& network, ActorId actor) {
    return {{"id", network.id(actor)}, {"label", network.label(actor)}, {"kind", network.kind(actor)}};
}

namespace {

void erase_column(Table& table, std::size_t column) {
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

bool all_empty(const Table& table, std::size_t column) {
    return std::ranges::all_of(table.rows,
                               [&](const auto& row) { return std::get<std::string>(row[column]).empty(); });
}

bool all_different(const Table& table, std::size_t column) {
    std::set<std::string> seen;
    return std::ranges::all_of(
        table.rows, [&](const auto& row) { return seen.insert(std::get<std::string>(row[column])).second; });
}

}  // namespace

Table for_people(Table table) {
    if (table.columns.size() < 3 || table.columns[0] != "id" || table.columns[1] != "label" ||
        table.columns[2] != "kind")
        return table;
    if (all_empty(table, 2)) erase_column(table, 2);
    if (all_different(table, 1)) {
        erase_column(table, 0);
        table.columns[0] = "actor";
    } else {
        table.keys = 2;
    }
    return table;
}

Table scores_table(const Network& network, const ScoreTable& scores) {
    Table table{.columns = actor_columns(), .rows = {}};
    for (const Scores& column : scores.columns) table.columns.push_back(column.measure);
    table.rows.reserve(scores.actors.size());
    for (std::size_t i = 0; i < scores.actors.size(); ++i) {
        table.rows.push_back(actor_cells(network, scores.actors[i]));
        for (const Scores& column : scores.columns) table.rows.back().emplace_back(column.values[i]);
    }
    return table;
}

Value scores_value(const Network& network, const ScoreTable& scores, Value settings) {
    Value::Object result = result_object();
    Value::Array measures, left_out, actors;
    for (const Scores& column : scores.columns) {
        measures.push_back(Value::Object{{"name", column.measure},
                                         {"remark", column.remark.empty() ? Value() : Value(column.remark)}});
    }
    for (const std::string& what : scores.left_out) left_out.emplace_back(what);
    for (std::size_t i = 0; i < scores.actors.size(); ++i) {
        Value::Object actor = actor_object(network, scores.actors[i]);
        for (const Scores& column : scores.columns) actor.emplace_back(column.measure, column.values[i]);
        actors.emplace_back(std::move(actor));
    }
    result.emplace_back("measures", std::move(measures));
    result.emplace_back("left_out", std::move(left_out));
    result.emplace_back("actors", std::move(actors));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::vector<std::string> by_reason(const std::vector<std::string>& left_out) {
    constexpr std::string_view of_one = ": needs ", of_several = ": need ";
    struct Group {
        std::string reason, names;
        bool several = false;
    };
    std::vector<Group> groups;
    for (const std::string& line : left_out) {
        const std::size_t colon = line.find(": ");
        const std::string reason = colon == std::string::npos ? "" : line.substr(colon),
                          name = line.substr(0, colon);
        const auto at = std::ranges::find(groups, reason, &Group::reason);
        if (at == groups.end() || reason.empty()) {
            groups.push_back({reason, name});
            continue;
        }
        at->names += ", " + name;
        at->several = true;
    }
    std::vector<std::string> lines;
    for (auto& [reason, names, several] : groups) {
        if (several && reason.starts_with(of_one)) reason.replace(0, of_one.size(), of_several);
        lines.push_back(names + reason);
    }
    return lines;
}

std::vector<std::string> remarks_of_left_out(const std::vector<std::string>& left_out) {
    std::vector<std::string> remarks;
    for (const std::string& what : by_reason(left_out)) remarks.push_back("left out: " + what);
    return remarks;
}

std::vector<std::size_t> ranked(const Scores& column) {
    std::vector<std::size_t> order(column.values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const double x = column.values[a], y = column.values[b];
        if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
        return x > y;
    });
    return order;
}

ScoreTable reordered(const ScoreTable& scores, const std::vector<std::size_t>& order, std::size_t top) {
    ScoreTable result{.actors = {}, .columns = scores.columns, .left_out = scores.left_out};
    for (Scores& column : result.columns) column.values.clear();
    for (std::size_t place = 0; place < std::min(order.size(), top); ++place) {
        result.actors.push_back(scores.actors[order[place]]);
        for (std::size_t c = 0; c < scores.columns.size(); ++c)
            result.columns[c].values.push_back(scores.columns[c].values[order[place]]);
    }
    return result;
}

Table communities_table(const Network& network, const Partition& partition) {
    Table table{.columns = actor_columns(), .rows = {}};
    table.columns.emplace_back("community");
    if (!partition.stability.empty()) table.columns.emplace_back("stability");
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        table.rows.push_back(actor_cells(network, partition.actors[i]));
        table.rows.back().emplace_back(std::uint64_t{partition.community[i]});
        if (!partition.stability.empty()) table.rows.back().emplace_back(partition.stability[i]);
    }
    return table;
}

Value communities_value(const Network& network, const Partition& partition, Value comparison,
                        Value settings) {
    Value::Object result = result_object();
    std::vector<Value::Array> members(partition.count);
    Value::Object membership, stability;
    Value::Array communities, remarks;
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        const std::string id(network.id(partition.actors[i]));
        members[partition.community[i] - 1].emplace_back(id);
        membership.emplace_back(id, std::uint64_t{partition.community[i]});
        if (!partition.stability.empty()) stability.emplace_back(id, partition.stability[i]);
    }
    for (Value::Array& community : members) communities.emplace_back(std::move(community));
    for (const std::string& remark : partition.remarks) remarks.emplace_back(remark);
    result.emplace_back("algorithm", partition.algorithm);
    result.emplace_back("modularity", partition.modularity);
    result.emplace_back("resolution", partition.resolution);
    result.emplace_back("quality_name", partition.quality_name);
    result.emplace_back("quality", partition.quality);
    result.emplace_back("runs", partition.runs);
    result.emplace_back("signed_modularity", partition.signed_modularity);
    result.emplace_back("isolates", partition.isolates());
    result.emplace_back("communities", std::move(communities));
    result.emplace_back("membership", std::move(membership));
    result.emplace_back("stability", partition.stability.empty() ? Value() : Value(std::move(stability)));
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("comparison", std::move(comparison));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string community_count(const Partition& partition) {
    const std::uint32_t alone = partition.isolates();
    const std::string tied = counted(partition.count - alone, "community", "communities");
    return alone == 0 ? tied : fmt::format("{} and {} without ties", tied, counted(alone, "actor"));
}

std::string communities_text(const Network& network, const Partition& partition, std::size_t width) {
    if (width == 0) width = 100;
    std::vector<std::string> members(partition.count);
    std::vector<std::size_t> sizes(partition.count), columns(partition.count, 6);
    for (std::size_t i = 0; i < partition.actors.size(); ++i) {
        const std::size_t c = partition.community[i] - 1;
        if (i < partition.isolated.size() && partition.isolated[i] != 0) continue;
        std::string name(network.label(partition.actors[i]));
        if (!partition.stability.empty() && partition.stability[i] < 0.95)
            name += fmt::format(" ({:.2f})", partition.stability[i]);
        if (sizes[c]++ > 0) {
            members[c] += ',';
            if (columns[c] + 2 + display_width(name) > width) {
                members[c] += "\n      ";
                columns[c] = 6;
            } else {
                members[c] += ' ';
                columns[c] += 2;
            }
        }
        members[c] += name;
        columns[c] += display_width(name);
    }
    std::string text;
    for (std::size_t c = 0; c < members.size(); ++c) {
        if (!members[c].empty()) text += fmt::format("{:>4}  {}\n", c + 1, members[c]);
    }
    if (const std::uint32_t alone = partition.isolates(); alone > 0)
        text += fmt::format("      {} without ties, each by itself\n", counted(alone, "actor"));
    return text;
}

}  // namespace entente::report
