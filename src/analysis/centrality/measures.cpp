#include "analysis/centrality/measures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/centrality/kernels.hpp"
#include "base/error.hpp"
#include "base/named.hpp"

namespace entente {

namespace {

constexpr Measure table[] = {
    {.name = "degree",
     .definition = "number of actors tied to the actor; directed: ties received plus ties sent, an "
                   "undirected one being "
                   "both",
     .citation = "Freeman 1979",
     .scale = "count",
     .normalized = "n − 1; directed 2(n − 1)",
     .kernel = kernels::degrees,
     .in_default = true},
    {.name = "in_degree",
     .definition = "number of ties received",
     .citation = "Freeman 1979",
     .scale = "count",
     .normalized = "n − 1",
     .kernel = kernels::degrees,
     .applies = Applies::to_directed},
    {.name = "out_degree",
     .definition = "number of ties sent",
     .citation = "Freeman 1979",
     .scale = "count",
     .normalized = "n − 1",
     .kernel = kernels::degrees,
     .applies = Applies::to_directed},
    {.name = "strength",
     .definition = "sum of the strengths of the actor's ties; directed: received plus sent, an undirected "
                   "one being both",
     .citation = "Barrat et al. 2004",
     .scale = "sum of strengths",
     .normalized = "",
     .kernel = kernels::degrees},
    {.name = "in_strength",
     .definition = "sum of the strengths of the ties received",
     .citation = "Barrat et al. 2004",
     .scale = "sum of strengths",
     .normalized = "",
     .kernel = kernels::degrees,
     .applies = Applies::to_directed},
    {.name = "out_strength",
     .definition = "sum of the strengths of the ties sent",
     .citation = "Barrat et al. 2004",
     .scale = "sum of strengths",
     .normalized = "",
     .kernel = kernels::degrees,
     .applies = Applies::to_directed},
    {.name = "betweenness",
     .definition = "over the pairs of others, the share of their shortest paths that pass through the actor, "
                   "summed; unordered pairs when undirected; cost 1/strength",
     .citation = "Freeman 1977; Brandes 2001",
     .scale = "pairs",
     .normalized = "(n − 1)(n − 2)/2; directed (n − 1)(n − 2)",
     .kernel = kernels::betweenness,
     .in_default = true},
    {.name = "closeness",
     .definition =
         "(r/(n − 1)) · (r/Σd) over the r others reached along outgoing ties; 0 for r = 0; cost 1/strength",
     .citation = "Wasserman & Faust 1994",
     .scale = "1/mean distance × share reached",
     .normalized = "",
     .kernel = kernels::closeness,
     .in_default = true},
    {.name = "harmonic",
     .definition = "Σ 1/d over the others reached along outgoing ties; cost 1/strength",
     .citation = "Marchiori & Latora 2000",
     .scale = "sum of 1/distance",
     .normalized = "n − 1",
     .kernel = kernels::closeness,
     .in_default = true},
    {.name = "eccentricity",
     .definition = "the longest of the shortest paths to others within reach, outgoing, in hops",
     .citation = "Hage & Harary 1995",
     .scale = "hops",
     .normalized = "",
     .kernel = kernels::closeness},
    {.name = "eigenvector",
     .definition = "as central as those tied to the actor (directed: those whose ties it receives): x_v = Σ "
                   "w_uv x_u / λ, λ the largest eigenvalue; 0 outside the part it belongs to",
     .citation = "Bonacich 1972",
     .scale = "largest 1",
     .normalized = "",
     .kernel = kernels::eigenvector,
     .in_default = true},
    {.name = "pagerank",
     .definition = "share of time a walker spends with the actor who follows ties by strength and, in 15 of "
                   "100 steps or where no tie leads on, jumps anywhere",
     .citation = "Brin & Page 1998",
     .scale = "sums to 1 (damping 0.85)",
     .normalized = "",
     .kernel = kernels::pagerank,
     .in_default = true},
    {.name = "hub",
     .definition = "points to good authorities: dominant eigenvector of AAᵀ",
     .citation = "Kleinberg 1999",
     .scale = "largest 1",
     .normalized = "",
     .kernel = kernels::hubs_and_authorities,
     .applies = Applies::to_directed},
    {.name = "authority",
     .definition = "is pointed to by good hubs: dominant eigenvector of AᵀA",
     .citation = "Kleinberg 1999",
     .scale = "largest 1",
     .normalized = "",
     .kernel = kernels::hubs_and_authorities,
     .applies = Applies::to_directed},
    {.name = "katz",
     .definition = "walks of every length that lead to the actor, each step weighing α = 0.85/λ: x_v = 1 + α "
                   "Σ w_uv x_u",
     .citation = "Katz 1953",
     .scale = "at least 1",
     .normalized = "",
     .kernel = kernels::katz},
    {.name = "constraint",
     .definition = "how far the actor's contacts are tied to one another: Σ_j (p_ij + Σ_q p_iq p_qj)², p the "
                   "shares of the actor's strength, both directions added",
     .citation = "Burt 1992",
     .scale = "0 to 1.125; empty for isolates",
     .normalized = "",
     .kernel = kernels::ego_networks,
     .in_default = true},
    {.name = "effective_size",
     .definition = "contacts less their redundancy: Σ_j (1 − Σ_q p_iq m_jq), m_jq the strength of j–q over "
                   "j's largest; unweighted n − 2t/n",
     .citation = "Burt 1992, Borgatti 1997",
     .scale = "contacts; empty for isolates",
     .normalized = "",
     .kernel = kernels::ego_networks},
    {.name = "efficiency",
     .definition = "effective size over the number of contacts",
     .citation = "Burt 1992",
     .scale = "0 to 1; empty for isolates",
     .normalized = "",
     .kernel = kernels::ego_networks},
    {.name = "coreness",
     .definition = "largest k such that the actor belongs to a part of the network in which everyone has k "
                   "neighbors within the part, without directions",
     .citation = "Seidman 1983; Batagelj & Zaveršnik 2003",
     .scale = "count",
     .normalized = "",
     .kernel = kernels::coreness,
     .in_default = true},
    {.name = "clustering",
     .definition =
         "share of the pairs of the actor's neighbors that are tied, without weights and directions",
     .citation = "Watts & Strogatz 1998",
     .scale = "0 to 1; empty below two neighbors",
     .normalized = "",
     .kernel = kernels::ego_networks,
     .in_default = true},
    {.name = "subgraph",
     .definition = "closed walks from the actor, those of length k weighing 1/k!: the diagonal of e^A, "
                   "without weights and directions",
     .citation = "Estrada & Rodríguez-Velázquez 2005",
     .scale = "at least 1",
     .normalized = "",
     .kernel = kernels::subgraph,
     .most_actors = 20'000},
    {.name = "current_flow_betweenness",
     .definition =
         "share of a unit of current between each pair of others that passes through the actor, ties being "
         "resistors of conductance = strength; per component of r actors, without directions",
     .citation = "Newman 2005; Brandes & Fleischer 2005",
     .scale = "mean over the (r − 1)(r − 2)/2 pairs",
     .normalized = "",
     .kernel = kernels::current_flow,
     .most_actors = 2000},
    {.name = "current_flow_closeness",
     .definition = "1/Σ of the effective resistances to the others of the component, also called information "
                   "centrality; 0 for isolates",
     .citation = "Brandes & Fleischer 2005; Stephenson & Zelen 1989",
     .scale = "1/sum of resistances",
     .normalized = "",
     .kernel = kernels::current_flow,
     .most_actors = 20'000},
    {.name = "positive_degree",
     .definition =
         "number of positive ties of the actor, whatever --ties says; directed: received plus sent, "
         "an undirected one once",
     .citation = "Wasserman & Faust 1994",
     .scale = "count",
     .normalized = "",
     .kernel = kernels::signed_degrees,
     .applies = Applies::to_signed},
    {.name = "negative_degree",
     .definition =
         "number of negative ties of the actor, whatever --ties says; directed: received plus sent, "
         "an undirected one once",
     .citation = "Wasserman & Faust 1994",
     .scale = "count",
     .normalized = "",
     .kernel = kernels::signed_degrees,
     .applies = Applies::to_signed},
    {.name = "net_degree",
     .definition = "positive degree less negative degree",
     .citation = "Everett & Borgatti 2014",
     .scale = "count",
     .normalized = "",
     .kernel = kernels::signed_degrees,
     .applies = Applies::to_signed},
    {.name = "pn",
     .definition = "positive and negative ties, direct and through others, in one index: (I − A/(2n − 2))⁻¹ "
                   "1 with A = P − 2N, without directions and weights",
     .citation = "Everett & Borgatti 2014",
     .scale = "1 without ties",
     .normalized = "",
     .kernel = kernels::pn,
     .applies = Applies::to_signed},
    {.name = "pn_in",
     .definition = "the PN index of ties received: (I − AᵀA/(4(n − 1)²))⁻¹ (I + Aᵀ/(2n − 2)) 1",
     .citation = "Everett & Borgatti 2014",
     .scale = "1 without ties",
     .normalized = "",
     .kernel = kernels::pn_directed,
     .applies = Applies::to_signed_directed},
    {.name = "pn_out",
     .definition = "the PN index of ties sent: (I − AAᵀ/(4(n − 1)²))⁻¹ (I + A/(2n − 2)) 1",
     .citation = "Everett & Borgatti 2014",
     .scale = "1 without ties",
     .normalized = "",
     .kernel = kernels::pn_directed,
     .applies = Applies::to_signed_directed},
};

// Why the measure says nothing of its own on this input, or "".
std::string reason_to_leave_out(const Measure& measure, const MeasureInput& input) {
    const bool needs_directed =
        measure.applies == Applies::to_directed || measure.applies == Applies::to_signed_directed;
    if (is_of_signed_ties(measure) && !input.network.has_signs()) return "needs signed ties";
    if (needs_directed && !input.graph.directed()) return "needs directed ties";
    if (input.graph.vertex_count() > measure.most_actors) {
        return fmt::format("is computed for up to {} actors, and there are {}", measure.most_actors,
                           input.graph.vertex_count());
    }
    return {};
}

struct Choice {
    std::vector<const Measure*> rows;
    std::vector<std::string> left_out;
};

Choice choose(const MeasureInput& input, const std::vector<std::string>& names) {
    Choice choice;
    const auto add = [&](const Measure& row) {
        if (std::find(choice.rows.begin(), choice.rows.end(), &row) == choice.rows.end())
            choice.rows.push_back(&row);
    };
    for (const std::string& name : names) {
        if (name == "all") {
            for (const Measure& row : table) {
                const std::string reason = reason_to_leave_out(row, input);
                if (reason.empty()) add(row);
                else choice.left_out.push_back(fmt::format("{}: {}", row.name, reason));
            }
            continue;
        }
        const Measure& row = find_named("measure", name, measures());
        if (input.graph.vertex_count() > row.most_actors) {
            throw Error(
                Fault::usage,
                fmt::format("{} {}; choose fewer actors by --kind or --largest-component, or another measure",
                            name, reason_to_leave_out(row, input)));
        }
        add(row);
    }
    return choice;
}

}  // namespace

std::span<const Measure> measures() { return table; }

NamedMeasures measures_named(const MeasureInput& input, const std::vector<std::string>& names) {
    Choice choice = choose(input, names);
    NamedMeasures result{.names = {}, .left_out = std::move(choice.left_out)};
    for (const Measure* measure : choice.rows) result.names.emplace_back(measure->name);
    return result;
}

bool is_of_signed_ties(const Measure& measure) {
    return measure.applies == Applies::to_signed || measure.applies == Applies::to_signed_directed;
}

std::vector<std::string> default_measures() {
    std::vector<std::string> names;
    for (const Measure& row : table) {
        if (row.in_default) names.emplace_back(row.name);
    }
    return names;
}

ScoreTable score_table(const MeasureInput& input, const std::vector<std::string>& names,
                       const MeasureOptions& options, const Control& control) {
    Choice choice = choose(input, names);
    ScoreTable result{.actors = input.graph.actors, .columns = {}, .left_out = std::move(choice.left_out)};
    std::vector<MeasureKernel> done;
    std::vector<Scores> columns;
    std::optional<SignedTiesUsed> of_signs;
    for (const Measure* row : choice.rows) {
        if (std::find(done.begin(), done.end(), row->kernel) == done.end()) {
            control.checkpoint();
            MeasureOptions of_kernel = options;
            for (const Measure* other : choice.rows) {
                if (other->kernel == row->kernel) of_kernel.wanted.push_back(other->name);
            }
            for (Scores& scores : row->kernel(input, of_kernel, control))
                columns.push_back(std::move(scores));
            done.push_back(row->kernel);
        }
        const auto mine = std::find_if(columns.begin(), columns.end(),
                                       [&](const Scores& scores) { return scores.measure == row->name; });
        if (mine == columns.end())
            throw Error(Fault::internal, fmt::format("the kernel of {} does not give it", row->name));
        mine->definition = row->definition;
        mine->citation = row->citation;
        if (options.with_ties_used && is_of_signed_ties(*row)) {
            if (!of_signs) of_signs = signed_ties_used(input);
            mine->signed_ties = of_signs;
        }
        result.columns.push_back(std::move(*mine));
        columns.erase(mine);
    }
    return result;
}

}  // namespace entente
