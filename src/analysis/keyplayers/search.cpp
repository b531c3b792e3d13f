#include "analysis/keyplayers/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/parallel.hpp"
#include "base/random.hpp"

namespace entente::keyplayers {

namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();

double margin(double score) { return score == nothing ? 0 : 1e-12 * std::max(1.0, std::abs(score)); }

// The best sets so far.
class Champions {
public:
    void consider(double score, std::span<const std::uint32_t> rest, std::uint32_t added) {
        if (score < score_ - margin(score_)) return;
        if (score > score_ + margin(score_)) {
            score_ = score;
            sets_.clear();
            count_ = 0;
        }
        ++count_;
        if (sets_.size() == most_listed) return;
        Set set(rest.begin(), rest.end());
        set.insert(std::upper_bound(set.begin(), set.end(), added), added);
        sets_.push_back(std::move(set));
    }
    double score() const { return score_; }
    const std::vector<Set>& sets() const { return sets_; }
    std::uint64_t count() const { return count_; }

private:
    double score_ = nothing;
    std::vector<Set> sets_;
    std::uint64_t count_ = 0;
};

// Visits the sets of `size` candidates that begin with `set` and leave a later candidate, in lexicographic
// order.
template <class Visit>
void each_extension(Set& set, std::uint32_t size, std::uint32_t candidates, const Visit& visit) {
    if (set.size() == size) {
        visit(set);
        return;
    }
    const auto missing = size - static_cast<std::uint32_t>(set.size());
    for (std::uint32_t c = set.empty() ? 0 : set.back() + 1; c + missing < candidates; ++c) {
        set.push_back(c);
        each_extension(set, size, candidates, visit);
        set.pop_back();
    }
}

bool contains(const Set& set, std::uint32_t candidate) {
    return std::binary_search(set.begin(), set.end(), candidate);
}

Set random_set(const SearchTask& task, Random& random) {
    Set set;
    while (set.size() < task.size) {
        const auto c = static_cast<std::uint32_t>(random.below(task.candidates));
        if (!contains(set, c)) set.insert(std::upper_bound(set.begin(), set.end(), c), c);
    }
    return set;
}

// One climb: grown to its size where it is not yet of it, then bettered member by member.
struct Climb {
    const SearchTask& task;
    const ScoreWithEach& score_with_each;
    const Control& control;
    Champions champions = {};
    std::uint64_t considered = 0;
    std::vector<double> scores = {};

    // The best candidate to add to `rest`; equal ones: the first.
    std::pair<std::uint32_t, double> best_addition(const Set& rest) {
        scores.assign(task.candidates, nothing);
        score_with_each(rest, 0, scores);
        std::uint32_t best = 0;
        double best_score = nothing;
        for (std::uint32_t c = 0; c < task.candidates; ++c) {
            if (contains(rest, c)) continue;
            ++considered;
            if (rest.size() + 1 == task.size) champions.consider(scores[c], rest, c);
            if (best_score == nothing || scores[c] > best_score + margin(best_score)) {
                best = c;
                best_score = scores[c];
            }
        }
        return {best, best_score};
    }

    void run(Set set) {
        double score = nothing;
        while (set.size() < task.size && !control.stopped()) {
            const auto [c, with] = best_addition(set);
            set.insert(std::upper_bound(set.begin(), set.end(), c), c);
            score = with;
        }
        for (bool better = true; better && !control.stopped();) {
            better = false;
            for (std::size_t member = 0; member < set.size() && !control.stopped(); ++member) {
                Set rest = set;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(member));
                const auto [c, with] = best_addition(rest);
                if (score != nothing && with <= score + margin(score)) continue;
                better = better || score != nothing || c != set[member];
                score = with;
                rest.insert(std::upper_bound(rest.begin(), rest.end(), c), c);
                set = std::move(rest);
            }
        }
    }
};

}  // namespace

SearchResult search_all(const SearchTask& task, const Control& control) {
    // A block is a first member; the last member is left to the scorer, which takes all of them at once.
    const std::uint32_t blocks = task.size == 1 ? 1 : task.candidates;
    std::vector<Champions> champions(blocks);
    std::vector<std::uint64_t> considered(blocks, 0);
    parallel_blocks(blocks, control, [&](std::size_t block, unsigned) {
        const ScoreWithEach score_with_each = task.scorer();
        std::vector<double> scores(task.candidates);
        Set set;
        if (task.size > 1) set.push_back(static_cast<std::uint32_t>(block));
        each_extension(set, task.size - 1, task.candidates, [&](const Set& rest) {
            const std::uint32_t from = rest.empty() ? 0 : rest.back() + 1;
            if (control.stopped() || from >= task.candidates) return;
            score_with_each(rest, from, scores);
            for (std::uint32_t c = from; c < task.candidates; ++c)
                champions[block].consider(scores[c], rest, c);
            considered[block] += task.candidates - from;
        });
    });
    SearchResult result;
    result.score = nothing;
    for (const Champions& c : champions) result.score = std::max(result.score, c.score());
    for (std::size_t block = 0; block < blocks; ++block) {
        result.considered += considered[block];
        if (champions[block].score() < result.score - margin(result.score)) continue;
        result.best_count += champions[block].count();
        for (const Set& set : champions[block].sets()) {
            if (result.best.size() < most_listed) result.best.push_back(set);
        }
    }
    return result;
}

SearchResult search_by_exchange(const SearchTask& task, std::uint32_t starts, std::uint64_t seed,
                                const Control& control) {
    std::vector<Champions> champions(starts);
    std::vector<std::uint64_t> considered(starts, 0);
    parallel_blocks(starts, control, [&](std::size_t start, unsigned) {
        const ScoreWithEach score_with_each = task.scorer();
        Random random(seed, start);
        Climb climb{task, score_with_each, control};
        climb.run(start == 0 ? Set{} : random_set(task, random));
        champions[start] = climb.champions;
        considered[start] = climb.considered;
    });
    SearchResult result;
    result.score = nothing;
    for (const Champions& c : champions) result.score = std::max(result.score, c.score());
    std::set<Set> different;
    for (std::size_t start = 0; start < starts; ++start) {
        result.considered += considered[start];
        if (champions[start].score() < result.score - margin(result.score)) continue;
        different.insert(champions[start].sets().begin(), champions[start].sets().end());
    }
    result.best_count = different.size();
    for (const Set& set : different) {
        if (result.best.size() < most_listed) result.best.push_back(set);
    }
    return result;
}

}  // namespace entente::keyplayers
