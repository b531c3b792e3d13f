#include "analysis/balance/frustration/odd_cycles.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace entente::balance {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();
constexpr double least_violation = 1e-5;
constexpr std::size_t nearby_states = 1500, all_states = std::numeric_limits<std::size_t>::max();
constexpr std::size_t enough_cuts = 100;
constexpr std::uint64_t steps_a_state = 10, steps_an_arc = 2;
constexpr double per_step = 1e-7;  // of walks equally short the one with fewer ties: its cut is stronger

double doubt(double x) { return std::min(x, 1 - x); }

// The inequality that a closed walk of odd parity gives: ties taken as satisfied count x, those taken as
// frustrated 1 - x.
class CutBuilder {
public:
    void take(std::uint32_t edge, bool as_frustrated) { uses_.push_back({edge, as_frustrated ? -1 : 1}); }

    // Ties used twice cancel.
    Cut finish() {
        std::sort(uses_.begin(), uses_.end());
        Cut cut;
        for (std::size_t i = 0; i < uses_.size(); ++i) {
            if (i + 1 < uses_.size() && uses_[i] == uses_[i + 1]) {
                ++i;
                continue;
            }
            cut.terms.push_back(uses_[i]);
            if (uses_[i].second < 0) --cut.bound;
        }
        return cut;
    }

private:
    std::vector<std::pair<std::uint32_t, int>> uses_;
};

}  // namespace

OddCycles::OddCycles(const FrustrationProblem& problem, const EdgeLists& lists)
    : problem_(problem),
      lists_(lists),
      order_(problem.edges.size()),
      parent_(problem.vertices),
      parent_edge_(problem.vertices),
      depth_(problem.vertices),
      set_(problem.vertices),
      set_side_(problem.vertices),
      side_(problem.vertices, 0),
      distance_(2 * std::size_t{problem.vertices}, far),
      step_(2 * std::size_t{problem.vertices}),
      search_(problem, lists) {
    std::iota(order_.begin(), order_.end(), 0U);
}

std::vector<Cut> OddCycles::triangles() const {
    std::vector<Cut> cuts;
    constexpr std::uint32_t unmarked = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> mark(problem_.vertices, unmarked), uses(problem_.edges.size(), 0);
    for (std::uint32_t u = 0; u < problem_.vertices; ++u) {
        for (const auto& [v, i] : lists_.of(u)) mark[v] = i;
        for (const auto& [v, i] : lists_.of(u)) {
            if (v < u) continue;
            for (const auto& [w, j] : lists_.of(v)) {
                if (w < v || mark[w] == unmarked) continue;
                const std::uint32_t k = mark[w];
                const bool odd = (problem_.edges[i].negative() != problem_.edges[j].negative()) !=
                                 problem_.edges[k].negative();
                if (!odd || uses[i] >= 3 || uses[j] >= 3 || uses[k] >= 3) continue;
                ++uses[i], ++uses[j], ++uses[k];
                cuts.push_back({{{i, 1}, {j, 1}, {k, 1}}, 1});
            }
        }
        for (const auto& [v, i] : lists_.of(u)) mark[v] = unmarked;
    }
    return cuts;
}

std::uint32_t OddCycles::root_of(std::uint32_t v) {
    std::uint32_t root = v;
    std::uint8_t side = 0;
    while (set_[root] != root) {
        side ^= set_side_[root];
        root = set_[root];
    }
    while (set_[v] != root && v != root) {  // path compression; set_side_ is relative to the parent
        const std::uint32_t next = set_[v];
        const std::uint8_t old = set_side_[v];
        set_[v] = root;
        set_side_[v] = side;
        side ^= old;
        v = next;
    }
    return root;
}

