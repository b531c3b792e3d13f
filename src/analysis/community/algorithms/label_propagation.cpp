#include "analysis/community/algorithms/label_propagation.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/community/algorithms/touched.hpp"

namespace entente::community {

namespace {

// Sums of strengths that differ by less than this, relatively, are equal: 1/3 + 1/3 is 2/3.
constexpr double rounding = 1e-12;

class Propagation {
public:
    explicit Propagation(const Graph& graph)
        : out_(graph.out()),
          label_(graph.vertex_count()),
          waiting_(label_.size(), 1),
          touched_(label_.size()) {
        std::iota(label_.begin(), label_.end(), 0U);
    }

    // A label of v's neighbors that most strength has; among equal ones at random or, once `keeping`, its
    // own.
    void choose(Vertex v, bool keeping, Random& random) {
        if (!waiting_[v]) return;
        find_best(v);
        if (best_.size() <= 1)
            waiting_[v] = 0;  // until a neighbor's label changes there is nothing to choose
        if (best_.empty() || (keeping && is_content(v))) return;
        const std::uint32_t chosen = best_.size() == 1 ? best_.front() : best_[random.below(best_.size())];
        if (chosen == label_[v]) return;
        label_[v] = chosen;
        for (std::size_t arc = out_.begin(v); arc < out_.end(v); ++arc) waiting_[out_.targets[arc]] = 1;
    }

    // Whether no vertex wants another label.
    bool settled() {
        for (Vertex v = 0; v < label_.size(); ++v) {
            if (!waiting_[v]) continue;
            find_best(v);
            if (!best_.empty() && !is_content(v)) return false;
        }
        return true;
    }

    const Membership& label() const { return label_; }

private:
    void find_best(Vertex v) {
        for (std::size_t arc = out_.begin(v); arc < out_.end(v); ++arc)
            touched_.add(label_[out_.targets[arc]], out_.strength(arc));
        double most = 0;
        for (const std::uint32_t l : touched_.list()) most = std::max(most, touched_.strength(l));
        best_.clear();
        for (const std::uint32_t l : touched_.list()) {
            if (most > 0 && touched_.strength(l) >= most * (1 - rounding)) best_.push_back(l);
        }
        touched_.clear();
    }

    bool is_content(Vertex v) const {
        return std::find(best_.begin(), best_.end(), label_[v]) != best_.end();
    }

    const Adjacency& out_;
    Membership label_;
    std::vector<char> waiting_;
    Touched touched_;
    std::vector<std::uint32_t> best_;
};

}  // namespace

Membership label_propagation(const Graph& graph, Random& random, const Control& control) {
    constexpr int random_rounds = 100;
    Propagation propagation(graph);
    std::vector<Vertex> order(propagation.label());
    bool settled = false;
    for (int round = 0; !settled && !control.stopped(); ++round) {
        random.shuffle(std::span(order));
        for (const Vertex v : order) propagation.choose(v, round >= random_rounds, random);
        settled = propagation.settled();
    }
    return connected_parts(graph, propagation.label());
}

}  // namespace entente::community
