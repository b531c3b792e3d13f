#include "analysis/linear/quadrature/exponential_diagonal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "analysis/linear/linear.hpp"
#include "analysis/linear/spectrum.hpp"
#include "base/connected.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;

// A component, its vertices by their degree.
struct Part {
    std::vector<Vertex> members;
    Adjacency matrix;
    double radius = 0;  // no eigenvalue is at or above
};

std::vector<Part> parts_of(const Adjacency& matrix) {
    constexpr double above = 1 + 1e-6;
    const std::size_t n = matrix.offsets.size() - 1;
    const auto each_neighbor = [&](Vertex v, const auto& visit) {
        for (const Vertex w : matrix.neighbors(v)) visit(w);
    };
    std::vector<char> seen(n, 0);
    std::vector<Vertex> column(n, no_column);
    std::vector<Part> parts;
    for (Vertex root = 0; root < n; ++root) {
        if (seen[root] != 0) continue;
        std::vector<Vertex> found = connected_with(root, seen, each_neighbor);
        std::sort(found.begin(), found.end());
        Part part{by_degree(matrix, found), {}, 0};
        for (Vertex i = 0; i < part.members.size(); ++i) column[part.members[i]] = i;
        part.matrix = submatrix(matrix, part.members, column);
        part.radius = bound_of_radius(part.matrix) * above;
        parts.push_back(std::move(part));
    }
    return parts;
}

// Lanczos' three-term recurrence from eight vertices at once. The vectors are kept as they come, each to be
// divided by its length: that saves a pass.
class EightRecurrences {
public:
    void start(const Part& part, std::size_t first) {
        part_ = &part;
        now_.assign(part.members.size(), Lanes{});
        before_.assign(part.members.size(), Lanes{});
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            jacobi_[lane] = {};
            length_[lane] = 1;
            back_[lane] = 0;
            if (first + lane < part.members.size()) now_[first + lane][lane] = 1;
        }
    }

    const JacobiMatrix& jacobi(std::size_t lane) const { return jacobi_[lane]; }

    void step() {
        constexpr double nothing = 1e-13;  // what rounding leaves where the steps have seen all there is
        Lanes scale, along = multiplied(scale), squares{};
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            jacobi_[lane].diagonal.push_back(along[lane]);
            along[lane] *= scale[lane];
        }
        for (std::size_t v = 0; v < now_.size(); ++v) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const double entry = before_[v][lane] - along[lane] * now_[v][lane];
                before_[v][lane] = entry;
                squares[lane] += entry * entry;
            }
        }
        std::swap(now_, before_);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double length = std::sqrt(squares[lane]);
            const bool ended = !(length > nothing * part_->radius);
            jacobi_[lane].beside.push_back(ended ? 0 : length);
            back_[lane] = ended || length_[lane] == 0 ? 0 : length / length_[lane];
            length_[lane] = ended ? 0 : length;
        }
    }

private:
    // before ← A now / length − back · before; returns what of it lies along now.
    Lanes multiplied(Lanes& scale) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            scale[lane] = length_[lane] > 0 ? 1 / length_[lane] : 0;
        const Adjacency& matrix = part_->matrix;
        Lanes along{};
        for (Vertex v = 0; v < now_.size(); ++v) {
            Lanes entry{};
            if (matrix.strengths.empty()) {
                for (const Vertex w : matrix.neighbors(v)) {
                    for (std::size_t lane = 0; lane < lanes; ++lane) entry[lane] += now_[w][lane];
                }
            } else {
                for (std::size_t arc = matrix.begin(v); arc < matrix.end(v); ++arc) {
                    const double sign = matrix.strengths[arc];
                    const Lanes& other = now_[matrix.targets[arc]];
                    for (std::size_t lane = 0; lane < lanes; ++lane) entry[lane] += sign * other[lane];
                }
            }
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                entry[lane] = scale[lane] * entry[lane] - back_[lane] * before_[v][lane];
                along[lane] += now_[v][lane] * entry[lane];
            }
            before_[v] = entry;
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) along[lane] *= scale[lane];
        return along;
    }

    const Part* part_ = nullptr;
    std::vector<Lanes> now_, before_;
    std::array<JacobiMatrix, lanes> jacobi_;
    Lanes length_{}, back_{};
};

