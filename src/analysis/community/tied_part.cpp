#include "analysis/community/tied_part.hpp"

#include <limits>

namespace entente::community {

TiedPart tied_part(const Graph& whole) {
    MergedTies kept;
    kept.first_row.push_back(0);
    std::vector<char> tied(whole.actors.empty() ? 0 : index(whole.actors.back()) + 1, 0);  // actors ascend
    for (std::size_t t = 0; t < whole.tie_count(); ++t) {
        const MergedTie& tie = whole.merged.ties[t];
        if (whole.weighted() && !(tie.strength > 0)) continue;
        tied[index(tie.source)] = tied[index(tie.target)] = 1;
        kept.ties.push_back(tie);
        const auto rows = whole.merged.rows_of(t);
        kept.rows.insert(kept.rows.end(), rows.begin(), rows.end());
        kept.first_row.push_back(kept.rows.size());
    }
    std::vector<ActorId> actors;
    std::vector<Vertex> original;
    for (Vertex v = 0; v < whole.vertex_count(); ++v) {
        if (!tied[index(whole.actors[v])]) continue;
        actors.push_back(whole.actors[v]);
        original.push_back(v);
    }
    return {Graph(std::move(actors), std::move(kept), whole.directed(), whole.weighted()),
            std::move(original)};
}

Membership of_whole(const TiedPart& part, std::span<const std::uint32_t> membership, std::size_t vertices) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    Membership result(vertices, none);
    for (std::size_t i = 0; i < part.original.size(); ++i) result[part.original[i]] = membership[i];
    std::uint32_t next = community_count(membership);
    for (std::uint32_t& c : result) {
        if (c == none) c = next++;
    }
    return result;
}

}  // namespace entente::community
