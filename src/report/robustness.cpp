#include "report/robustness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/prose.hpp"
#include "report/actors.hpp"
#include "report/data/ties.hpp"

namespace entente::report {

namespace {

constexpr std::array perturbation_names{"confidence", "tie", "source", "random"};

std::string names(const Network& network, const std::vector<ActorId>& actors) {
    constexpr std::size_t most = 4;
    if (actors.size() > most) return fmt::format("nobody ({} are alike)", actors.size());
    std::string text;
    for (const ActorId actor : actors) text += (text.empty() ? "" : ", ") + std::string(network.label(actor));
    return text;
}

Value::Array ids(const Network& network, const std::vector<ActorId>& actors) {
    Value::Array array;
    for (const ActorId actor : actors) array.emplace_back(network.id(actor));
    return array;
}

Value hinge_value(const Network& network, const Hinge& hinge) {
    if (!hinge.tie)
        return Value::Object{{"source_cited", hinge.source}, {"first", ids(network, hinge.first)}};
    const std::size_t row = index(*hinge.tie);
    const std::string_view relation = network.ties.relation[row];
    return Value::Object{{"source", network.id(network.ties.source[row])},
                         {"target", network.id(network.ties.target[row])},
                         {"relation", relation.empty() ? Value() : Value(relation)},
                         {"first", ids(network, hinge.first)}};
}

std::string hinge_line(const Network& network, const Hinge& hinge) {
    std::string what = hinge.source;
    if (hinge.tie) {
        const std::size_t row = index(*hinge.tie);
        what = fmt::format("{} – {}", network.label(network.ties.source[row]),
                           network.label(network.ties.target[row]));
        if (const std::string_view relation = relation_label(network, network.ties.relation[row]);
            !relation.empty())
            what += fmt::format(" ({})", relation);
    }
    return fmt::format("  without {}: {}\n", what, names(network, hinge.first));
}

std::string hinge_lines(const Network& network, const Robustness& robustness) {
    constexpr std::size_t most = 5;
    std::string text;
    for (const auto* hinges : {&robustness.hinge_ties, &robustness.hinge_sources}) {
        for (std::size_t i = 0; i < std::min(most, hinges->size()); ++i)
            text += hinge_line(network, (*hinges)[i]);
        if (hinges->size() > most) text += fmt::format("  … and {} more\n", hinges->size() - most);
    }
    if (text.empty()) return "No single tie or source decides who comes first.\n";
    return "Who would come first\n" + text;
}

// The source without which the ranking is furthest from what it is.
std::string source_line(const Robustness& robustness) {
    if (robustness.sources.empty() || robustness.pairs == 0) return "";
    const SourceLeftOut& source = robustness.sources.front();
    if (source.kendall >= 1 - 1e-12) return "No single source changes the ranking.\n";
    const std::string ties = counted(source.alone, "tie");
    return fmt::format("The source that moves the ranking most: {}; without the {} that it alone backs {}.\n",
                       source.source, ties,
                       std::isnan(source.kendall)
                           ? "all are level"
                           : fmt::format("Kendall's tau is {}", four_digits(source.kendall)));
}

std::string stability_line(const StabilityCoefficient& stability) {
    if (std::isnan(stability.value)) return "";
    const std::string interval =
        stability.low == stability.high
            ? ""
            : fmt::format(" ({} to {})", four_digits(stability.low), four_digits(stability.high));
    if (stability.value == 0 && stability.high == 0)
        return "Stability coefficient 0: when the smallest share of the ties tried (ties, not actors) goes, "
               "the "
               "values correlate by less than 0.7 in more than 5 % of the draws.\n";
    return fmt::format(
        "Stability coefficient {}{}: this share of the ties (ties, not actors) can go, and in 95 "
        "% of the draws the values still correlate by 0.7 or more.\n",
        four_digits(stability.value), interval);
}

Value stability_value(const StabilityCoefficient& stability) {
    return Value::Object{{"of", "ties"},
                         {"value", stability.value},
                         {"low", stability.low},
                         {"high", stability.high},
                         {"fewest_draws", stability.fewest_draws},
                         {"most_draws", stability.most_draws}};
}

std::string replicates_phrase(const Robustness& robustness) {
    const std::string networks = counted(robustness.replicates, "network");
    switch (robustness.by) {
        case Perturbation::by_confidence:
            return networks + ", each tie drawn with its confidence";
        case Perturbation::by_tie:
            return networks + ", a tie left out of each";
        case Perturbation::by_source:
            return networks + ", a source left out of each";
        case Perturbation::by_random:
            break;
    }
    const std::uint64_t ties = robustness.one_changed_of;
    const std::string share = fmt::format("{:.3g} %", 100 * robustness.share),
                      changed = ties > 0 ? "1 of " + counted(ties, "tie") : share + " of the ties";
    switch (robustness.change) {
        case RandomChange::remove:
            return fmt::format("{}, {} removed at random from each", networks, changed);
        case RandomChange::add:
            return fmt::format("{}, {} added at random to each", networks,
                               ties > 0 ? "1 more tie" : share + " more ties");
        case RandomChange::rewire:
            break;
    }
    return fmt::format("{}, {} rewired at random in each", networks, changed);
}

std::string agreement_lines(const Robustness& robustness) {
    if (robustness.replicates == 0 || robustness.actors.empty()) return "There is nothing to vary.\n";
    std::string text = fmt::format("Over {}:", replicates_phrase(robustness));
    if (!std::isnan(robustness.kendall_mean)) {
        text += fmt::format(" Kendall's tau {} on average ({} to {}),", four_digits(robustness.kendall_mean),
                            four_digits(robustness.kendall_low), four_digits(robustness.kendall_high));
    } else {
        text += " no ranking to compare with Kendall's tau,";
    }
    const double stay = 100 * robustness.top_overlap;
    text +=
        robustness.top_k == 1
            ? fmt::format(" {:.0f} % of those who come first still do on average.\n", stay)
            : fmt::format(" {:.0f} % of the first {} stay among them on average.\n", stay, robustness.top_k);
    if (robustness.pairs == 0) return text + "No two actors differ in value.\n";
    return text + fmt::format("Of {} of different value, {} never {} order.\n",
                              counted(robustness.pairs, "pair"), robustness.stable_pairs,
                              noun(robustness.stable_pairs, "changes its", "change their"));
}

std::vector<std::size_t> by_rank(const Robustness& robustness) {
    std::vector<std::size_t> order(robustness.actors.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const double x = robustness.actors[a].rank, y = robustness.actors[b].rank;
        if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
        return x < y;
    });
    return order;
}

}  // namespace

