// Structural balance of a signed network: everything that `entente balance` says.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/control.hpp"
#include "model/findings/balance.hpp"
#include "model/limits.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// Everything, or the division into factions alone: neither contested actors nor weak balance nor what the
// index is under the other rule.
enum class BalanceDepth { full, factions };

struct BalanceOptions {
    ConflictRule conflict = ConflictRule::net;
    std::optional<double> time_limit =
        {};  // seconds for proofs instead of proof_steps; what is not proven by then has bounds
    std::uint64_t proof_steps = limits.balance_proof_steps;  // counted: some 4 nanoseconds each
    unsigned draws = 1000;                                   // of either null model; 0: none
    std::uint64_t seed = 1;
    bool walks = true;  // walk balance, for up to so many actors
    std::uint64_t most_walking = limits.walk_balance;
    BalanceDepth depth = BalanceDepth::full;
    std::vector<std::uint8_t> start = {};  // factions to begin with, by index(ActorId), 0 for none: a search
                                           // from there stands instead of many
};

// Triangles, frustration index with proof, factions, weak balance, walk balance and significance of the
// selection's signed ties (its sign filter and direction do not matter). Without a time limit the result is
// the same in every run and on every machine. When control is stopped the bounds reached are given and the
// rest is left out, which left_out says; nothing is thrown for it. Throws Error(Fault::usage) for unknown
// relations and kinds.
Balance analyze_balance(const Network& network, const TieSelection& selection, const BalanceOptions& options,
                        const Control& control);

}  // namespace entente
