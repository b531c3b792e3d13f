#include "analysis/robustness/robustness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

#include "analysis/robustness/ranking.hpp"
#include "analysis/robustness/replicates.hpp"
#include "analysis/robustness/stability.hpp"
#include "base/parallel.hpp"
#include "base/prose.hpp"
#include "base/shared_blocks.hpp"
#include "model/limits.hpp"

namespace entente {

namespace {

constexpr std::size_t first_in_stable_list = 10;
constexpr std::uint64_t replicate_stream = 0;

using Halves = std::array<std::uint32_t, 2>;  // of a double

// What is kept of all replicates.
struct Collected {
    std::vector<std::uint32_t> ranks;  // actor by actor: ranks[actor * replicates + r]
    std::vector<double> tau, overlap;
    std::vector<std::uint8_t>
        turned;  // pairs of the first actors whose order some replicate reversed or made equal
};

std::vector<std::uint32_t> top_of(const Ranking& ranking, unsigned k) {
    std::vector<std::uint32_t> top;
    for (const std::uint32_t i : ranking.order) {
        if (ranking.rank[i] > k) break;
        top.push_back(i);
    }
    std::sort(top.begin(), top.end());
    return top;
}

double jaccard(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t either = a.size() + b.size() - both.size();
    return either == 0 ? undefined : static_cast<double>(both.size()) / static_cast<double>(either);
}

Collected collect(const Resampler& resampler, const Ranking& base, unsigned top_k, const Control& control) {
    const std::size_t replicates = resampler.replicate_count(), n = base.rank.size(),
                      first = std::min<std::size_t>(n, limits.rank_pairs);
    Collected all;
    all.ranks.resize(n * replicates);
    all.tau.resize(replicates);
    all.overlap.resize(replicates);
    const std::vector<std::uint32_t> top = top_of(base, top_k);
    auto drawn =
        shared_blocks<std::uint32_t>({"replicates", replicates}, control, [&](std::size_t r, unsigned) {
            const Ranking of = ranking(resampler.replicate(r, replicate_stream + r));
            std::vector<std::uint32_t> numbers = of.rank;
            for (const double value : {kendall_tau_b(base, of), jaccard(top, top_of(of, top_k))})
                std::ranges::copy(std::bit_cast<Halves>(value), std::back_inserter(numbers));
            return numbers;
        });
    all.turned.assign(first * first, 0);
    for (std::size_t r = 0; r < replicates; ++r) {
        const std::vector<std::uint32_t> rank = std::move(drawn[r]);
        for (std::size_t i = 0; i < n; ++i) all.ranks[i * replicates + r] = rank[i];
        all.tau[r] = std::bit_cast<double>(Halves{rank[n], rank[n + 1]});
        all.overlap[r] = std::bit_cast<double>(Halves{rank[n + 2], rank[n + 3]});
        for (std::size_t a = 0; a < first; ++a) {
            for (std::size_t b = a + 1; b < first; ++b)
                if (rank[base.order[a]] >= rank[base.order[b]]) all.turned[a * first + b] = 1;
        }
    }
    return all;
}

double mean_defined(const std::vector<double>& values) {
    double sum = 0, count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) sum += value, ++count;
    }
    return count > 0 ? sum / count : undefined;
}

void put_actors(const Resampler& resampler, const std::vector<double>& values, const Ranking& base,
                const Collected& all, Robustness& result) {
    const std::size_t replicates = all.tau.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        ActorRobustness actor{.actor = resampler.actors()[i], .value = values[i]};
        if (!std::isnan(values[i])) {
            actor.rank = base.rank[i];
            actor.mid_rank = base.mid_rank[i];
        }
        const auto begin = all.ranks.begin() + static_cast<std::ptrdiff_t>(i * replicates);
        std::vector<double> ranks(begin, begin + static_cast<std::ptrdiff_t>(replicates));
        if (!ranks.empty()) {
            const auto top =
                std::count_if(ranks.begin(), ranks.end(), [&](double rank) { return rank <= result.top_k; });
            actor.top_probability = static_cast<double>(top) / static_cast<double>(replicates);
            actor.rank_low = quantile(ranks, 0.05);
            actor.rank_high = quantile(ranks, 0.95);
        }
        result.actors.push_back(actor);
    }
}

