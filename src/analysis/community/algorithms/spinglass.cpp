#include "analysis/community/algorithms/spinglass.hpp"

#include <algorithm>
#include <array>

#include "analysis/community/algorithms/leiden.hpp"
#include "base/portable_math.hpp"

namespace entente::community {

namespace {

constexpr std::uint32_t most_spins = 25;
constexpr double first_temperature = 1, last_temperature = 0.01, cooling = 0.97;
constexpr int rounds_at_each = 5;

// The spins of one component and their null terms.
class Spins {
public:
    Spins(const ModularityGraph& graph, std::span<const Vertex> members, Membership& spin, Random& random)
        : graph_(graph),
          members_(members),
          spin_(spin),
          random_(random),
          count_(std::min<std::uint32_t>(most_spins, static_cast<std::uint32_t>(members.size()))) {
        for (const Vertex v : members) {
            spin[v] = static_cast<std::uint32_t>(random.below(count_));
            change(v, 1);
        }
    }

    // As many vertices as there are, drawn at random, take a spin anew.
    void round(double temperature) {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const Vertex v = members_[random_.below(members_.size())];
            change(v, -1);
            spin_[v] = drawn(v, temperature);
            change(v, 1);
        }
    }

private:
    void change(Vertex v, double sign) {
        friendly_[spin_[v]] += sign * graph_.friendly[v];
        if (graph_.has_hostile()) hostile_[spin_[v]] += sign * graph_.hostile[v];
    }

    std::uint32_t drawn(Vertex v, double temperature) {
        std::array<double, most_spins> gain{};
        for (std::size_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc)
            gain[spin_[graph_.targets[arc]]] += graph_.net[arc];
        for (std::uint32_t s = 0; s < count_; ++s) {
            gain[s] -= graph_.friendly_factor() * graph_.friendly[v] * friendly_[s];
            if (graph_.has_hostile()) gain[s] += graph_.hostile_factor() * graph_.hostile[v] * hostile_[s];
        }
        const double most = *std::max_element(gain.begin(), gain.begin() + count_);
        double sum = 0;
        for (std::uint32_t s = 0; s < count_; ++s)
            sum += gain[s] = portable_exp((gain[s] - most) / temperature);
        double draw = random_.uniform() * sum;
        for (std::uint32_t s = 0; s < count_; ++s) {
            if (draw < gain[s]) return s;
            draw -= gain[s];
        }
        return spin_[v];
    }

    const ModularityGraph& graph_;
    std::span<const Vertex> members_;
    Membership& spin_;
    Random& random_;
    std::uint32_t count_;
    std::array<double, most_spins> friendly_{}, hostile_{};
};

}  // namespace

Membership spinglass(const ModularityGraph& graph, const Components& components, Random& random,
                     const Control& control) {
    const std::size_t n = graph.vertex_count();
    std::vector<std::vector<Vertex>> members(components.count());
    for (Vertex v = 0; v < n; ++v) members[components.of[v]].push_back(v);
    const double mean_strength = (graph.friendly_total + graph.hostile_total) /
                                 static_cast<double>(std::max<std::size_t>(1, graph.targets.size()));
    Membership result(n, 0);
    std::uint32_t used = 0;
    for (const std::vector<Vertex>& component : members) {
        Spins spins(graph, component, result, random);
        for (double temperature = first_temperature; component.size() > 1 && temperature > last_temperature;
             temperature *= cooling) {
            for (int round = 0; round < rounds_at_each && !control.stopped(); ++round)
                spins.round(temperature * mean_strength);
        }
        for (const Vertex v : component) result[v] += used;
        used += std::min<std::uint32_t>(most_spins, static_cast<std::uint32_t>(component.size()));
    }
    return louvain_from(graph, std::move(result), random, control);
}

}  // namespace entente::community
