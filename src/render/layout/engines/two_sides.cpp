#include "render/layout/engines/two_sides.hpp"

#include <algorithm>
#include <numeric>

namespace entente::render {
namespace {

constexpr double gap = 9, tallest_page = 1700, least_between = 260;
constexpr int rounds = 24;

using Side = std::vector<std::uint32_t>;

class TwoSides {
public:
    TwoSides(const LayoutProblem& problem, Side left, Side right)
        : problem_(problem), sides_{std::move(left), std::move(right)}, place_(problem.shapes.size(), 0) {
        for (const Side& side : sides_) set_places(side);
    }

    // The best of the orders that sweeps to and fro come to.
    void untangle() {
        std::uint64_t least = crossings();
        std::array<Side, 2> best = sides_;
        for (int round = 0; round < rounds && least > 0; ++round) {
            order_by_means(sides_[static_cast<std::size_t>(round % 2 == 0 ? 1 : 0)]);
            exchange_neighbors(sides_[static_cast<std::size_t>(round % 2 == 0 ? 1 : 0)]);
            const std::uint64_t now = crossings();
            if (now >= least) continue;
            least = now;
            best = sides_;
        }
        sides_ = best;
        for (const Side& side : sides_) set_places(side);
    }

    std::optional<Arrangement> arrangement() const {
        Arrangement result;
        result.middle.resize(problem_.shapes.size());
        result.side.assign(problem_.shapes.size(), LabelSide::below);
        std::array<double, 2> heights{height_of(0), height_of(1)};
        const double height = std::max(heights[0], heights[1]);
        if (height > tallest_page) return std::nullopt;
        std::array<double, 2> inner{0, 0};  // from the middles of a side to the ends of its shapes
        for (std::size_t s = 0; s < 2; ++s) {
            for (const std::uint32_t v : sides_[s])
                inner[s] = std::max(inner[s], problem_.shapes[v].half_width);
        }
        // So far apart that the steepest tie passes by the neighbors of its ends.
        const double rows = static_cast<double>(std::max(sides_[0].size(), sides_[1].size()));
        const double between =
            std::max({least_between, 0.75 * height, rows * (std::max(inner[0], inner[1]) + 5)}) + inner[0] +
            inner[1];
        for (std::size_t s = 0; s < 2; ++s) {
            const LabelSide outward = s == 0 ? LabelSide::left : LabelSide::right;
            const double spare = (height - heights[s]) / static_cast<double>(sides_[s].size());
            double y = 0;
            for (const std::uint32_t v : sides_[s]) {
                const double room = room_of(v, outward) + spare;
                result.middle[v] = {s == 0 ? 0 : between, y + room / 2};
                result.side[v] = outward;
                y += room;
            }
        }
        return result;
    }

private:
    double room_of(std::uint32_t v, LabelSide side) const {
        return footprint(problem_.shapes[v], side).height() + gap;
    }

    double height_of(std::size_t s) const {
        double height = 0;
        for (const std::uint32_t v : sides_[s])
            height += room_of(v, s == 0 ? LabelSide::left : LabelSide::right);
        return height;
    }

    void set_places(const Side& side) {
        for (std::size_t i = 0; i < side.size(); ++i)
            place_[side[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(side.size());
    }

    std::uint32_t other_end(std::uint32_t link, std::uint32_t v) const {
        return problem_.links[link].a == v ? problem_.links[link].b : problem_.links[link].a;
    }

    double mean_of(std::uint32_t v) const {
        double sum = 0;
        for (const std::uint32_t link : problem_.links_of[v]) sum += place_[other_end(link, v)];
        return problem_.links_of[v].empty() ? place_[v]
                                            : sum / static_cast<double>(problem_.links_of[v].size());
    }

    void order_by_means(Side& side) {
        std::vector<double> means(problem_.shapes.size(), 0);
        for (const std::uint32_t v : side) means[v] = mean_of(v);
        std::stable_sort(side.begin(), side.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return means[a] < means[b] - 1e-12; });
        set_places(side);
    }

    // Crossings between the ties of two nodes of a side, the first above the second.
    std::uint64_t between(std::uint32_t above, std::uint32_t below) const {
        std::uint64_t count = 0;
        for (const std::uint32_t p : problem_.links_of[above]) {
            for (const std::uint32_t q : problem_.links_of[below])
                count += place_[other_end(p, above)] > place_[other_end(q, below)] + 1e-12 ? 1 : 0;
        }
        return count;
    }

    void exchange_neighbors(Side& side) {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i + 1 < side.size(); ++i) {
                if (between(side[i], side[i + 1]) <= between(side[i + 1], side[i])) continue;
                std::swap(side[i], side[i + 1]);
                changed = true;
            }
        }
        set_places(side);
    }

    std::uint64_t crossings() const {
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < sides_[0].size(); ++i) {
            for (std::size_t j = i + 1; j < sides_[0].size(); ++j)
                count += between(sides_[0][i], sides_[0][j]);
        }
        return count;
    }

    const LayoutProblem& problem_;
    std::array<Side, 2> sides_;
    std::vector<double> place_;  // of each node on its side, from 0 at the top to 1
};

}  // namespace

std::optional<Arrangement> two_sides_layout(const LayoutProblem& problem) {
    if (problem.mode.empty()) return std::nullopt;
    Side left, right;
    for (std::uint32_t v = 0; v < problem.mode.size(); ++v) (problem.mode[v] > 0 ? right : left).push_back(v);
    if (left.empty() || right.empty()) return std::nullopt;
    TwoSides sides(problem, std::move(left), std::move(right));
    sides.untangle();
    return sides.arrangement();
}

}  // namespace entente::render
