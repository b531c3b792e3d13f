#include "analysis/balance/frustration/semidefinite/semidefinite_bound.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "analysis/balance/frustration/semidefinite/certificate.hpp"
#include "analysis/balance/frustration/semidefinite/symmetric_eigen.hpp"

namespace entente::balance {

namespace {

using Vector = std::vector<double>;

constexpr double first_smoothing = 0.1, last_smoothing = 2e-4, smoothing_factor = 0.4;
constexpr unsigned iterations_a_round = 30, rounds_a_smoothing = 2, last_rounds = 12, memory = 8;
constexpr double least_violation = 0.02, least_price = 1e-4;

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

class Minimizer {
public:
    Minimizer(const DenseProblem& problem, double unit, DualPoint start, Cost wanted, Budget& budget)
        : problem_(problem),
          n_(problem.vertices),
          unit_(unit),
          wanted_(wanted),
          budget_(budget),
          certificate_(problem, unit),
          cuts_(std::move(start.cuts)),
          point_(std::move(start.diagonal)) {
        const bool fresh = point_.size() != n_;
        if (fresh) begin();
        point_.insert(point_.end(), start.prices.begin(), start.prices.end());
        double sum = 0;
        for (const Cost w : problem.weights) sum += static_cast<double>(w < 0 ? -w : w);
        total_ = sum / 2 / unit;
        smoothing_ = fresh ? first_smoothing : 5 * last_smoothing;
    }

    SemidefiniteBound run() {
        double before = -1;
        unsigned rounds = 0;
        while (!budget_.spent()) {
            minimize();
            const bool last = smoothing_ <= last_smoothing;
            const double now = (total_ - upper()) / 2;
            if (now * unit_ > static_cast<double>(wanted_) - 0.999 * unit_ || last) prove();
            if (result_.lower >= wanted_) break;
            const std::size_t fresh = change_cuts();
            ++rounds;
            if (!last && rounds >= rounds_a_smoothing) {
                smoothing_ = std::max(last_smoothing, smoothing_ * smoothing_factor);
                rounds = 0;
            } else if (last) {
                // It goes on while what is missing can be reached at the pace of the last round.
                const double missing = static_cast<double>(wanted_) / unit_ - now, gain = now - before;
                if (rounds >= last_rounds || gain * (last_rounds - rounds) < 0.7 * missing ||
                    (fresh == 0 && gain < 1e-3))
                    break;
            }
            before = now;
        }
        if (result_.lower == 0) prove();
        result_.products = products_;
        return std::move(result_);
    }

private:
    // The rows' sums of sizes: always feasible.
    void begin() {
        point_.assign(n_, 0.0);
        for (std::size_t i = 0; i < n_; ++i) {
            double squares = 0;
            for (std::size_t j = 0; j < n_; ++j) {
                const double w = static_cast<double>(problem_.weight(i, j)) / unit_;
                squares += w * w;
            }
            point_[i] = 2 * std::sqrt(squares);
        }
    }

