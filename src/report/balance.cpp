#include "report/balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/prose.hpp"
#include "model/sign_text.hpp"
#include "report/actors.hpp"
#include "report/null_model.hpp"

namespace entente::report {

namespace {

Value::Object null_value(const NullComparison& comparison) {
    return Value::Object{{"observed", comparison.observed},
                         {"mean", comparison.mean},
                         {"deviation", comparison.deviation},
                         {"z", comparison.z},
                         {"p", comparison.p},
                         {"draws", comparison.draws}};
}

// Which values of the frustration index are exact.
Value::Object searched_null_value(const NullComparison& comparison) {
    Value::Object object = null_value(comparison);
    object.emplace_back("proven_draws", comparison.proven_draws);
    return object;
}

Value frustration_value(const Frustration& frustration) {
    return Value::Object{{"index", frustration.index},
                         {"lower_bound", frustration.lower_bound},
                         {"upper_bound", frustration.upper_bound},
                         {"status", frustration.status == ProofStatus::optimal ? "optimal" : "bounded"},
                         {"normalized", frustration.normalized},
                         {"total", frustration.total},
                         {"tolerance", frustration.tolerance}};
}

Value::Array frustrated_ties(const Network& network, const Balance& balance) {
    Value::Array ties;
    for (std::size_t t = 0; t < balance.ties.size(); ++t) {
        const SignedTie& tie = balance.ties[t];
        if (!tie.frustrated) continue;
        Value::Array relations, citations;
        for (const TieId row : balance.rows_of(t)) {
            if (const std::string_view relation = network.ties.relation[index(row)]; !relation.empty())
                relations.emplace_back(relation);
            if (const std::string_view citation = network.ties.citation[index(row)]; !citation.empty())
                citations.emplace_back(citation);
        }
        ties.push_back(Value::Object{{"source", network.id(tie.source)},
                                     {"target", network.id(tie.target)},
                                     {"sign", sign_text(tie.sign)},
                                     {"strength", tie.strength},
                                     {"relations", std::move(relations)},
                                     {"citations", std::move(citations)}});
    }
    return ties;
}

Value::Object per_actor(const Network& network, const Balance& balance, const auto& values) {
    Value::Object object;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        if (i < values.size())
            object.emplace_back(std::string(network.id(balance.actors[i])), std::uint64_t{values[i]});
    }
    return object;
}

Value nulls_value(const Balance& balance) {
    Value::Array nulls;
    for (const BalanceNull& null : balance.nulls) {
        nulls.push_back(
            Value::Object{{"name", null.name},
                          {"balanced", null_value(null.balanced)},
                          {"frustration", searched_null_value(null.frustration)},
                          {"exchanges", null.exchanges ? exchanges_value(*null.exchanges) : Value()},
                          {"remark", null.remark.empty() ? Value() : Value(null.remark)}});
    }
    return nulls;
}

std::string share(double part) { return std::isnan(part) ? "–" : fmt::format("{:.1f} %", 100 * part); }

}  // namespace

std::string to_string(ConflictRule rule) {
    if (rule == ConflictRule::keep) return "keep";
    return rule == ConflictRule::drop ? "drop" : "net";
}

Table balance_table(const Network& network, const Balance& balance) {
    Table table{.columns = actor_columns(), .rows = {}};
    for (const char* name : {"faction", "contested", "bloc", "triangles", "unbalanced_triangles"})
        table.columns.emplace_back(name);
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        table.rows.push_back(actor_cells(network, balance.actors[i]));
        const auto number = [&](const auto& values, bool zero_is_none) {
            const bool known = i < values.size() && !(zero_is_none && values[i] == 0);
            table.rows.back().emplace_back(known ? static_cast<double>(values[i]) : undefined);
        };
        number(balance.faction, true);
        table.rows.back().emplace_back(
            std::string(i < balance.contested.size() && balance.contested[i] != 0 ? "true" : "false"));
        number(balance.weak.bloc, true);
        number(balance.actor_triangles, false);
        number(balance.actor_unbalanced_triangles, false);
    }
    return table;
}

