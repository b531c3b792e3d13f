#include "study/figures/time_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/prose.hpp"
#include "model/merged_ties.hpp"
#include "study/figures/figures.hpp"

namespace entente::study {

namespace {

std::string day_text(Day day) { return to_string(DayInterval{day, day}); }

std::vector<std::size_t> panels_of(std::size_t slices) {
    std::vector<std::size_t> chosen;
    const std::size_t count = std::min(slices, most_panels);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0;
        chosen.push_back(static_cast<std::size_t>(std::llround(share * static_cast<double>(slices - 1))));
    }
    return chosen;
}

// Those active at some time, the most tied of them where there are too many; ascending.
std::vector<ActorId> actors_of(const Network& network, const std::vector<TieId>& rows,
                               const Timeline& timeline) {
    std::vector<std::size_t> ties(network.actor_count(), 0);
    for (const TieId row : rows) {
        ++ties[index(network.ties.source[index(row)])];
        ++ties[index(network.ties.target[index(row)])];
    }
    std::vector<char> active(network.actor_count(), 0);
    for (const Slice& slice : timeline.slices) {
        for (const SliceActor& entry : slice.of_actor) active[index(entry.actor)] |= entry.active ? 1 : 0;
    }
    std::vector<ActorId> actors;
    for (const ActorId actor : timeline.actors) {
        if (active[index(actor)] != 0) actors.push_back(actor);
    }
    if (actors.size() <= most_panel_actors) return actors;
    std::ranges::stable_sort(actors, [&](ActorId a, ActorId b) { return ties[index(a)] > ties[index(b)]; });
    actors.resize(most_panel_actors);
    std::ranges::sort(actors);
    return actors;
}

render::TimePanel panel_of(const Network& network, const render::Picture& picture, const Slice& slice,
                           const Slice* before) {
    render::TimePanel panel{.title = slice.label,
                            .from = day_text(slice.window.earliest),
                            .to = day_text(slice.window.latest),
                            .remark = {},
                            .active = {},
                            .ties = {}};
    if (!std::isnan(slice.figures.frustration))
        panel.remark =
            "frustration " + render::frustration_text(
                                 {slice.figures.frustration, slice.frustration_low, slice.frustration_high});
    for (const render::PictureNode& node : picture.nodes) {
        const auto entry = std::ranges::lower_bound(slice.of_actor, node.actor, {}, &SliceActor::actor);
        panel.active.push_back(entry != slice.of_actor.end() && entry->actor == node.actor && entry->active);
    }
    const auto period = [&](TieId row) {
        return network.has_dates() ? network.ties.period[index(row)] : Period{};
    };
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const std::vector<TieId>& rows = picture.ties[t].rows;
        const auto any = [&](const auto& holds, const DayInterval& window) {
            return std::ranges::any_of(rows, [&](TieId row) { return holds(period(row), window); });
        };
        if (!any(may_hold, slice.window)) continue;
        panel.ties.push_back({.tie = t,
                              .certain = any(surely_holds, slice.window),
                              .fresh = before != nullptr && !any(may_hold, before->window)});
    }
    return panel;
}

// Places that an actor's rank moves from slice to slice, all together.
double movement(const Timeline& timeline, std::size_t actor) {
    double sum = 0, before = undefined;
    for (const Slice& slice : timeline.slices) {
        const double rank = slice.of_actor[actor].rank.front();
        if (std::isnan(rank)) continue;
        if (!std::isnan(before)) sum += std::abs(rank - before);
        before = rank;
    }
    return sum;
}

render::TimeCharts charts_of(const Network& network, const Timeline& timeline) {
    render::TimeCharts charts;
    for (const Slice& slice : timeline.slices) {
        charts.times.push_back(slice.label);
        charts.at.push_back(slice.window.latest);
        charts.positive.push_back(static_cast<double>(slice.positive));
        charts.negative.push_back(static_cast<double>(slice.negative));
        charts.frustration.push_back(slice.figures.frustration);
        charts.frustration_low.push_back(slice.frustration_low);
        charts.frustration_high.push_back(slice.frustration_high);
    }
    if (timeline.measures.empty()) return charts;
    charts.rank_title = "rank by " + timeline.measures.front();
    std::vector<std::pair<double, std::size_t>> moved;
    for (std::size_t i = 0; i < timeline.actors.size(); ++i)
        moved.emplace_back(timeline.slices.empty() ? 0 : movement(timeline, i), i);
    std::ranges::stable_sort(moved, std::greater<>(), [](const auto& entry) { return entry.first; });
    for (const auto& [places, actor] : moved) {
        if (charts.ranks.size() == most_rank_lines || !(places > 0)) break;
        render::RankLine line{.label = std::string(network.label(timeline.actors[actor])), .rank = {}};
        for (const Slice& slice : timeline.slices) line.rank.push_back(slice.of_actor[actor].rank.front());
        charts.ranks.push_back(std::move(line));
    }
    return charts;
}

std::string note_of(const Timeline& timeline, std::size_t panels, std::size_t actors, std::size_t active) {
    std::string note;
    if (panels < timeline.slices.size())
        note = fmt::format("{} of {}, evenly chosen, {} a panel.", panels,
                           counted(timeline.slices.size(), "slice"), noun(panels, "has", "have"));
    if (actors < active)
        note += fmt::format("{}The {} actors with most ties of {} are drawn.", note.empty() ? "" : " ",
                            actors, active);
    return note;
}

}  // namespace

render::TimePicture time_picture(const Network& network, const TieSelection& selection,
                                 const Timeline& timeline, std::uint64_t seed, const Control& control) {
    TieSelection any_time = selection;
    any_time.window.reset();
    any_time.holding = Holding::possible;
    any_time.signs = SignFilter::all;
    std::vector<TieId> rows = select_rows(network, any_time);
    std::erase_if(rows, [&](TieId row) {
        const Period period = network.has_dates() ? network.ties.period[index(row)] : Period{};
        return std::ranges::none_of(timeline.slices,
                                    [&](const Slice& slice) { return may_hold(period, slice.window); });
    });
    const std::vector<ActorId> actors = actors_of(network, rows, timeline);
    render::TimePicture result;
    result.network = render::picture_of(
        network, actors, bundles_of(network, any_time, resolve(network, any_time, rows), rows), {});
    result.layout = laid_out(result.network, "stress", seed, control);
    const std::vector<std::size_t> chosen = panels_of(timeline.slices.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Slice* before = i == 0 ? nullptr : &timeline.slices[chosen[i - 1]];
        result.panels.push_back(panel_of(network, result.network, timeline.slices[chosen[i]], before));
    }
    result.charts = charts_of(network, timeline);
    std::size_t active = 0;
    for (std::size_t place = 0; place < timeline.actors.size(); ++place) {
        active += std::ranges::any_of(timeline.slices,
                                      [&](const Slice& slice) { return slice.of_actor[place].active; })
                      ? 1
                      : 0;
    }
    result.note = note_of(timeline, chosen.size(), actors.size(), active);
    return result;
}

}  // namespace entente::study
