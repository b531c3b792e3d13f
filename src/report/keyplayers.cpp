#include "report/keyplayers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/prose.hpp"
#include "report/actors.hpp"

namespace entente::report {

namespace {

constexpr std::array objective_names{"fragment", "fragment-distance", "reach"};

std::string names_of(const Network& network, const KeyPlayerSet& set) {
    std::string text;
    for (const ActorId actor : set.actors)
        text += (text.empty() ? "" : ", ") + std::string(network.label(actor));
    return text;
}

std::string percent(double share) { return std::isnan(share) ? "–" : fmt::format("{:.1f} %", 100 * share); }

std::string effect_of(const KeyPlayers& found, const KeyPlayerSet& set) {
    if (found.objective == KeyPlayerObjective::reach) {
        return fmt::format("tied to {} of the others; reach {} (1: everyone at once)", set.adjacent,
                           four_digits(set.reach));
    }
    if (found.objective == KeyPlayerObjective::fragment_distance) {
        return fmt::format(
            "without them the others are farther from one another: distance-weighted fragmentation {} "
            "instead of {}",
            four_digits(set.distance_fragmentation), four_digits(found.distance_fragmentation_before));
    }
    return fmt::format("without them {} of the pairs that remain are cut off ({} before), in {} ({} before)",
                       percent(set.fragmentation), percent(found.fragmentation_before),
                       counted(set.components, "part"), found.components_before);
}

}  // namespace

Table key_players_table(const Network& network, const KeyPlayers& found) {
    Table table{.columns = {"set", "id", "label", "kind"}, .rows = {}, .keys = 2};
    for (std::size_t s = 0; s < found.best.size(); ++s) {
        for (const ActorId actor : found.best[s].actors) {
            table.rows.push_back({std::uint64_t{s + 1}, std::string(network.id(actor)),
                                  std::string(network.label(actor)), std::string(network.kind(actor))});
        }
    }
    return table;
}

Value key_players_value(const Network& network, const KeyPlayers& found, Value settings) {
    Value::Object result = result_object();
    Value::Array sets, remarks;
    for (const KeyPlayerSet& set : found.best) {
        Value::Array actors;
        for (const ActorId actor : set.actors) actors.emplace_back(network.id(actor));
        sets.push_back(Value::Object{{"actors", std::move(actors)},
                                     {"value", found.value(set)},
                                     {"fragmentation", set.fragmentation},
                                     {"distance_fragmentation", set.distance_fragmentation},
                                     {"components", set.components},
                                     {"reach", set.reach},
                                     {"adjacent", set.adjacent}});
    }
    for (const std::string& remark : found.remarks) remarks.emplace_back(remark);
    result.emplace_back("objective", objective_names[static_cast<std::size_t>(found.objective)]);
    result.emplace_back("size", found.size);
    result.emplace_back("exact", found.exact);
    result.emplace_back("considered", found.considered);
    result.emplace_back("starts", found.starts);
    result.emplace_back("best_count", found.best_count);
    result.emplace_back("before",
                        Value::Object{{"fragmentation", found.fragmentation_before},
                                      {"distance_fragmentation", found.distance_fragmentation_before},
                                      {"components", found.components_before}});
    result.emplace_back("sets", std::move(sets));
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string key_players_text(const Network& network, const KeyPlayers& found) {
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t s = 0; s < std::min(most, found.best.size()); ++s) {
        text +=
            fmt::format("{}\n    {}\n", names_of(network, found.best[s]), effect_of(found, found.best[s]));
    }
    if (found.best_count > most)
        text += fmt::format("… and {} more sets that are as good{}\n", found.best_count - most,
                            found.best.size() > most ? "; --format csv lists them" : "");
    text += fmt::format("\n{} of {} considered\n", counted(found.considered, "set"), found.size);
    return text;
}

}  // namespace entente::report
