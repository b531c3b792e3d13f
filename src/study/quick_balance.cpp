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

bool clear_camps(const Balance& balance) {
    if (balance.negative_ties == 0 || balance.actors.size() > 300) return false;
    const auto against = static_cast<std::size_t>(
        std::ranges::count_if(balance.ties, [](const auto& tie) { return tie.frustrated; }));
    const bool both = std::ranges::find(balance.faction, std::uint8_t{1}) != balance.faction.end() &&
                      std::ranges::find(balance.faction, std::uint8_t{2}) != balance.faction.end();
    return both && 6 * against <= balance.ties.size();
}

std::optional<Balance> camps_of(const Network& network, const TieSelection& selection, std::uint64_t seed,
                                const Control& control) {
    if (selection.signs != SignFilter::all || network.actor_count() > 300 || network.ties.sign.empty() ||
        std::ranges::find(network.ties.sign, Sign::negative) == network.ties.sign.end())
        return std::nullopt;
    BalanceOptions options;
    options.draws = 0;
    options.walks = false;
    options.seed = seed;
    options.proof_steps = 50'000'000;  // a fifth of a second
    Balance balance = analyze_balance(network, selection, options, control);
    if (!clear_camps(balance)) return std::nullopt;
    return balance;
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
