// Groups of the actors, wherever they come from.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/findings/partition.hpp"
#include "model/network.hpp"

namespace entente {

struct Grouping {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::string name;                  // "kind", "community", "faction" or a column
    std::vector<std::string> groups;   // in order of their first actor
    std::vector<std::uint32_t> group;  // parallel to the actors it was made for; index into groups, or none
    bool from_ties = false;            // found from ties: what is then said of the ties by group is circular
};

// By a word for each actor; an empty one is no group.
Grouping grouping_of(std::string name, std::span<const std::string_view> words, bool from_ties);

// By "kind" or an attribute column of the actors, whose name is compared without case. Throws
// Error(Fault::usage) for a column that the data do not have, with a suggestion.
Grouping grouping_by_column(const Network& network, std::span<const ActorId> actors, std::string_view column);

// By the communities found, named "1", "2", … as they are numbered.
Grouping grouping_by_community(const Partition& partition);

}  // namespace entente
