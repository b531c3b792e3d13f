#include "analysis/change/diff.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/change/attribution.hpp"
#include "analysis/change/before_after.hpp"
#include "analysis/change/change_game.hpp"
#include "analysis/change/changes.hpp"
#include "analysis/change/one_footing.hpp"
#include "graph/components.hpp"

namespace entente {

namespace {

// Which groups of changes lie in which part of either network: what can have moved whom.
struct Reach {
    std::vector<std::uint32_t> part;  // by actor
    std::vector<char> ties, actors;   // by part

    Reach(const ChangeGame& game, const Difference& found)
        : part(game.actor_count(), 0), ties(game.actor_count(), 0), actors(game.actor_count(), 0) {
        const Graph either = game.either();
        const Components components = weak_components(either);
        for (Vertex v = 0; v < either.vertex_count(); ++v) part[index(either.actors[v])] = components.of[v];
        for (const auto& pair : game.changed_pairs()) ties[part[index(pair.low)]] = 1;
        for (const auto* list : {&found.added, &found.gone}) {
            for (const ActorId actor : *list) actors[part[index(actor)]] = 1;
        }
    }
    MoveCause cause(ActorId actor) const {
        const bool by_ties = ties[part[index(actor)]] != 0, by_actors = actors[part[index(actor)]] != 0;
        if (by_ties && by_actors) return MoveCause::both;
        if (by_ties) return MoveCause::ties;
        return by_actors ? MoveCause::actors : MoveCause::scale;
    }
};

class Comparison {
public:
    Comparison(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
               const Control& control)
        : before_(before),
          after_(after),
          options_(options),
          control_(control),
          common_(common_actors(before, after, options.same)),
          game_(common_.actors.size(), common_.before, common_.after, options.measures) {}

    Difference run() {
        found_.actors = common_.actors;
        found_.old_actor = common_.before.actor;
        found_.new_actor = common_.after.actor;
        for (std::size_t i = 0; i < game_.actor_count(); ++i) {
            if (game_.comes(static_cast<ActorId>(i))) found_.added.push_back(static_cast<ActorId>(i));
            if (game_.goes(static_cast<ActorId>(i))) found_.gone.push_back(static_cast<ActorId>(i));
        }
        found_.described = descriptions_changed(common_);
        found_.changes = changes_of(common_, &before_.network == &after_.network);
        ChangeGroups groups = groups_of(found_.changes, common_, game_, options_.groups);
        found_.groups = std::move(groups.groups);
        found_.grouped_by = std::move(groups.by);
        compare_scores();
        explain_moves();
        mark_noise();
        found_.communities = compare_communities(before_, after_, common_, options_, control_);
        found_.balance = compare_balance(before_, after_, common_, options_, control_);
        return std::move(found_);
    }

private:
    void compare_scores() {
        const RowScorer::Values old_values = game_.values(game_.old_state(), control_),
                                new_values = game_.values(game_.new_state(), control_);
        const Reach reach(game_, found_);
        for (std::size_t m = 0; m < options_.measures.size(); ++m) {
            MeasureDifference measure;
            measure.measure = options_.measures[m];
            const Places before = places_of(old_values[m]), after = places_of(new_values[m]);
            for (std::size_t i = 0; i < game_.actor_count(); ++i) {
                RankMove move{.actor = static_cast<ActorId>(i),
                              .old_value = old_values[m][i],
                              .new_value = new_values[m][i],
                              .old_rank = before.first[i],
                              .new_rank = after.first[i],
                              .old_last = before.last[i],
                              .new_last = after.last[i],
                              .cause = MoveCause::none,
                              .within_noise = {}};
                if (differs(move.old_value, move.new_value)) move.cause = reach.cause(move.actor);
                measure.moves.push_back(move);
            }
            found_.measures.push_back(std::move(measure));
        }
    }

    void explain_moves() {
        Attribution shares = attribute_moves(game_, found_, options_, control_);
        found_.orders = shares.orders;
        for (std::size_t m = 0; m < found_.measures.size(); ++m) {
            found_.measures[m].exact = shares.measures[m].exact;
            found_.measures[m].contributions = std::move(shares.measures[m].contributions);
        }
    }

    void mark_noise() {
        if (found_.changes.empty()) return;
        for (MeasureDifference& measure : found_.measures) {
            const std::vector<std::optional<bool>> noise =
                within_noise(before_, after_, common_, measure, options_.seed, control_);
            for (std::size_t i = 0; i < noise.size(); ++i) measure.moves[i].within_noise = noise[i];
        }
    }

    const DiffSide& before_;
    const DiffSide& after_;
    const DiffOptions& options_;
    const Control& control_;
    CommonActors common_;
    ChangeGame game_;
    Difference found_;
};

}  // namespace

Difference compare_networks(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
                            const Control& control) {
    const OneFooting footing(before, after);
    const DiffSide old_side = footing.before(before), new_side = footing.after(after);
    return Comparison(old_side, new_side, options, control).run();
}

}  // namespace entente
