#include "analysis/timeline/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/robustness/ranking.hpp"
#include "analysis/timeline/alike.hpp"
#include "analysis/timeline/community_tracking.hpp"
#include "analysis/timeline/date_shuffles.hpp"
#include "analysis/timeline/periods.hpp"
#include "analysis/timeline/slice_balance.hpp"
#include "analysis/timeline/turnover.hpp"
#include "base/named.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

// Of all slices together, shared out evenly; at least and at most so many a slice.
constexpr unsigned community_runs = 4000, least_community_runs = 20;

Control alone(const Control& control) {
    Control one = control;
    one.threads = 1;
    one.progress = {};
    return one;
}

class Follower {
public:
    Follower(const Network& network, const TieSelection& selection, const TimelineOptions& options,
             const Control& control)
        : options_(options),
          control_(control),
          data_(network, selection, options.population, options.undated) {
        for (const std::string& name : options.measures) find_named("measure", name, measures());
        data_.settle_directions(options.slices);
        found_.measures = options.measures;
        found_.actors = data_.actors();
        found_.undated = data_.undated();
        found_.undated_left_out = options.undated == TimeData::Undated::drop;
        found_.shuffles = options.shuffles;
        alike_ = first_alike(data_, options.slices);
    }

    Timeline run() {
        found_.slices.resize(options_.slices.size());
        parallel_blocks(options_.slices.size(), control_, [&](std::size_t i, unsigned) { measure(i); });
        add_turnovers();
        if (options_.balance && data_.has_signs()) add_balance();
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
        const auto values = slice_values(data_, possible, graph, options_.measures, one),
                   sure_values = slice_values(data_, certain, sure, options_.measures, one);
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

    void add_turnovers() {
        const std::vector<Turnover> changes = turnovers(data_, options_.slices);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            found_.slices[i].figures.turnover = changes[i].share;
            found_.slices[i].ties_new = changes[i].added;
            found_.slices[i].ties_gone = changes[i].gone;
        }
    }

    void add_balance() {
        std::vector<SliceBalance> balance =
            balance_through_time(data_, options_.slices, alike_, {.seed = options_.seed}, quiet());
        for (std::size_t i = 0; i < balance.size(); ++i) {
            Slice& slice = found_.slices[i];
            slice.figures.frustration = balance[i].index;
            slice.frustration_low = balance[i].low;
            slice.frustration_high = balance[i].high;
            slice.figures.balanced_strong = balance[i].balanced_strong;
            slice.frustrated = std::move(balance[i].frustrated);
            if (balance[i].faction.empty()) continue;
            for (SliceActor& entry : slice.of_actor) entry.faction = balance[i].faction[index(entry.actor)];
        }
    }

    // The groups of a slice, without the numbers that they keep through time.
    struct Groups {
        std::vector<std::uint32_t> of;  // by actor of the data, 0: none
        std::uint32_t count = 0;
        double modularity = undefined;
    };

    Groups groups_of(std::size_t i, unsigned runs) const {
        const TieSelection ties = data_.both_signs(options_.slices[i], Holding::possible);
        const std::vector<char> active = data_.active(options_.slices[i]);
        const Graph graph = data_.graph(ties, active);
        Groups groups{.of = std::vector<std::uint32_t>(data_.rows().actor_count(), 0)};
        if (graph.tie_count() == 0) return groups;
        const CommunityAlgorithm& algorithm =
            find_named("algorithm", options_.algorithm, community_algorithms());
        const Partition found =
            find_communities(data_.rows(), ties, graph,
                             {.algorithm = options_.algorithm,
                              .runs = std::min(runs, default_community_runs(algorithm, graph.vertex_count())),
                              .seed = options_.seed + i},
                             alone(control_));
        groups.count = found.count;
        groups.modularity = found.modularity;
        for (std::size_t v = 0; v < found.actors.size(); ++v) {
            if (active[index(found.actors[v])] != 0) groups.of[index(found.actors[v])] = found.community[v];
        }
        return groups;
    }

    void follow_communities() {
        std::vector<std::size_t> distinct;
        for (std::size_t i = 0; i < alike_.size(); ++i) {
            if (alike_[i] == i) distinct.push_back(i);
        }
        const auto slices = static_cast<unsigned>(std::max<std::size_t>(1, distinct.size()));
        const unsigned runs = std::max(least_community_runs, community_runs / slices);
        std::vector<Groups> groups(alike_.size());
        parallel_blocks(distinct.size(), quiet(),
                        [&](std::size_t k, unsigned) { groups[distinct[k]] = groups_of(distinct[k], runs); });
        CommunityTracker tracker(data_.rows().actor_count());
        for (std::size_t i = 0; i < alike_.size(); ++i) {
            const Groups& own = groups[alike_[i]];
            found_.slices[i].communities = own.count;
            found_.slices[i].figures.modularity = own.modularity;
            const std::vector<std::uint32_t> numbers = tracker.follow(i, own.of);
            for (SliceActor& entry : found_.slices[i].of_actor) entry.community = numbers[index(entry.actor)];
        }
        found_.communities = tracker.events();
    }

    // By the first measure.
    std::vector<std::optional<ActorId>> leaders() const {
        std::vector<std::optional<ActorId>> result;
        for (const Slice& slice : found_.slices) {
            std::vector<double> values;
            for (const SliceActor& entry : slice.of_actor)
                values.push_back(entry.value.empty() ? undefined : entry.value.front());
            result.push_back(leader_of(found_.actors, values, result.empty() ? std::nullopt : result.back()));
        }
        return result;
    }

    void compare_with_shuffles() {
        const std::vector<Course> courses = shuffled_courses(data_, options_, control_);
        Course own{.figures = {}, .leaders = leaders()};
        for (std::size_t i = 0; i < found_.slices.size(); ++i) {
            own.figures.push_back(found_.slices[i].figures);
            found_.slices[i].z = against_courses(courses, i, own.figures.back());
        }
        found_.change_points =
            changes_beyond_chance(own, courses, options_.measures.empty() ? "" : options_.measures.front());
    }

    const TimelineOptions& options_;
    const Control& control_;
    TimeData data_;
    std::vector<std::size_t> alike_;  // of a slice: the first with the same network
    Timeline found_;
};

}  // namespace

Timeline follow_network(const Network& network, const TieSelection& selection, const TimelineOptions& options,
                        const Control& control) {
    return Follower(network, selection, options, control).run();
}

ResolvedSelection resolve_through_time(const Network& network, const TieSelection& selection,
                                       const TimelineOptions& options) {
    TimeData data(network, selection, options.population, options.undated);
    data.settle_directions(options.slices);
    return {.directed = data.direction() != Direction::undirected,
            .weighted = is_weighted(network, selection)};
}

}  // namespace entente