void put_agreement(const Collected& all, Robustness& result) {
    std::vector<double> tau;
    std::copy_if(all.tau.begin(), all.tau.end(), std::back_inserter(tau),
                 [](double t) { return !std::isnan(t); });
    result.kendall_mean = mean_defined(tau);
    if (!tau.empty()) {
        result.kendall_low = quantile(tau, 0.05);
        result.kendall_high = quantile(tau, 0.95);
    }
    result.top_overlap = mean_defined(all.overlap);
}

void put_pairs(const Resampler& resampler, const Ranking& base, const Collected& all, Robustness& result) {
    const std::size_t first = std::min<std::size_t>(base.order.size(), limits.rank_pairs);
    if (first < base.order.size())
        result.remarks.push_back(fmt::format("pairs are compared among the first {} actors", first));
    for (std::size_t a = 0; a < first; ++a) {
        for (std::size_t b = a + 1; b < first; ++b) {
            const std::uint32_t higher = base.order[a], lower = base.order[b];
            if (base.rank[higher] == base.rank[lower]) continue;
            ++result.pairs;
            if (all.turned[a * first + b]) continue;
            ++result.stable_pairs;
            if (b < first_in_stable_list)
                result.stable_top.push_back({resampler.actors()[higher], resampler.actors()[lower]});
        }
    }
}

std::vector<ActorId> first_of(const Resampler& resampler, const std::vector<double>& values) {
    const Ranking ranks = ranking(values);
    std::vector<ActorId> first;
    for (const std::uint32_t i : ranks.order) {
        if (ranks.rank[i] > 1 || std::isnan(values[i])) break;
        first.push_back(resampler.actors()[i]);
    }
    return first;
}

// Rows worth leaving out by themselves: all, or those of the actors who come first when there are too many.
std::vector<std::size_t> rows_to_try(const Network& network, const Resampler& resampler, Robustness& result) {
    std::vector<std::size_t> rows;
    const auto at_first = [&](TieId row) {
        const auto is = [&](ActorId actor) {
            return std::find(result.first.begin(), result.first.end(), actor) != result.first.end();
        };
        return is(network.ties.source[index(row)]) || is(network.ties.target[index(row)]);
    };
    const bool all = resampler.rows().size() <= limits.rows_left_out;
    for (std::size_t i = 0; i < resampler.rows().size() && rows.size() < limits.rows_left_out; ++i) {
        if (all || at_first(resampler.rows()[i])) rows.push_back(i);
    }
    if (!all)
        result.remarks.push_back(
            fmt::format("of {} ties, the {} of the actor who comes first were left out one by one",
                        resampler.rows().size(), rows.size()));
    return rows;
}

bool is_hinge(const std::vector<ActorId>& first, const Robustness& result) {
    return first.empty() || std::ranges::any_of(first, [&](ActorId actor) {
               return std::ranges::find(result.first, actor) == result.first.end();
           });
}

void put_hinge_ties(const Network& network, const Resampler& resampler, const Control& control,
                    Robustness& result) {
    const std::vector<std::size_t> rows = rows_to_try(network, resampler, result);
    std::vector<std::vector<ActorId>> first(rows.size());
    parallel_blocks(first.size(), control, [&](std::size_t i, unsigned) {
        first[i] = first_of(resampler, resampler.values_without({rows[i]}));
    });
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (is_hinge(first[i], result))
            result.hinge_ties.push_back({resampler.rows()[rows[i]], "", std::move(first[i])});
    }
}

// How far a source moves the ranking: one without which all are level moves it furthest.
double agreement_without(const SourceLeftOut& source) {
    return std::isnan(source.kendall) ? -2 : source.kendall;
}

