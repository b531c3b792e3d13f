#include "analysis/change/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/balance/balance.hpp"
#include "analysis/change/change_game.hpp"
#include "analysis/change/changes.hpp"
#include "analysis/change/shapley.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/community/comparison.hpp"
#include "analysis/community/matching.hpp"
#include "analysis/robustness/ranking.hpp"
#include "analysis/robustness/robustness.hpp"
#include "base/parallel.hpp"
#include "graph/components.hpp"

namespace entente {

namespace {

constexpr std::array local_measures{"degree",          "in_degree",       "out_degree",
                                    "strength",        "in_strength",     "out_strength",
                                    "positive_degree", "negative_degree", "net_degree"};
constexpr double least_overlap = 0.3;
constexpr unsigned noise_replicates = 200;

double or_zero(double value) { return std::isnan(value) ? 0 : value; }

bool differs(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) != std::isnan(b);
    return std::abs(a - b) > 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

std::vector<double> ranks_of(const std::vector<double>& values) {
    const Ranking ranks = ranking(values);
    std::vector<double> result(values.size(), undefined);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) result[i] = ranks.rank[i];
    }
    return result;
}

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
        found_.changes = changes_of(common_, &before_.network == &after_.network);
        ChangeGroups groups = groups_of(found_.changes, common_, game_, options_.groups);
        found_.groups = std::move(groups.groups);
        found_.grouped_by = std::move(groups.by);
        number_players();
        compare_scores();
        explain_moves();
        mark_noise();
        compare_communities();
        compare_balance();
        return std::move(found_);
    }