bool OddCycles::contradictory(const std::vector<Case>& cases) {
    std::iota(set_.begin(), set_.end(), 0U);
    std::fill(set_side_.begin(), set_side_.end(), std::uint8_t{0});
    const auto side_of = [&](std::uint32_t v) {
        return static_cast<std::uint8_t>(set_[v] == v ? 0 : set_side_[v]);
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (cases[i] == Case::open) continue;
        const SignedEdge& e = problem_.edges[i];
        const auto across = static_cast<std::uint8_t>(e.negative() != (cases[i] == Case::one));
        const std::uint32_t a = root_of(e.u), b = root_of(e.v);
        const auto now = static_cast<std::uint8_t>(side_of(e.u) ^ side_of(e.v));
        if (a == b) {
            if (now != across) return true;
        } else {
            set_[a] = b;
            set_side_[a] = static_cast<std::uint8_t>(now ^ across);
        }
    }
    return false;
}

void OddCycles::grow_tree(const Values& x) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return doubt(x[a]) != doubt(x[b]) ? doubt(x[a]) < doubt(x[b]) : a < b;
    });
    std::iota(set_.begin(), set_.end(), 0U);
    std::fill(set_side_.begin(), set_side_.end(), std::uint8_t{0});
    in_tree_.assign(problem_.edges.size(), 0);
    for (const std::uint32_t i : order_) {
        const std::uint32_t a = root_of(problem_.edges[i].u), b = root_of(problem_.edges[i].v);
        if (a == b) continue;
        set_[a] = b;
        in_tree_[i] = 1;
    }
    std::vector<std::uint8_t> visited(problem_.vertices, 0);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t start = 0; start < problem_.vertices; ++start) {
        if (visited[start]) continue;
        visited[start] = 1;
        parent_[start] = start;
        depth_[start] = 0;
        side_[start] = 0;
        queue.assign(1, start);
        for (std::size_t h = 0; h < queue.size(); ++h) {
            const std::uint32_t u = queue[h];
            for (const auto& [v, i] : lists_.of(u)) {
                if (!in_tree_[i] || visited[v]) continue;
                visited[v] = 1;
                parent_[v] = u;
                parent_edge_[v] = i;
                depth_[v] = depth_[u] + 1;
                side_[v] = static_cast<std::uint8_t>(side_[u] ^
                                                     (problem_.edges[i].negative() != (x[i] > 0.5) ? 1 : 0));
                queue.push_back(v);
            }
        }
    }
}

Sides OddCycles::round(const Values& x, std::uint64_t kicks, Random& random) {
    grow_tree(x);
    Sides side = side_;
    search_.improve(side, random, kicks);
    return side;
}

void OddCycles::fundamental_cuts(const Values& x, std::size_t most, std::vector<Cut>& cuts) {
    grow_tree(x);
    std::vector<std::uint8_t> uses(problem_.edges.size(), 0);
    for (const std::uint32_t i : order_) {
        if (cuts.size() >= most) return;
        const SignedEdge& e = problem_.edges[i];
        if (in_tree_[i] || e.frustrated(side_) == (x[i] > 0.5)) continue;
        double sum = doubt(x[i]);
        CutBuilder cut;
        std::vector<std::uint32_t> edges{i};
        std::uint32_t u = e.u, v = e.v;
        while (u != v && sum < 1 - least_violation) {
            if (depth_[u] < depth_[v]) std::swap(u, v);
            edges.push_back(parent_edge_[u]);
            sum += doubt(x[parent_edge_[u]]);
            u = parent_[u];
        }
        const bool crowded =
            std::any_of(edges.begin(), edges.end(), [&](std::uint32_t k) { return uses[k] >= 2; });
        if (u != v || sum >= 1 - least_violation || crowded) continue;
        for (const std::uint32_t k : edges) {
            ++uses[k];
            cut.take(k, x[k] > 0.5);
        }
        cuts.push_back(cut.finish());
    }
}

