// Subgraph centrality (Estrada & Rodríguez-Velázquez 2005): closed walks from the actor, those of length k
// weighing 1/k!, which is the actor's diagonal entry of e^A. Without weights and directions.
//
// With e^A = e^(A/2) e^(A/2) the entry is |e^(A/2) e_v|², and the vector a sum of powers of A/2 over k!, all
// of it non-negative: no digit is lost to cancellation, as it would be in eigenvectors. Eight actors are
// served by each pass over the ties. Of many actors the entries come from Gauss quadrature, within bounds.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/undirected_view.hpp"
#include "analysis/linear/quadrature/exponential_diagonal.hpp"
#include "base/parallel.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente::kernels {

namespace {

constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;

// The diagonal entries of e^A for vertices first … first + 7. `radius` is A's largest eigenvalue.
class ClosedWalks {
public:
    explicit ClosedWalks(const Adjacency& ties, double radius)
        : ties_(ties), radius_(radius), sum_(size()), term_(size()), next_(size()) {}

    Lanes from(std::size_t first) {
        std::fill(sum_.begin(), sum_.end(), Lanes{});
        std::fill(term_.begin(), term_.end(), Lanes{});
        for (std::size_t k = 0; k < lanes && first + k < size(); ++k)
            sum_[first + k][k] = term_[first + k][k] = 1;
        for (double power = 1;; ++power) {
            double most = add_next_term(1 / (2 * power));
            // From here on each term is at most half of the one before.
            if (power >= radius_ && most < 1e-18) break;
        }
        Lanes squares{};
        for (const Lanes& entry : sum_) {
            for (std::size_t k = 0; k < lanes; ++k) squares[k] += entry[k] * entry[k];
        }
        return squares;
    }

private:
    std::size_t size() const { return ties_.offsets.size() - 1; }

    // Adds A term · scale, and returns how large it is at most against what it is added to, over the lanes.
    double add_next_term(double scale) {
        Lanes added{}, total{};
        for (Vertex v = 0; v < size(); ++v) {
            Lanes entry{};
            for (const Vertex w : ties_.neighbors(v)) {
                for (std::size_t k = 0; k < lanes; ++k) entry[k] += term_[w][k];
            }
            for (std::size_t k = 0; k < lanes; ++k) {
                entry[k] *= scale;
                sum_[v][k] += entry[k];
                added[k] += entry[k];
                total[k] += sum_[v][k];
            }
            next_[v] = entry;
        }
        std::swap(term_, next_);
        double most = 0;
        for (std::size_t k = 0; k < lanes; ++k) most = std::max(most, total[k] > 0 ? added[k] / total[k] : 0);
        return most;
    }

    const Adjacency& ties_;
    double radius_;
    std::vector<Lanes> sum_, term_, next_;
};

void put_series(const Adjacency& ties, double radius, const Control& control, std::vector<double>& values) {
    const std::size_t n = values.size();
    std::vector<std::optional<ClosedWalks>> workers(std::max(1U, control.threads));
    parallel_blocks((n + lanes - 1) / lanes, control, [&](std::size_t block, unsigned worker) {
        if (!workers[worker]) workers[worker].emplace(ties, radius);
        const Lanes found = workers[worker]->from(block * lanes);
        for (std::size_t k = 0; k < lanes && block * lanes + k < n; ++k) values[block * lanes + k] = found[k];
    });
}

// Returns what there is to say of the values.
std::string put_quadrature(const Adjacency& ties, const Control& control, std::vector<double>& values) {
    constexpr double most_off = 1e-9;  // of the value; beyond, it is not given
    const Adjacency unweighted{.offsets = ties.offsets, .targets = ties.targets, .strengths = {}, .ties = {}};
    const std::vector<Bounds> bounds = exponential_diagonal(unweighted, {}, control);
    double off = 0;
    std::size_t in_vain = 0;
    for (std::size_t v = 0; v < values.size(); ++v) {
        const double mine = bounds[v].half_gap() / bounds[v].lower;
        if (mine <= most_off) {
            values[v] = bounds[v].middle();
            off = std::max(off, mine);
        } else {
            ++in_vain;
        }
    }
    std::string remark = "approximate: " + within_share(off) + " by the bounds of Gauss and Radau quadrature";
    if (in_vain > 0)
        remark += fmt::format("; left empty for {}: 300 steps did not bring the bounds within {:.0e}",
                              counted(in_vain, "actor"), most_off);
    return remark;
}

}  // namespace

std::vector<Scores> subgraph(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    constexpr double most_representable = 700;  // e^709 is the end of the doubles
    const UndirectedView view(input.graph);
    Scores scores{"subgraph", std::vector<double>(view.vertex_count(), undefined), {}};
    const double radius = bound_of_radius(view.ties());
    if (radius > most_representable)
        scores.remark = "empty: so many closed walks that their number is beyond the range of numbers";
    else if (view.vertex_count() <= limits.all_walks) put_series(view.ties(), radius, control, scores.values);
    else scores.remark = put_quadrature(view.ties(), control, scores.values);
    return {scores};
}

}  // namespace entente::kernels
