#include "analysis/change/changes.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>

#include "analysis/change/explain.hpp"
#include "analysis/change/row_matching.hpp"
#include "base/error.hpp"
#include "base/named.hpp"
#include "model/cited_sources.hpp"

namespace entente {

namespace {

std::unordered_map<std::string_view, ActorId> by_id(const Network& network) {
    std::unordered_map<std::string_view, ActorId> ids;
    for (std::size_t i = 0; i < network.actor_count(); ++i)
        ids.emplace(network.actors.id[i], static_cast<ActorId>(i));
    return ids;
}

[[noreturn]] void unknown_actor(const Network& network, std::string_view id, const char* side) {
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < network.actor_count(); ++i) ids.push_back(network.actors.id[i]);
    const auto meant = nearest(id, ids);
    throw Error(Fault::usage, "--same: no actor '" + std::string(id) + "' in the " + side + " network" +
                                  (meant ? "; did you mean '" + *meant + "'?" : ""));
}

std::vector<TieId> rows_of(const DiffSide& side) {
    TieSelection all = side.selection;
    all.signs = SignFilter::all;
    return select_rows(side.network, all);
}

void add_actor(ActorTable& actors, const Network& network, ActorId actor) {
    actors.id.push_back(network.id(actor));
    actors.label.push_back(network.label(actor));
    actors.kind.push_back(network.kind(actor));
}

void mark_present(const DiffSide& side, std::size_t count, GameSide& result) {
    result.present.assign(count, 0);
    for (const ActorId actor : select_actors(side.network, side.selection))
        result.present[index(result.actor[index(actor)])] = 1;
}

// The year in which the row starts, of either side's row.
std::string year_of(const Network& network, TieId row) {
    if (!network.has_dates()) return "";
    const DayInterval start = network.ties.period[index(row)].start;
    const DayInterval day{start.earliest, start.earliest};
    return start.earliest == beginning_of_time ? "" : to_string(day).substr(0, 4);
}

struct CitedOfBoth {
    CitedSources before, after;
};

std::string name_of(const Change& change, const CommonActors& common, const CitedOfBoth& cited,
                    ExplainGroups by) {
    const Network& network = change.new_row ? common.after.network : common.before.network;
    const TieId row = change.new_row ? *change.new_row : *change.old_row;
    if (by == ExplainGroups::relation) return std::string(network.ties.relation[index(row)]);
    if (by == ExplainGroups::year) return year_of(network, row);
    const auto sources = (change.new_row ? cited.after : cited.before).of(row);
    return sources.empty() ? "" : std::string(sources.front());
}

bool is_of_actor(const Change& change) {
    return change.kind == ChangeKind::actor_added || change.kind == ChangeKind::actor_gone;
}

// A group for each changed pair, each actor: in the order of the changes.
std::vector<ChangeGroup> single_groups(const std::vector<Change>& changes, const ChangeGame& game) {
    std::vector<ChangeGroup> groups;
    std::map<std::pair<ActorId, ActorId>, std::size_t> pairs;
    for (const auto& pair : game.changed_pairs()) pairs[{pair.low, pair.high}] = changes.size();
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (is_of_actor(changes[i])) {
            groups.push_back({.name = {}, .changes = {i}, .of_actors = true});
            continue;
        }
        const auto [low, high] = std::minmax({changes[i].source, changes[i].target});
        const auto at = pairs.find({low, high});
        if (at == pairs.end()) continue;
        if (at->second == changes.size()) {
            at->second = groups.size();
            groups.push_back({.name = {}, .changes = {}});
        }
        groups[at->second].changes.push_back(i);
    }
    return groups;
}