    // The smooth bound at the point and its gradient; leaves the products and the largest eigenvalue.
    double value(const Vector& point, Vector& gradient) {
        budget_.spend(n_ * n_ * n_);
        Vector matrix(n_ * n_);
        for (std::size_t i = 0; i < matrix.size(); ++i)
            matrix[i] = static_cast<double>(problem_.weights[i]) / unit_;
        double linear = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            matrix[i * n_ + i] = -point[i];
            linear += point[i] / 2;
        }
        for (std::size_t c = 0; c < cuts_.size(); ++c) {
            const double price = point[n_ + c];
            linear += price;
            for (std::size_t e = 0; e < 3; ++e) {
                const auto [u, v] = ends(cuts_[c], e);
                matrix[u * n_ + v] += cuts_[c].sign[e] * price;
                matrix[v * n_ + u] += cuts_[c].sign[e] * price;
            }
        }
        const SymmetricEigen eigen = symmetric_eigen(std::move(matrix), n_);
        largest_ = eigen.values.back();
        products_.assign(n_ * n_, 0.0);
        double squares = 0;
        for (std::size_t k = n_; k-- > 0 && eigen.values[k] > 0;) {
            squares += eigen.values[k] * eigen.values[k];
            const double* v = eigen.vectors.data() + k * n_;
            for (std::size_t i = 0; i < n_; ++i) {
                const double scaled = v[i] * eigen.values[k] / smoothing_;
                double* to = products_.data() + i * n_;
                for (std::size_t j = 0; j <= i; ++j) to[j] += scaled * v[j];
            }
        }
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j < i; ++j) products_[j * n_ + i] = products_[i * n_ + j];
        }
        gradient.assign(point.size(), 0.0);
        for (std::size_t i = 0; i < n_; ++i) gradient[i] = (1 - products_[i * n_ + i]) / 2;
        for (std::size_t c = 0; c < cuts_.size(); ++c) gradient[n_ + c] = 1 + activity(cuts_[c]);
        const auto n = static_cast<double>(n_);
        return linear + squares / (4 * smoothing_) + smoothing_ * n * n / 4;
    }

    static std::pair<std::size_t, std::size_t> ends(const TriangleCut& cut, std::size_t edge) {
        return edge == 0   ? std::pair<std::size_t, std::size_t>(cut.vertex[0], cut.vertex[1])
               : edge == 1 ? std::pair<std::size_t, std::size_t>(cut.vertex[0], cut.vertex[2])
                           : std::pair<std::size_t, std::size_t>(cut.vertex[1], cut.vertex[2]);
    }

    double activity(const TriangleCut& cut) const {
        double sum = 0;
        for (std::size_t e = 0; e < 3; ++e) {
            const auto [u, v] = ends(cut, e);
            sum += cut.sign[e] * products_[u * n_ + v];
        }
        return sum;
    }

    // Limited-memory quasi-Newton steps, prices kept at 0 or above (projected).
    void minimize() {
        Vector gradient, next_gradient, next;
        double now = value(point_, gradient);
        std::deque<std::pair<Vector, Vector>> pairs;
        for (unsigned i = 0; i < iterations_a_round && !budget_.spent(); ++i) {
            Vector way = direction(gradient, pairs);
            double slope = dot(way, gradient);
            if (!(slope < -1e-12 * (1 + std::abs(now)))) {
                if (pairs.empty()) break;
                pairs.clear();
                continue;
            }
            double step = pairs.empty() ? 1 / (1 + std::sqrt(dot(gradient, gradient))) : 1, found = now;
            bool better = false;
            for (unsigned tries = 0; tries < 12; ++tries, step /= 3) {
                next = point_;
                double expected = 0;
                for (std::size_t k = 0; k < next.size(); ++k) {
                    next[k] += step * way[k];
                    if (k >= n_ && next[k] < 0) next[k] = 0;
                    expected += gradient[k] * (next[k] - point_[k]);
                }
                found = value(next, next_gradient);
                if (found <= now + 1e-4 * expected && expected < 0) {
                    better = true;
                    break;
                }
            }
            if (!better) {
                if (pairs.empty()) break;
                pairs.clear();
                continue;
            }
            Vector moved(next.size()), turned(next.size());
            for (std::size_t k = 0; k < next.size(); ++k) {
                moved[k] = next[k] - point_[k];
                turned[k] = next_gradient[k] - gradient[k];
            }
            if (dot(moved, turned) > 1e-12) {
                pairs.emplace_back(std::move(moved), std::move(turned));
                if (pairs.size() > memory) pairs.pop_front();
            }
            const double gained = now - found;
            point_ = next;
            gradient = next_gradient;
            now = found;
            if (gained < 1e-6 * (1 + std::abs(now))) break;
        }
        (void)value(point_, gradient);
    }

    Vector direction(const Vector& gradient, const std::deque<std::pair<Vector, Vector>>& pairs) const {
        Vector way = gradient;
        const auto hold = [&] {  // prices that are 0 and would fall stay
            for (std::size_t k = n_; k < way.size(); ++k) {
                if (point_[k] <= 0 && gradient[k] > 0) way[k] = 0;
            }
        };
        hold();
        Vector alpha;
        for (auto at = pairs.rbegin(); at != pairs.rend(); ++at) {
            alpha.push_back(dot(at->first, way) / dot(at->first, at->second));
            for (std::size_t k = 0; k < way.size(); ++k) way[k] -= alpha.back() * at->second[k];
        }
        if (!pairs.empty()) {
            const auto& [moved, turned] = pairs.back();
            const double scale = dot(moved, turned) / dot(turned, turned);
            for (double& w : way) w *= scale;
        }
        for (const auto& [moved, turned] : pairs) {
            const double beta = dot(turned, way) / dot(moved, turned);
            for (std::size_t k = 0; k < way.size(); ++k) way[k] += (alpha.back() - beta) * moved[k];
            alpha.pop_back();
        }
        hold();
        for (double& w : way) w = -w;
        return way;
    }

    // The bound on the sum of products as floating point has it, feasible by the largest eigenvalue.
    double upper() const {
        double sum = static_cast<double>(n_) * std::max(0.0, largest_) / 2;
        for (std::size_t i = 0; i < n_; ++i) sum += point_[i] / 2;
        for (std::size_t c = 0; c < cuts_.size(); ++c) sum += point_[n_ + c];
        return sum;
    }

    void prove() {
        budget_.spend(n_ * n_ * n_);
        DualPoint dual = dual_point();
        const double shift = std::max(0.0, largest_);
        DualPoint feasible = dual;
        for (double& d : feasible.diagonal) d += shift;
        const Cost lower = certificate_.lower(feasible);
        if (lower >= result_.lower) {
            result_.lower = lower;
            result_.dual = std::move(dual);
        }
    }

    DualPoint dual_point() const {
        return {Vector(point_.begin(), point_.begin() + static_cast<std::ptrdiff_t>(n_)), cuts_,
                Vector(point_.begin() + static_cast<std::ptrdiff_t>(n_), point_.end())};
    }

    // Drops cuts of no price, takes the most violated ones; how many were taken.
    std::size_t change_cuts() {
        std::vector<TriangleCut> kept;
        Vector point(point_.begin(), point_.begin() + static_cast<std::ptrdiff_t>(n_));
        for (std::size_t c = 0; c < cuts_.size(); ++c) {
            if (point_[n_ + c] < least_price && activity(cuts_[c]) > -1) continue;
            kept.push_back(cuts_[c]);
            point.push_back(point_[n_ + c]);
        }
        std::vector<std::pair<double, TriangleCut>> found;
        constexpr std::array<std::array<std::int8_t, 3>, 4> signs{
            {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}}};
        for (std::uint32_t i = 0; i < n_; ++i) {
            for (std::uint32_t j = i + 1; j < n_; ++j) {
                const double ij = products_[i * n_ + j];
                for (std::uint32_t k = j + 1; k < n_; ++k) {
                    const double ik = products_[i * n_ + k], jk = products_[j * n_ + k];
                    for (const auto& s : signs) {
                        const double sum = s[0] * ij + s[1] * ik + s[2] * jk;
                        if (sum < -1 - least_violation) found.push_back({sum, {{i, j, k}, s}});
                    }
                }
            }
        }
        budget_.spend(n_ * n_ * n_);
        std::ranges::stable_sort(found, {}, &std::pair<double, TriangleCut>::first);
        std::size_t fresh = 0;
        for (const auto& [sum, cut] : found) {
            if (fresh >= 5 * n_) break;
            if (std::ranges::find(cuts_, cut) != cuts_.end()) continue;
            kept.push_back(cut);
            point.push_back(0);
            ++fresh;
        }
        cuts_ = std::move(kept);
        point_ = std::move(point);
        return fresh;
    }

    const DenseProblem& problem_;
    std::size_t n_;
    double unit_, total_ = 0, smoothing_, largest_ = 0;
    Cost wanted_;
    Budget& budget_;
    Certificate certificate_;
    std::vector<TriangleCut> cuts_;
    Vector point_, products_;
    SemidefiniteBound result_;
};

}  // namespace

SemidefiniteBound semidefinite_bound(const DenseProblem& problem, double unit, DualPoint start, Cost wanted,
                                     Budget& budget) {
    return Minimizer(problem, unit, std::move(start), wanted, budget).run();
}

}  // namespace entente::balance
