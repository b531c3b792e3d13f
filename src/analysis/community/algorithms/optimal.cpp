#include "analysis/community/algorithms/optimal.hpp"

#include <fmt/format.h>

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>

#include "analysis/community/algorithms/leiden.hpp"
#include "base/error.hpp"
#include "graph/components.hpp"
#include "model/limits.hpp"

namespace entente::community {

namespace {

constexpr double whole = 1e-6;     // a variable this near to 0 or 1 is whole
constexpr double violated = 1e-5;  // a triangle inequality broken by less is left

constexpr int most_programs = 10000;

// Pairs i < j of n things in a row.
struct Pairs {
    int n;
    int count() const { return n * (n - 1) / 2; }
    int of(int i, int j) const { return i < j ? i * (2 * n - i - 1) / 2 + j - i - 1 : of(j, i); }
};

// The program of one component: maximize Σ gain(i,j)·x(i,j) over divisions.
class CliquePartitioning {
public:
    CliquePartitioning(Pairs pairs, std::vector<double> gain, const Control& control)
        : pairs_(pairs), gain_(std::move(gain)), control_(control) {
        model_.setLogLevel(0);
        model_.resize(0, pairs_.count());
        for (int p = 0; p < pairs_.count(); ++p) {
            model_.setColumnBounds(p, 0, 1);
            model_.setObjectiveCoefficient(p, -gain_[static_cast<std::size_t>(p)]);  // Clp minimizes
        }
        // Clp does not look at a program without rows: the inequalities that the best pairs alone would break
        // are there from the start.
        std::vector<double> greedy;
        for (const double g : gain_) greedy.push_back(g > 0 ? 1 : 0);
        add_rows({{0, 1, 2, 0}});
        add_violated(greedy.data(), Triangles::that_can_bind);
    }

    // The best division, no worse than `incumbent` of that value.
    Membership solve(Membership incumbent, double value) {
        best_ = std::move(incumbent);
        best_value_ = value;
        branch();
        return best_;
    }

private:
    enum class Triangles { that_can_bind, all };

    struct Cut {
        int i, j, k;  // x(i,j) + x(j,k) − x(i,k) ≤ 1
        double violation;
    };

    double upper_bound() const { return -model_.objectiveValue(); }
    double tolerance() const { return 1e-9 * std::max(1.0, std::abs(best_value_)); }

    // Bounds this node of the search from above, and takes or splits it.
    void branch() {
        if (!relaxed()) return;
        const double* x = model_.primalColumnSolution();
        int split = -1;
        double nearest_to_half = 0.5 - whole;
        for (int p = 0; p < pairs_.count(); ++p) {
            if (std::abs(x[p] - 0.5) < nearest_to_half) {
                nearest_to_half = std::abs(x[p] - 0.5);
                split = p;
            }
        }
        if (split < 0) {
            best_value_ = upper_bound();
            best_ = division_of(x);
            return;
        }
        for (const double fixed : {1.0, 0.0}) {
            model_.setColumnBounds(split, fixed, fixed);
            branch();
            model_.setColumnBounds(split, 0, 1);
        }
    }

    // Solves the linear program with all triangle inequalities that matter; false when nothing better than
    // the best can be below it.
    bool relaxed() {
        for (;;) {
            solve_linear_program();
            if (++programs_ > most_programs) give_up();
            if (model_.status() != 0 || upper_bound() <= best_value_ + tolerance()) return false;
            if (add_violated(model_.primalColumnSolution(), Triangles::that_can_bind)) continue;
            // Whole numbers that are no division all the same need the other inequalities too.
            if (!all_whole() || !add_violated(model_.primalColumnSolution(), Triangles::all)) return true;
        }
    }

    [[noreturn]] void give_up() const {
        throw Error(Fault::usage, fmt::format("optimal has not proven its result after {} linear programs: "
                                              "networks without clear communities are too hard for it; "
                                              "use leiden, which nearly always finds the same",
                                              most_programs));
    }

    void solve_linear_program() {
        constexpr int slice = 200;  // iterations between two looks at Ctrl-C
        for (;;) {
            control_.checkpoint();
            model_.setMaximumIterations(model_.numberIterations() + slice);
            model_.dual();
            if (model_.status() != 3) return;
        }
    }

    bool all_whole() const {
        const double* x = model_.primalColumnSolution();
        return std::all_of(x, x + pairs_.count(), [](double value) {
            return std::min(std::abs(value), std::abs(1 - value)) <= whole;
        });
    }

    bool add_violated(const double* x, Triangles which) {
        std::vector<Cut> cuts;
        for (int j = 0; j < pairs_.n; ++j) {
            for (int i = 0; i < pairs_.n; ++i) {
                if (i == j || x[pairs_.of(i, j)] < violated) continue;
                for (int k = i + 1; k < pairs_.n; ++k) {
                    if (k == j) continue;
                    const int ij = pairs_.of(i, j), jk = pairs_.of(j, k);
                    const double violation = x[ij] + x[jk] - x[pairs_.of(i, k)] - 1;
                    const bool can_bind =
                        gain_[static_cast<std::size_t>(ij)] > 0 || gain_[static_cast<std::size_t>(jk)] > 0;
                    if (violation > violated && (can_bind || which == Triangles::all))
                        cuts.push_back({i, j, k, violation});
                }
            }
        }
        if (cuts.empty()) return false;
        std::stable_sort(cuts.begin(), cuts.end(),
                         [](const Cut& a, const Cut& b) { return a.violation > b.violation; });
        const std::size_t most = static_cast<std::size_t>(std::max(200, 20 * pairs_.n));
        if (cuts.size() > most) cuts.resize(most);
        add_rows(cuts);
        return true;
    }

