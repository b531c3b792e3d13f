#include "analysis/linear/krylov.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/linear/linear.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::size_t most_dimensions = 20;
constexpr int most_restarts = 500;
constexpr double as_close_as_doubles_get = 1e-14;
constexpr double close_enough = 1e-12;

struct SmallMatrix {
    explicit SmallMatrix(std::size_t size_) : size(size_), cells(size_ * size_, 0) {}
    double& at(std::size_t row, std::size_t column) { return cells[row * size + column]; }
    double at(std::size_t row, std::size_t column) const { return cells[row * size + column]; }
    std::size_t size;
    std::vector<double> cells;
};

// The matrix times itself again and again tends to the product of its dominant right and left eigenvectors.
// The shift makes the eigenvalue of largest real part the one of largest modulus.
std::vector<double> dominant_by_squaring(const SmallMatrix& h) {
    const std::size_t n = h.size;
    SmallMatrix power = h;
    double shift = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double row = 0;
        for (std::size_t j = 0; j < n; ++j) row += std::abs(h.at(i, j));
        shift = std::max(shift, row);
    }
    for (std::size_t i = 0; i < n; ++i) power.at(i, i) += shift;
    SmallMatrix square(n);
    for (int step = 0; step < 40; ++step) {
        double largest = 0;
        for (const double cell : power.cells) largest = std::max(largest, std::abs(cell));
        if (largest == 0) break;
        for (double& cell : power.cells) cell /= largest;
        std::fill(square.cells.begin(), square.cells.end(), 0.0);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < n; ++k) {
                for (std::size_t j = 0; j < n; ++j) square.at(i, j) += power.at(i, k) * power.at(k, j);
            }
        }
        std::swap(square.cells, power.cells);
    }
    std::vector<double> best(n, 0), column(n);
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = 0; i < n; ++i) column[i] = power.at(i, j);
        if (norm(column) > norm(best)) best = column;
    }
    const double length = norm(best);
    if (length == 0) best[0] = 1;
    else
        for (double& entry : best) entry /= length;
    return best;
}

std::vector<double> times(const SmallMatrix& h, const std::vector<double>& x) {
    std::vector<double> y(h.size, 0);
    for (std::size_t i = 0; i < h.size; ++i) {
        for (std::size_t j = 0; j < h.size; ++j) y[i] += h.at(i, j) * x[j];
    }
    return y;
}

// One step of inverse iteration, (h − value) y = x, by elimination with partial pivoting: takes off what
// rounding left in x of the other eigenvectors.
std::vector<double> sharpened(SmallMatrix h, double value, std::vector<double> x) {
    const std::size_t n = h.size;
    double scale = std::abs(value);
    for (const double cell : h.cells) scale = std::max(scale, std::abs(cell));
    const double smallest = scale * std::numeric_limits<double>::epsilon();
    for (std::size_t i = 0; i < n; ++i) h.at(i, i) -= value;
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < n; ++i) {
            if (std::abs(h.at(i, k)) > std::abs(h.at(pivot, k))) pivot = i;
        }
        for (std::size_t j = 0; j < n; ++j) std::swap(h.at(k, j), h.at(pivot, j));
        std::swap(x[k], x[pivot]);
        if (std::abs(h.at(k, k)) < smallest) h.at(k, k) = smallest;
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = h.at(i, k) / h.at(k, k);
            for (std::size_t j = k; j < n; ++j) h.at(i, j) -= factor * h.at(k, j);
            x[i] -= factor * x[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) x[k] -= h.at(k, j) * x[j];
        x[k] /= h.at(k, k);
    }
    const double length = norm(x);
    for (double& entry : x) entry /= length;
    return x;
}

std::vector<double> dominant_of(const SmallMatrix& h) {
    std::vector<double> x = dominant_by_squaring(h);
    const std::vector<double> better = sharpened(h, dot(x, times(h, x)), x);
    return std::all_of(better.begin(), better.end(), [](double entry) { return std::isfinite(entry); })
               ? better
               : x;
}

// An orthonormal basis, grown one vector at a time.
class Basis {
public:
    Basis(std::size_t size, const Control& control) : size_(size), control_(control) {}

    std::size_t dimensions() const { return vectors_.size(); }
    const std::vector<double>& operator[](std::size_t k) const { return vectors_[k]; }
    void add(std::vector<double> unit) { vectors_.push_back(std::move(unit)); }

