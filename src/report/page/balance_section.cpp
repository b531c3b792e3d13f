// The part of the page that says whether the signs are balanced.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "model/sign_text.hpp"
#include "report/balance.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// Factions of more actors name their first members only.
constexpr std::size_t most_actors_named_in_full = 300, most_of_side_named = 50;

// "7 ties", or "strength 7.5" of weighted balance.
std::string amount(const Balance& balance, double value) {
    if (balance.weighted) return "ties of strength " + rounded(value);
    return counted(static_cast<std::uint64_t>(std::llround(value)), "tie", "ties", Digits::grouped);
}

std::string frustrated_table(const PageView& view) {
    const Balance& balance = *view.input.balance;
    std::string rows;
    std::size_t total = 0;
    for (std::size_t i = 0; i < balance.ties.size(); ++i) {
        const SignedTie& tie = balance.ties[i];
        if (!tie.frustrated || ++total > most_table_rows) continue;
        std::string said;
        for (const TieId row : balance.rows_of(i)) {
            const Tie data = view.network.tie(row);
            if (!data.relation.empty())
                said += (said.empty() ? "" : "; ") + isolated(relation_label(view.network, data.relation));
            if (!data.citation.empty())
                said += fmt::format(" <a href=\"#source-{}\">[{}]</a>", view.source_of(data.citation) + 1,
                                    isolated(data.citation));
        }
        rows += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"sign {}\">{}</td><td class=\"n\" "
            "data-value=\"{}\">{}</td><td>{}</td></tr>\n",
            actor_name(view, tie.source), actor_name(view, tie.target),
            tie.sign == Sign::positive ? "positive" : "negative",
            std::string(sign_mark(tie.sign)) +
                (tie.sign == Sign::positive ? " between the factions" : " within a faction"),
            format_number(tie.strength), rounded(tie.strength), said);
    }
    if (rows.empty()) return "";
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Frustrated ties\"><table "
           "id=\"frustrated-table\" class=\"data\">"
           "<caption>Frustrated ties: those that contradict the factions</caption>\n<thead><tr><th "
           "scope=\"col\" data-sort=\"text\">actor</th>"
           "<th scope=\"col\" data-sort=\"text\">actor</th><th scope=\"col\" data-sort=\"text\">sign</th><th "
           "scope=\"col\" data-sort=\"number\">strength</th>"
           "<th scope=\"col\" data-sort=\"text\">what the data say</th></tr></thead>\n<tbody>\n" +
           rows + "</tbody></table></div>\n" +
           (total > most_table_rows
                ? fmt::format("<p class=\"notice\">These are the first {} of {}; balance.json has them "
                              "all.</p>\n",
                              most_table_rows,
                              counted(total, "frustrated tie", "frustrated ties", Digits::grouped))
                : "") +
           print_notice(total, "frustrated ties", "balance.json");
}

// How balanced the data are against random networks, a sentence a null model.
std::string null_sentences(const Balance& balance) {
    std::string out;
    const auto add = [&](const BalanceNull& null, std::string_view what, const NullComparison& c) {
        if (c.draws == 0 || std::isnan(c.mean)) return;
        const std::string test = std::isnan(c.p)   ? ""
                                 : std::isnan(c.z) ? fmt::format(" (p {})", rounded(c.p))
                                                   : fmt::format(" (z {}, p {})", rounded(c.z), rounded(c.p));
        out += fmt::format("<li>{}, {}: {} here, {} on average over {}{}</li>\n", escaped(null.name), what,
                           rounded(c.observed), rounded(c.mean),
                           counted(c.draws, "network", "networks", Digits::grouped), test);
    };
    for (const BalanceNull& null : balance.nulls) {
        add(null, "share of balanced triangles", null.balanced);
        add(null, "frustration index", null.frustration);
        if (!null.remark.empty())
            out += fmt::format("<li>{}: {}</li>\n", escaped(null.name), escaped(null.remark));
    }
    return out.empty() ? ""
                       : "<h3>Against chance</h3>\n<ul>\n" + out +
                             "</ul>\n<p class=\"aside\">p: the share of random networks at least as balanced "
                             "as the data.</p>\n";
}

