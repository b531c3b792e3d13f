#include "analysis/linear/resistance/resistances.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "analysis/linear/resistance/star_mesh.hpp"
#include "base/disjoint_sets.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;
using Vectors = std::vector<Lanes>;

// A spanning tree of the strongest ties, from its leaves to its root.
struct Tree {
    std::vector<Vertex> order;        // without the root
    std::vector<Vertex> parent;       // by vertex
    std::vector<double> conductance;  // by vertex, of the tie to its parent
};

Tree strongest_tree(const Adjacency& ties) {
    const auto n = static_cast<Vertex>(ties.offsets.size() - 1);
    std::vector<std::pair<Vertex, std::size_t>> arcs;
    for (Vertex v = 0; v < n; ++v) {
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            if (v < ties.targets[arc]) arcs.emplace_back(v, arc);
        }
    }
    std::stable_sort(arcs.begin(), arcs.end(), [&](const auto& a, const auto& b) {
        return ties.strength(a.second) > ties.strength(b.second);
    });
    balance::DisjointSets joined(n);
    std::vector<std::vector<std::pair<Vertex, double>>> branches(n);
    for (const auto& [v, arc] : arcs) {
        const Vertex w = ties.targets[arc];
        if (joined.of(v) == joined.of(w)) continue;
        joined.unite(v, w);
        branches[v].emplace_back(w, ties.strength(arc));
        branches[w].emplace_back(v, ties.strength(arc));
    }
    Tree tree{{0}, std::vector<Vertex>(n, 0), std::vector<double>(n, 0)};
    for (std::size_t head = 0; head < tree.order.size(); ++head) {
        const Vertex v = tree.order[head];
        for (const auto& [w, strength] : branches[v]) {
            if (w == tree.parent[v] || w == 0) continue;
            tree.parent[w] = v;
            tree.conductance[w] = strength;
            tree.order.push_back(w);
        }
    }
    tree.order.erase(tree.order.begin());
    std::reverse(tree.order.begin(), tree.order.end());
    return tree;
}

struct Circuit {
    const Adjacency& ties;
    StarMesh mesh;
    std::vector<double> diagonal;  // of the core
    Tree tree;
};

// result = Laplacian x, a difference at a time, so that a constant gives 0.
void times_laplacian(const Adjacency& ties, const Vectors& x, Vectors& result) {
    for (Vertex v = 0; v < x.size(); ++v) {
        Lanes sum{};
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) {
            const double strength = ties.strength(arc);
            const Lanes& other = x[ties.targets[arc]];
            for (std::size_t k = 0; k < lanes; ++k) sum[k] += strength * (x[v][k] - other[k]);
        }
        result[v] = sum;
    }
}

// Eight actors' potentials when a unit of current enters at each and leaves everywhere alike.
class EightPotentials {
public:
    void start(const Circuit& circuit, Vertex first) {
        circuit_ = &circuit;
        const std::size_t n = circuit.tree.parent.size(), core = circuit.mesh.core.size();
        Lanes everywhere{};
        for (std::size_t k = 0; k < lanes && first + k < n; ++k) everywhere[k] = -1 / static_cast<double>(n);
        source_.assign(n, everywhere);
        for (std::size_t k = 0; k < lanes && first + k < n; ++k) source_[first + k][k] += 1;
        potential_.assign(n, Lanes{});
        rest_.assign(core, Lanes{});
        inflow_ = source_;
        const StarMesh& mesh = circuit.mesh;
        for (std::size_t i = 0; i < mesh.order.size(); ++i) {
            const Lanes& from = inflow_[mesh.order[i]];
            for (std::size_t e = mesh.offsets[i]; e < mesh.offsets[i + 1]; ++e) {
                for (std::size_t k = 0; k < lanes; ++k) inflow_[mesh.ends[e]][k] += mesh.shares[e] * from[k];
            }
        }
        left_.resize(core);
        direction_.resize(core);
        image_.resize(core);
        for (std::size_t i = 0; i < core; ++i) left_[i] = inflow_[mesh.core[i]];
        center(left_);
        length_ = put_direction({});
        first_length_ = length_;
    }

