#include "analysis/timeline/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/robustness/ranking.hpp"
#include "analysis/timeline/periods.hpp"
#include "analysis/timeline/tracking.hpp"
#include "base/named.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::uint64_t slice_proof_steps = 2'000'000'000, shuffle_proof_steps = 20'000'000;
constexpr double significant = 0.05;

using Figure = double SliceFigures::*;
struct NamedFigure {
    const char* name;
    Figure figure;
};
constexpr std::array compared_figures{NamedFigure{"density", &SliceFigures::density},
                                      NamedFigure{"components", &SliceFigures::components},
                                      NamedFigure{"transitivity", &SliceFigures::transitivity},
                                      NamedFigure{"frustration", &SliceFigures::frustration},
                                      NamedFigure{"balanced_strong", &SliceFigures::balanced_strong},
                                      NamedFigure{"turnover", &SliceFigures::turnover}};
constexpr std::array change_figures{NamedFigure{"density", &SliceFigures::density},
                                    NamedFigure{"frustration", &SliceFigures::frustration},
                                    NamedFigure{"balanced_strong", &SliceFigures::balanced_strong}};

Control alone(const Control& control) {
    Control one = control;
    one.threads = 1;
    one.progress = {};
    return one;
}

// The columns of the measures over the graph of a selection; nothing where a measure does not apply.
std::vector<std::vector<double>> values_of(const TimeData& data, const TieSelection& selection,
                                           const Graph& graph, const std::vector<std::string>& names,
                                           const Control& control) {
    const ScoreTable table = score_table({data.rows(), selection, graph}, names, {}, control);
    std::vector<std::vector<double>> values;
    for (const std::string& name : names)
        values.push_back(std::ranges::find(table.columns, name, &Scores::measure)->values);
    return values;
}

// The first of the highest values among actors with one.
std::optional<ActorId> leader(const Graph& graph, const std::vector<double>& values) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]) && (!best || values[i] > values[*best] * (1 + 1e-9))) best = i;
    }
    return best ? std::optional(graph.actors[*best]) : std::nullopt;
}

struct Course {
    std::vector<SliceFigures> figures;
    std::vector<std::optional<ActorId>> leaders;
};

class Follower {
public:
    Follower(const Network& network, const TieSelection& selection, const TimelineOptions& options,
             const Control& control)
        : options_(options),
          control_(control),
          data_(network, selection, options.population, options.undated) {
        for (const std::string& name : options.measures) find_named("measure", name, measures());
        found_.measures = options.measures;
        found_.actors = data_.actors();
        found_.undated = data_.undated();
        found_.undated_left_out = options.undated == TimeData::Undated::drop;
        found_.shuffles = options.shuffles;
        signed_ = std::ranges::any_of(data_.rows().ties.sign, [](Sign sign) { return sign != Sign::none; });
    }

    Timeline run() {
        found_.slices.resize(options_.slices.size());
        leaders_.resize(options_.slices.size());
        parallel_blocks(options_.slices.size(), control_, [&](std::size_t i, unsigned) { measure(i); });
        add_turnover(data_, found_.slices);
        for (std::size_t i = 0; i < found_.slices.size(); ++i) {
            control_.checkpoint();
            if (options_.balance && signed_)
                add_balance(data_, found_.slices[i], options_.seed, slice_proof_steps, quiet());
        }
        if (!options_.algorithm.empty()) follow_communities();
        if (options_.shuffles > 0) compare_with_shuffles();
        return std::move(found_);
    }

private:
    Control quiet() const {
        Control control = control_;
        control.progress = {};
        return control;
    }

    void measure(std::size_t i) {
        const Control one = alone(control_);
        const DayInterval& window = options_.slices[i];
        Slice slice = counted_slice(data_, window, one);
        slice.label = slice_label(window);
        slice.rows = data_.originals(data_.both_signs(window, Holding::possible));
        slice.surely = data_.originals(data_.both_signs(window, Holding::certain));
        const std::vector<char> active = data_.active(window);
        const TieSelection possible = data_.selection(window, Holding::possible),
                           certain = data_.selection(window, Holding::certain);
        const Graph graph = data_.graph(possible, active), sure = data_.graph(certain, active);
        const auto values = values_of(data_, possible, graph, options_.measures, one),
                   sure_values = values_of(data_, certain, sure, options_.measures, one);
        if (!values.empty()) leaders_[i] = leader(graph, values.front());
        for (const ActorId actor : data_.actors()) {
            SliceActor entry{
                .actor = actor, .active = active[index(actor)] != 0, .value = {}, .rank = {}, .certain = {}};
            entry.value.assign(values.size(), undefined);
            entry.rank = entry.certain = entry.value;
            slice.of_actor.push_back(std::move(entry));
        }
        for (std::size_t m = 0; m < values.size(); ++m) {
            const Ranking ranks = ranking(values[m]);
            each_entry(graph, slice, [&](std::size_t v, SliceActor& entry) {
                entry.value[m] = values[m][v];
                if (!std::isnan(values[m][v])) entry.rank[m] = ranks.rank[v];
            });
            each_entry(sure, slice,
                       [&](std::size_t v, SliceActor& entry) { entry.certain[m] = sure_values[m][v]; });
        }
        found_.slices[i] = std::move(slice);
    }

