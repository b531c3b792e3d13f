#include "analysis/timeline/alike.hpp"

#include <algorithm>
#include <unordered_map>

namespace entente {

namespace {

// A tie of a slice without its dates and without its row.
struct TieContent {
    ActorId source{}, target{};
    Sign sign = Sign::none;
    bool directed = false;
    double strength = 1;
    auto operator<=>(const TieContent&) const = default;
};

struct SliceContent {
    std::vector<TieContent> ties;
    std::vector<char> active;
    bool operator==(const SliceContent&) const = default;
};

SliceContent content_of(const TimeData& data, const DayInterval& window) {
    const Network& rows = data.rows();
    SliceContent content{.ties = {}, .active = data.active(window)};
    for (const TieId row : select_rows(rows, data.both_signs(window, Holding::possible))) {
        TieContent tie{rows.ties.source[index(row)], rows.ties.target[index(row)], rows.sign(row),
                       data.one_way(row), rows.strength(row)};
        if (!tie.directed && tie.target < tie.source) std::swap(tie.source, tie.target);
        content.ties.push_back(tie);
    }
    std::ranges::sort(content.ties, [](const TieContent& a, const TieContent& b) { return (a <=> b) < 0; });
    return content;
}

// Equal contents have equal keys; what else has equal keys is compared.
std::uint64_t key_of(const SliceContent& content) {
    std::uint64_t key = content.ties.size();
    const auto mix = [&key](std::uint64_t word) { key = (key ^ word) * 0x9E3779B97F4A7C15ULL + (key >> 29); };
    for (const TieContent& tie : content.ties) {
        mix(index(tie.source));
        mix(index(tie.target));
        mix(static_cast<std::uint64_t>(tie.sign) * 2 + (tie.directed ? 1 : 0));
    }
    return key;
}

}  // namespace

std::vector<std::size_t> first_alike(const TimeData& data, const std::vector<DayInterval>& windows) {
    std::vector<std::size_t> first(windows.size());
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> known;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const SliceContent content = content_of(data, windows[i]);
        std::vector<std::size_t>& candidates = known[key_of(content)];
        const auto same = std::ranges::find_if(
            candidates, [&](std::size_t k) { return content_of(data, windows[k]) == content; });
        first[i] = same == candidates.end() ? i : *same;
        if (same == candidates.end()) candidates.push_back(i);
    }
    return first;
}

}  // namespace entente