    void add_rows(const std::vector<Cut>& cuts) {
        const std::vector<double> lower(cuts.size(), -COIN_DBL_MAX), upper(cuts.size(), 1);
        std::vector<CoinBigIndex> starts{0};
        std::vector<int> columns;
        std::vector<double> values;
        for (const Cut& cut : cuts) {
            columns.insert(columns.end(),
                           {pairs_.of(cut.i, cut.j), pairs_.of(cut.j, cut.k), pairs_.of(cut.i, cut.k)});
            values.insert(values.end(), {1, 1, -1});
            starts.push_back(static_cast<CoinBigIndex>(columns.size()));
        }
        model_.addRows(static_cast<int>(cuts.size()), lower.data(), upper.data(), starts.data(),
                       columns.data(), values.data());
    }

    // Of a solution in whole numbers that satisfies all triangle inequalities.
    Membership division_of(const double* x) const {
        Membership of(static_cast<std::size_t>(pairs_.n));
        for (std::uint32_t v = 0; v < of.size(); ++v) of[v] = v;
        for (int i = 0; i < pairs_.n; ++i) {
            for (int j = i + 1; j < pairs_.n; ++j) {
                if (x[pairs_.of(i, j)] > 0.5)
                    of[static_cast<std::size_t>(j)] = of[static_cast<std::size_t>(i)];
            }
        }
        return of;
    }

    Pairs pairs_;
    std::vector<double> gain_;
    const Control& control_;
    ClpSimplex model_;
    Membership best_;
    double best_value_ = 0;
    int programs_ = 0;
};

// What modularity (times m) gains by each pair of the vertices sharing a community.
std::vector<double> pair_gains(const ModularityGraph& graph, std::span<const Vertex> vertices, Pairs pairs) {
    std::vector<double> gain(static_cast<std::size_t>(pairs.count()));
    std::vector<int> place(graph.vertex_count(), -1);
    for (std::size_t i = 0; i < vertices.size(); ++i) place[vertices[i]] = static_cast<int>(i);
    for (int i = 0; i < pairs.n; ++i) {
        const Vertex v = vertices[static_cast<std::size_t>(i)];
        for (int j = i + 1; j < pairs.n; ++j) {
            gain[static_cast<std::size_t>(pairs.of(i, j))] =
                -graph.friendly_factor() * graph.friendly[v] *
                graph.friendly[vertices[static_cast<std::size_t>(j)]];
        }
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const int j = place[graph.targets[arc]];
            if (j > i) gain[static_cast<std::size_t>(pairs.of(i, j))] += graph.net[arc];
        }
    }
    return gain;
}

Membership best_of_leiden(const Task& task) {
    constexpr std::uint64_t runs = 50;
    Membership best;
    double quality = -2;
    for (std::uint64_t run = 0; run < runs; ++run) {
        Random random(task.seed, run);
        Membership membership = leiden(task.modularity, random, task.control);
        const double q = modularity(task.modularity, membership);
        if (q > quality) {
            quality = q;
            best = std::move(membership);
        }
    }
    return best;
}

// Clp ends the program at coefficients of 1e25: where the largest is out of the ordinary, all are scaled by a
// power of two, which changes no digit and not which division is best.
std::vector<double> within_range(std::vector<double> gain) {
    double largest = 0;
    for (const double g : gain) largest = std::max(largest, std::fabs(g));
    if (!std::isfinite(largest))
        throw Error(Fault::usage, "optimal cannot add up strengths this large; use leiden");
    if (largest == 0 || (largest > 1e-6 && largest < 1e12)) return gain;
    const int exponent = std::ilogb(largest);
    for (double& g : gain) g = std::ldexp(g, -exponent);
    return gain;
}

}  // namespace

RunResult run_optimal(const Task& task, std::uint64_t) {
    const Components components = weak_components(task.undirected);
    const auto largest = *std::max_element(components.sizes.begin(), components.sizes.end());
    if (largest > limits.optimal_communities) {
        throw Error(Fault::usage, fmt::format("optimal proves its result for up to {} connected actors, and "
                                              "here are {}; use leiden, which nearly always finds the same",
                                              limits.optimal_communities, largest));
    }
    const Membership start = best_of_leiden(task);
    std::vector<std::vector<Vertex>> members(components.count());
    for (Vertex v = 0; v < components.of.size(); ++v) members[components.of[v]].push_back(v);
    Membership result(start.size());
    std::uint32_t used = 0;
    for (const std::vector<Vertex>& vertices : members) {
        const Pairs pairs{static_cast<int>(vertices.size())};
        const std::vector<double> gain = within_range(pair_gains(task.modularity, vertices, pairs));
        Membership part;
        for (const Vertex v : vertices) part.push_back(start[v]);
        double value = 0;
        for (int i = 0; i < pairs.n; ++i) {
            for (int j = i + 1; j < pairs.n; ++j) {
                if (part[static_cast<std::size_t>(i)] == part[static_cast<std::size_t>(j)])
                    value += gain[static_cast<std::size_t>(pairs.of(i, j))];
            }
        }
        part = in_order_of_appearance(part);
        if (pairs.n > 2)
            part = in_order_of_appearance(
                CliquePartitioning(pairs, gain, task.control).solve(std::move(part), value));
        for (std::size_t i = 0; i < vertices.size(); ++i) result[vertices[i]] = used + part[i];
        used += community_count(part);
    }
    const double quality = modularity(task.modularity, result);
    return {std::move(result), quality};
}

}  // namespace entente::community