    // At most so many steps towards what is left being `share` of what it was; returns how many.
    std::size_t descend(double share, std::size_t most) {
        std::size_t step = 0;
        const auto far = [&] {
            for (std::size_t k = 0; k < lanes; ++k)
                if (length_[k] > share * first_length_[k]) return true;
            return false;
        };
        for (; step < most && rest_.size() > 1 && far(); ++step) {
            times_laplacian(circuit_->mesh.rest, direction_, image_);
            Lanes curvature{}, along{}, turn{};
            for (std::size_t i = 0; i < image_.size(); ++i) {
                for (std::size_t k = 0; k < lanes; ++k) curvature[k] += direction_[i][k] * image_[i][k];
            }
            for (std::size_t k = 0; k < lanes; ++k)
                along[k] = curvature[k] > 0 ? length_[k] / curvature[k] : 0;
            for (std::size_t i = 0; i < image_.size(); ++i) {
                for (std::size_t k = 0; k < lanes; ++k) {
                    rest_[i][k] += along[k] * direction_[i][k];
                    left_[i][k] -= along[k] * image_[i][k];
                }
            }
            for (std::size_t k = 0; k < lanes; ++k) turn[k] = length_[k];
            length_ = put_direction(turn);
        }
        return step;
    }

    // Of Σ_w R(v, w)/n − what is the same for all v: the energy of the current from v to everywhere.
    std::array<Bounds, lanes> energies() {
        put_potentials();
        center(potential_);
        const std::size_t n = potential_.size();
        Vectors& over = image_;
        over.resize(n);
        times_laplacian(circuit_->ties, potential_, over);
        Lanes proven{}, gap{};
        for (std::size_t v = 0; v < n; ++v) {
            for (std::size_t k = 0; k < lanes; ++k) {
                over[v][k] = source_[v][k] - over[v][k];
                proven[k] += potential_[v][k] * (source_[v][k] + over[v][k]);
            }
        }
        const Tree& tree = circuit_->tree;
        for (const Vertex v : tree.order) {
            for (std::size_t k = 0; k < lanes; ++k) {
                gap[k] += over[v][k] * over[v][k] / tree.conductance[v];
                over[tree.parent[v]][k] += over[v][k];
            }
        }
        image_.resize(rest_.size());
        std::array<Bounds, lanes> bounds;
        for (std::size_t k = 0; k < lanes; ++k) bounds[k] = {proven[k], proven[k] + gap[k]};
        return bounds;
    }

private:
    // direction ← left / diagonal + now/before · direction; returns the lengths now.
    Lanes put_direction(const Lanes& before) {
        Lanes now{}, turn{};
        for (std::size_t i = 0; i < left_.size(); ++i) {
            for (std::size_t k = 0; k < lanes; ++k) now[k] += left_[i][k] * left_[i][k] / diagonal(i);
        }
        for (std::size_t k = 0; k < lanes; ++k) turn[k] = before[k] > 0 ? now[k] / before[k] : 0;
        for (std::size_t i = 0; i < left_.size(); ++i) {
            for (std::size_t k = 0; k < lanes; ++k) {
                const double kept = turn[k] == 0 ? 0 : turn[k] * direction_[i][k];
                direction_[i][k] = left_[i][k] / diagonal(i) + kept;
            }
        }
        return now;
    }

    // What is the same everywhere no current takes away, and potentials need not have.
    static void center(Vectors& x) {
        Lanes sum{};
        for (const Lanes& entry : x) {
            for (std::size_t k = 0; k < lanes; ++k) sum[k] += entry[k];
        }
        for (Lanes& entry : x) {
            for (std::size_t k = 0; k < lanes; ++k) entry[k] -= sum[k] / static_cast<double>(x.size());
        }
    }