Value::Object balance_settings(const BalanceSettings& settings) {
    return {{"conflict", to_string(settings.conflict)},
            {"time_limit", settings.time_limit ? Value(*settings.time_limit) : Value()},
            {"proof_steps", settings.proof_steps ? Value(*settings.proof_steps) : Value()},
            {"exact", settings.exact},
            {"draws", std::uint64_t{settings.draws}}};
}

Value balance_value(const Network& network, const Balance& balance, Value settings) {
    Value::Object result = result_object();
    Value::Array contested, left_out;
    for (std::size_t i = 0; i < balance.contested.size(); ++i) {
        if (balance.contested[i] != 0) contested.emplace_back(network.id(balance.actors[i]));
    }
    for (const std::string& what : balance.left_out) left_out.emplace_back(what);
    Value::Object factions;
    for (std::size_t i = 0; i < balance.faction.size(); ++i) {
        if (balance.faction[i] != 0)
            factions.emplace_back(std::string(network.id(balance.actors[i])),
                                  std::uint64_t{balance.faction[i]});
    }
    const TriangleCounts& t = balance.triangles;
    const Value::Object fields{
        {"conflict", to_string(balance.conflict)},
        {"weighted", balance.weighted},
        {"positive_ties", balance.positive_ties},
        {"negative_ties", balance.negative_ties},
        {"unsigned_rows", balance.unsigned_rows},
        {"conflicting_pairs", balance.conflicting_pairs},
        {"undecided_pairs", balance.undecided_pairs},
        {"triangles", Value::Object{{"ppp", t.ppp}, {"ppm", t.ppm}, {"pmm", t.pmm}, {"mmm", t.mmm}}},
        {"balanced_strong", balance.balanced_strong},
        {"balanced_weak", balance.balanced_weak},
        {"walk_balance", balance.walk_balance},
        {"frustration", frustration_value(balance.frustration)},
        {"frustrated_ties", frustrated_ties(network, balance)},
        {"factions", std::move(factions)},
        {"contested", std::move(contested)},
        {"contested_complete", balance.contested_complete},
        {"optima", balance.optima ? Value(*balance.optima) : Value()},
        {"under_net", balance.under_net ? frustration_value(*balance.under_net) : Value()},
        {"under_keep", balance.under_keep ? frustration_value(*balance.under_keep) : Value()},
        {"weak_balance",
         Value::Object{{"blocs", balance.weak.blocs},
                       {"errors", balance.weak.errors},
                       {"lower_bound", balance.weak.lower_bound},
                       {"status", balance.weak.status == ProofStatus::optimal ? "optimal" : "bounded"},
                       {"membership", per_actor(network, balance, balance.weak.bloc)}}},
        {"actor_triangles", per_actor(network, balance, balance.actor_triangles)},
        {"actor_unbalanced_triangles", per_actor(network, balance, balance.actor_unbalanced_triangles)},
        {"significance", nulls_value(balance)},
        {"left_out", std::move(left_out)},
        {"settings", std::move(settings)}};
    for (const auto& field : fields) {
        result.push_back(field);
        if (field.first == "walk_balance" && balance.walk_balance_error > 0)
            result.emplace_back("walk_balance_error", balance.walk_balance_error);
    }
    return result;
}

namespace {

// The names of the actors of whom `holds` is true, at most a dozen; what gives all of them is said.
template <class Holds>
std::string names_where(const Network& network, const Balance& balance, const Holds& holds) {
    constexpr std::size_t most = 12;
    std::string text;
    std::size_t count = 0;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        if (!holds(i)) continue;
        if (++count <= most)
            text += (text.empty() ? "" : ", ") + std::string(network.label(balance.actors[i]));
    }
    if (count == 0) return "nobody";
    return count <= most ? text : text + fmt::format(" and {} more (--format csv names all)", count - most);
}

std::string faction_line(const Network& network, const Balance& balance, unsigned faction) {
    const auto size = std::count(balance.faction.begin(), balance.faction.end(), faction);
    return fmt::format(
        "Faction {} ({}): {}\n", faction, size,
        names_where(network, balance, [&](std::size_t i) { return balance.faction[i] == faction; }));
}

