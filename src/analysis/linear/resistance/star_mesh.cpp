#include "analysis/linear/resistance/star_mesh.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace entente {

namespace {

// How far it goes, in arcs that there were at first.
struct Growth {
    std::size_t arcs, ends;
};

class Elimination {
public:
    Elimination(const Adjacency& ties, Growth most) : rows_(ties.offsets.size() - 1) {
        for (Vertex v = 0; v < rows_.size(); ++v) {
            for (std::size_t arc = ties.begin(v); arc < ties.end(v); ++arc)
                rows_[v].emplace_back(ties.targets[arc], ties.strength(arc));
            waiting_.insert({rows_[v].size(), v});
        }
        arcs_ = ties.targets.size();
        most_arcs_ = most.arcs * arcs_;
        most_ends_ = most.ends * arcs_;
        result_.offsets.push_back(0);
    }

    StarMesh run() {
        constexpr std::size_t never_more = 3;  // ends of a star that has no fewer ties than its mesh
        while (waiting_.size() > 1) {
            const auto [degree, v] = *waiting_.begin();
            const bool grows = arcs_ + degree * (degree - 1) > most_arcs_ + 2 * degree;
            if (degree > never_more && (grows || result_.ends.size() + degree > most_ends_)) break;
            waiting_.erase(waiting_.begin());
            take_out(v);
        }
        put_rest();
        return std::move(result_);
    }

private:
    using Row = std::vector<std::pair<Vertex, double>>;  // ascending

    void take_out(Vertex v) {
        const Row star = std::move(rows_[v]);
        rows_[v].clear();
        double sum = 0;
        for (const auto& [end, strength] : star) sum += strength;
        arcs_ -= star.size();
        for (const auto& [end, strength] : star) {
            arcs_ -= rows_[end].size();
            waiting_.erase({rows_[end].size(), end});
            join(rows_[end], star, {v, end}, strength / sum);
            waiting_.insert({rows_[end].size(), end});
            arcs_ += rows_[end].size();
            result_.ends.push_back(end);
            result_.shares.push_back(strength / sum);
        }
        result_.order.push_back(v);
        result_.conductance.push_back(sum);
        result_.offsets.push_back(result_.ends.size());
    }

    struct Pair {
        Vertex gone, own;
    };

    // The star's ends beside the row's own, each with `share` of its conductance; the star's middle goes.
    void join(Row& row, const Row& star, Pair pair, double share) {
        merged_.clear();
        auto old = row.begin();
        const auto keep_below = [&](Vertex bound) {
            for (; old != row.end() && old->first < bound; ++old) {
                if (old->first != pair.gone) merged_.push_back(*old);
            }
        };
        for (const auto& [end, strength] : star) {
            keep_below(end);
            if (end == pair.own) continue;
            const bool there = old != row.end() && old->first == end;
            merged_.emplace_back(end, (there ? (old++)->second : 0.0) + share * strength);
        }
        keep_below(static_cast<Vertex>(rows_.size()));
        row.assign(merged_.begin(), merged_.end());
    }

    void put_rest() {
        std::vector<Vertex> place(rows_.size(), 0);
        for (const auto& [degree, v] : waiting_) result_.core.push_back(v);
        std::sort(result_.core.begin(), result_.core.end());
        for (Vertex i = 0; i < result_.core.size(); ++i) place[result_.core[i]] = i;
        result_.rest.offsets.push_back(0);
        for (const Vertex v : result_.core) {
            for (const auto& [end, strength] : rows_[v]) {
                result_.rest.targets.push_back(place[end]);
                result_.rest.strengths.push_back(strength);
            }
            result_.rest.offsets.push_back(result_.rest.targets.size());
        }
    }

    std::vector<Row> rows_;
    std::set<std::pair<std::size_t, Vertex>> waiting_;  // by ties, then number
    std::size_t arcs_ = 0, most_arcs_ = 0, most_ends_ = 0;
    Row merged_;
    StarMesh result_;
};

}  // namespace

StarMesh star_mesh(const Adjacency& ties) {
    StarMesh whole = Elimination(ties, {.arcs = 3, .ends = 20}).run();
    // A core that is left takes many passes over its arcs, which are to be few.
    return whole.core.size() == 1 ? std::move(whole) : Elimination(ties, {.arcs = 2, .ends = 10}).run();
}

}  // namespace entente