// Dijkstra on the double cover from (source, even). A walk back to (source, odd) is two such paths, to some
// vertex by either parity: the cover is its own mirror image, so that half the length need be searched. False
// unless the walk is short enough to be violated.
bool OddCycles::shortest_walk(const Values& x, std::uint32_t source, std::size_t most_states) {
    for (const std::uint32_t state : reached_) distance_[state] = far;
    reached_.assign(1, 2 * source);
    distance_[2 * source] = 0;
    heap_.assign(1, {0.0, 2 * source});
    double best = 1 - least_violation;
    bool found = false;
    while (!heap_.empty()) {
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
        const auto [length, state] = heap_.back();
        heap_.pop_back();
        if (2 * length >= best || reached_.size() > most_states) break;
        if (length > distance_[state]) continue;
        const std::uint32_t parity = state & 1U;
        arcs_ += lists_.of(state >> 1).size();
        for (const auto& [other, edge] : lists_.of(state >> 1)) {
            const std::uint32_t negative = problem_.edges[edge].negative() ? 1 : 0;
            for (const std::uint32_t flipped : {0U, 1U}) {
                const double next = length + per_step + (flipped ? 1 - x[edge] : x[edge]);
                const std::uint32_t to = 2 * other + (parity ^ negative ^ flipped);
                if (next >= best) continue;
                if (next + distance_[to ^ 1U] < best) {
                    best = next + distance_[to ^ 1U];
                    meeting_ = other;
                    found = true;
                }
                if (next >= distance_[to]) continue;
                if (distance_[to] == far) reached_.push_back(to);
                distance_[to] = next;
                step_[to] = {state, edge};
                heap_.push_back({next, to});
                std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
            }
        }
    }
    return found;
}

bool OddCycles::add_walk(const Values& x, std::uint32_t source, std::vector<Cut>& cuts) {
    CutBuilder builder;
    for (const std::uint32_t end : {2 * meeting_, 2 * meeting_ + 1}) {
        for (std::uint32_t state = end; state != 2 * source; state = step_[state].state) {
            const auto [from, edge] = step_[state];
            const bool turned = ((state ^ from) & 1U) != 0;
            builder.take(edge, turned != problem_.edges[edge].negative());
        }
    }
    Cut cut = builder.finish();
    double activity = 0;
    for (const auto& [edge, coefficient] : cut.terms) activity += coefficient * x[edge];
    if (activity >= cut.bound - least_violation / 2) return false;
    cuts.push_back(std::move(cut));
    return true;
}

// Vertices one of which every odd closed walk passes: ends of the ties that a walk can turn the parity with,
// seen from the division that agrees with the tree.
std::vector<std::uint32_t> OddCycles::sources(const Values& x) const {
    std::vector<std::uint8_t> taken(problem_.vertices, 0);
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < problem_.edges.size(); ++i) {
        const SignedEdge& e = problem_.edges[i];
        const bool turns = e.frustrated(side_) ? x[i] < 1 - least_violation : x[i] > 0.5;
        if (!turns || taken[e.u] || taken[e.v]) continue;
        const std::uint32_t source = lists_.of(e.u).size() >= lists_.of(e.v).size() ? e.u : e.v;
        taken[source] = 1;
        result.push_back(source);
    }
    return result;
}

std::vector<Cut> OddCycles::separate(const Values& x, std::size_t most, Budget& budget) {
    std::vector<Cut> cuts;
    fundamental_cuts(x, most / 2, cuts);
    budget.spend(20 * problem_.edges.size());
    std::vector<std::uint32_t> starts = sources(x);
    Random random(cuts.size() + 7);
    random.shuffle(std::span(starts));
    // Ties grow longer by each walk that takes them, so that the next walks go elsewhere: few, different cuts
    // move the bound most.
    constexpr double growth = 0.34;
    Values length = x;
    // Near by first: a search that finds nothing sees all of a large network. Only what near searches leave
    // is worth that.
    for (const std::size_t most_states : {nearby_states, all_states}) {
        for (const std::uint32_t source : starts) {
            if (budget.spent()) return cuts;
            const auto walk_found = [&] {
                const bool found = shortest_walk(length, source, most_states);
                budget.spend(steps_a_state * reached_.size() + steps_an_arc * std::exchange(arcs_, 0));
                return found;
            };
            while (cuts.size() < most && walk_found() && add_walk(x, source, cuts)) {
                for (const auto& [edge, coefficient] : cuts.back().terms)
                    length[edge] = std::clamp(length[edge] + coefficient * growth, 0.0, 1.0);
            }
        }
        if (cuts.size() >= enough_cuts) break;
    }
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.terms < b.terms; });
    cuts.erase(
        std::unique(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.terms == b.terms; }),
        cuts.end());
    return cuts;
}

}  // namespace entente::balance