    double diagonal(std::size_t i) const { return circuit_->diagonal[i]; }

    // From the core back to those taken out.
    void put_potentials() {
        const StarMesh& mesh = circuit_->mesh;
        for (std::size_t i = 0; i < rest_.size(); ++i) potential_[mesh.core[i]] = rest_[i];
        for (std::size_t i = mesh.order.size(); i-- > 0;) {
            const Vertex v = mesh.order[i];
            Lanes sum;
            for (std::size_t k = 0; k < lanes; ++k) sum[k] = inflow_[v][k] / mesh.conductance[i];
            for (std::size_t e = mesh.offsets[i]; e < mesh.offsets[i + 1]; ++e) {
                const Lanes& other = potential_[mesh.ends[e]];
                for (std::size_t k = 0; k < lanes; ++k) sum[k] += mesh.shares[e] * other[k];
            }
            potential_[v] = sum;
        }
    }

    const Circuit* circuit_ = nullptr;
    Vectors source_, inflow_, potential_;      // of all
    Vectors rest_, left_, direction_, image_;  // of the core
    Lanes length_{}, first_length_{};
};

std::vector<double> diagonal_of(const Adjacency& ties) {
    std::vector<double> sums(ties.offsets.size() - 1, 0);
    for (Vertex v = 0; v < sums.size(); ++v) {
        for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc) sums[v] += ties.strength(arc);
    }
    return sums;
}

std::array<Bounds, lanes> settled_energies(const Circuit& circuit, Vertex first, EightPotentials& eight) {
    constexpr double within = 1e-9, first_share = 1e-11, nearer = 1e-4, nearest = 1e-28;
    constexpr std::size_t most_steps = 1000;
    eight.start(circuit, first);
    std::array<Bounds, lanes> bounds;
    std::size_t steps = 0;
    for (double share = first_share; share > nearest; share *= nearer) {
        steps += eight.descend(share, most_steps - steps);
        bounds = eight.energies();
        const bool near = std::ranges::all_of(
            bounds, [](const Bounds& b) { return b.upper - b.lower <= within * b.lower; });
        if (near || steps >= most_steps) break;
    }
    return bounds;
}

}  // namespace

std::vector<Bounds> sums_of_resistances(const Adjacency& ties, const Control& control) {
    constexpr double of_use = 1e-6;
    const std::size_t n = ties.offsets.size() - 1;
    Circuit circuit{ties, star_mesh(ties), {}, strongest_tree(ties)};
    circuit.diagonal = diagonal_of(circuit.mesh.rest);
    std::vector<Bounds> sums(n);
    std::vector<EightPotentials> workers(std::max(1U, control.threads));
    std::atomic<bool> apart =
        false;  // some bounds are: then no sum is known, and the rest need not be sought
    parallel_blocks((n + lanes - 1) / lanes, control, [&](std::size_t block, unsigned worker) {
        if (apart) return;
        const auto first = static_cast<Vertex>(block * lanes);
        const std::array<Bounds, lanes> found = settled_energies(circuit, first, workers[worker]);
        for (std::size_t k = 0; k < lanes && first + k < n; ++k) {
            sums[first + k] = found[k];
            if (!(found[k].upper - found[k].lower <= of_use * found[k].lower)) apart = true;
        }
    });
    if (apart) return std::vector<Bounds>(n);
    // Σ_w R(v, w) = n · energy of v + Σ of all energies (Klein & Randić 1993).
    Bounds all{0, 0};
    for (const Bounds& energy : sums) all.lower += energy.lower, all.upper += energy.upper;
    for (Bounds& sum : sums) {
        sum.lower = static_cast<double>(n) * sum.lower + all.lower;
        sum.upper = static_cast<double>(n) * sum.upper + all.upper;
    }
    return sums;
}

}  // namespace entente
