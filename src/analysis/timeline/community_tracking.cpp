#include "analysis/timeline/community_tracking.hpp"

#include <algorithm>
#include <map>

#include "analysis/community/matching.hpp"

namespace entente {

namespace {

constexpr double least_overlap = 0.3;

std::vector<std::uint64_t> sizes_of(std::span<const std::uint32_t> groups) {
    std::vector<std::uint64_t> sizes(groups.empty() ? 1 : *std::ranges::max_element(groups) + 1, 0);
    for (const std::uint32_t group : groups) ++sizes[group];
    return sizes;
}

}  // namespace

std::vector<std::uint32_t> CommunityTracker::follow(std::size_t slice,
                                                    std::span<const std::uint32_t> groups) {
    const std::vector<std::uint64_t> sizes = sizes_of(groups), sizes_before = sizes_of(last_);
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>> shared;  // group, number
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != 0 && last_[i] != 0) ++shared[groups[i]][last_[i]];
    }
    std::vector<std::uint32_t> number(sizes.size(), 0);
    std::map<std::uint32_t, double> overlap;  // of a group with what it goes on
    std::vector<char> goes_on(sizes_before.size(), 0);
    for (const GroupMatch& match : match_groups(last_, groups, least_overlap)) {
        number[match.after] = static_cast<std::uint32_t>(match.before);
        overlap[static_cast<std::uint32_t>(match.after)] = match.overlap;
        goes_on[match.before] = 1;
    }
    std::vector<char> taken_in(sizes_before.size(), 0);
    std::vector<std::uint32_t> alive;
    for (std::uint32_t group = 1; group < sizes.size(); ++group) {
        if (sizes[group] == 0) continue;
        CommunityEvent event{
            .slice = slice, .community = 0, .size = sizes[group], .fate = CommunityFate::born, .of = {}};
        const auto& from = shared[group];
        if (number[group] != 0) {
            const std::uint32_t own = number[group];
            const std::uint64_t before = sizes_before[own];
            event.fate = before == sizes[group]  ? CommunityFate::continues
                         : before < sizes[group] ? CommunityFate::grows
                                                 : CommunityFate::shrinks;
            event.of = {own};
            event.overlap = overlap[group];
            for (const auto& [other, members] : from) {
                if (goes_on[other] != 0 || 2 * members < sizes_before[other]) continue;
                taken_in[other] = 1;
                event.fate = CommunityFate::merges;
                event.of.push_back(other);
            }
        } else {
            number[group] = ++newest_;
            for (const auto& [other, members] : from) {
                if (2 * members < sizes[group] || goes_on[other] == 0) continue;
                event.fate = CommunityFate::splits;
                event.of = {other};
            }
        }
        event.community = number[group];
        alive.push_back(number[group]);
        events_.push_back(std::move(event));
    }
    for (const std::uint32_t before : alive_) {
        if (goes_on[before] != 0 || taken_in[before] != 0) continue;
        events_.push_back({.slice = slice,
                           .community = before,
                           .size = 0,
                           .fate = CommunityFate::dies,
                           .of = {before},
                           .overlap = undefined});
    }
    alive_ = std::move(alive);
    std::vector<std::uint32_t> result(groups.size(), 0);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] == 0) continue;
        result[i] = number[groups[i]];
        last_[i] = result[i];
    }
    return result;
}

}  // namespace entente