Table robustness_table(const Network& network, const Robustness& robustness) {
    Table table{.columns = actor_columns(), .rows = {}};
    for (const char* name : {"value", "rank", "rank_low", "rank_high", "top_probability"})
        table.columns.emplace_back(name);
    for (const ActorRobustness& actor : robustness.actors) {
        table.rows.push_back(actor_cells(network, actor.actor));
        for (const double value :
             {actor.value, actor.rank, actor.rank_low, actor.rank_high, actor.top_probability})
            table.rows.back().emplace_back(value);
    }
    return table;
}

Value robustness_value(const Network& network, const Robustness& robustness, Value settings) {
    Value::Object result = result_object();
    Value::Array actors, ties, sources, left_out, pairs, remarks;
    for (const ActorRobustness& actor : robustness.actors) {
        Value::Object object = actor_object(network, actor.actor);
        object.emplace_back("value", actor.value);
        object.emplace_back("rank", actor.rank);
        object.emplace_back("rank_low", actor.rank_low);
        object.emplace_back("rank_high", actor.rank_high);
        object.emplace_back("top_probability", actor.top_probability);
        actors.emplace_back(std::move(object));
    }
    for (const Hinge& hinge : robustness.hinge_ties) ties.push_back(hinge_value(network, hinge));
    for (const Hinge& hinge : robustness.hinge_sources) sources.push_back(hinge_value(network, hinge));
    for (const SourceLeftOut& source : robustness.sources)
        left_out.emplace_back(Value::Object{{"source_cited", source.source},
                                            {"ties", source.ties},
                                            {"ties_alone", source.alone},
                                            {"kendall", source.kendall},
                                            {"first", ids(network, source.first)}});
    for (const StablePair& pair : robustness.stable_top)
        pairs.push_back(
            Value::Object{{"higher", network.id(pair.higher)}, {"lower", network.id(pair.lower)}});
    for (const std::string& remark : robustness.remarks) remarks.emplace_back(remark);
    const Value::Object fields{
        {"measure", robustness.measure},
        {"by", perturbation_names[static_cast<std::size_t>(robustness.by)]},
        {"share", robustness.by == Perturbation::by_random ? Value(robustness.share) : Value()},
        {"replicates", robustness.replicates},
        {"top_k", robustness.top_k},
        {"kendall", Value::Object{{"mean", robustness.kendall_mean},
                                  {"low", robustness.kendall_low},
                                  {"high", robustness.kendall_high}}},
        {"top_overlap", robustness.top_overlap},
        {"stability_coefficient", robustness.stability.value},
        {"stability", stability_value(robustness.stability)},
        {"pairs", robustness.pairs},
        {"stable_pairs", robustness.stable_pairs},
        {"stable_top", std::move(pairs)},
        {"first", ids(network, robustness.first)},
        {"hinge_ties", std::move(ties)},
        {"hinge_sources", std::move(sources)},
        {"sources", std::move(left_out)},
        {"actors", std::move(actors)},
        {"remarks", std::move(remarks)},
        {"settings", std::move(settings)}};
    result.insert(result.end(), fields.begin(), fields.end());
    return result;
}

std::string robustness_text(const Network& network, const Robustness& robustness,
                            const TextOptions& options) {
    constexpr std::size_t most = 15;
    Table table{.columns = {"actor", robustness.measure, "rank", "5 %", "95 %",
                            fmt::format("in top {}", robustness.top_k)},
                .rows = {}};
    const std::vector<std::size_t> order = by_rank(robustness);
    for (std::size_t place = 0; place < std::min(most, order.size()); ++place) {
        const ActorRobustness& actor = robustness.actors[order[place]];
        table.rows.push_back({std::string(network.label(actor.actor)), actor.value, actor.rank,
                              actor.rank_low, actor.rank_high, actor.top_probability});
    }
    std::string text = to_text(table, options);
    if (order.size() > most)
        text += fmt::format("… and {} more; --format csv has them all\n", order.size() - most);
    text += "\n" + agreement_lines(robustness);
    return text + stability_line(robustness.stability) + hinge_lines(network, robustness) +
           source_line(robustness);
}

}  // namespace entente::report
