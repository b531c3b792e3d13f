#include "analysis/change/before_after.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/balance/balance.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/community/comparison.hpp"
#include "analysis/community/matching.hpp"
#include "analysis/robustness/robustness.hpp"

namespace entente {

namespace {

constexpr double least_overlap = 0.3;
constexpr unsigned noise_replicates = 200;

struct Division {
    std::vector<std::uint32_t> of;  // by common actor, 0: none
    std::uint32_t count = 0;
};

Division communities_of(const DiffSide& side, const GameSide& numbered, std::size_t actors,
                        const DiffOptions& options, const Control& control) {
    Division division{std::vector<std::uint32_t>(actors, 0), 0};
    TieSelection selection = side.selection;
    selection.signs = options.community_ties;
    const Graph graph = build_graph(side.network, selection);
    if (graph.tie_count() == 0) return division;
    CommunityOptions algorithm;
    algorithm.seed = options.seed;
    const Partition found = find_communities(side.network, selection, graph, algorithm, control);
    for (std::size_t i = 0; i < found.actors.size(); ++i)
        division.of[index(numbered.actor[index(found.actors[i])])] = found.community[i];
    division.count = found.count;
    return division;
}

std::vector<SignedPairOfActors> frustrated(const Balance& balance, const GameSide& numbered) {
    std::vector<SignedPairOfActors> pairs;
    for (const SignedTie& tie : balance.ties) {
        if (!tie.frustrated) continue;
        pairs.push_back({numbered.actor[index(tie.source)], numbered.actor[index(tie.target)], tie.sign});
    }
    return pairs;
}

using Interval = std::pair<double, double>;

// The rank intervals of one side, by common actor; nan for those not there.
std::vector<Interval> intervals(const DiffSide& side, const GameSide& numbered,
                                const RobustnessOptions& options, const Control& control) {
    std::vector<Interval> result(numbered.present.size(), {undefined, undefined});
    const Robustness found = assess_robustness(side.network, side.selection, options, control);
    for (const ActorRobustness& actor : found.actors)
        result[index(numbered.actor[index(actor.actor)])] = {actor.rank_low, actor.rank_high};
    return result;
}

}  // namespace

std::optional<CommunityDifference> compare_communities(const DiffSide& before, const DiffSide& after,
                                                       const CommonActors& common, const DiffOptions& options,
                                                       const Control& control) {
    const std::size_t actors = common.actors.size();
    const Division old_division = communities_of(before, common.before, actors, options, control),
                   new_division = communities_of(after, common.after, actors, options, control);
    if (old_division.count == 0 || new_division.count == 0) return std::nullopt;
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
    return result;
}

std::optional<BalanceDifference> compare_balance(const DiffSide& before, const DiffSide& after,
                                                 const CommonActors& common, const DiffOptions& options,
                                                 const Control& control) {
    const bool any_hostile =
        std::ranges::find(before.network.ties.sign, Sign::negative) != before.network.ties.sign.end() ||
        std::ranges::find(after.network.ties.sign, Sign::negative) != after.network.ties.sign.end();
    if (!any_hostile) return std::nullopt;
    const BalanceOptions how{.draws = 0, .seed = options.seed, .walks = false};
    BalanceDifference result{.old_balance = analyze_balance(before.network, before.selection, how, control),
                             .new_balance = analyze_balance(after.network, after.selection, how, control),
                             .frustrated_new = {},
                             .frustrated_gone = {}};
    const auto old_pairs = frustrated(result.old_balance, common.before),
               new_pairs = frustrated(result.new_balance, common.after);
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
    return result;
}

std::vector<std::optional<bool>> within_noise(const DiffSide& before, const DiffSide& after,
                                              const CommonActors& common, const MeasureDifference& measure,
                                              std::uint64_t seed, const Control& control) {
    std::vector<std::optional<bool>> result(measure.moves.size());
    const auto uncertain = [](const Network& network) {
        return std::ranges::any_of(network.ties.confidence, [](double c) { return c < 1; });
    };
    const auto moves = [](const RankMove& move) {
        return move.cause != MoveCause::none && !std::isnan(move.moved());
    };
    if (std::ranges::none_of(measure.moves, moves)) return result;
    if (!uncertain(before.network) && !uncertain(after.network)) return result;
    RobustnessOptions options;
    options.measure = measure.measure;
    options.replicates = noise_replicates;
    options.stability = false;
    options.seed = seed;
    const std::vector<Interval> of_old = intervals(before, common.before, options, control),
                                of_new = intervals(after, common.after, options, control);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const RankMove& move = measure.moves[i];
        if (!moves(move)) continue;
        const auto within = [&](const Interval& interval) {
            return interval.first <= std::min(move.old_rank, move.new_rank) &&
                   std::max(move.old_rank, move.new_rank) <= interval.second;
        };
        result[i] = within(of_old[index(move.actor)]) && within(of_new[index(move.actor)]);
    }
    return result;
}

}  // namespace entente
