#include "report/change/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/prose.hpp"

namespace entente::report {

namespace {

constexpr std::array fate_names{"born", "continues", "grows", "shrinks", "splits", "merges", "dies"};

struct FigureColumn {
    const char* name;
    double SliceFigures::*figure;
};
constexpr std::array z_columns{FigureColumn{"density_z", &SliceFigures::density},
                               FigureColumn{"components_z", &SliceFigures::components},
                               FigureColumn{"transitivity_z", &SliceFigures::transitivity},
                               FigureColumn{"frustration_z", &SliceFigures::frustration},
                               FigureColumn{"balanced_strong_z", &SliceFigures::balanced_strong},
                               FigureColumn{"turnover_z", &SliceFigures::turnover}};

std::string day_text(Day day) { return to_string(DayInterval{day, day}); }

std::string from_of(const Slice& slice) { return day_text(slice.window.earliest); }
std::string to_of(const Slice& slice) { return day_text(slice.window.latest); }

std::string of_text(const CommunityEvent& event) {
    std::string text;
    for (const std::uint32_t community : event.of)
        text += fmt::format("{}{}", text.empty() ? "" : ";", community);
    return text;
}

// "2", "2 and 5": what it takes in, without itself.
std::string taken_in(const CommunityEvent& event) {
    std::vector<std::string> others;
    for (const std::uint32_t community : event.of) {
        if (community != event.community) others.push_back(fmt::format("{}", community));
    }
    return listed(others);
}

bool any_shuffles(const Timeline& timeline) {
    return !timeline.slices.empty() && timeline.slices.front().z.has_value();
}

Value slice_value(const Network& network, const Timeline& timeline, const Slice& slice) {
    Value::Object object{{"from", from_of(slice)},
                         {"to", to_of(slice)},
                         {"actors_counted", slice.actors},
                         {"ties", slice.ties},
                         {"positive", slice.positive},
                         {"negative", slice.negative},
                         {"certain_ties", slice.certain_ties},
                         {"density", slice.figures.density},
                         {"components", slice.figures.components},
                         {"transitivity", slice.figures.transitivity},
                         {"communities", std::uint64_t{slice.communities}},
                         {"modularity", slice.figures.modularity},
                         {"frustration", slice.figures.frustration},
                         {"frustration_low", slice.frustration_low},
                         {"frustration_high", slice.frustration_high},
                         {"balanced_strong", slice.figures.balanced_strong},
                         {"turnover", slice.figures.turnover},
                         {"ties_new", slice.ties_new},
                         {"ties_gone", slice.ties_gone}};
    if (slice.z) {
        for (const FigureColumn& column : z_columns)
            object.emplace_back(column.name, (*slice.z).*column.figure);
    }
    Value::Array actors;
    for (const SliceActor& entry : slice.of_actor) {
        if (!entry.active) continue;
        Value::Object actor{{"id", network.id(entry.actor)},
                            {"community", entry.community == 0 ? Value() : Value(entry.community)}};
        for (std::size_t m = 0; m < timeline.measures.size(); ++m) {
            actor.emplace_back(timeline.measures[m], entry.value[m]);
            actor.emplace_back(timeline.measures[m] + "_rank", entry.rank[m]);
            actor.emplace_back(timeline.measures[m] + "_certain", entry.certain[m]);
        }
        actors.emplace_back(std::move(actor));
    }
    object.emplace_back("actors", std::move(actors));
    return object;
}

Value event_value(const Timeline& timeline, const CommunityEvent& event) {
    Value::Array of;
    for (const std::uint32_t community : event.of) of.emplace_back(std::uint64_t{community});
    return Value::Object{{"from", from_of(timeline.slices[event.slice])},
                         {"to", to_of(timeline.slices[event.slice])},
                         {"community", std::uint64_t{event.community}},
                         {"size", event.size},
                         {"event", fate_names[static_cast<std::size_t>(event.fate)]},
                         {"of", std::move(of)},
                         {"overlap", event.overlap}};
}

Value point_value(const Network& network, const Timeline& timeline, const ChangePoint& point) {
    const auto id = [&](const std::optional<ActorId>& actor) {
        return actor ? Value(network.id(*actor)) : Value();
    };
    return Value::Object{{"from", from_of(timeline.slices[point.slice])},
                         {"to", to_of(timeline.slices[point.slice])},
                         {"what", point.what},
                         {"before", point.old_leader ? id(point.old_leader) : Value(point.before)},
                         {"after", point.new_leader ? id(point.new_leader) : Value(point.after)},
                         {"p", point.p},
                         {"text", change_point_text(network, timeline, point)}};
}

// Who is first by the measure, "" where nobody has a value or all have the same.
std::string leaders_of(const Network& network, const Slice& slice, std::size_t measure) {
    constexpr std::size_t most = 2;
    std::string text;
    std::size_t first = 0;
    for (const SliceActor& entry : slice.of_actor) {
        if (entry.rank[measure] != 1) continue;
        if (++first <= most)
            text += fmt::format("{}{}", text.empty() ? "" : ", ", network.label(entry.actor));
    }
    return first > most ? fmt::format("{} and {} more", text, first - most) : text;
}

Table readable_slices(const Network& network, const Timeline& timeline) {
    const auto any = [&](double SliceFigures::*figure) {
        return std::ranges::any_of(timeline.slices,
                                   [&](const Slice& slice) { return !std::isnan(slice.figures.*figure); });
    };
    const bool balance = any(&SliceFigures::frustration), groups = any(&SliceFigures::modularity);
    const bool uncertain = std::ranges::any_of(
        timeline.slices, [](const Slice& slice) { return slice.certain_ties != slice.ties; });
    Table table{.columns = {"slice", "actors", "ties"}, .rows = {}};
    if (uncertain) table.columns.emplace_back("certain");
    if (balance) table.columns.insert(table.columns.end(), {"+", "-", "frustration"});
    table.columns.emplace_back("density");
    if (groups) table.columns.emplace_back("communities");
    table.columns.emplace_back("turnover");
    for (const std::string& measure : timeline.measures) table.columns.push_back("first by " + measure);
    for (const Slice& slice : timeline.slices) {
        std::vector<Cell> row{slice.label, slice.actors, slice.ties};
        if (uncertain) row.emplace_back(slice.certain_ties);
        if (balance) row.insert(row.end(), {slice.positive, slice.negative, slice.figures.frustration});
        row.emplace_back(slice.figures.density);
        if (groups) row.emplace_back(std::uint64_t{slice.communities});
        row.emplace_back(slice.figures.turnover);
        for (std::size_t m = 0; m < timeline.measures.size(); ++m)
            row.emplace_back(leaders_of(network, slice, m));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string events_text(const Timeline& timeline) {
    std::string text;
    for (const CommunityEvent& event : timeline.communities) {
        if (event.slice == 0) continue;
        const std::string when = timeline.slices[event.slice].label;
        switch (event.fate) {
            case CommunityFate::born:
                text += fmt::format("  {}: community {} is born ({})\n", when, event.community,
                                    counted(event.size, "actor"));
                break;
            case CommunityFate::splits:
                text += fmt::format("  {}: community {} splits from {} ({})\n", when, event.community,
                                    of_text(event), counted(event.size, "actor"));
                break;
            case CommunityFate::merges:
                text += fmt::format("  {}: community {} takes in {} ({})\n", when, event.community,
                                    taken_in(event), counted(event.size, "actor"));
                break;
            case CommunityFate::dies:
                text += fmt::format("  {}: community {} ends\n", when, event.community);
                break;
            default:
                break;
        }
    }
    return text;
}

}  // namespace

Table slices_table(const Timeline& timeline) {
    Table table{.columns = {"from", "to", "actors", "ties", "positive", "negative", "certain_ties", "density",
                            "components", "transitivity", "communities", "modularity", "frustration",
                            "frustration_low", "frustration_high", "balanced_strong", "turnover", "ties_new",
                            "ties_gone"},
                .rows = {},
                .keys = 2};
    const bool shuffles = any_shuffles(timeline);
    if (shuffles) {
        for (const FigureColumn& column : z_columns) table.columns.emplace_back(column.name);
    }
    for (const Slice& slice : timeline.slices) {
        const SliceFigures& figures = slice.figures;
        std::vector<Cell> row{from_of(slice),
                              to_of(slice),
                              slice.actors,
                              slice.ties,
                              slice.positive,
                              slice.negative,
                              slice.certain_ties,
                              figures.density,
                              figures.components,
                              figures.transitivity,
                              std::uint64_t{slice.communities},
                              figures.modularity,
                              figures.frustration,
                              slice.frustration_low,
                              slice.frustration_high,
                              figures.balanced_strong,
                              figures.turnover,
                              slice.ties_new,
                              slice.ties_gone};
        if (shuffles) {
            for (const FigureColumn& column : z_columns) row.emplace_back((*slice.z).*column.figure);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table slice_actors_table(const Network& network, const Timeline& timeline, ActorRows rows) {
    Table table{
        .columns = {"from", "to", "id", "label", "kind", "active", "community"}, .rows = {}, .keys = 3};
    for (const std::string& measure : timeline.measures) {
        table.columns.push_back(measure);
        table.columns.push_back(measure + "_rank");
        table.columns.push_back(measure + "_certain");
    }
    for (const Slice& slice : timeline.slices) {
        for (const SliceActor& entry : slice.of_actor) {
            if (rows == ActorRows::active && !entry.active) continue;
            std::vector<Cell> row{
                from_of(slice),
                to_of(slice),
                std::string(network.id(entry.actor)),
                std::string(network.label(entry.actor)),
                std::string(network.kind(entry.actor)),
                std::string(entry.active ? "true" : "false"),
                entry.community == 0 ? Cell(std::string()) : Cell(std::uint64_t{entry.community})};
            for (std::size_t m = 0; m < timeline.measures.size(); ++m)
                row.insert(row.end(), {entry.value[m], entry.rank[m], entry.certain[m]});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table community_events_table(const Timeline& timeline) {
    Table table{
        .columns = {"from", "to", "community", "size", "event", "of", "overlap"}, .rows = {}, .keys = 3};
    for (const CommunityEvent& event : timeline.communities) {
        table.rows.push_back({from_of(timeline.slices[event.slice]), to_of(timeline.slices[event.slice]),
                              std::uint64_t{event.community}, event.size,
                              std::string(fate_names[static_cast<std::size_t>(event.fate)]), of_text(event),
                              event.overlap});
    }
    return table;
}

Value timeline_value(const Network& network, const Timeline& timeline, Value settings) {
    Value::Object result = result_object();
    Value::Array measures, slices, events, points, remarks;
    for (const std::string& measure : timeline.measures) measures.emplace_back(measure);
    for (const Slice& slice : timeline.slices) slices.push_back(slice_value(network, timeline, slice));
    for (const CommunityEvent& event : timeline.communities) events.push_back(event_value(timeline, event));
    for (const ChangePoint& point : timeline.change_points)
        points.push_back(point_value(network, timeline, point));
    for (const std::string& remark : timeline.remarks) remarks.emplace_back(remark);
    result.emplace_back("measures", std::move(measures));
    result.emplace_back("slices", std::move(slices));
    result.emplace_back("communities", std::move(events));
    result.emplace_back("change_points", std::move(points));
    result.emplace_back("undated", timeline.undated);
    result.emplace_back("shuffles", timeline.shuffles);
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string change_point_text(const Network& network, const Timeline& timeline, const ChangePoint& point) {
    const std::string when = timeline.slices[point.slice].label;
    if (point.old_leader && point.new_leader)
        return fmt::format("{}: {} takes over from {} as {} (p {})", when, network.label(*point.new_leader),
                           network.label(*point.old_leader), point.what, four_digits(point.p));
    return fmt::format("{}: {} {} from {} to {} (p {})", when, point.what,
                       point.after > point.before ? "rises" : "falls", four_digits(point.before),
                       four_digits(point.after), four_digits(point.p));
}

std::string timeline_text(const Network& network, const Timeline& timeline, const TextOptions& options) {
    std::string text = to_text(readable_slices(network, timeline), options);
    if (const std::string events = events_text(timeline); !events.empty()) text += "\nCommunities\n" + events;
    if (timeline.shuffles == 0) return text;
    text += fmt::format("\nChanges larger than in 95 % of {} of the dates\n",
                        counted(timeline.shuffles, "shuffle"));
    if (timeline.change_points.empty()) text += "  none\n";
    for (const ChangePoint& point : timeline.change_points)
        text += "  " + change_point_text(network, timeline, point) + "\n";
    return text;
}

}  // namespace entente::report