struct Block {
    const Part* part;
    std::size_t first;  // of its members
};

// The entries of the block's vertices into `bounds`; `mean` is what an entry below it is measured by.
void settle(const Block& block, const ExponentialOptions& options, double mean, EightRecurrences& steps,
            std::vector<Bounds>& bounds) {
    constexpr std::size_t most_steps = 300, steps_between_looks = 2;
    const std::size_t count = std::min(lanes, block.part->members.size() - block.first);
    std::array<bool, lanes> done{};
    steps.start(*block.part, block.first);
    for (std::size_t step = 1, open = count; open > 0; ++step) {
        steps.step();
        for (std::size_t lane = 0; lane < count; ++lane) {
            const JacobiMatrix& jacobi = steps.jacobi(lane);
            const bool look = step % steps_between_looks == 0 || jacobi.beside.back() == 0;
            if (done[lane] || !look) continue;
            const Bounds found = exponential_bounds(jacobi, block.part->radius, options.shift);
            bounds[block.part->members[block.first + lane]] = found;
            done[lane] =
                step >= most_steps || found.half_gap() <= options.within * std::max(found.lower, mean);
            if (done[lane]) --open;
        }
    }
}

std::vector<Block> blocks_of(const std::vector<Part>& parts) {
    std::vector<Block> blocks;
    for (const Part& part : parts) {
        for (std::size_t first = 0; first < part.members.size(); first += lanes)
            blocks.push_back({&part, first});
    }
    // The vertices of most ties in the parts of the largest eigenvalues first: they make most of the sum.
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
        return a.first != b.first ? a.first < b.first : a.part->radius > b.part->radius;
    });
    return blocks;
}

}  // namespace

std::vector<Bounds> exponential_diagonal(const Adjacency& matrix, const ExponentialOptions& options,
                                         const Control& control) {
    const std::vector<Part> parts = parts_of(matrix);
    const std::vector<Block> blocks = blocks_of(parts);
    std::vector<Bounds> bounds(matrix.offsets.size() - 1);
    std::vector<EightRecurrences> workers(std::max(1U, control.threads));
    const std::size_t leading = options.goal == Goal::sum ? std::min<std::size_t>(blocks.size(), 16) : 0;
    const Control quiet = without_progress(control);
    parallel_blocks(leading, quiet, [&](std::size_t k, unsigned worker) {
        settle(blocks[k], options, 0, workers[worker], bounds);
    });
    // No entry is below 0: what some of them add up to is less than the sum of all.
    double sum = 0;
    for (const Bounds& known : bounds) sum += known.lower;
    const double mean = sum / static_cast<double>(std::max<std::size_t>(bounds.size(), 1));
    parallel_blocks(blocks.size() - leading, control, [&](std::size_t k, unsigned worker) {
        settle(blocks[leading + k], options, mean, workers[worker], bounds);
    });
    return bounds;
}

double bound_of_radius(const Adjacency& matrix) {
    constexpr int steps = 50;
    const std::size_t n = matrix.offsets.size() - 1;
    std::vector<double> x(n, 1), image(n);
    double bound = static_cast<double>(n);
    for (int step = 0; step < steps; ++step) {
        double highest = 0, largest = 0;
        for (Vertex v = 0; v < n; ++v) {
            image[v] = 0;
            for (const Vertex w : matrix.neighbors(v)) image[v] += x[w];
            highest = std::max(highest, image[v] / x[v]);
        }
        bound = std::min(bound, highest);
        for (Vertex v = 0; v < n; ++v) largest = std::max(largest, x[v] = image[v] + bound / 2 * x[v] + 1e-3);
        for (double& entry : x) entry /= largest;
    }
    return bound;
}

}  // namespace entente
