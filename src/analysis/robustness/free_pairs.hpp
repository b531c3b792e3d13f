// Pairs of actors without a tie, for ties that are put somewhere else at random.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "model/ids.hpp"

namespace entente {

enum class Ways { one, both };  // an arc, or a tie that takes the pair both ways

class FreePairs {
public:
    // `actors` without repetition. Undirected, every tie takes its pair both ways.
    FreePairs(std::vector<ActorId> actors, bool directed);

    void take(ActorId source, ActorId target, Ways ways);

    // Pairs (directed: ordered pairs) that nothing took.
    std::uint64_t count() const { return all_ - taken_.size(); }

    // One of the free pairs, all equally likely, which is taken then; nothing where none is left.
    std::optional<std::pair<ActorId, ActorId>> draw(Random& random, Ways ways);

private:
    std::uint64_t key(ActorId source, ActorId target) const;
    bool free(ActorId source, ActorId target, Ways ways) const;

    std::vector<ActorId> actors_;
    bool directed_;
    std::uint64_t all_;
    std::unordered_set<std::uint64_t> taken_;
};

}  // namespace entente
