#include "analysis/brokerage/expectation.hpp"

#include <map>
#include <numeric>

namespace entente {

namespace {

constexpr auto coordinator = static_cast<std::size_t>(BrokerageRole::coordinator),
               itinerant = static_cast<std::size_t>(BrokerageRole::itinerant),
               gatekeeper = static_cast<std::size_t>(BrokerageRole::gatekeeper),
               representative = static_cast<std::size_t>(BrokerageRole::representative),
               liaison = static_cast<std::size_t>(BrokerageRole::liaison),
               total = static_cast<std::size_t>(BrokerageRole::total);

// How many groups there are of each size: all that the moments depend on.
using SizeCounts = std::map<std::uint64_t, double>;

SizeCounts counts_of(std::span<const std::uint64_t> sizes) {
    SizeCounts counts;
    for (const std::uint64_t size : sizes) counts[size] += 1;
    return counts;
}

// The pairs of ends (i, k) that give a broker a role: how many there are, and Σ over actors of r(r − 1), r
// the pairs in which the actor is source (target). Two such pairs depend on the same tie of the broker's, so
// that they come together.
struct EndPairs {
    double count = 0, sharing = 0;
    void add(double actors, double partners) { sharing += actors * partners * (partners - 1); }
};

using RoleEnds = std::array<EndPairs, 6>;

// Of a broker in a group of size g among `all` actors; ordered pairs.
RoleEnds ordered_ends(double g, double all, const SizeCounts& others) {
    RoleEnds ends;
    const double outside = all - g;
    ends[coordinator].count = (g - 1) * (g - 2);
    ends[coordinator].add(2 * (g - 1), g - 2);
    ends[gatekeeper].count = ends[representative].count = outside * (g - 1);
    for (const std::size_t role : {gatekeeper, representative}) {
        ends[role].add(outside, g - 1);
        ends[role].add(g - 1, outside);
    }
    for (const auto& [size, groups] : others) {
        const auto h = static_cast<double>(size);
        ends[itinerant].count += groups * h * (h - 1);
        ends[itinerant].add(2 * groups * h, h - 1);
        ends[liaison].count += groups * h * (outside - h);
        ends[liaison].add(2 * groups * h, outside - h);
    }
    ends[total].count = (all - 1) * (all - 2);
    ends[total].add(2 * (all - 1), all - 2);
    return ends;
}

// The same for unordered pairs: each actor is an end, neither source nor target.
RoleEnds unordered_ends(double g, double all, const SizeCounts& others) {
    RoleEnds ends = ordered_ends(g, all, others);
    for (const std::size_t role : {coordinator, itinerant, liaison, total}) {
        ends[role].count /= 2;
        ends[role].sharing /= 2;
    }
    ends[representative] = {};
    return ends;
}

SizeCounts without_one(SizeCounts counts, std::uint64_t size) {
    counts[size] -= 1;
    return counts;
}

// Of the three actors of a brokerage, in how many ways can the same three brokerages share a role with
// another broker?
double role_sharing_orders(std::size_t role, bool directed) {
    if (role == coordinator || role == liaison || role == total) return 2;
    if (role == itinerant) return 0;
    return directed || role == gatekeeper ? 1 : 0;
}

// For a tie (x, y) of groups g and h: how many brokerages of a role have it as first tie i -> j, as second
// tie j -> k, as the missing i -> k.
struct Uses {
    double first = 0, second = 0, missing = 0;
};

std::array<Uses, 6> uses_within(double g, double all) {
    std::array<Uses, 6> uses;
    uses[coordinator] = {g - 2, g - 2, g - 2};
    uses[itinerant] = {0, 0, all - g};
    uses[gatekeeper] = {0, all - g, 0};
    uses[representative] = {all - g, 0, 0};
    uses[total] = {all - 2, all - 2, all - 2};
    return uses;
}

std::array<Uses, 6> uses_between(double g, double h, double all) {
    std::array<Uses, 6> uses;
    uses[itinerant] = {g - 1, h - 1, 0};
    uses[gatekeeper] = {h - 1, 0, h - 1};
    uses[representative] = {0, g - 1, g - 1};
    uses[liaison] = {all - g - h, all - g - h, all - g - h};
    uses[total] = {all - 2, all - 2, all - 2};
    return uses;
}

// Adds what the brokerages that use one of `arcs` alike arcs have in common: Σ over ordered pairs of them of
// their covariance.
void add_covariance(Moments& moments, double arcs, double positive, double missing, double d) {
    const double both_there = d * d * d * (1 - d) * (1 - d) * (1 - d);  // share a tie
    const double both_missing = d * d * d * d * d * (1 - d);            // share the missing tie
    const double conflict =
        -d * d * d * d * (1 - d) * (1 - d);  // the tie of one is the missing tie of the other
    moments.variance += arcs * (positive * (positive - 1) * both_there +
                                missing * (missing - 1) * both_missing + 2 * positive * missing * conflict);
}

}  // namespace

std::vector<RoleMoments> broker_moments(std::span<const std::uint64_t> group_sizes, double density,
                                        bool directed) {
    const SizeCounts counts = counts_of(group_sizes);
    const auto all =
        static_cast<double>(std::accumulate(group_sizes.begin(), group_sizes.end(), std::uint64_t{0}));
    const double p = density * density * (1 - density),
                 covariance = density * density * density * (1 - density) * (1 - density) * (1 - density);
    std::map<std::uint64_t, RoleMoments> by_size;
    for (const auto& [size, groups] : counts) {
        const auto g = static_cast<double>(size);
        const SizeCounts others = without_one(counts, size);
        const RoleEnds ends = directed ? ordered_ends(g, all, others) : unordered_ends(g, all, others);
        for (std::size_t role = 0; role < ends.size(); ++role) {
            by_size[size][role] = {ends[role].count * p,
                                   ends[role].count * p * (1 - p) + ends[role].sharing * covariance};
        }
    }
    std::vector<RoleMoments> result;
    for (const std::uint64_t size : group_sizes) result.push_back(by_size[size]);
    return result;
}

RoleMoments network_moments(std::span<const std::uint64_t> group_sizes, double density, bool directed) {
    const SizeCounts counts = counts_of(group_sizes);
    const auto all =
        static_cast<double>(std::accumulate(group_sizes.begin(), group_sizes.end(), std::uint64_t{0}));
    const double d = density, p = d * d * (1 - d);
    RoleMoments result;
    const std::vector<RoleMoments> brokers = broker_moments(group_sizes, density, directed);
    for (std::size_t i = 0; i < group_sizes.size(); ++i) {
        for (std::size_t role = 0; role < result.size(); ++role)
            result[role].expected += static_cast<double>(group_sizes[i]) * brokers[i][role].expected;
    }
    const auto add_arcs = [&](double arcs, std::array<Uses, 6> uses) {
        if (!directed) {
            uses[gatekeeper] = {uses[gatekeeper].first + uses[representative].first,
                                uses[gatekeeper].second + uses[representative].second,
                                uses[gatekeeper].missing + uses[representative].missing};
            uses[representative] = {};
            // Each tie is two arcs and each brokerage is counted from either end: as a tie it is met once for
            // each of its arcs.
            arcs /= 2;
        }
        for (std::size_t role = 0; role < result.size(); ++role) {
            add_covariance(result[role], arcs, uses[role].first + uses[role].second, uses[role].missing, d);
        }
    };
    for (const auto& [size, groups] : counts) {
        const auto g = static_cast<double>(size);
        add_arcs(groups * g * (g - 1), uses_within(g, all));
        for (const auto& [other_size, other_groups] : counts) {
            const auto h = static_cast<double>(other_size);
            add_arcs(groups * (other_size == size ? groups - 1 : other_groups) * g * h,
                     uses_between(g, h, all));
        }
    }
    // Two brokerages of the same three actors exclude each other where the tie of one is missing in the
    // other. They were met once for each arc they share.
    const double both_there = d * d * d * (1 - d) * (1 - d) * (1 - d), conflict = -p * p;
    for (std::size_t role = 0; role < result.size(); ++role) {
        const double brokerages = p > 0 ? result[role].expected / p : 0;
        const double pairs = brokerages * role_sharing_orders(role, directed);
        const double met = directed ? 2 * conflict : both_there + 2 * conflict;
        result[role].variance += brokerages * p * (1 - p) + pairs * (conflict - met);
    }
    return result;
}

}  // namespace entente
