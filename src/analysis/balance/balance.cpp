#include "analysis/balance/balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/balance/bounded_walk_balance.hpp"
#include "analysis/balance/clusterability.hpp"
#include "analysis/balance/conflict_resolution.hpp"
#include "analysis/balance/frustration/components.hpp"
#include "analysis/balance/frustration/frozen_core.hpp"
#include "analysis/balance/frustration/frustration.hpp"
#include "analysis/balance/null_models.hpp"
#include "analysis/balance/signed_triangles.hpp"
#include "analysis/balance/walk_balance.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/prose.hpp"
#include "graph/signed_graph.hpp"
#include "model/limits.hpp"
#include "model/two_mode.hpp"

namespace entente {

namespace {

using namespace balance;

// A time limit stands instead of the limit to steps.
Budget proof_budget(const BalanceOptions& options, const Control& control) {
    Budget budget;
    budget.control = &control;
    if (options.time_limit) {
        budget.deadline =
            std::chrono::steady_clock::now() +
            std::chrono::milliseconds(std::llround(1000 * std::clamp(*options.time_limit, 0.0, 1e7)));
    } else {
        budget.most_steps = options.proof_steps;
    }
    return budget;
}

SignedGraph signed_graph_for(const Network& network, TieSelection selection, ConflictRule rule) {
    // Every row counts by itself: its strength, or one where rows are counted.
    if (rule == ConflictRule::keep && selection.merge != MergeRule::count) selection.merge = MergeRule::sum;
    return build_signed_graph(network, selection);
}

// A bound of the sum of strengths, rounded up to what sums of strengths can be.
Cost lifted(Cost bound, Cost divisor) {
    return divisor <= 1 || bound % divisor == 0 ? bound : bound + divisor - bound % divisor;
}

Frustration frustration_of(const ResolvedTies& ruled, const Division& division) {
    Frustration result;
    const Cost lower =
        division.proven ? division.upper : lifted(division.lower, common_divisor(ruled.problem));
    const bool exact = ruled.rounding == 0;
    result.index = result.upper_bound = ruled.strength_of(division.upper + ruled.constant);
    result.lower_bound = ruled.strength_of(std::min(lower, division.upper) + ruled.constant);
    if (!exact && !division.proven) result.lower_bound = std::max(0.0, result.lower_bound - ruled.rounding);
    result.status = division.proven ? ProofStatus::optimal : ProofStatus::bounded;
    result.tolerance = exact ? 0 : ruled.rounding;
    result.total = ruled.total();
    if (result.total > 0) result.normalized = 1 - 2 * result.index / result.total;
    return result;
}

void put_ties(const SignedGraph& graph, const ResolvedTies& ruled, const TriangleFigures& triangles,
              const Network& network, Balance& result) {
    result.first_row.push_back(0);
    for (std::size_t t = 0; t < ruled.ties.size(); ++t) {
        const ResolvedTie& tie = ruled.ties[t];
        const SignedPair& pair = graph.pairs[tie.pair];
        const Sign sign = tie.negative ? Sign::negative : Sign::positive;
        result.ties.push_back({pair.source, pair.target, sign, tie.strength, triangles.of_tie[t],
                               triangles.unbalanced_of_tie[t], false});
        for (const TieId row : graph.rows_of(tie.pair)) {
            if (result.conflict != ConflictRule::keep || network.sign(row) == sign)
                result.rows.push_back(row);
        }
        result.first_row.push_back(result.rows.size());
        (tie.negative ? result.negative_ties : result.positive_ties) +=
            result.conflict == ConflictRule::keep ? tie.rows : 1;
    }
}

// Turns each component so that its larger side, of equal ones that of its first actor, is side 0.
void turn_components(const std::vector<std::vector<std::uint32_t>>& parts, Sides& side) {
    for (const std::vector<std::uint32_t>& part : parts) {
        const auto others = static_cast<std::size_t>(std::count_if(
            part.begin(), part.end(), [&](std::uint32_t v) { return side[v] != side[part[0]]; }));
        const std::uint8_t first = 2 * others > part.size() ? 1 : 0;
        const std::uint8_t turn = side[part[0]] ^ first;
        for (const std::uint32_t v : part) side[v] ^= turn;
    }
}

// Sides in ties and actors.
void put_factions(const SignedGraph& graph, const ResolvedTies& ruled, Sides side, Balance& result) {
    turn_components(components(ruled.problem), side);
    result.faction.assign(graph.vertex_count(), 0);
    for (std::size_t t = 0; t < ruled.ties.size(); ++t) {
        const SignedPair& pair = graph.pairs[ruled.ties[t].pair];
        result.ties[t].frustrated = (side[pair.a] != side[pair.b]) != ruled.ties[t].negative;
        for (const Vertex v : {pair.a, pair.b}) result.faction[v] = static_cast<std::uint8_t>(1 + side[v]);
    }
}

// What takes long and does not depend on one another.
struct Parts {
    Division division;
    FrozenCore settled;
    Blocs blocs;
    WalkBalance walk_balance{undefined, 0};
    bool interrupted = false;  // walk balance was
    std::vector<Frustration> under_net_and_keep;
};

// The division to begin with as sides of vertices.
Sides start_of(const SignedGraph& graph, const std::vector<std::uint8_t>& faction) {
    Sides side;
    if (faction.empty()) return side;
    for (const ActorId actor : graph.actors) side.push_back(faction[index(actor)] == 2 ? 1 : 0);
    return side;
}

// What the parts are asked of.
struct Asked {
    const Network& network;
    const TieSelection& selection;
    const SignedGraph& graph;
    const ResolvedTies& ruled;
    bool walks = false, other_rules = false;  // which parts there are
};

// Whether all eigenvalues give the walk balance: beside the other parts, on one thread. Of more actors the
// bounds of quadrature do, after them, on all threads.
bool few_enough_for_all_walks(const SignedGraph& graph) { return graph.vertex_count() <= limits.all_walks; }

// A stop leaves it undefined and is noted.
void put_walk_balance(const Asked& asked, const Control& control, Parts& parts) {
    Control quiet = control;
    quiet.progress = nullptr;
    quiet.ranks = nullptr;  // the parts run beside each other, in another order in each process
    try {
        if (few_enough_for_all_walks(asked.graph)) {
            quiet.threads = 1;
            parts.walk_balance.value = walk_balance(asked.ruled.problem, quiet);
        } else {
            parts.walk_balance = bounded_walk_balance(asked.ruled.problem, quiet);
        }
    } catch (const Error& error) {
        if (error.fault() != Fault::interrupted) throw;
        parts.interrupted = true;
    }
}

// The index under the rules for conflicting pairs that were not asked for: it shows how much depends on the
// rule. Empty in the place of the rule asked for.
std::vector<Frustration> under_other_rules(const Asked& asked, const FrustrationOptions& search,
                                           ConflictRule chosen, const Budget& budget) {
    std::vector<Frustration> found;
    for (const ConflictRule rule : {ConflictRule::net, ConflictRule::keep}) {
        if (rule == chosen) {
            found.push_back({});
            continue;
        }
        const ResolvedTies other =
            resolved_ties(signed_graph_for(asked.network, asked.selection, rule), rule);
        found.push_back(frustration_of(other, minimum_frustration(other.problem, search, budget)));
    }
    return found;
}

// Each with a budget of its own, on as many threads as there are; a stop leaves bounds, not an error.
Parts parts_of(const Asked& asked, const BalanceOptions& options, const Control& control) {
    const ResolvedTies& ruled = asked.ruled;
    const Budget budget = proof_budget(options, control);
    Budget half = budget, eighth = budget;
    half.most_steps /= 2;
    eighth.most_steps /= 8;
    FrustrationOptions search;
    search.seed = options.seed;
    search.start = start_of(asked.graph, options.start);
    Parts parts;
    const auto divide = [&] { parts.division = minimum_frustration(ruled.problem, search, budget); };
    if (options.depth == BalanceDepth::factions) {
        divide();
        return parts;
    }
    std::vector<std::function<void()>> all{
        [&] {
            divide();
            if (!parts.division.proven) return;
            parts.settled =
                settled_sides(ruled.problem, ruled.canceled, parts.division.side, options.seed, eighth);
        },
        [&] { parts.blocs = fewest_errors(ruled.problem, options.seed, eighth); }};
    const bool walks_beside = asked.walks && few_enough_for_all_walks(asked.graph);
    if (walks_beside) all.push_back([&] { put_walk_balance(asked, control, parts); });
    if (asked.other_rules)
        all.push_back(
            [&] { parts.under_net_and_keep = under_other_rules(asked, search, options.conflict, half); });
    Control of_parts;
    of_parts.threads = control.threads;
    parallel_blocks(all.size(), of_parts, [&](std::size_t part, unsigned) { all[part](); });
    if (asked.walks && !walks_beside) put_walk_balance(asked, control, parts);
    return parts;
}

// vertex -> whether it is in a pair that has a tie.
std::vector<std::uint8_t> tied_in(const ResolvedTies& ruled) {
    std::vector<std::uint8_t> tied(ruled.problem.vertices, 0);
    for (const SignedEdge& e : ruled.problem.edges) tied[e.u] = tied[e.v] = 1;
    for (const auto& [u, v] : ruled.canceled) tied[u] = tied[v] = 1;
    return tied;
}

// Without a proof of the index: those whose move alone would cost nothing, which holds for the division
// found.
void put_single_moves(const ResolvedTies& ruled, const Sides& side, Balance& result) {
    std::vector<Cost> gain(ruled.problem.vertices, 0);
    for (const SignedEdge& e : ruled.problem.edges) {
        for (const std::uint32_t v : {e.u, e.v}) gain[v] += e.frustrated(side) ? e.cost() : -e.cost();
    }
    const std::vector<std::uint8_t> tied = tied_in(ruled);
    for (std::size_t v = 0; v < gain.size(); ++v) result.contested[v] = tied[v] && gain[v] == 0 ? 1 : 0;
}

void put_contested(const ResolvedTies& ruled, const Parts& parts, Balance& result) {
    result.contested.assign(ruled.problem.vertices, 0);
    if (!parts.division.proven) return put_single_moves(ruled, parts.division.side, result);
    result.contested = parts.settled.contested;
    result.contested_complete = parts.settled.exact;
    result.optima = parts.settled.optima;
}

void put_blocs(const ResolvedTies& ruled, const Blocs& found, Balance& result) {
    const std::vector<std::uint8_t> tied = tied_in(ruled);
    std::vector<std::uint32_t> size(found.bloc.size(), 0), order, number(found.bloc.size(), 0);
    for (std::size_t v = 0; v < found.bloc.size(); ++v) {
        if (tied[v] && size[found.bloc[v]]++ == 0) order.push_back(found.bloc[v]);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i + 1;
    result.weak.blocs = static_cast<std::uint32_t>(order.size());
    for (std::size_t v = 0; v < found.bloc.size(); ++v)
        result.weak.bloc.push_back(tied[v] ? number[found.bloc[v]] : 0);
    result.weak.errors = ruled.strength_of(found.upper + ruled.constant);
    result.weak.lower_bound = ruled.strength_of(
        (found.proven ? found.upper
                      : std::min(found.upper, lifted(found.lower, common_divisor(ruled.problem)))) +
        ruled.constant);
    result.weak.status = found.proven ? ProofStatus::optimal : ProofStatus::bounded;
}

void put_other_rules(const Parts& parts, Balance& result) {
    if (parts.under_net_and_keep.empty()) return;
    result.under_net =
        result.conflict == ConflictRule::net ? result.frustration : parts.under_net_and_keep[0];
    result.under_keep =
        result.conflict == ConflictRule::keep ? result.frustration : parts.under_net_and_keep[1];
}

void put_nulls(const ResolvedTies& ruled, bool two_modes, const BalanceOptions& options,
               const Control& control, Balance& result) {
    if (options.draws == 0 || ruled.ties.empty()) return;
    if (result.positive_ties == 0 || result.negative_ties == 0) {
        result.left_out.push_back(
            result.conflicting_pairs > 0
                ? "significance: without the pairs of both signs all ties have one sign, so that no other "
                  "dealing of signs is possible"
                : "significance: all ties have one sign, so that no other dealing of signs is possible");
        return;
    }
    if (options.conflict == ConflictRule::keep && result.conflicting_pairs > 0) {
        result.left_out.push_back(
            "significance: pairs with both signs count as two ties under --conflict keep, for which the null "
            "models are not defined");
        return;
    }
    result.nulls = balance_nulls(ruled.problem, {options.draws, options.seed}, control);
    if (two_modes) {
        result.nulls.pop_back();
        result.left_out.push_back(
            "significance, signs rewired: in two-mode data its networks would tie actors of one mode");
    }
    for (BalanceNull& null : result.nulls) {
        for (double* const value :
             {&null.frustration.observed, &null.frustration.mean, &null.frustration.deviation})
            *value = ruled.strength_of(*value);
    }
}

void put_walks(const Parts& parts, Balance& result) {
    result.walk_balance = parts.walk_balance.value;
    if (parts.interrupted) result.left_out.push_back("walk balance: interrupted");
    else if (std::isnan(result.walk_balance) && parts.walk_balance.error > 0)
        result.left_out.push_back("walk balance: 300 steps from each actor leave it uncertain");
    else result.walk_balance_error = parts.walk_balance.error;
}

}  // namespace

Balance analyze_balance(const Network& network, const TieSelection& selection, const BalanceOptions& options,
                        const Control& control) {
    const SignedGraph graph = signed_graph_for(network, selection, options.conflict);
    const ResolvedTies ruled = resolved_ties(graph, options.conflict);
    Balance result;
    result.conflict = options.conflict;
    result.weighted = graph.weighted;
    result.actors = graph.actors;
    result.unsigned_rows = graph.unsigned_rows;
    result.undecided_pairs = ruled.undecided;
    for (const SignedPair& pair : graph.pairs) result.conflicting_pairs += pair.conflicting() ? 1 : 0;

    TriangleFigures triangles = signed_triangles(graph, ruled);
    result.triangles = triangles.counts;
    if (const double total = static_cast<double>(triangles.counts.total()); total > 0) {
        const std::uint64_t balanced = triangles.counts.ppp + triangles.counts.pmm;
        result.balanced_strong = static_cast<double>(balanced) / total;
        result.balanced_weak = static_cast<double>(balanced + triangles.counts.mmm) / total;
    }
    put_ties(graph, ruled, triangles, network, result);
    result.actor_triangles = std::move(triangles.of_vertex);
    result.actor_unbalanced_triangles = std::move(triangles.unbalanced_of_vertex);

    const std::string too_many = too_many_walks(ruled.problem, graph.vertex_count(), options.most_walking);
    const Parts parts = parts_of({.network = network,
                                  .selection = selection,
                                  .graph = graph,
                                  .ruled = ruled,
                                  .walks = options.walks && too_many.empty(),
                                  .other_rules = result.conflicting_pairs > 0},
                                 options, control);
    result.frustration = frustration_of(ruled, parts.division);
    put_factions(graph, ruled, parts.division.side, result);
    result.proof_steps = parts.division.steps;
    if (options.depth == BalanceDepth::full) {
        put_contested(ruled, parts, result);
        put_blocs(ruled, parts.blocs, result);
        put_other_rules(parts, result);
    }
    if (options.walks && !too_many.empty()) result.left_out.push_back("walk balance: " + too_many);
    put_walks(parts, result);
    try {
        put_nulls(ruled, two_mode(network).has_value(), options, control, result);
    } catch (const Error& error) {
        if (error.fault() != Fault::interrupted) throw;
        result.left_out.push_back("significance: interrupted");
    }
    return result;
}

}  // namespace entente