std::string contested_line(const Network& network, const Balance& balance) {
    const auto size = std::count(balance.contested.begin(), balance.contested.end(), 1);
    const char* unsure = balance.contested_complete ? "" : "; there may be others";
    if (size == 0)
        return balance.contested_complete
                   ? ""
                   : "Whether someone could stand on the other side at no cost was not settled.\n";
    return fmt::format(
        "Could stand on the other side at no cost, alone or with others ({}{}): {}\n", size, unsure,
        names_where(network, balance, [&](std::size_t i) { return balance.contested[i] != 0; }));
}

std::string frustrated_lines(const Network& network, const Balance& balance) {
    constexpr std::size_t most = 20;
    std::string text;
    std::size_t count = 0;
    for (const SignedTie& tie : balance.ties) {
        if (!tie.frustrated || ++count > most) continue;
        text += fmt::format(
            "  {} and {}: {}\n", network.label(tie.source), network.label(tie.target),
            tie.sign == Sign::positive ? "friends on different sides" : "enemies on the same side");
    }
    if (count > most) text += fmt::format("  … and {} more (--format json names all)\n", count - most);
    return count == 0 ? "" : "The ties that contradict the factions:\n" + text;
}

// "1 tie", of ties that count 1 each.
std::string ties_counted(double ties) {
    return counted(static_cast<std::uint64_t>(std::llround(ties)), "tie");
}

std::string chance_part(const char* what, const NullComparison& comparison, bool of_search) {
    if (comparison.draws == 0) return "";
    std::string searched;
    if (of_search && comparison.proven_draws == 0) searched = ", each the best of a search";
    if (of_search && comparison.proven_draws > 0 && comparison.proven_draws < comparison.draws) {
        searched =
            fmt::format(", {} of them proven, the others the best of a search", comparison.proven_draws);
    }
    return fmt::format("  {}: {} here, {} on average over {}{}; z {}, p {}\n", what,
                       four_digits(comparison.observed), four_digits(comparison.mean),
                       counted(comparison.draws, "draw"), searched, four_digits(comparison.z),
                       four_digits(comparison.p));
}

std::string chance_lines(const Balance& balance) {
    std::string text;
    for (const BalanceNull& null : balance.nulls) {
        const std::string triangles = chance_part("share of balanced triangles", null.balanced, false);
        const std::string frustration = chance_part("frustration index", null.frustration, true);
        if (triangles.empty() && frustration.empty()) continue;
        text += fmt::format("Against chance, {}:\n{}{}", null.name, triangles, frustration);
        if (!null.remark.empty()) text += fmt::format("  {}\n", null.remark);
    }
    return text.empty() ? text : text + "  (p: the share of draws at least as balanced as the data)\n";
}

// Without a full stop.
std::string why_nothing_is_balanced(const Balance& balance) {
    const std::uint64_t pairs = balance.conflicting_pairs;
    if (pairs == 0)
        return balance.undecided_pairs == 0
                   ? "No tie in use has a sign, so that there is nothing to balance"
                   : "No signed tie has any strength, so that there is nothing to balance";
    const std::string what =
        balance.conflict == ConflictRule::drop
            ? counted(pairs, "pair has both signs and is left out", "pairs have both signs and are left out")
            : "The signs of " + counted(pairs, "pair") + " cancel";
    return what + ", so that nothing is left to balance; entente balance --conflict keep counts every row";
}

}  // namespace

bool has_signed_ties(const Balance& balance) { return balance.positive_ties + balance.negative_ties > 0; }

std::string nothing_to_balance(const Balance& balance) { return why_nothing_is_balanced(balance) + "."; }

std::string frustration_headline(const Balance& balance) {
    const Frustration& f = balance.frustration;
    if (!has_signed_ties(balance)) return why_nothing_is_balanced(balance);
    if (f.status == ProofStatus::optimal && f.index == 0)
        return "Balanced: no tie contradicts the two factions, frustration index 0";
    const std::string total =
        balance.weighted ? "a total strength of " + four_digits(f.total) : ties_counted(f.total);
    if (f.status == ProofStatus::optimal)
        return fmt::format("Frustration index {} of {}, proven least", four_digits(f.index), total);
    return fmt::format("Frustration index between {} and {} of {}, not proven", four_digits(f.lower_bound),
                       four_digits(f.upper_bound), total);
}