private:
    // Of each group: its places among the changed pairs, and its actors.
    struct Player {
        std::vector<std::size_t> pairs;
        std::vector<ActorId> actors;
    };

    void number_players() {
        std::map<std::pair<ActorId, ActorId>, std::size_t> place;
        for (std::size_t i = 0; i < game_.changed_pairs().size(); ++i)
            place[{game_.changed_pairs()[i].low, game_.changed_pairs()[i].high}] = i;
        for (const ChangeGroup& group : found_.groups) {
            Player player;
            for (const std::size_t i : group.changes) {
                const Change& change = found_.changes[i];
                if (change.source == change.target) {
                    player.actors.push_back(change.source);
                    continue;
                }
                const auto [low, high] = std::minmax({change.source, change.target});
                const auto at = place.find({low, high});
                if (at != place.end() && std::ranges::find(player.pairs, at->second) == player.pairs.end())
                    player.pairs.push_back(at->second);
            }
            players_.push_back(std::move(player));
        }
    }

    ChangeGame::State state_of(const std::vector<char>& made) const {
        ChangeGame::State state = game_.old_state();
        const ChangeGame::State all = game_.new_state();
        for (std::size_t p = 0; p < players_.size(); ++p) {
            if (made[p] == 0) continue;
            for (const std::size_t pair : players_[p].pairs) state.pair[pair] = all.pair[pair];
            for (const ActorId actor : players_[p].actors)
                state.actor[index(actor)] = all.actor[index(actor)];
        }
        return state;
    }

    Control alone() const {
        Control control = control_;
        control.threads = 1;
        control.progress = {};
        return control;
    }

    void compare_scores() {
        const RowScorer::Values old_values = game_.values(game_.old_state(), control_),
                                new_values = game_.values(game_.new_state(), control_);
        const Reach reach(game_, found_);
        for (std::size_t m = 0; m < options_.measures.size(); ++m) {
            MeasureDifference measure;
            measure.measure = options_.measures[m];
            const std::vector<double> old_ranks = ranks_of(old_values[m]),
                                      new_ranks = ranks_of(new_values[m]);
            for (std::size_t i = 0; i < game_.actor_count(); ++i) {
                RankMove move{.actor = static_cast<ActorId>(i),
                              .old_value = old_values[m][i],
                              .new_value = new_values[m][i],
                              .old_rank = old_ranks[i],
                              .new_rank = new_ranks[i],
                              .cause = MoveCause::none,
                              .within_noise = {}};
                if (differs(move.old_value, move.new_value)) move.cause = reach.cause(move.actor);
                measure.moves.push_back(move);
            }
            found_.measures.push_back(std::move(measure));
        }
    }

    // Those with a score in both networks that changed, who moved most first.
    std::vector<std::size_t> most_moved(const MeasureDifference& measure) const {
        std::vector<std::size_t> actors;
        for (std::size_t i = 0; i < measure.moves.size(); ++i) {
            const RankMove& move = measure.moves[i];
            if (!std::isnan(move.delta()) && move.cause != MoveCause::none) actors.push_back(i);
        }
        std::ranges::stable_sort(actors, [&](std::size_t a, std::size_t b) {
            const RankMove &x = measure.moves[a], &y = measure.moves[b];
            if (std::abs(x.moved()) != std::abs(y.moved())) return std::abs(x.moved()) > std::abs(y.moved());
            return std::abs(x.delta()) > std::abs(y.delta()) * (1 + 1e-9);
        });
        if (actors.size() > options_.explain) actors.resize(options_.explain);
        return actors;
    }

    void explain_moves() {
        if (players_.empty() || options_.explain == 0) return;
        std::vector<std::vector<std::size_t>> whom;
        for (const MeasureDifference& measure : found_.measures) whom.push_back(most_moved(measure));
        const std::vector<RowScorer::Values> without = scores_without();
        explain_together(whom, without);
        for (std::size_t m = 0; m < found_.measures.size(); ++m) {
            if (!is_local(found_.measures[m].measure)) continue;
            for (const std::size_t actor : whom[m]) {
                const std::vector<double> shares = local_shares(m, static_cast<ActorId>(actor));
                for (std::size_t p = 0; p < players_.size(); ++p)
                    add_contribution(m, actor, p, shares[p], 0, without);
            }
        }
        for (MeasureDifference& measure : found_.measures) sort_contributions(measure);
    }

    // The measures of the new network with one group of changes taken back.
    std::vector<RowScorer::Values> scores_without() const {
        std::vector<RowScorer::Values> result(players_.size());
        const Control one = alone();
        parallel_blocks(players_.size(), control_, [&](std::size_t p, unsigned) {
            std::vector<char> made(players_.size(), 1);
            made[p] = 0;
            result[p] = game_.values(state_of(made), one);
        });
        return result;
    }

    void add_contribution(std::size_t m, std::size_t actor, std::size_t player, double amount, double error,
                          const std::vector<RowScorer::Values>& without) {
        const double score = without[player][m][actor];
        const bool same = !differs(score, found_.measures[m].moves[actor].new_value);
        if (!(std::abs(amount) > 1e-12) && !(error > 0) && same) return;
        found_.measures[m].contributions.push_back({.actor = static_cast<ActorId>(actor),
                                                    .group = player,
                                                    .contribution = amount,
                                                    .error = error,
                                                    .rank_without = ranks_of(without[player][m])[actor],
                                                    .score_without = score});
    }

    // All measures that are not local, each for its own actors, from the same networks.
    void explain_together(const std::vector<std::vector<std::size_t>>& whom,
                          const std::vector<RowScorer::Values>& without) {
        std::vector<std::pair<std::size_t, std::size_t>> slots;  // measure, actor
        for (std::size_t m = 0; m < whom.size(); ++m) {
            if (is_local(found_.measures[m].measure)) continue;
            for (const std::size_t actor : whom[m]) slots.emplace_back(m, actor);
        }
        if (slots.empty()) return;
        const Control one = alone();
        const ChangedScores scores = [&](const std::vector<char>& made) {
            const RowScorer::Values values = game_.values(state_of(made), one);
            std::vector<double> result;
            for (const auto& [m, actor] : slots) result.push_back(or_zero(values[m][actor]));
            return result;
        };
        const bool exact = players_.size() <= most_exact_changes;
        const ShapleyValues shares =
            exact ? shapley_values(players_.size(), scores, control_)
                  : sampled_shapley_values(players_.size(), scores, options_.orders, options_.seed, control_);
        if (!exact) found_.orders = options_.orders;
        for (std::size_t s = 0; s < slots.size(); ++s) {
            const auto [m, actor] = slots[s];
            found_.measures[m].exact = exact;
            for (std::size_t p = 0; p < players_.size(); ++p)
                add_contribution(m, actor, p, shares.value[p][s], exact ? 0 : shares.error[p][s], without);
        }
    }

    // Each pair of the actor is a game of its own: its ties, and whether the other actor is there.
    std::vector<double> local_shares(std::size_t m, ActorId actor) const {
        std::vector<double> shares(players_.size(), 0);
        for (std::size_t pair = 0; pair < game_.changed_pairs().size(); ++pair) {
            const auto [low, high] = game_.changed_pairs()[pair];
            if (low != actor && high != actor) continue;
            const ActorId other = low == actor ? high : low;
            std::vector<std::size_t> involved;
            for (std::size_t p = 0; p < players_.size(); ++p) {
                const bool mine = std::ranges::find(players_[p].pairs, pair) != players_[p].pairs.end() ||
                                  std::ranges::find(players_[p].actors, other) != players_[p].actors.end();
                if (mine) involved.push_back(p);
            }
            const Control one = alone();
            const ChangedScores scores = [&](const std::vector<char>& some) {
                std::vector<char> made(players_.size(), 0);
                for (std::size_t i = 0; i < involved.size(); ++i) made[involved[i]] = some[i];
                return std::vector{or_zero(game_.values_of_pair(pair, state_of(made), one)[m][index(actor)])};
            };
            const ShapleyValues of_pair = shapley_values(involved.size(), scores, one);
            for (std::size_t i = 0; i < involved.size(); ++i) shares[involved[i]] += of_pair.value[i][0];
        }
        return shares;
    }

    static void sort_contributions(MeasureDifference& measure) {
        std::ranges::stable_sort(measure.contributions, [&](const Contribution& a, const Contribution& b) {
            if (a.actor != b.actor) {
                const RankMove &x = measure.moves[index(a.actor)], &y = measure.moves[index(b.actor)];
                if (std::abs(x.moved()) != std::abs(y.moved()))
                    return std::abs(x.moved()) > std::abs(y.moved());
                return a.actor < b.actor;
            }
            return std::abs(a.contribution) > std::abs(b.contribution) * (1 + 1e-9);
        });
    }

    void mark_noise() {
        const auto uncertain = [](const Network& network) {
            return std::ranges::any_of(network.ties.confidence, [](double c) { return c < 1; });
        };
        if (found_.same() || (!uncertain(before_.network) && !uncertain(after_.network))) return;
        for (MeasureDifference& measure : found_.measures) {
            RobustnessOptions options;
            options.measure = measure.measure;
            options.replicates = noise_replicates;
            options.seed = options_.seed;
            std::vector<std::pair<double, double>> of_old = intervals(before_, common_.before, options),
                                                   of_new = intervals(after_, common_.after, options);
            for (RankMove& move : measure.moves) {
                if (move.cause == MoveCause::none || std::isnan(move.moved())) continue;
                const auto within = [&](const std::pair<double, double>& interval) {
                    return interval.first <= std::min(move.old_rank, move.new_rank) &&
                           std::max(move.old_rank, move.new_rank) <= interval.second;
                };
                move.within_noise = within(of_old[index(move.actor)]) && within(of_new[index(move.actor)]);
            }
        }
    }

    // The rank intervals of one side, by common actor; nan for those not there.
    std::vector<std::pair<double, double>> intervals(const DiffSide& side, const GameSide& numbered,
                                                     const RobustnessOptions& options) const {
        std::vector<std::pair<double, double>> result(game_.actor_count(), {undefined, undefined});
        const Robustness found = assess_robustness(side.network, side.selection, options, control_);
        for (const ActorRobustness& actor : found.actors)
            result[index(numbered.actor[index(actor.actor)])] = {actor.rank_low, actor.rank_high};
        return result;
    }

    struct Division {
        std::vector<std::uint32_t> of;  // by common actor, 0: none
        std::uint32_t count = 0;
    };

    Division communities_of(const DiffSide& side, const GameSide& numbered) const {
        Division division{std::vector<std::uint32_t>(game_.actor_count(), 0), 0};
        TieSelection selection = side.selection;
        selection.signs = options_.community_ties;
        const Graph graph = build_graph(side.network, selection);
        if (graph.tie_count() == 0) return division;
        CommunityOptions options;
        options.seed = options_.seed;
        const Partition found = find_communities(side.network, selection, graph, options, control_);
        for (std::size_t i = 0; i < found.actors.size(); ++i)
            division.of[index(numbered.actor[index(found.actors[i])])] = found.community[i];
        division.count = found.count;
        return division;
    }

    void compare_communities() {
        const Division old_division = communities_of(before_, common_.before),
                       new_division = communities_of(after_, common_.after);
        if (old_division.count == 0 || new_division.count == 0) return;
        CommunityDifference result{.adjusted_rand = undefined,
                                   .old_count = old_division.count,
                                   .new_count = new_division.count,
                                   .moved = {}};
        std::vector<std::uint32_t> a, b, goes_on(old_division.count + 1, 0);
        for (std::size_t i = 0; i < old_division.of.size(); ++i) {
            if (old_division.of[i] == 0 || new_division.of[i] == 0) continue;
            a.push_back(old_division.of[i]);
            b.push_back(new_division.of[i]);
        }
        result.adjusted_rand = adjusted_rand_index(a, b);
        for (const GroupMatch& match : match_groups(old_division.of, new_division.of, least_overlap))
            goes_on[match.before] = static_cast<std::uint32_t>(match.after);
        for (std::size_t i = 0; i < old_division.of.size(); ++i) {
            if (old_division.of[i] == 0 || new_division.of[i] == 0) continue;
            if (goes_on[old_division.of[i]] != new_division.of[i])
                result.moved.push_back(static_cast<ActorId>(i));
        }
        found_.communities = std::move(result);
    }

    std::vector<SignedPairOfActors> frustrated(const Balance& balance, const GameSide& numbered) const {
        std::vector<SignedPairOfActors> pairs;
        for (const SignedTie& tie : balance.ties) {
            if (!tie.frustrated) continue;
            pairs.push_back({numbered.actor[index(tie.source)], numbered.actor[index(tie.target)], tie.sign});
        }
        return pairs;
    }

    void compare_balance() {
        const bool any_hostile =
            std::ranges::find(before_.network.ties.sign, Sign::negative) != before_.network.ties.sign.end() ||
            std::ranges::find(after_.network.ties.sign, Sign::negative) != after_.network.ties.sign.end();
        if (!any_hostile) return;
        const BalanceOptions options{.draws = 0, .seed = options_.seed, .walks = false};
        BalanceDifference result{
            .old_balance = analyze_balance(before_.network, before_.selection, options, control_),
            .new_balance = analyze_balance(after_.network, after_.selection, options, control_),
            .frustrated_new = {},
            .frustrated_gone = {}};
        const auto old_pairs = frustrated(result.old_balance, common_.before),
                   new_pairs = frustrated(result.new_balance, common_.after);
        const auto lacks = [](const std::vector<SignedPairOfActors>& list, const SignedPairOfActors& pair) {
            return std::ranges::none_of(list, [&](const SignedPairOfActors& other) {
                return std::minmax(pair.source, pair.target) == std::minmax(other.source, other.target) &&
                       pair.sign == other.sign;
            });
        };
        for (const auto& pair : new_pairs) {
            if (lacks(old_pairs, pair)) result.frustrated_new.push_back(pair);
        }
        for (const auto& pair : old_pairs) {
            if (lacks(new_pairs, pair)) result.frustrated_gone.push_back(pair);
        }
        found_.balance = std::move(result);
    }

    const DiffSide& before_;
    const DiffSide& after_;
    const DiffOptions& options_;
    const Control& control_;
    CommonActors common_;
    ChangeGame game_;
    std::vector<Player> players_;
    Difference found_;
};

}  // namespace

bool is_local(std::string_view measure) {
    return std::ranges::find(local_measures, measure) != local_measures.end();
}

Difference compare_networks(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
                            const Control& control) {
    return Comparison(before, after, options, control).run();
}

}  // namespace entente
