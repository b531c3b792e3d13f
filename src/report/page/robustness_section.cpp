// The part of the page that says how far ranks depend on uncertain ties.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// Who would come first then: by name unless too many share the place.
std::string then_first(const PageView& view, const std::vector<ActorId>& first) {
    if (first.size() > 5)
        return fmt::format("{} would share the first place",
                           counted(first.size(), "actor", "actors", Digits::grouped));
    return actor_list(view, first) + " would come first";
}

std::string_view perturbation(const Robustness& robustness) {
    switch (robustness.by) {
        case Perturbation::by_confidence:
            return "each tie drawn with its confidence";
        case Perturbation::by_tie:
            return "each tie left out in turn";
        case Perturbation::by_source:
            return "each source left out in turn";
        case Perturbation::by_random:
            break;
    }
    switch (robustness.change) {
        case RandomChange::remove:
            return "a share of the ties removed at random";
        case RandomChange::add:
            return "a share of ties added at random";
        case RandomChange::rewire:
            break;
    }
    return "a share of the ties rewired at random";
}

std::string robustness_table(const PageView& view, const Robustness& robustness, std::size_t number) {
    std::vector<const ActorRobustness*> order;
    for (const ActorRobustness& actor : robustness.actors) {
        if (!std::isnan(actor.rank)) order.push_back(&actor);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->rank < b->rank; });
    if (order.size() > 20) order.resize(20);
    std::string out = fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Ranks by {0}\"><table "
        "id=\"rank-table-{1}\" class=\"data\">"
        "<caption>Ranks by {0}, the first {2}</caption>\n<thead><tr><th scope=\"col\" "
        "data-sort=\"text\">actor</th>"
        "<th scope=\"col\" data-sort=\"number\">value</th><th scope=\"col\" data-sort=\"number\">rank</th>"
        "<th scope=\"col\" data-sort=\"number\">rank in 90 % of the networks</th>"
        "<th scope=\"col\" data-sort=\"number\">chance of the first {3}</th></tr></thead>\n<tbody>\n",
        escaped(robustness.measure), number, order.size(), robustness.top_k);
    for (const ActorRobustness* actor : order) {
        const std::string low = rounded(actor->rank_low), high = rounded(actor->rank_high);
        const std::string chance =
            std::isnan(actor->top_probability) ? "" : fmt::format("{:.0f} %", 100 * actor->top_probability);
        out += fmt::format(
            "<tr><th scope=\"row\">{}</th><td class=\"n\" data-value=\"{}\">{}</td><td class=\"n\" "
            "data-value=\"{}\">{}</td>"
            "<td class=\"n\" data-value=\"{}\">{}</td><td class=\"n\" data-value=\"{}\">{}</td></tr>\n",
            actor_name(view, actor->actor), format_number(actor->value), rounded(actor->value),
            format_number(actor->rank), rounded(actor->rank), format_number(actor->rank_low),
            low == high ? low : low + "\xE2\x80\x93" + high, format_number(actor->top_probability), chance);
    }
    return out + "</tbody></table></div>\n";
}

std::string hinge_sentences(const PageView& view, const Robustness& robustness) {
    std::string out;
    for (const Hinge& hinge : robustness.hinge_ties) {
        if (!hinge.tie) continue;
        const Tie tie = view.network.tie(*hinge.tie);
        out += fmt::format(
            "<li>Without the tie of {} and {}{}, {}.</li>\n", actor_name(view, tie.source),
            actor_name(view, tie.target),
            tie.relation.empty() ? "" : " (" + isolated(relation_label(view.network, tie.relation)) + ")",
            then_first(view, hinge.first));
    }
    for (const Hinge& hinge : robustness.hinge_sources) {
        out += fmt::format("<li>Without the source {}, {}.</li>\n", isolated(hinge.source),
                           then_first(view, hinge.first));
    }
    return out.empty() ? "" : "<p>What the first place hinges on:</p>\n<ul>\n" + out + "</ul>\n";
}

}  // namespace

std::string fragile_section(const PageView& view) {
    if (view.input.robustness.empty()) return "";
    std::string out = section_start("fragile", "What is fragile");
    std::size_t number = 0;
    for (const Robustness* robustness : view.input.robustness) {
        out += fmt::format("<h3>{}</h3>\n<p>{}, {}.", escaped(robustness->measure),
                           counted(robustness->replicates, "network", "networks", Digits::grouped),
                           perturbation(*robustness));
        if (!std::isnan(robustness->kendall_mean)) {
            out += fmt::format(
                " Their rankings agree with this one at Kendall's \xCF\x84 {} on average (5–95 %: {} to {}).",
                rounded(robustness->kendall_mean), rounded(robustness->kendall_low),
                rounded(robustness->kendall_high));
        }
        if (robustness->pairs > 0) {
            out += fmt::format(" Of {} whose values differ, {} never changed places.",
                               counted(robustness->pairs, "pair", "pairs", Digits::grouped),
                               rounded(static_cast<double>(robustness->stable_pairs)));
        }
        out += "</p>\n" + robustness_table(view, *robustness, ++number) + hinge_sentences(view, *robustness);
        for (const std::string& remark : robustness->remarks)
            out += "<p class=\"aside\">" + escaped(remark) + "</p>\n";
    }
    return out + "</section>\n";
}

}  // namespace entente::report
