#include "study/quick_balance.hpp"

#include <algorithm>

#include "analysis/balance/balance.hpp"
#include "base/error.hpp"

namespace entente::study {

Balance quick_balance(const Network& network, const TieSelection& selection, std::uint64_t seed,
                      const Control& control) {
    BalanceOptions options;
    options.draws = 0;
    options.walks = false;
    options.seed = seed;
    options.proof_steps = limits.balance_steps;
    Balance balance = analyze_balance(network, selection, options, control);
    control.checkpoint();
    if (balance.positive_ties + balance.negative_ties == 0)
        throw Error(Fault::usage,
                    "there are no factions, because none of the ties has a sign; choose kind, community or a "
                    "column instead");
    return balance;
}

namespace {

constexpr std::size_t most_actors = 300;

// The ties that contradict a division of balance.actors; nothing where these are more than a sixth.
template <class Division>
std::optional<Camps> against(const Balance& balance, const Division& division, std::size_t actors) {
    std::vector<std::uint32_t> side(actors, 0);
    for (std::size_t i = 0; i < balance.actors.size(); ++i) side[index(balance.actors[i])] = division[i];
    Camps camps;
    camps.of_actor.assign(actors, 0);
    for (std::size_t tie = 0; tie < balance.ties.size(); ++tie) {
        const SignedTie& signed_tie = balance.ties[tie];
        const bool together = side[index(signed_tie.source)] == side[index(signed_tie.target)];
        if (together == (signed_tie.sign == Sign::positive)) continue;
        const auto rows = balance.rows_of(tie);
        camps.against.insert(camps.against.end(), rows.begin(), rows.end());
        camps.contradictions += 1;
    }
    if (6 * camps.contradictions > balance.ties.size()) return std::nullopt;
    std::ranges::sort(camps.against);
    return camps;
}

std::optional<Camps> clear_factions(const Balance& balance, std::size_t actors) {
    for (const std::uint8_t side : {std::uint8_t{1}, std::uint8_t{2}}) {
        if (std::ranges::find(balance.faction, side) == balance.faction.end()) return std::nullopt;
    }
    std::optional<Camps> camps = against(balance, balance.faction, actors);
    if (!camps) return std::nullopt;
    camps->count = 2;
    for (std::size_t i = 0; i < balance.actors.size(); ++i)
        camps->of_actor[index(balance.actors[i])] = balance.faction[i];
    return camps;
}

// An actor that is a bloc by itself is in none.
std::optional<Camps> clear_blocs(const Balance& balance, std::size_t actors) {
    constexpr std::uint32_t fewest = 3, most = 8;
    std::vector<std::size_t> members(balance.weak.blocs + std::size_t{1}, 0);
    for (const std::uint32_t bloc : balance.weak.bloc) members.at(bloc) += 1;
    std::uint32_t count = 0;
    std::size_t within = 0, with_sign = 0;
    for (std::uint32_t bloc = 1; bloc <= balance.weak.blocs; ++bloc) {
        with_sign += members[bloc];
        if (members[bloc] < 2) continue;
        count = bloc;  // the largest come first
        within += members[bloc];
    }
    if (count < fewest || count > most || 3 * within < 2 * with_sign) return std::nullopt;
    std::optional<Camps> camps = against(balance, balance.weak.bloc, actors);
    if (!camps) return std::nullopt;
    camps->count = count;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        if (balance.weak.bloc[i] <= count)
            camps->of_actor[index(balance.actors[i])] = static_cast<std::uint8_t>(balance.weak.bloc[i]);
    }
    return camps;
}

}  // namespace

std::optional<Camps> clear_camps(const Balance& balance, std::size_t actors) {
    if (balance.negative_ties == 0 || balance.actors.size() > most_actors) return std::nullopt;
    std::optional<Camps> factions = clear_factions(balance, actors);
    if (factions && 20 * factions->contradictions <= balance.ties.size()) return factions;
    std::optional<Camps> blocs = clear_blocs(balance, actors);
    const bool fit_far_better = blocs && (!factions || 4 * blocs->contradictions <= factions->contradictions);
    return fit_far_better ? blocs : factions;
}

std::vector<std::uint8_t> camps_of_actors(const Camps& camps, const std::vector<ActorId>& actors) {
    std::vector<std::uint8_t> of_actors;
    for (const ActorId actor : actors) of_actors.push_back(camps.of_actor[index(actor)]);
    return of_actors;
}

std::optional<Camps> camps_of(const Network& network, const TieSelection& selection, std::uint64_t seed,
                              const Control& control) {
    if (selection.signs != SignFilter::all || network.actor_count() > most_actors ||
        network.ties.sign.empty() ||
        std::ranges::find(network.ties.sign, Sign::negative) == network.ties.sign.end())
        return std::nullopt;
    BalanceOptions options;
    options.draws = 0;
    options.walks = false;
    options.seed = seed;
    options.proof_steps = 50'000'000;  // a fifth of a second
    return clear_camps(analyze_balance(network, selection, options, control), network.actor_count());
}

std::vector<std::uint8_t> factions_of(const Balance& balance, const std::vector<ActorId>& actors) {
    std::vector<std::uint8_t> factions;
    for (const ActorId actor : actors) {
        const auto at = std::ranges::find(balance.actors, actor);
        factions.push_back(at == balance.actors.end()
                               ? std::uint8_t{0}
                               : balance.faction[static_cast<std::size_t>(at - balance.actors.begin())]);
    }
    return factions;
}

std::vector<TieId> frustrated_rows(const Balance& balance) {
    std::vector<TieId> rows;
    for (std::size_t tie = 0; tie < balance.ties.size(); ++tie) {
        const auto of_tie = balance.rows_of(tie);
        if (balance.ties[tie].frustrated) rows.insert(rows.end(), of_tie.begin(), of_tie.end());
    }
    std::ranges::sort(rows);
    return rows;
}

}  // namespace entente::study