std::vector<ChangeGroup> named_groups(const std::vector<ChangeGroup>& single,
                                      const std::vector<Change>& changes, const CommonActors& common,
                                      ExplainGroups by) {
    const CitedOfBoth cited{CitedSources(common.before.network), CitedSources(common.after.network)};
    std::vector<ChangeGroup> groups;
    std::map<std::string, std::size_t> known;
    for (const ChangeGroup& group : single) {
        const Change& first = changes[group.changes.front()];
        std::string name = first.kind == ChangeKind::actor_added  ? "actors added"
                           : first.kind == ChangeKind::actor_gone ? "actors gone"
                                                                  : name_of(first, common, cited, by);
        const auto [at, fresh] = known.try_emplace(name, groups.size());
        if (fresh) groups.push_back({.name = name, .changes = {}, .of_actors = group.of_actors});
        auto& all = groups[at->second].changes;
        all.insert(all.end(), group.changes.begin(), group.changes.end());
    }
    return groups;
}

std::string_view own_label(const ActorTable& actors, std::size_t i) {
    return actors.label[i] == actors.id[i] ? std::string_view() : actors.label[i];
}

// An attribute of the actors in either network, null where it is not one of them.
struct ComparedColumn {
    std::string_view name;
    const TextColumn *before = nullptr, *after = nullptr;
};

std::vector<ComparedColumn> attributes_compared(const ActorTable& before, const ActorTable& after) {
    std::vector<ComparedColumn> columns;
    for (const AttributeColumn& attribute : before.attributes)
        columns.push_back({attribute.name, &attribute.cells, nullptr});
    for (const AttributeColumn& attribute : after.attributes) {
        const auto known =
            std::ranges::find(columns, std::string_view(attribute.name), &ComparedColumn::name);
        if (known == columns.end()) columns.push_back({attribute.name, nullptr, &attribute.cells});
        else known->after = &attribute.cells;
    }
    return columns;
}

std::string_view cell_of(const TextColumn* column, std::size_t row) {
    return column == nullptr ? std::string_view() : (*column)[row];
}

}  // namespace

CommonActors common_actors(const DiffSide& before, const DiffSide& after,
                           const std::map<std::string, std::string>& same) {
    CommonActors common{.actors = {},
                        .before = {before.network, before.selection, rows_of(before), {}},
                        .after = {after.network, after.selection, rows_of(after), {}}};
    const auto old_ids = by_id(before.network), new_ids = by_id(after.network);
    std::unordered_map<std::string_view, std::string_view> old_name;  // of a new id
    for (const auto& [old_id, new_id] : same) {
        if (!old_ids.contains(old_id)) unknown_actor(before.network, old_id, "old");
        if (!new_ids.contains(new_id)) unknown_actor(after.network, new_id, "new");
        old_name[new_id] = old_id;
    }
    for (std::size_t i = 0; i < before.network.actor_count(); ++i) {
        common.before.actor.push_back(static_cast<ActorId>(i));
        add_actor(common.actors, before.network, static_cast<ActorId>(i));
    }
    for (std::size_t i = 0; i < after.network.actor_count(); ++i) {
        const std::string_view id = after.network.actors.id[i];
        const auto renamed = old_name.find(id);
        const auto at = old_ids.find(renamed == old_name.end() ? id : renamed->second);
        if (at != old_ids.end()) {
            common.after.actor.push_back(at->second);
        } else {
            common.after.actor.push_back(static_cast<ActorId>(common.actors.size()));
            add_actor(common.actors, after.network, static_cast<ActorId>(i));
        }
    }
    mark_present(before, common.actors.size(), common.before);
    mark_present(after, common.actors.size(), common.after);
    return common;
}

