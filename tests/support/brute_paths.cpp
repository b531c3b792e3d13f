#include "support/brute_paths.hpp"

#include <algorithm>
#include <numeric>

namespace entente::test {

namespace {

void close(std::vector<std::vector<std::int64_t>>& length) {  // Floyd 1962
    const std::size_t n = length.size();
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                length[i][j] = std::min(length[i][j], length[i][k] + length[k][j]);
        }
    }
}

}  // namespace

BrutePaths::BrutePaths(const Graph& graph) : graph_(graph), n_(graph.vertex_count()) {
    cost_.assign(n_, std::vector<std::int64_t>(n_, unreached));
    hops_ = cost_;
    for (Vertex u = 0; u < n_; ++u) {
        for (std::size_t arc = graph.out().begin(u); arc < graph.out().end(u); ++arc) {
            const double strength = graph.out().strength(arc);
            if (strength <= 0) continue;
            cost_[u][graph.out().targets[arc]] =
                static_cast<std::int64_t>(static_cast<double>(unit) / strength + 0.5);
            hops_[u][graph.out().targets[arc]] = 1;
        }
    }
    length_ = cost_;
    for (Vertex u = 0; u < n_; ++u) length_[u][u] = hops_[u][u] = 0;
    close(length_);
    close(hops_);
    count_.assign(n_, std::vector<double>(n_, 0));
    for (Vertex t = 0; t < n_; ++t) {
        std::vector<Vertex> nearest(n_);
        std::iota(nearest.begin(), nearest.end(), Vertex{0});
        std::sort(nearest.begin(), nearest.end(),
                  [&](Vertex a, Vertex b) { return length_[a][t] < length_[b][t]; });
        for (const Vertex s : nearest) {
            if (s == t) count_[s][t] = 1;
            for (Vertex v = 0; v < n_; ++v) {
                if (s != t && reaches(s, t) && cost_[s][v] < unreached &&
                    cost_[s][v] + length_[v][t] == length_[s][t])
                    count_[s][t] += count_[v][t];
            }
        }
    }
}

std::vector<double> BrutePaths::betweenness() const {
    std::vector<double> result(n_, 0);
    for (Vertex s = 0; s < n_; ++s) {
        for (Vertex t = graph_.directed() ? 0 : s + 1; t < n_; ++t) {
            for (Vertex v = 0; v < n_; ++v) {
                if (s == t || v == s || v == t || !reaches(s, t) || !between(s, v, t)) continue;
                result[v] += count_[s][v] * count_[v][t] / count_[s][t];
            }
        }
    }
    return result;
}

std::vector<double> BrutePaths::tie_betweenness() const {
    std::vector<double> result(graph_.tie_count(), 0);
    for (Vertex u = 0; u < n_; ++u) {
        for (std::size_t arc = graph_.out().begin(u); arc < graph_.out().end(u); ++arc) {
            const Vertex v = graph_.out().targets[arc];
            for (Vertex s = 0; s < n_; ++s) {
                for (Vertex t = 0; t < n_; ++t) {
                    if (s == t || cost_[u][v] == unreached || !reaches(s, u) || !reaches(v, t)) continue;
                    if (length_[s][u] + cost_[u][v] + length_[v][t] != length_[s][t]) continue;
                    result[graph_.out().ties[arc]] +=
                        count_[s][u] * count_[v][t] / count_[s][t] / (graph_.directed() ? 1 : 2);
                }
            }
        }
    }
    return result;
}

double BrutePaths::distance(Vertex from, Vertex to) const {
    if (!reaches(from, to)) return -1;
    return static_cast<double>(length_[from][to]) / static_cast<double>(unit);
}

int BrutePaths::hops(Vertex from, Vertex to) const {
    return hops_[from][to] < unreached ? static_cast<int>(hops_[from][to]) : -1;
}

}  // namespace entente::test
