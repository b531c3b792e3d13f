#include "render/layout/engines/anneal_state.hpp"

#include "render/layout/engines/stress.hpp"

namespace entente::render {

void Annealing::start_rooms() {
    for (std::size_t v = 0; v < problem_.shapes.size(); ++v) {
        const NodeShape& shape = problem_.shapes[v];
        Room room{.glyph = shape.glyph(), .label = {}, .places = {}};
        for (std::size_t k = 0; k < annealing::label_sides; ++k) {
            const auto side = static_cast<LabelSide>(k);
            room.label[k] = shape.label(side);
            room.places[k] = places_of(problem_, v, footprint(shape, side), page_);
        }
        rooms_.push_back(room);
    }
}

void Annealing::start_nodes() {
    const LaneBox none = annealing::lane_box({});
    for (NodeLanes& block : nodes_) {
        block = {};
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            annealing::set(block.glyph, lane, none);
            annealing::set(block.label, lane, none);
            annealing::set(block.both, lane, none);
            const auto node = static_cast<std::size_t>(&block - nodes_.data()) * lane_count + lane;
            block.node[lane] = node < now_.middle.size() ? static_cast<std::int32_t>(node) : -1;
        }
    }
    labels_.resize(now_.middle.size());
}

void Annealing::start_links() {
    for (LinkLanes& block : links_) {
        block = {};
        block.margin.fill(-1e30F);  // a lane without a link meets nothing
        block.a.fill(-1);
        block.b.fill(-1);
    }
    for (std::size_t i = 0; i < problem_.links.size(); ++i) {
        const Link& link = problem_.links[i];
        LinkLanes& block = links_[i / lane_count];
        const std::size_t lane = i % lane_count;
        block.margin[lane] = static_cast<float>(annealing::margin(link));
        block.a[lane] = static_cast<std::int32_t>(link.a);
        block.b[lane] = static_cast<std::int32_t>(link.b);
    }
    first_direction_.push_back(0);
    slots_.resize(problem_.links.size());
    for (std::size_t v = 0; v < problem_.links_of.size(); ++v) {
        const std::vector<std::uint32_t>& own = problem_.links_of[v];
        for (std::size_t k = 0; k < own.size(); ++k) {
            const bool is_a = problem_.links[own[k]].a == v;
            slots_[own[k]][is_a ? 0 : 1] = first_direction_.back() * lane_count + k;
        }
        first_direction_.push_back(first_direction_.back() + annealing::blocks_for(own.size()));
    }
    directions_.resize(first_direction_.back());
}

void Annealing::start_sides() {
    const std::size_t n = now_.middle.size();
    std::size_t most_links = 0;
    for (const std::vector<std::uint32_t>& links : problem_.links_of)
        most_links = std::max(most_links, links.size());
    node_words_ = words_for(n);
    link_words_ = words_for(problem_.links.size());
    own_sides_.assign(link_words_, 0);
    node_sides_.assign(most_links * node_words_, 0);
    sides_.assign(n * link_words_, 0);
    left_of_link_.assign(problem_.links.size() * node_words_, 0);
    links_rows_.assign(n * link_words_, 0);
    for (std::size_t v = 0; v < n; ++v) {
        for (const std::uint32_t link : problem_.links_of[v])
            links_rows_[v * link_words_ + link / bits_per_word] |= SideBits{1} << link % bits_per_word;
    }
    for (std::size_t v = 0; v < n; ++v) {
        cost_of(v);
        settle(v);
    }
}

// The ideal distances in a unit at which they fill the page.
void Annealing::start_distances() {
    const std::size_t n = now_.middle.size();
    const std::vector<double> ideal = ideal_distances(problem_);
    double sum = 0, pairs = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            sum += length(now_.middle[i] - now_.middle[j]) / ideal[i * n + j];
            pairs += 1;
        }
    }
    const double unit = pairs > 0 ? std::max(sum / pairs, 1e-3) : 100;
    distances_.resize(n * nodes_.size());
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            DistanceLanes& block = distances_[i * nodes_.size() + j / lane_count];
            block.inverse[j % lane_count] = static_cast<float>(1 / (ideal[i * n + j] * unit));
            block.weight[j % lane_count] = static_cast<float>(1 / std::max(ideal[i * n + j], 1.0));
        }
    }
}

}  // namespace entente::render
