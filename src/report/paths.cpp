#include "report/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/prose.hpp"
#include "report/actors.hpp"

namespace entente::report {

namespace {

Sign common_sign(const Network& network, std::span<const TieId> rows) {
    const Sign sign = network.sign(rows.front());
    return std::ranges::all_of(rows, [&](TieId row) { return network.sign(row) == sign; }) ? sign
                                                                                           : Sign::none;
}

}  // namespace

Table paths_table(const Network& network, const MergedTies& merged, const ShortestPaths& found) {
    Table table{.columns = {"path", "step", "source", "target", "relation", "sign", "strength"},
                .rows = {},
                .keys = 2};
    for (std::size_t p = 0; p < found.paths.size(); ++p) {
        const ActorPath& path = found.paths[p];
        for (std::size_t step = 0; step < path.ties.size(); ++step) {
            const auto rows = merged.rows_of(path.ties[step]);
            table.rows.push_back(
                {std::uint64_t{p + 1}, std::uint64_t{step + 1}, std::string(network.id(path.actors[step])),
                 std::string(network.id(path.actors[step + 1])), relations_of(network, rows),
                 std::string(sign_text(common_sign(network, rows))), merged.ties[path.ties[step]].strength});
        }
    }
    return table;
}

Value paths_value(const Network& network, const MergedTies& merged, const ShortestPaths& found,
                  Value settings) {
    Value::Object result = result_object();
    Value::Array paths;
    for (const ActorPath& path : found.paths) {
        Value::Array actors, ties;
        for (const ActorId actor : path.actors) actors.emplace_back(network.id(actor));
        for (std::size_t step = 0; step < path.ties.size(); ++step) {
            const auto rows = merged.rows_of(path.ties[step]);
            const std::string relation = relations_of(network, rows),
                              sign = sign_text(common_sign(network, rows));
            ties.push_back(Value::Object{{"source", network.id(path.actors[step])},
                                         {"target", network.id(path.actors[step + 1])},
                                         {"relation", relation.empty() ? Value() : Value(relation)},
                                         {"sign", sign.empty() ? Value() : Value(sign)},
                                         {"strength", merged.ties[path.ties[step]].strength}});
        }
        paths.push_back(Value::Object{{"actors", std::move(actors)}, {"ties", std::move(ties)}});
    }
    result.emplace_back("from", network.id(found.from));
    result.emplace_back("to", network.id(found.to));
    result.emplace_back("connected", found.connected);
    result.emplace_back("distance", found.connected ? found.distance : undefined);
    result.emplace_back("count", found.count);
    result.emplace_back("paths", std::move(paths));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string paths_text(const Network& network, const MergedTies& merged, const ShortestPaths& found,
                       bool weighted) {
    const std::string_view from = network.label(found.from), to = network.label(found.to);
    if (!found.connected) return fmt::format("No path leads from {} to {}.\n", from, to);
    const std::size_t steps = found.paths.empty() ? 0 : found.paths.front().ties.size();
    std::string length =
        weighted ? fmt::format("a distance of {}", four_digits(found.distance)) : counted(steps, "tie");
    std::string text = found.count == 1
                           ? fmt::format("One shortest path leads from {} to {}: {}.\n", from, to, length)
                           : fmt::format("{} shortest paths lead from {} to {}: {} each.\n",
                                         four_digits(found.count), from, to, length);
    for (const ActorPath& path : found.paths) {
        text += '\n' + std::string(network.label(path.actors.front())) + '\n';
        for (std::size_t step = 0; step < path.ties.size(); ++step) {
            const auto rows = merged.rows_of(path.ties[step]);
            const std::string relation = relation_labels_of(network, rows);
            const bool backwards = network.directed(rows.front()) == Directedness::directed &&
                                   network.ties.source[index(rows.front())] != path.actors[step];
            text += fmt::format("  → {}", network.label(path.actors[step + 1]));
            if (!relation.empty()) {
                text += backwards ? fmt::format("  ({} {} {})", network.label(path.actors[step + 1]),
                                                relation, network.label(path.actors[step]))
                                  : fmt::format("  ({})", relation);
            }
            text += '\n';
        }
    }
    const double hidden = found.count - static_cast<double>(found.paths.size());
    if (hidden > 0) text += fmt::format("\n… and {} more of the same length.\n", four_digits(hidden));
    return text;
}

namespace {

std::map<ActorId, std::uint64_t> ties_per_actor(const EgoFindings& ego) {
    std::map<ActorId, std::uint64_t> count;
    for (const Bundle& tie : ego.ties.ties) {
        ++count[tie.source];
        ++count[tie.target];
    }
    return count;
}

}  // namespace

Table ego_table(const Network& network, const EgoFindings& ego) {
    Table table{.columns = actor_columns(), .rows = {}};
    table.columns.emplace_back("hops");
    table.columns.emplace_back("ties");
    std::map<ActorId, std::uint64_t> ties = ties_per_actor(ego);
    for (std::size_t i = 0; i < ego.actors.size(); ++i) {
        table.rows.push_back(actor_cells(network, ego.actors[i]));
        table.rows.back().emplace_back(std::uint64_t{ego.hops[i]});
        table.rows.back().emplace_back(ties[ego.actors[i]]);
    }
    return table;
}

Value ego_value(const Network& network, const EgoFindings& ego, Value settings) {
    Value::Object result = result_object();
    Value::Array actors, ties;
    std::map<ActorId, std::uint64_t> count = ties_per_actor(ego);
    for (std::size_t i = 0; i < ego.actors.size(); ++i) {
        Value::Object actor = actor_object(network, ego.actors[i]);
        actor.emplace_back("hops", std::uint64_t{ego.hops[i]});
        actor.emplace_back("ties", count[ego.actors[i]]);
        actors.emplace_back(std::move(actor));
    }
    for (std::size_t tie = 0; tie < ego.ties.size(); ++tie) ties.push_back(tie_value(network, ego.ties, tie));
    result.emplace_back("centre", network.id(ego.center));
    result.emplace_back("radius", ego.radius);
    result.emplace_back("actors", std::move(actors));
    result.emplace_back("ties", std::move(ties));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string ego_text(const Network& network, const EgoFindings& ego, const TextOptions& options) {
    Table own{.columns = {"", "actor", "relation", "sign", "start", "end"}, .rows = {}, .keys = 2};
    std::size_t others = 0;
    for (std::size_t t = 0; t < ego.ties.size(); ++t) {
        const Bundle& tie = ego.ties.ties[t];
        const auto rows = ego.ties.rows_of(t);
        const bool out = tie.source == ego.center;
        if (!out && tie.target != ego.center) {
            ++others;
            continue;
        }
        own.rows.push_back({std::string(!tie.directed ? "—"
                                        : out         ? "→"
                                                      : "←"),
                            std::string(network.label(out ? tie.target : tie.source)),
                            relation_labels_of(network, rows), std::string(sign_text(tie.sign)),
                            start_of(network, rows), end_of(network, rows)});
    }
    for (std::size_t c = own.columns.size(); c-- > 2;) {  // columns that these data do not have
        if (std::ranges::any_of(own.rows,
                                [&](const auto& row) { return !std::get<std::string>(row[c]).empty(); }))
            continue;
        own.columns.erase(own.columns.begin() + static_cast<std::ptrdiff_t>(c));
        for (auto& row : own.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    }
    std::string text = fmt::format("{} has {}{}\n", network.label(ego.center),
                                   counted(own.rows.size(), "tie"), own.rows.empty() ? "." : ":");
    if (!own.rows.empty()) text += '\n' + to_text(own, options);
    for (unsigned distance = 2; distance <= ego.radius; ++distance) {
        std::string names;
        for (std::size_t i = 0; i < ego.actors.size(); ++i) {
            if (ego.hops[i] == distance)
                names += (names.empty() ? "" : ", ") + std::string(network.label(ego.actors[i]));
        }
        if (!names.empty()) text += fmt::format("\n{} ties away: {}\n", distance, names);
    }
    if (others > 0) text += fmt::format("\nThe others have {} among themselves.\n", counted(others, "tie"));
    return text;
}

}  // namespace entente::report
