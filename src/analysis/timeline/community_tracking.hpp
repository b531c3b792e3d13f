// Communities that keep their number from slice to slice.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/findings/timeline.hpp"

namespace entente {

// Slice after slice, each slice's groups take on the number of those that they go on as: of the last slice in
// which their actors were seen, matched one to one by the largest overlaps of at least 0.3 (Jaccard; Greene,
// Doyle & Cunningham 2010). A group that goes on as none is born with a new number, or splits off where at
// least half of it comes from one that goes on as another; one that takes in at least half of another that
// ends merges with it.
class CommunityTracker {
public:
    explicit CommunityTracker(std::size_t actors) : last_(actors, 0) {}

    // The slice's groups by actor, 1 … or 0 for none; gives back their numbers through time.
    std::vector<std::uint32_t> follow(std::size_t slice, std::span<const std::uint32_t> groups);

    const std::vector<CommunityEvent>& events() const { return events_; }

private:
    std::vector<std::uint32_t> last_;   // by actor: the number it had when it was last seen
    std::vector<std::uint32_t> alive_;  // numbers of the slice before
    std::vector<CommunityEvent> events_;
    std::uint32_t newest_ = 0;
};

}  // namespace entente