    // Takes off w what lies in the basis, and returns the coefficients: classical Gram–Schmidt, a second time
    // where so much went that rounding shows in what is left (Daniel, Gragg, Kaufman & Stewart 1976).
    std::vector<double> project_out(std::vector<double>& w) const {
        constexpr double much = 0.01;
        std::vector<double> total(dimensions(), 0), coefficient(dimensions());
        const double before = norm(w);
        for (int pass = 0; pass < 2 && (pass == 0 || norm(w) < much * before); ++pass) {
            each_vector([&](std::size_t k) { coefficient[k] = dot(vectors_[k], w); });
            each_range([&](std::size_t from, std::size_t to) { add_scaled(coefficient, -1, w, from, to); });
            for (std::size_t k = 0; k < dimensions(); ++k) total[k] += coefficient[k];
        }
        return total;
    }

    std::vector<double> combination(const std::vector<double>& coefficient) const {
        std::vector<double> sum(size_, 0);
        each_range([&](std::size_t from, std::size_t to) { add_scaled(coefficient, 1, sum, from, to); });
        return sum;
    }

private:
    static constexpr std::size_t range = 1 << 14;

    void add_scaled(const std::vector<double>& coefficient, double sign, std::vector<double>& to_vector,
                    std::size_t from, std::size_t to) const {
        for (std::size_t k = 0; k < coefficient.size(); ++k) {
            const double factor = sign * coefficient[k];
            const double* vector = vectors_[k].data();
            double* sum = to_vector.data();
            for (std::size_t i = from; i < to; ++i) sum[i] += factor * vector[i];
        }
    }
    template <class Body>
    void each_vector(const Body& body) const {
        if (size_ < range) {
            for (std::size_t k = 0; k < dimensions(); ++k) body(k);
        } else {
            parallel_blocks(dimensions(), control_, [&](std::size_t k, unsigned) { body(k); });
        }
    }
    template <class Body>
    void each_range(const Body& body) const {
        parallel_blocks((size_ + range - 1) / range, control_,
                        [&](std::size_t k, unsigned) { body(k * range, std::min(size_, (k + 1) * range)); });
    }

    std::size_t size_;
    const Control& control_;
    std::vector<std::vector<double>> vectors_;
};

double scale_to_unit_length(std::vector<double>& x) {
    const double length = norm(x);
    if (length > 0) {
        for (double& entry : x) entry /= length;
    }
    return length;
}

// One round: the best vector in the space of x, A x, A² x, … . `first` is A x.
std::vector<double> best_in_krylov_space(const LinearOperator& apply, const std::vector<double>& x,
                                         std::vector<double> first, const Control& control) {
    const std::size_t dimensions = std::min(most_dimensions, x.size());
    Basis basis(x.size(), control);
    basis.add(x);
    std::vector<std::vector<double>> columns;
    std::vector<double> below, next = std::move(first);
    for (std::size_t k = 0; k < dimensions; ++k) {
        if (k > 0) apply(basis[k], next);
        const double before = norm(next);
        columns.push_back(basis.project_out(next));
        below.push_back(scale_to_unit_length(next));
        if (below.back() <= 1e-14 * before) break;  // the space is complete
        if (k + 1 < dimensions) basis.add(next);
    }
    SmallMatrix h(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) {
        for (std::size_t i = 0; i <= k; ++i) h.at(i, k) = columns[k][i];
        if (k + 1 < columns.size()) h.at(k + 1, k) = below[k];
    }
    return basis.combination(dominant_of(h));
}

}  // namespace

void scale_to_largest_one(std::vector<double>& x) {
    double extreme = 0;
    for (const double entry : x) {
        if (std::abs(entry) > std::abs(extreme)) extreme = entry;
    }
    if (extreme == 0) return;
    for (double& entry : x) entry = std::max(0.0, entry / extreme);
}

EigenPair dominant_eigenpair(const LinearOperator& apply, std::vector<double> start, const Control& caller) {
    const Control control = without_progress(caller);
    std::vector<double> x = std::move(start), image(x.size());
    EigenPair best{
        .value = 0, .vector = x, .residual = std::numeric_limits<double>::infinity(), .converged = false};
    scale_to_unit_length(x);
    for (int restart = 0, in_vain = 0; restart < most_restarts && in_vain < 2; ++restart) {
        control.checkpoint();
        apply(x, image);
        const double value = dot(x, image);
        double error = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            error += (image[i] - value * x[i]) * (image[i] - value * x[i]);
        const double residual =
            value > 0 ? std::sqrt(error) / value : std::numeric_limits<double>::infinity();
        in_vain = best.residual < close_enough && residual > best.residual / 2 ? in_vain + 1 : 0;
        if (residual < best.residual) {
            best.value = value;
            best.vector = x;
            best.residual = residual;
        }
        if (best.residual <= as_close_as_doubles_get) break;
        x = best_in_krylov_space(apply, x, image, control);
        scale_to_unit_length(x);
    }
    best.converged = best.residual <= close_enough;
    scale_to_largest_one(best.vector);
    return best;
}

}  // namespace entente
