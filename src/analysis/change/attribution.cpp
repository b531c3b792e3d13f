#include "analysis/change/attribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analysis/change/shapley.hpp"
#include "analysis/robustness/ranking.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::array local_measures{"degree",          "in_degree",       "out_degree",
                                    "strength",        "in_strength",     "out_strength",
                                    "positive_degree", "negative_degree", "net_degree"};

double or_zero(double value) { return std::isnan(value) ? 0 : value; }

class Attributor {
public:
    Attributor(const ChangeGame& game, const Difference& found, const DiffOptions& options,
               const Control& control)
        : game_(game), difference_(found), options_(options), control_(control) {
        number_players();
    }

    Attribution run() {
        result_.measures.resize(difference_.measures.size());
        if (players_.empty() || options_.explain == 0) return std::move(result_);
        std::vector<std::vector<std::size_t>> whom;
        for (const MeasureDifference& measure : difference_.measures) whom.push_back(most_moved(measure));
        const std::vector<RowScorer::Values> without = scores_without();
        explain_together(whom, without);
        for (std::size_t m = 0; m < whom.size(); ++m) {
            if (is_local(difference_.measures[m].measure)) explain_apart(m, whom[m], without);
            sort_contributions(difference_.measures[m], result_.measures[m].contributions);
        }
        return std::move(result_);
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
        for (const ChangeGroup& group : difference_.groups) {
            Player player;
            for (const std::size_t i : group.changes) {
                const Change& change = difference_.changes[i];
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

    void explain_apart(std::size_t m, const std::vector<std::size_t>& whom,
                       const std::vector<RowScorer::Values>& without) {
        for (const std::size_t actor : whom) {
            const std::vector<double> shares = local_shares(m, static_cast<ActorId>(actor));
            for (std::size_t p = 0; p < players_.size(); ++p)
                add_contribution(m, actor, p, shares[p], 0, without);
        }
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
        const bool same = !differs(score, difference_.measures[m].moves[actor].new_value);
        if (!(std::abs(amount) > 1e-12) && !(error > 0) && same) return;
        const Places places = places_of(without[player][m]);
        result_.measures[m].contributions.push_back({.actor = static_cast<ActorId>(actor),
                                                     .group = player,
                                                     .contribution = amount,
                                                     .error = error,
                                                     .rank_without = places.first[actor],
                                                     .score_without = score,
                                                     .last_without = places.last[actor]});
    }

    // All measures that are not local, each for its own actors, from the same networks.
    void explain_together(const std::vector<std::vector<std::size_t>>& whom,
                          const std::vector<RowScorer::Values>& without) {
        std::vector<std::pair<std::size_t, std::size_t>> slots;  // measure, actor
        for (std::size_t m = 0; m < whom.size(); ++m) {
            if (is_local(difference_.measures[m].measure)) continue;
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
        if (!exact) result_.orders = options_.orders;
        for (std::size_t s = 0; s < slots.size(); ++s) {
            const auto [m, actor] = slots[s];
            result_.measures[m].exact = exact;
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

    static void sort_contributions(const MeasureDifference& measure,
                                   std::vector<Contribution>& contributions) {
        std::ranges::stable_sort(contributions, [&](const Contribution& a, const Contribution& b) {
            if (a.actor != b.actor) {
                const RankMove &x = measure.moves[index(a.actor)], &y = measure.moves[index(b.actor)];
                if (std::abs(x.moved()) != std::abs(y.moved()))
                    return std::abs(x.moved()) > std::abs(y.moved());
                return a.actor < b.actor;
            }
            return std::abs(a.contribution) > std::abs(b.contribution) * (1 + 1e-9);
        });
    }

    const ChangeGame& game_;
    const Difference& difference_;
    const DiffOptions& options_;
    const Control& control_;
    std::vector<Player> players_;
    Attribution result_;
};

}  // namespace

bool is_local(std::string_view measure) {
    return std::ranges::find(local_measures, measure) != local_measures.end();
}

Places places_of(const std::vector<double>& values) {
    const Ranking ranks = ranking(values);
    std::map<std::uint32_t, double> level;
    for (std::size_t i = 0; i < values.size(); ++i) level[ranks.rank[i]] += std::isnan(values[i]) ? 0 : 1;
    Places places{std::vector<double>(values.size(), undefined), {}};
    places.last = places.first;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        places.first[i] = ranks.rank[i];
        places.last[i] = ranks.rank[i] + level[ranks.rank[i]] - 1;
    }
    return places;
}

bool differs(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) != std::isnan(b);
    return std::abs(a - b) > 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

Attribution attribute_moves(const ChangeGame& game, const Difference& found, const DiffOptions& options,
                            const Control& control) {
    return Attributor(game, found, options, control).run();
}

}  // namespace entente