void put_sources(const Network& network, const Resampler& resampler, const Ranking& base,
                 const Control& control, Robustness& result) {
    if (network.projected) return;  // a row rests on two others, each with sources of its own
    const std::size_t count = std::min<std::size_t>(resampler.sources().size(), limits.sources_left_out);
    if (count < resampler.sources().size())
        result.remarks.push_back(fmt::format("the first {} sources were left out one by one", count));
    result.sources.resize(count);
    parallel_blocks(count, control, [&](std::size_t i, unsigned) {
        const SourceRows& source = resampler.sources()[i];
        const std::vector<double> values = resampler.values_without(source.alone);
        result.sources[i] = {source.source, source.rows.size(), source.alone.size(),
                             kendall_tau_b(base, ranking(values)), first_of(resampler, values)};
    });
    std::ranges::stable_sort(result.sources, {}, agreement_without);
    for (const SourceLeftOut& source : result.sources) {
        if (is_hinge(source.first, result))
            result.hinge_sources.push_back({std::nullopt, source.source, source.first});
    }
}

void put_remarks(const Network& network, const Resampler& resampler, const RobustnessOptions& options,
                 Robustness& result) {
    if (options.by == Perturbation::by_confidence &&
        std::all_of(resampler.rows().begin(), resampler.rows().end(),
                    [&](TieId row) { return network.confidence(row) >= 1; })) {
        result.remarks.push_back(
            "no tie in use has a confidence below 1: every replicate is the network itself; --by tie, source "
            "or random changes it");
    }
    if (options.by == Perturbation::by_source && resampler.sources().size() == 1) {
        result.remarks.push_back(
            fmt::format("all citations name one source, '{}': without it only ties that cite nothing are "
                        "left, which says little about ranks",
                        resampler.sources()[0].source));
    }
    if (options.by == Perturbation::by_source &&
        std::ranges::all_of(resampler.sources(),
                            [](const SourceRows& source) { return source.alone.empty(); })) {
        result.remarks.push_back(
            "every tie that cites a source cites two or more: no single source takes one with it, and every "
            "replicate is the network itself");
    }
    if (options.by == Perturbation::by_tie && resampler.rows().size() > resampler.replicate_count()) {
        result.remarks.push_back(fmt::format("{} of {} ties, drawn at random, were left out one by one",
                                             resampler.replicate_count(), resampler.rows().size()));
    }
    if (const std::uint64_t of = result.one_changed_of; of > 0) {
        result.remarks.push_back(
            fmt::format("the share {:.3g} of {} comes to less than half a tie: one changes "
                        "in each network",
                        options.share, counted(of, "tie")));
    }
    if (const std::size_t unplaced = resampler.unplaced(); unplaced > 0) {
        result.remarks.push_back(fmt::format(
            "too few pairs of actors are without a tie: {} of the ties {} in each network", unplaced,
            options.change == RandomChange::rewire ? "to be rewired stay where they are"
                                                   : "to be added are not made"));
    }
}

}  // namespace

Robustness assess_robustness(const Network& network, const TieSelection& selection,
                             const RobustnessOptions& options, const Control& control) {
    const Resampler resampler(network, selection, options);
    Robustness result;
    result.measure = options.measure;
    result.by = options.by;
    result.change = options.change;
    result.share = options.by == Perturbation::by_random ? options.share : 0;
    result.one_changed_of = resampler.one_changed_of().value_or(0);
    result.top_k = options.top_k;
    result.replicates = static_cast<unsigned>(resampler.replicate_count());
    const std::vector<double> values = resampler.values_of(resampler.rows());
    const Ranking base = ranking(values);
    result.first = first_of(resampler, values);
    const Collected all = collect(resampler, base, options.top_k, control);
    put_actors(resampler, values, base, all, result);
    put_agreement(all, result);
    if (result.replicates > 0) put_pairs(resampler, base, all, result);
    Control quiet = control;
    quiet.progress = nullptr;
    put_hinge_ties(network, resampler, quiet, result);
    put_sources(network, resampler, base, quiet, result);
    if (options.stability) result.stability = stability_coefficient(resampler, values, quiet);
    put_remarks(network, resampler, options, result);
    return result;
}

}  // namespace entente