    // visit(vertex, entry of its actor); both lists ascend.
    template <class Visit>
    static void each_entry(const Graph& graph, Slice& slice, const Visit& visit) {
        std::size_t at = 0;
        for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
            while (slice.of_actor[at].actor != graph.actors[v]) ++at;
            visit(v, slice.of_actor[at]);
        }
    }

    static void add_turnover(const TimeData& data, std::vector<Slice>& slices) {
        std::vector<SlicePair> before;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            std::vector<SlicePair> now = signed_pairs(data, slices[i].window);
            if (i > 0) {
                const Turnover change = turnover(before, now);
                slices[i].figures.turnover = change.share;
                slices[i].ties_new = change.added;
                slices[i].ties_gone = change.gone;
            }
            before = std::move(now);
        }
    }

    void follow_communities() {
        CommunityTracker tracker(data_.rows().actor_count());
        for (std::size_t i = 0; i < found_.slices.size(); ++i) {
            Slice& slice = found_.slices[i];
            const TieSelection ties = data_.both_signs(slice.window, Holding::possible);
            const std::vector<char> active = data_.active(slice.window);
            const Graph graph = data_.graph(ties, active);
            std::vector<std::uint32_t> groups(data_.rows().actor_count(), 0);
            if (graph.tie_count() > 0) {
                const Partition found =
                    find_communities(data_.rows(), ties, graph,
                                     {.algorithm = options_.algorithm, .seed = options_.seed + i}, quiet());
                slice.communities = found.count;
                slice.figures.modularity = found.modularity;
                for (std::size_t v = 0; v < found.actors.size(); ++v) {
                    if (active[index(found.actors[v])] != 0)
                        groups[index(found.actors[v])] = found.community[v];
                }
            }
            const std::vector<std::uint32_t> numbers = tracker.follow(i, groups);
            for (SliceActor& entry : slice.of_actor) entry.community = numbers[index(entry.actor)];
        }
        found_.communities = tracker.events();
    }

    Course course_of_shuffle(std::uint64_t draw) const {
        const Control one = alone(control_);
        const TimeData data = data_.shuffled(options_.seed, draw);
        std::vector<Slice> slices;
        Course course;
        for (const DayInterval& window : options_.slices) {
            slices.push_back(counted_slice(data, window, one));
            if (options_.balance && signed_)
                add_balance(data, slices.back(), options_.seed, shuffle_proof_steps, one);
            std::optional<ActorId> first;
            if (!options_.measures.empty()) {
                const TieSelection ties = data.selection(window, Holding::possible);
                const Graph graph = data.graph(ties, data.active(window));
                first = leader(graph, values_of(data, ties, graph, {options_.measures.front()}, one).front());
            }
            course.leaders.push_back(first);
        }
        add_turnover(data, slices);
        for (const Slice& slice : slices) course.figures.push_back(slice.figures);
        return course;
    }

    void compare_with_shuffles() {
        std::vector<Course> courses(options_.shuffles);
        parallel_blocks(courses.size(), control_,
                        [&](std::size_t draw, unsigned) { courses[draw] = course_of_shuffle(draw); });
        for (std::size_t i = 0; i < found_.slices.size(); ++i) {
            found_.slices[i].z.emplace();
            for (const NamedFigure& row : compared_figures)
                (*found_.slices[i].z).*row.figure = z_of(courses, i, row.figure);
            if (i > 0) find_change_points(courses, i);
        }
    }

    double z_of(const std::vector<Course>& courses, std::size_t i, Figure figure) const {
        double count = 0, sum = 0, squares = 0;
        for (const Course& course : courses) {
            const double value = course.figures[i].*figure;
            if (std::isnan(value)) continue;
            ++count;
            sum += value;
        }
        for (const Course& course : courses) {
            const double value = course.figures[i].*figure;
            if (!std::isnan(value)) squares += (value - sum / count) * (value - sum / count);
        }
        const double deviation = count > 1 ? std::sqrt(squares / (count - 1)) : 0;
        const bool all_alike = !(deviation > 1e-12 * std::abs(sum / count));  // but for rounding
        return !all_alike ? (found_.slices[i].figures.*figure - sum / count) / deviation : undefined;
    }

    double p_of(double as_large) const {
        return (1 + as_large) / (1 + static_cast<double>(options_.shuffles));
    }

    void find_change_points(const std::vector<Course>& courses, std::size_t i) {
        for (const NamedFigure& row : change_figures) {
            const double before = found_.slices[i - 1].figures.*row.figure,
                         after = found_.slices[i].figures.*row.figure;
            if (std::isnan(before) || std::isnan(after) || before == after) continue;
            double as_large = 0;
            for (const Course& course : courses) {
                const double change = course.figures[i].*row.figure - course.figures[i - 1].*row.figure;
                if (std::abs(change) >= std::abs(after - before) * (1 - 1e-9)) ++as_large;
            }
            if (p_of(as_large) <= significant)
                found_.change_points.push_back({.slice = i,
                                                .what = row.name,
                                                .before = before,
                                                .after = after,
                                                .old_leader = {},
                                                .new_leader = {},
                                                .p = p_of(as_large)});
        }
        if (!leaders_[i] || !leaders_[i - 1] || leaders_[i] == leaders_[i - 1]) return;
        double changes = 0;
        for (const Course& course : courses) changes += course.leaders[i] != course.leaders[i - 1] ? 1 : 0;
        if (p_of(changes) > significant) return;
        found_.change_points.push_back({.slice = i,
                                        .what = "leader by " + options_.measures.front(),
                                        .before = undefined,
                                        .after = undefined,
                                        .old_leader = leaders_[i - 1],
                                        .new_leader = leaders_[i],
                                        .p = p_of(changes)});
    }

    const TimelineOptions& options_;
    const Control& control_;
    TimeData data_;
    bool signed_ = false;
    std::vector<std::optional<ActorId>> leaders_;
    Timeline found_;
};

}  // namespace

Timeline follow_network(const Network& network, const TieSelection& selection, const TimelineOptions& options,
                        const Control& control) {
    return Follower(network, selection, options, control).run();
}

}  // namespace entente