std::vector<DescriptionChange> descriptions_changed(const CommonActors& common) {
    if (&common.before.network == &common.after.network) return {};
    const ActorTable &before = common.before.network.actors, &after = common.after.network.actors;
    const std::vector<ComparedColumn> columns = attributes_compared(before, after);
    std::vector<std::optional<std::size_t>> old_place(common.actors.size());
    for (std::size_t i = 0; i < before.size(); ++i) old_place[index(common.before.actor[i])] = i;
    std::vector<DescriptionChange> described;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const ActorId actor = common.after.actor[i];
        const auto old = old_place[index(actor)];
        if (!old || common.before.present[index(actor)] == 0 || common.after.present[index(actor)] == 0)
            continue;
        DescriptionChange change{actor, {}};
        if (own_label(before, *old) != own_label(after, i)) change.what.emplace_back("label");
        if (before.kind[*old] != after.kind[i]) change.what.emplace_back("kind");
        for (const ComparedColumn& column : columns) {
            if (cell_of(column.before, *old) != cell_of(column.after, i))
                change.what.emplace_back(column.name);
        }
        if (!change.what.empty()) described.push_back(std::move(change));
    }
    std::ranges::sort(described, {}, [](const DescriptionChange& change) { return index(change.actor); });
    return described;
}

std::vector<Change> changes_of(const CommonActors& common, bool same_file) {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < common.actors.size(); ++i) {
        const auto actor = static_cast<ActorId>(i);
        if (common.before.present[i] == common.after.present[i]) continue;
        changes.push_back(
            {.kind = common.before.present[i] != 0 ? ChangeKind::actor_gone : ChangeKind::actor_added,
             .source = actor,
             .target = actor,
             .old_row = {},
             .new_row = {}});
    }
    const std::size_t of_actors = changes.size();
    const SideRows before{common.before.network, common.before.rows, common.before.actor},
        after{common.after.network, common.after.rows, common.after.actor};
    std::map<std::pair<ActorId, ActorId>, std::size_t> order;  // of pairs by their first rows
    const auto ends = [](const SideRows& side, TieId row) {
        return std::pair(side.actor[index(side.network.ties.source[index(row)])],
                         side.actor[index(side.network.ties.target[index(row)])]);
    };
    const auto pair_of = [](std::pair<ActorId, ActorId> of) {
        return std::pair(std::min(of.first, of.second), std::max(of.first, of.second));
    };
    for (const SideRows* side : {&before, &after}) {
        for (const TieId row : side->rows) order.try_emplace(pair_of(ends(*side, row)), order.size());
    }
    for (const RowMatch& match : match_rows(before, after, same_file ? SameFile::yes : SameFile::no)) {
        const auto kind = change_of(before, after, match);
        if (!kind) continue;
        const auto [source, target] =
            match.new_row ? ends(after, *match.new_row) : ends(before, *match.old_row);
        changes.push_back({*kind, source, target, match.old_row, match.new_row});
    }
    std::stable_sort(changes.begin() + static_cast<std::ptrdiff_t>(of_actors), changes.end(),
                     [&](const Change& a, const Change& b) {
                         const auto key = [&](const Change& change) {
                             return std::tuple(order.at(pair_of({change.source, change.target})),
                                               change.old_row ? index(*change.old_row) : SIZE_MAX,
                                               change.new_row ? index(*change.new_row) : SIZE_MAX);
                         };
                         return key(a) < key(b);
                     });
    return changes;
}

ChangeGroups groups_of(const std::vector<Change>& changes, const CommonActors& common, const ChangeGame& game,
                       ExplainGroups wanted) {
    std::vector<ChangeGroup> single = single_groups(changes, game);
    const bool few = single.size() <= most_changes;
    if (wanted == ExplainGroups::pair || (wanted == ExplainGroups::automatic && few))
        return {std::move(single), "pair"};
    constexpr std::pair<ExplainGroups, const char*> ways[] = {{ExplainGroups::relation, "relation"},
                                                              {ExplainGroups::source, "source"},
                                                              {ExplainGroups::year, "year"}};
    ChangeGroups last;
    for (const auto& [way, name] : ways) {
        if (wanted != ExplainGroups::automatic && wanted != way) continue;
        ChangeGroups found{named_groups(single, changes, common, way), name};
        const auto ties = std::ranges::count(found.groups, false, &ChangeGroup::of_actors);
        if (wanted == way || (ties > 1 && found.groups.size() <= most_changes)) return found;
        if (last.by.empty() || found.groups.size() <= most_changes) last = std::move(found);
    }
    return last;
}

}  // namespace entente
