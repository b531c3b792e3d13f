#include "graph/paths/path_costs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

namespace entente {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double most_exact = 0x1.0p53;  // whole numbers up to here are exact in a double
constexpr double rounding_tolerance = 1e-12;

struct Fraction {
    std::uint64_t numerator, denominator;
};

// The fraction of the smallest terms that a double stands for, by continued fractions; none if its
// denominator would exceed a million. What a sum of decimals loses in its last digits (0.1 + 0.2) is
// forgiven.
std::optional<Fraction> as_fraction(double value) {
    constexpr double largest_denominator = 1e6, forgiven = 8 * std::numeric_limits<double>::epsilon();
    double p0 = 0, q0 = 1, p1 = 1, q1 = 0, rest = value;
    for (int step = 0; step < 40; ++step) {
        const double whole = std::floor(rest);
        const double p = whole * p1 + p0, q = whole * q1 + q0;
        if (p > most_exact || q > largest_denominator) return std::nullopt;
        p0 = p1, q0 = q1, p1 = p, q1 = q;
        if (p1 > 0 && std::abs(p1 / q1 - value) <= forgiven * value)
            return Fraction{static_cast<std::uint64_t>(p1), static_cast<std::uint64_t>(q1)};
        rest = 1 / (rest - whole);
        if (!std::isfinite(rest)) return std::nullopt;
    }
    return std::nullopt;
}

std::vector<double> distinct(std::span<const double> strengths) {
    std::vector<double> values;
    // A data set has few different strengths far more often than many: look among the last ones seen before
    // sorting all.
    for (const double s : strengths) {
        if (s > 0 && (values.empty() || values.back() != s)) values.push_back(s);
        if (values.size() > 4096 && values.size() == values.capacity()) {
            std::sort(values.begin(), values.end());
            values.erase(std::unique(values.begin(), values.end()), values.end());
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

// Whole-number costs of the strengths: the least common multiple of their numerators over each, less a common
// divisor.
std::optional<std::vector<std::uint64_t>> whole_costs(const std::vector<double>& strengths,
                                                      double largest_cost, double& unit) {
    std::vector<Fraction> fractions;
    double multiple = 1;
    for (const double s : strengths) {
        const auto fraction = as_fraction(s);
        if (!fraction) return std::nullopt;
        const auto common = std::gcd(static_cast<std::uint64_t>(multiple), fraction->numerator);
        multiple *= static_cast<double>(fraction->numerator / common);
        if (multiple > most_exact) return std::nullopt;
        fractions.push_back(*fraction);
    }
    std::vector<std::uint64_t> costs;
    std::uint64_t divisor = 0;
    for (const Fraction& f : fractions) {
        const std::uint64_t part = static_cast<std::uint64_t>(multiple) / f.numerator;
        if (static_cast<double>(part) * static_cast<double>(f.denominator) > most_exact) return std::nullopt;
        costs.push_back(part * f.denominator);
        divisor = std::gcd(divisor, costs.back());
    }
    for (std::uint64_t& cost : costs) cost /= divisor;
    if (static_cast<double>(*std::max_element(costs.begin(), costs.end())) > largest_cost)
        return std::nullopt;
    unit = static_cast<double>(divisor) / multiple;
    return costs;
}

}  // namespace

PathCosts path_costs(std::span<const double> strengths, std::size_t vertices) {
    PathCosts costs;
    const std::vector<double> values = distinct(strengths);
    if (values.empty()) {
        costs.of_strength.assign(strengths.size(), infinite);
        return costs;
    }
    const auto whole =
        whole_costs(values, most_exact / static_cast<double>(std::max<std::size_t>(vertices, 1)), costs.unit);
    if (!whole) {
        costs.tolerance = rounding_tolerance;
        costs.unit = 1;
    }
    const auto cost = [&](double strength) {
        if (strength <= 0) return infinite;
        if (!whole) return 1 / strength;
        return static_cast<double>((*whole)[static_cast<std::size_t>(
            std::lower_bound(values.begin(), values.end(), strength) - values.begin())]);
    };
    if (values.size() == 1) {  // one strength for all: lengths are hops
        costs.unit = 1 / values.front();
        costs.tolerance = 0;
        for (const double s : strengths) costs.of_strength.push_back(s > 0 ? 1 : infinite);
        return costs;
    }
    costs.uniform = false;
    costs.smallest = cost(values.back());
    costs.largest = cost(values.front());
    costs.of_strength.reserve(strengths.size());
    for (const double s : strengths) costs.of_strength.push_back(cost(s));
    return costs;
}

}  // namespace entente