std::string frustration_sentence(const Balance& balance) {
    const Frustration& f = balance.frustration;
    const std::string headline = frustration_headline(balance);
    if (f.status == ProofStatus::bounded)
        return fmt::format(
            "{}: the best division found leaves {} in the wrong place.", headline,
            balance.weighted ? "a strength of " + four_digits(f.index) : ties_counted(f.index));
    if (f.index == 0) return headline + ".";
    return fmt::format("{}: no division into two factions leaves {} in the wrong place.", headline,
                       balance.weighted ? "less" : "fewer");
}

std::string undecided_sentence(const Balance& balance) {
    if (balance.undecided_pairs == 0 || !has_signed_ties(balance)) return "";
    return fmt::format("{} tied as friends and as enemies alike and {} no part in it.",
                       counted(balance.undecided_pairs, "pair is", "pairs are"),
                       noun(balance.undecided_pairs, "takes", "take"));
}

namespace {

// "" for 0; the error rounded up to a digit.
std::string off_by(double error) {
    if (!(error > 0)) return "";
    const double unit = std::pow(10, std::floor(std::log10(error)));
    return fmt::format(", off by {:.0e} at most", error + unit / 2);
}

}  // namespace

std::string balance_text(const Network& network, const Balance& balance) {
    std::string text = fmt::format("{} positive and {}", balance.positive_ties,
                                   counted(balance.negative_ties, "negative tie"));
    if (balance.unsigned_rows > 0)
        text += "; " + counted(balance.unsigned_rows, "row without a sign takes no part",
                               "rows without a sign take no part");
    text += ".\n";
    if (!has_signed_ties(balance)) return text + nothing_to_balance(balance) + "\n";
    if (balance.conflicting_pairs > 0) {
        text += fmt::format("Pairs with both signs: {} (--conflict {}), left out: {}.\n",
                            balance.conflicting_pairs, to_string(balance.conflict), balance.undecided_pairs);
    }
    const TriangleCounts& t = balance.triangles;
    text += fmt::format("{}: {} +++, {} ++-, {} +--, {} ---; balanced {} (strong), {} (weak).\n",
                        counted(t.total(), "triangle"), t.ppp, t.ppm, t.pmm, t.mmm,
                        share(balance.balanced_strong), share(balance.balanced_weak));
    text += fmt::format("{} Normalized, 1 - 2L/m, it is {}; full balance is 1.\n",
                        frustration_sentence(balance), four_digits(balance.frustration.normalized));
    if (balance.under_net && balance.under_keep && balance.under_net->index != balance.under_keep->index) {
        text += fmt::format("It is {} with a pair's signs netted and {} with every row counted.\n",
                            four_digits(balance.under_net->index), four_digits(balance.under_keep->index));
    }
    text += "\n" + faction_line(network, balance, 1) + faction_line(network, balance, 2) +
            contested_line(network, balance);
    text += frustrated_lines(network, balance);
    text +=
        fmt::format("\nWeak balance, any number of blocs: {} with {} in the wrong place{}.\n",
                    counted(balance.weak.blocs, "bloc"),
                    balance.weighted ? four_digits(balance.weak.errors) + " of strength"
                                     : ties_counted(balance.weak.errors),
                    balance.weak.status == ProofStatus::optimal
                        ? ", proven least"
                        : fmt::format(", not proven (at least {})", four_digits(balance.weak.lower_bound)));
    if (!std::isnan(balance.walk_balance))
        text += fmt::format("Walk balance {}{}{}.\n", four_digits(balance.walk_balance),
                            off_by(balance.walk_balance_error),
                            balance.conflict == ConflictRule::keep && balance.conflicting_pairs > 0
                                ? ", each pair's signs netted"
                                : "");
    return text + chance_lines(balance);
}

}  // namespace entente::report
