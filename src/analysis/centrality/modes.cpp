#include "analysis/centrality/modes.hpp"

#include <cmath>

#include "model/two_mode.hpp"

namespace entente {

std::optional<ModeSizes> mode_sizes(const MeasureInput& input) {
    const std::optional<TwoMode> modes = two_mode(input.network);
    if (!modes) return std::nullopt;
    double sources = 0, targets = 0;
    for (const ActorId actor : input.graph.actors) {
        sources += modes->of[index(actor)] == Mode::source;
        targets += modes->of[index(actor)] == Mode::target;
    }
    ModeSizes sizes;
    for (const ActorId actor : input.graph.actors) {
        const Mode mode = modes->of[index(actor)];
        sizes.own.push_back(mode == Mode::source ? sources : mode == Mode::target ? targets : 0);
        sizes.other.push_back(mode == Mode::source ? targets : mode == Mode::target ? sources : 0);
    }
    return sizes;
}

double most_betweenness(double own, double other) {
    if (other == 0) return 0;
    const double s = std::floor((own - 1) / other), t = own - 1 - s * other;
    return (other * other * (s + 1) * (s + 1) + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

}  // namespace entente
