// What brokerage counts come to in random networks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/findings/brokerage.hpp"

namespace entente {

struct Moments {
    double expected = 0, variance = 0;
};

using RoleMoments = std::array<Moments, 6>;  // in the order of BrokerageRole

// Exact moments where each arc (undirected: each pair) is tied with probability `density`, independently
// (Gould & Fernandez 1989): of one broker in a group of each size, and of the sum over all brokers.
// Undirected, gatekeeper holds both of the merged roles and representative is nought.
std::vector<RoleMoments> broker_moments(std::span<const std::uint64_t> group_sizes, double density,
                                        bool directed);
RoleMoments network_moments(std::span<const std::uint64_t> group_sizes, double density, bool directed);

}  // namespace entente