std::string figures(const Balance& balance) {
    std::string out = "<dl class=\"figures\">\n";
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    };
    const Frustration& f = balance.frustration;
    add("frustration index", rounded(f.index));
    add("certificate",
        f.status == ProofStatus::optimal
            ? "proven optimal"
            : fmt::format("bounded: {} to {}", rounded(f.lower_bound), rounded(f.upper_bound)));
    add("normalized, 1 \xE2\x88\x92 2L/m", rounded(f.normalized));
    add("positive ties", rounded(static_cast<double>(balance.positive_ties)));
    add("negative ties", rounded(static_cast<double>(balance.negative_ties)));
    add("rows without a sign, left out",
        balance.unsigned_rows ? rounded(static_cast<double>(balance.unsigned_rows)) : "");
    add("pairs with both signs",
        balance.conflicting_pairs ? rounded(static_cast<double>(balance.conflicting_pairs)) : "");
    add("triangles +++ / ++\xE2\x88\x92 / +\xE2\x88\x92\xE2\x88\x92 / \xE2\x88\x92\xE2\x88\x92\xE2\x88\x92",
        fmt::format("{} / {} / {} / {}", balance.triangles.ppp, balance.triangles.ppm, balance.triangles.pmm,
                    balance.triangles.mmm));
    add("balanced triangles, strong sense", rounded(balance.balanced_strong));
    add("balanced triangles, weak sense", rounded(balance.balanced_weak));
    add("walk balance", rounded(balance.walk_balance));
    return out + "</dl>\n";
}

std::string faction_lists(const PageView& view, const Balance& balance) {
    std::vector<ActorId> sides[3], contested;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        sides[std::min<std::size_t>(balance.faction[i], 2)].push_back(balance.actors[i]);
        if (i < balance.contested.size() && balance.contested[i]) contested.push_back(balance.actors[i]);
    }
    const std::size_t most =
        balance.actors.size() > most_actors_named_in_full ? most_of_side_named : balance.actors.size();
    std::string out = "<h3>The two factions</h3>\n<ol>\n<li>" + actor_list(view, sides[1], most) +
                      "</li>\n<li>" + (sides[2].empty() ? "nobody" : actor_list(view, sides[2], most)) +
                      "</li>\n</ol>\n";
    if (sides[1].size() > most || sides[2].size() > most)
        out += "<p class=\"aside\">balance.json names the faction of every actor.</p>\n";
    if (!sides[0].empty())
        out += "<p>Without a tie that has a sign: " + actor_list(view, sides[0], most) + ".</p>\n";
    if (!contested.empty())
        out += "<p>Could stand on the other side at no cost, alone or with others: " +
               actor_list(view, contested, most) + (balance.contested_complete ? "" : "; there may be more") +
               ".</p>\n";
    return out;
}

}  // namespace

std::string balance_section(const PageView& view) {
    if (!view.input.balance) return "";
    const Balance& balance = *view.input.balance;
    std::string out = section_start("balance", "Balance");
    if (!has_signed_ties(balance)) return out + "<p>" + nothing_to_balance(balance) + "</p></section>\n";
    out += "<p>" + frustration_sentence(balance) + "</p>\n" + figures(balance);
    if (balance.under_net && balance.under_keep && balance.under_net->index != balance.under_keep->index) {
        out += fmt::format(
            "<p>How pairs with both signs are counted matters here: the index is {} with their net sign and "
            "{} with every row counting by itself.</p>\n",
            rounded(balance.under_net->index), rounded(balance.under_keep->index));
    }
    out += faction_lists(view, balance) + frustrated_table(view);
    if (balance.weak.blocs > 0) {
        out += fmt::format(
            "<p>Allowing any number of blocs (weak balance), {} {} in the wrong place{}.</p>\n",
            counted(balance.weak.blocs, "bloc leaves", "blocs leave", Digits::grouped),
            amount(balance, balance.weak.errors),
            balance.weak.status == ProofStatus::optimal ? ", the fewest possible" : " (the best found)");
    }
    out += null_sentences(balance);
    for (const std::string& line : balance.left_out)
        out += "<p class=\"aside\">Left out: " + escaped(line) + "</p>\n";
    return out + "</section>\n";
}

}  // namespace entente::report
