// Lanczos' method (1950): the three-term recurrence alone, for the vector sought comes out right however the
// others lose their orthogonality (Paige 1972), and what comes out is checked against the matrix.
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/linear/krylov.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/tridiagonal.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr double close_enough = 1e-12;
constexpr double as_close_as_doubles_get = 1e-14;  // how far the vector is off, by what the recurrence says
constexpr int most_rounds = 300;

// The same work over all ranges of a vector, and sums over them in their order.
class Ranges {
public:
    Ranges(std::size_t size, const Control& control)
        : size_(size), control_(control), sums_((size + length - 1) / length) {}

    template <class Body>
    void each(const Body& body) const {
        parallel_blocks(sums_.size(), control_, [&](std::size_t k, unsigned) {
            body(k * length, std::min(size_, (k + 1) * length));
        });
    }
    template <class Body>
    double sum(const Body& body) {
        parallel_blocks(sums_.size(), control_, [&](std::size_t k, unsigned) {
            sums_[k] = body(k * length, std::min(size_, (k + 1) * length));
        });
        double total = 0;
        for (const double part : sums_) total += part;
        return total;
    }

private:
    static constexpr std::size_t length = 1 << 15;
    std::size_t size_;
    const Control& control_;
    std::vector<double> sums_;
};

std::span<const double> part(const std::vector<double>& x, std::size_t from, std::size_t to) {
    return std::span(x).subspan(from, to - from);
}

// The vectors of one round as the recurrence leaves them, each to be divided by its length.
class Recurrence {
public:
    Recurrence(const LinearOperator& apply, std::vector<double> start, const Control& control)
        : apply_(apply), ranges_(start.size(), control), size_(start.size()) {
        lengths_.push_back(std::sqrt(ranges_.sum([&](std::size_t from, std::size_t to) {
            return dot(part(start, from, to), part(start, from, to));
        })));
        vectors_.push_back(std::move(start));
    }

    std::size_t dimensions() const { return diagonal_.size(); }
    double next_length() const { return lengths_.back(); }
    TopOfTridiagonal top() const {
        return top_of_tridiagonal(diagonal_, std::span(lengths_).subspan(1, dimensions() - 1));
    }

    void step() {
        const std::size_t k = dimensions();
        vectors_.emplace_back(size_);
        std::vector<double>& next = vectors_.back();
        const std::vector<double>& now = vectors_[k];
        apply_(now, next);
        const double scale = 1 / lengths_[k], back = k > 0 ? lengths_[k] / lengths_[k - 1] : 0;
        const double* before = k > 0 ? vectors_[k - 1].data() : now.data();
        diagonal_.push_back(scale * ranges_.sum([&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) next[i] = scale * next[i] - back * before[i];
            return dot(part(now, from, to), part(next, from, to));
        }));
        const double along = diagonal_[k] * scale;
        lengths_.push_back(std::sqrt(ranges_.sum([&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) next[i] -= along * now[i];
            return dot(part(next, from, to), part(next, from, to));
        })));
    }

    std::vector<double> combination(const std::vector<double>& coefficients) const {
        std::vector<double> sum(size_, 0);
        ranges_.each([&](std::size_t from, std::size_t to) {
            for (std::size_t k = 0; k < coefficients.size(); ++k) {
                const double factor = coefficients[k] / lengths_[k];
                const double* vector = vectors_[k].data();
                for (std::size_t i = from; i < to; ++i) sum[i] += factor * vector[i];
            }
        });
        return sum;
    }

private:
    const LinearOperator& apply_;
    Ranges ranges_;
    std::size_t size_;
    std::vector<std::vector<double>> vectors_;
    std::vector<double> diagonal_, lengths_;  // lengths_[k] is the matrix's entry between k − 1 and k
};

// As many vectors as 256 MiB hold, within reason.
std::size_t most_dimensions(std::size_t size) {
    constexpr std::size_t memory = std::size_t{256} << 20;
    return std::min(
        size, std::clamp<std::size_t>(memory / (sizeof(double) * std::max<std::size_t>(size, 1)), 12, 60));
}

struct Round {
    std::vector<double> vector;
    bool done = false;  // by what the recurrence says
};

Round best_of_round(const LinearOperator& apply, std::vector<double> start, const Control& control) {
    constexpr std::size_t steps_between_looks = 4;
    const std::size_t dimensions = most_dimensions(start.size());
    Recurrence recurrence(apply, std::move(start), control);
    for (;;) {
        control.checkpoint();
        recurrence.step();
        const std::size_t k = recurrence.dimensions();
        const bool last = k == dimensions || recurrence.next_length() == 0;
        if (!last && k % steps_between_looks != 0) continue;
        const TopOfTridiagonal top = recurrence.top();
        const double off =
            recurrence.next_length() * std::abs(top.vector.back()) / (top.largest - top.second);
        if (last || off <= as_close_as_doubles_get)
            return {recurrence.combination(top.vector), off <= as_close_as_doubles_get};
    }
}

double residual_of(const LinearOperator& apply, const std::vector<double>& x, double& value) {
    std::vector<double> image(x.size());
    apply(x, image);
    const double length = dot(x, x);
    value = dot(x, image) / length;
    if (value <= 0) return std::numeric_limits<double>::infinity();
    // Divided before they are squared: of a tiny value all squares would be 0.
    for (std::size_t i = 0; i < x.size(); ++i) image[i] = image[i] / value - x[i];
    return norm(image) / std::sqrt(length);
}

// No vector's value is above the largest eigenvalue (Rayleigh): the one of larger value is nearer to it,
// however well another fits a smaller eigenvalue.
bool better(const EigenPair& one, const EigenPair& other) {
    constexpr double clearly = 1e-6;
    if (one.value > other.value * (1 + clearly)) return true;
    return one.value >= other.value * (1 - clearly) && one.residual < other.residual;
}

}  // namespace

EigenPair dominant_symmetric_eigenpair(const LinearOperator& apply, std::vector<double> start,
                                       const Control& caller) {
    const Control control = without_progress(caller);
    EigenPair best{
        .value = 0, .vector = start, .residual = std::numeric_limits<double>::infinity(), .converged = false};
    std::vector<double> x = std::move(start);
    for (int round = 0, in_vain = 0; round < most_rounds && in_vain < 3; ++round) {
        Round found = best_of_round(apply, std::move(x), control);
        x = std::move(found.vector);
        EigenPair now{.value = 0, .vector = x, .residual = 0, .converged = false};
        now.residual = residual_of(apply, x, now.value);
        in_vain = best.residual < close_enough && !(now.residual <= best.residual / 2) ? in_vain + 1 : 0;
        if (better(now, best)) best = std::move(now);
        if (found.done && best.residual <= close_enough) break;
    }
    best.converged = best.residual <= close_enough;
    scale_to_largest_one(best.vector);
    return best;
}

}  // namespace entente
