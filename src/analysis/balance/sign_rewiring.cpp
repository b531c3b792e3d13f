#include "analysis/balance/sign_rewiring.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace entente::balance {

namespace {

constexpr std::uint64_t empty = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t most_vertices_of_matrix = 1000;  // four megabytes

std::uint64_t key_of(std::uint32_t u, std::uint32_t v) {
    return u < v ? (std::uint64_t{u} << 32) | v : (std::uint64_t{v} << 32) | u;
}

}  // namespace

PairTable::PairTable(std::uint32_t vertices, std::size_t pairs)
    : vertices_(vertices),
      matrix_(vertices <= most_vertices_of_matrix ? std::size_t{vertices} * vertices : 0, none),
      slots_(vertices <= most_vertices_of_matrix ? 1 : std::bit_ceil(4 * pairs + 4), {empty, none}),
      mask_(slots_.size() - 1) {}

std::size_t PairTable::home(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20) & mask_;
}

std::size_t PairTable::slot_of(std::uint64_t key) const {
    std::size_t at = home(key);
    while (slots_[at].key != empty && slots_[at].key != key) at = (at + 1) & mask_;
    return at;
}

std::uint32_t PairTable::find(std::uint32_t u, std::uint32_t v) const {
    if (!matrix_.empty()) return matrix_[std::size_t{std::min(u, v)} * vertices_ + std::max(u, v)];
    return slots_[slot_of(key_of(u, v))].edge;
}

void PairTable::insert(std::uint32_t u, std::uint32_t v, std::uint32_t edge) {
    if (!matrix_.empty()) {
        matrix_[std::size_t{std::min(u, v)} * vertices_ + std::max(u, v)] = edge;
        return;
    }
    slots_[slot_of(key_of(u, v))] = {key_of(u, v), edge};
}

void PairTable::erase(std::uint32_t u, std::uint32_t v) {
    if (!matrix_.empty()) {
        matrix_[std::size_t{std::min(u, v)} * vertices_ + std::max(u, v)] = none;
        return;
    }
    std::size_t hole = slot_of(key_of(u, v));
    slots_[hole] = {empty, none};
    for (std::size_t at = (hole + 1) & mask_; slots_[at].key != empty; at = (at + 1) & mask_) {
        const std::size_t wanted = home(slots_[at].key);  // close the gap
        if (((at - wanted) & mask_) >= ((at - hole) & mask_)) {
            slots_[hole] = slots_[at];
            slots_[at] = {empty, none};
            hole = at;
        }
    }
}

SignRewiring::SignRewiring(FrustrationProblem problem, Random random)
    : problem_(std::move(problem)), random_(random), pairs_(problem_.vertices, problem_.edges.size()) {
    for (std::uint32_t i = 0; i < problem_.edges.size(); ++i) {
        const SignedEdge& edge = problem_.edges[i];
        pairs_.insert(edge.u, edge.v, i);
        (edge.negative() ? negative_ : positive_).push_back(i);
    }
}

std::uint64_t SignRewiring::run(std::uint64_t trials) {
    std::uint64_t accepted = 0;
    if (problem_.edges.size() < 2) return 0;
    for (std::uint64_t i = 0; i < trials; ++i) accepted += trial() ? 1 : 0;
    return accepted;
}

// Without a division: of 2^64 equally likely draws at most one more falls on some numbers than on others.
std::uint32_t SignRewiring::below(std::size_t bound) {
    __extension__ using Product = unsigned __int128;
    return static_cast<std::uint32_t>((Product{random_()} * bound) >> 64);
}

bool SignRewiring::opposite(std::uint32_t edge, std::uint32_t other) const {
    return edge != PairTable::none && problem_.edges[edge].negative() != problem_.edges[other].negative();
}

void SignRewiring::put(std::initializer_list<Place> places) {
    for (const Place& place : places)
        pairs_.erase(problem_.edges[place.edge].u, problem_.edges[place.edge].v);
    for (const Place& place : places) {
        problem_.edges[place.edge].u = place.u;
        problem_.edges[place.edge].v = place.v;
        pairs_.insert(place.u, place.v, place.edge);
    }
}

bool SignRewiring::trial() {
    const std::uint32_t first = below(problem_.edges.size());
    const auto& layer = problem_.edges[first].negative() ? negative_ : positive_;
    const std::uint32_t second = layer[below(layer.size())];
    const std::uint64_t coins = random_() >> 62;
    const std::uint32_t a = problem_.edges[first].u, b = problem_.edges[first].v;
    std::uint32_t c = problem_.edges[second].u, d = problem_.edges[second].v;
    if ((coins & 1U) != 0) std::swap(c, d);
    if (a == c || a == d || b == c || b == d) return false;
    const std::uint32_t ad = pairs_.find(a, d), cb = pairs_.find(c, b);
    if (ad == PairTable::none && cb == PairTable::none) {
        put({{first, a, d}, {second, c, b}});
        return true;
    }
    const bool ad_opposite = opposite(ad, first), cb_opposite = opposite(cb, first);
    if (ad_opposite && cb_opposite) {
        put({{first, a, d}, {second, c, b}, {ad, a, b}, {cb, c, d}});
        return true;
    }
    const bool backwards = (coins & 2U) != 0;
    if (cb_opposite && ad == PairTable::none)
        return rotate(backwards ? Path{d, c, b, a, second, first, cb} : Path{a, b, c, d, first, second, cb});
    if (ad_opposite && cb == PairTable::none)
        return rotate(backwards ? Path{b, a, d, c, first, second, ad} : Path{c, d, a, b, second, first, ad});
    return false;
}

bool SignRewiring::rotate(const Path& path) {
    const std::uint32_t y = below(problem_.vertices);
    if (y == path.u || y == path.x || y == path.w || y == path.z) return false;
    const std::uint32_t uy = pairs_.find(path.u, y);
    if (!opposite(uy, path.ux) || pairs_.find(path.w, y) != PairTable::none) return false;
    put({{path.ux, path.u, path.z}, {path.wz, path.w, path.x}, {path.xw, path.u, path.x}, {uy, path.w, y}});
    return true;
}

}  // namespace entente::balance
