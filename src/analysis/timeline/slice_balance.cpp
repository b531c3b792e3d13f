#include "analysis/timeline/slice_balance.hpp"

#include <algorithm>
#include <map>

#include "analysis/balance/balance.hpp"
#include "base/disjoint_sets.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::size_t chain_length = 8;  // slices whose searches begin with the one before
constexpr std::uint64_t most_steps_a_slice = 2'000'000'000;

using Factions = std::vector<std::uint8_t>;  // by actor

Factions factions_of(const Balance& balance, std::size_t actors) {
    Factions faction(actors, 0);
    for (std::size_t i = 0; i < balance.actors.size(); ++i)
        faction[index(balance.actors[i])] = balance.faction[i];
    return faction;
}

bool contradicts(const SignedTie& tie, const Factions& faction) {
    const bool apart = faction[index(tie.source)] != faction[index(tie.target)];
    return apart != (tie.sign == Sign::negative);
}

double cost_of(const Balance& balance, const Factions& faction) {
    double cost = 0;
    for (const SignedTie& tie : balance.ties) cost += contradicts(tie, faction) ? tie.strength : 0;
    return cost;
}

// Turns each component so that most of its actors are where they were before.
Factions turned(const Balance& balance, Factions faction, const Factions& before) {
    balance::DisjointSets parts(static_cast<std::uint32_t>(faction.size()));
    for (const SignedTie& tie : balance.ties)
        parts.unite(static_cast<std::uint32_t>(index(tie.source)),
                    static_cast<std::uint32_t>(index(tie.target)));
    std::map<std::uint32_t, int> stay;  // those who stay less those who would change sides
    for (std::size_t a = 0; a < faction.size(); ++a) {
        if (faction[a] != 0 && before[a] != 0)
            stay[parts.of(static_cast<std::uint32_t>(a))] += faction[a] == before[a] ? 1 : -1;
    }
    for (std::size_t a = 0; a < faction.size(); ++a) {
        const auto at = stay.find(parts.of(static_cast<std::uint32_t>(a)));
        if (faction[a] != 0 && at != stay.end() && at->second < 0)
            faction[a] = static_cast<std::uint8_t>(3 - faction[a]);
    }
    return faction;
}

// Moves single actors as long as that makes the division better.
void descend(const Balance& balance, Factions& faction) {
    std::map<ActorId, std::vector<const SignedTie*>> of_actor;
    for (const SignedTie& tie : balance.ties) {
        of_actor[tie.source].push_back(&tie);
        of_actor[tie.target].push_back(&tie);
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& [actor, ties] : of_actor) {
            double gain = 0, all = 0;
            for (const SignedTie* tie : ties) {
                gain += contradicts(*tie, faction) ? tie->strength : -tie->strength;
                all += tie->strength;
            }
            if (!(gain > 1e-9 * all)) continue;
            faction[index(actor)] = static_cast<std::uint8_t>(3 - faction[index(actor)]);
            moved = true;
        }
    }
}

// The division found, or that of the slice before, carried on, where it is as good.
Factions continued(const Balance& balance, const Factions& before) {
    const Factions found = turned(balance, factions_of(balance, before.size()), before);
    Factions carried = found;
    for (std::size_t a = 0; a < carried.size(); ++a) {
        if (carried[a] != 0 && before[a] != 0) carried[a] = before[a];
    }
    descend(balance, carried);
    return cost_of(balance, carried) <= cost_of(balance, found) * (1 + 1e-12) ? carried : found;
}

SliceBalance entry_of(const TimeData& data, const Balance& balance, Factions faction) {
    SliceBalance entry{.index = balance.frustration.index,
                       .low = balance.frustration.lower_bound,
                       .high = balance.frustration.upper_bound,
                       .balanced_strong = balance.balanced_strong,
                       .faction = std::move(faction),
                       .frustrated = {}};
    if (balance.frustration.status == ProofStatus::bounded && !balance.ties.empty()) {
        const double cost = cost_of(balance, entry.faction);  // descent may have found better
        if (cost < entry.index) entry.index = entry.high = std::max(cost, entry.low);
    }
    for (std::size_t tie = 0; tie < balance.ties.size(); ++tie) {
        if (!contradicts(balance.ties[tie], entry.faction)) continue;
        for (const TieId row : balance.rows_of(tie)) entry.frustrated.push_back(data.original(row));
    }
    std::ranges::sort(entry.frustrated);
    return entry;
}

// The division of every slice that is the first of its kind, in chains one after the other.
std::vector<Balance> divided(const TimeData& data, const std::vector<DayInterval>& windows,
                             const std::vector<std::size_t>& alike, const SliceBalanceOptions& options,
                             const Control& control) {
    std::vector<std::size_t> distinct;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (alike[i] == i) distinct.push_back(i);
    }
    std::vector<Balance> result(windows.size());
    if (distinct.empty()) return result;
    const std::uint64_t share = options.proof_steps / distinct.size();
    const std::size_t chains = (distinct.size() + chain_length - 1) / chain_length;
    parallel_blocks(chains, control, [&](std::size_t chain, unsigned) {
        Control alone;
        alone.stop = control.stop;
        std::uint64_t saved = 0;
        Factions known;
        const std::size_t end = std::min(distinct.size(), (chain + 1) * chain_length);
        for (std::size_t k = chain * chain_length; k < end; ++k) {
            saved += share;
            const std::uint64_t most = std::min(saved, most_steps_a_slice);
            Balance& balance = result[distinct[k]];
            balance = analyze_balance(data.rows(), data.both_signs(windows[distinct[k]], Holding::possible),
                                      {.proof_steps = most,
                                       .draws = 0,
                                       .seed = options.seed,
                                       .walks = false,
                                       .depth = BalanceDepth::factions,
                                       .start = known},
                                      alone);
            alone.checkpoint();
            saved -= std::min(saved, balance.proof_steps);
            known = factions_of(balance, data.rows().actor_count());
        }
    });
    return result;
}

}  // namespace

std::vector<SliceBalance> balance_through_time(const TimeData& data, const std::vector<DayInterval>& windows,
                                               const std::vector<std::size_t>& alike,
                                               const SliceBalanceOptions& options, const Control& control) {
    const std::vector<Balance> balances = divided(data, windows, alike, options, control);
    std::vector<SliceBalance> result(windows.size());
    Factions before(data.rows().actor_count(), 0);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        control.checkpoint();
        const Balance& balance = balances[alike[i]];
        if (balance.positive_ties + balance.negative_ties + balance.undecided_pairs == 0) continue;
        result[i] = entry_of(data, balance, continued(balance, before));
        for (std::size_t a = 0; a < before.size(); ++a) {
            if (result[i].faction[a] != 0) before[a] = result[i].faction[a];
        }
    }
    return result;
}

}  // namespace entente
