#include "report/difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/prose.hpp"
#include "report/ties.hpp"

namespace entente::report {

namespace {

constexpr std::array change_names{"added", "gone",       "sign",     "relation",    "direction", "weight",
                                  "dates", "confidence", "citation", "actor_added", "actor_gone"};
constexpr std::array cause_names{"", "ties", "actors", "both", "scale"};
constexpr std::size_t header_line = 1;

const char* name_of(ChangeKind kind) { return change_names[static_cast<std::size_t>(kind)]; }

bool is_of_actor(const Change& change) { return change.source == change.target; }

std::string id_of(const Compared& compared, ActorId actor) {
    return std::string(compared.difference.actors.id[index(actor)]);
}
std::string label_of(const Compared& compared, ActorId actor) {
    return std::string(compared.difference.actors.label[index(actor)]);
}

// The cells of one side's row; empty ones where the side has none.
struct SideCells {
    std::string relation, sign, start, end, line;
    double weight = undefined;
};

SideCells cells_of(const Network& network, const std::optional<TieId>& row) {
    SideCells cells;
    if (!row) return cells;
    const std::vector<TieId> rows{*row};
    cells.relation = std::string(network.ties.relation[index(*row)]);
    cells.sign = sign_text(network.sign(*row));
    cells.start = start_of(network, rows);
    cells.end = end_of(network, rows);
    cells.line = lines_of(network, rows);
    cells.weight = network.strength(*row);
    return cells;
}

std::string relation_of(const SideCells& before, const SideCells& after, const Change& change) {
    if (!change.old_row) return after.relation;
    if (!change.new_row || before.relation == after.relation) return before.relation;
    return fmt::format("{} → {}", before.relation, after.relation);
}

// Who moved most comes first: by places, then by the difference of the score.
std::vector<std::size_t> by_move(const MeasureDifference& measure) {
    std::vector<std::size_t> order(measure.moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [](double x) { return std::isnan(x) ? -1 : std::abs(x); };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const RankMove &x = measure.moves[a], &y = measure.moves[b];
        if (size(x.moved()) != size(y.moved())) return size(x.moved()) > size(y.moved());
        return size(x.delta()) > size(y.delta()) * (1 + 1e-9);
    });
    return order;
}

// Nobody where the data are the same.
std::vector<std::size_t> shown(const Compared& compared, const MeasureDifference& measure, std::size_t top) {
    if (compared.difference.same()) return {};
    if (top < measure.moves.size()) {
        std::vector<std::size_t> order = by_move(measure);
        order.resize(top);
        return order;
    }
    std::vector<std::size_t> order(measure.moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

// "3", or "3–5" where others are level.
std::string place_text(double first, double last) {
    if (std::isnan(first)) return "–";
    return first == last ? four_digits(first) : four_digits(first) + "–" + four_digits(last);
}

std::string group_name(const Compared& compared, std::size_t group) {
    const ChangeGroup& of = compared.difference.groups[group];
    if (!of.name.empty()) return of.name;
    if (compared.difference.grouped_by != "pair") return "(none)";
    std::string lines;
    for (const std::size_t change : of.changes)
        lines += fmt::format("{}{}", lines.empty() ? "" : ";", change + 1 + header_line);
    return lines;
}

double error_of(const MeasureDifference& measure, const Contribution& contribution) {
    return measure.exact ? undefined : contribution.error;
}

const char* noise_text(const RankMove& move) {
    if (!move.within_noise) return "";
    return *move.within_noise ? "true" : "false";
}

Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value ids_value(const Compared& compared, const std::vector<ActorId>& actors) {
    Value::Array array;
    for (const ActorId actor : actors) array.emplace_back(id_of(compared, actor));
    return array;
}

std::uint64_t count_of(const Difference& difference, ChangeKind kind) {
    return static_cast<std::uint64_t>(std::ranges::count(difference.changes, kind, &Change::kind));
}

Value ties_value(const Difference& difference) {
    Value::Object counts;
    for (std::size_t kind = 0; kind < static_cast<std::size_t>(ChangeKind::actor_added); ++kind)
        counts.emplace_back(change_names[kind], count_of(difference, static_cast<ChangeKind>(kind)));
    return counts;
}

Value move_value(const Compared& compared, const std::string& measure, const RankMove& move) {
    return Value::Object{{"id", id_of(compared, move.actor)},
                         {"measure", measure},
                         {"old", move.old_value},
                         {"new", move.new_value},
                         {"delta", move.delta()},
                         {"old_rank", move.old_rank},
                         {"new_rank", move.new_rank},
                         {"old_rank_last", move.old_last},
                         {"new_rank_last", move.new_last},
                         {"moved", move.moved()},
                         {"cause", text_value(cause_names[static_cast<std::size_t>(move.cause)])},
                         {"within_noise", move.within_noise ? Value(*move.within_noise) : Value()}};
}

Value causes_value(const Compared& compared) {
    Value::Array causes;
    for (const MeasureDifference& measure : compared.difference.measures) {
        for (const Contribution& contribution : measure.contributions) {
            Value::Array changes;
            for (const std::size_t change : compared.difference.groups[contribution.group].changes)
                changes.emplace_back(std::uint64_t{change + 1 + header_line});
            causes.emplace_back(
                Value::Object{{"id", id_of(compared, contribution.actor)},
                              {"measure", measure.measure},
                              {"changes", std::move(changes)},
                              {"group", text_value(compared.difference.groups[contribution.group].name)},
                              {"contribution", contribution.contribution},
                              {"se", error_of(measure, contribution)},
                              {"rank_without", contribution.rank_without},
                              {"rank_without_last", contribution.last_without},
                              {"score_without", contribution.score_without}});
        }
    }
    return causes;
}

Value communities_value(const Compared& compared) {
    if (!compared.difference.communities) return {};
    const CommunityDifference& found = *compared.difference.communities;
    return Value::Object{{"adjusted_rand", found.adjusted_rand},
                         {"old", std::uint64_t{found.old_count}},
                         {"new", std::uint64_t{found.new_count}},
                         {"moved", ids_value(compared, found.moved)}};
}

Value side_value(const Balance& balance) {
    return Value::Object{{"positive_ties", balance.positive_ties},
                         {"negative_ties", balance.negative_ties},
                         {"balanced_strong", balance.balanced_strong},
                         {"balanced_weak", balance.balanced_weak},
                         {"frustration", Value::Object{{"index", balance.frustration.index},
                                                       {"lower_bound", balance.frustration.lower_bound},
                                                       {"upper_bound", balance.frustration.upper_bound},
                                                       {"normalized", balance.frustration.normalized}}}};
}

Value pairs_value(const Compared& compared, const std::vector<SignedPairOfActors>& pairs) {
    Value::Array array;
    for (const SignedPairOfActors& pair : pairs)
        array.emplace_back(Value::Object{{"source", id_of(compared, pair.source)},
                                         {"target", id_of(compared, pair.target)},
                                         {"sign", sign_text(pair.sign)}});
    return array;
}

Value balance_value_of(const Compared& compared) {
    if (!compared.difference.balance) return {};
    const BalanceDifference& found = *compared.difference.balance;
    return Value::Object{{"old", side_value(found.old_balance)},
                         {"new", side_value(found.new_balance)},
                         {"frustrated_new", pairs_value(compared, found.frustrated_new)},
                         {"frustrated_gone", pairs_value(compared, found.frustrated_gone)}};
}

std::string counts_line(const Difference& difference) {
    constexpr std::array words{
        "added",          "gone",          "changed sign",       "changed relation",        "turned",
        "changed weight", "changed dates", "changed confidence", "changed citation or note"};
    std::string ties;
    for (std::size_t kind = 0; kind < words.size(); ++kind) {
        const std::uint64_t count = count_of(difference, static_cast<ChangeKind>(kind));
        if (count > 0) ties += fmt::format("{}{} {}", ties.empty() ? "" : ", ", count, words[kind]);
    }
    const auto actors = [](std::size_t count) { return counted(count, "actor"); };
    std::string text;
    if (!difference.added.empty()) text += actors(difference.added.size()) + " added";
    if (!difference.gone.empty())
        text += (text.empty() ? "" : ", ") + actors(difference.gone.size()) + " gone";
    if (!ties.empty()) text += (text.empty() ? "" : "; ") + ("rows of ties: " + ties);
    return text + "\n";
}

Table readable_moves(const Compared& compared, const MeasureDifference& measure, std::size_t top) {
    Table table{.columns = {"actor", "old", "new", "old rank", "new rank", "moved", "by"}, .rows = {}};
    for (const std::size_t i : by_move(measure)) {
        const RankMove& move = measure.moves[i];
        if (table.rows.size() == top) break;
        const bool moved = !std::isnan(move.moved()) && move.moved() != 0;
        if (move.cause == MoveCause::none && !moved) continue;
        const std::string places = std::isnan(move.moved()) || move.moved() == 0 ? ""
                                   : move.moved() > 0 ? fmt::format("▲ {}", move.moved())
                                                      : fmt::format("▼ {}", -move.moved());
        std::string cause = cause_names[static_cast<std::size_t>(move.cause)];
        if (move.within_noise.value_or(false)) cause += " (within noise)";
        table.rows.push_back({label_of(compared, move.actor), move.old_value, move.new_value,
                              place_text(move.old_rank, move.old_last),
                              place_text(move.new_rank, move.new_last), places, cause});
    }
    return table;
}

std::string change_in_words(const Compared& compared, const Change& change) {
    if (change.kind == ChangeKind::actor_added) return label_of(compared, change.source) + " added";
    if (change.kind == ChangeKind::actor_gone) return label_of(compared, change.source) + " gone";
    const SideCells before = cells_of(compared.before, change.old_row),
                    after = cells_of(compared.after, change.new_row);
    std::string text =
        fmt::format("{} – {}", label_of(compared, change.source), label_of(compared, change.target));
    const std::string relation = relation_of(before, after, change);
    if (!relation.empty()) text += fmt::format(" ({})", relation);
    if (change.kind == ChangeKind::sign)
        return text + fmt::format(" {} → {}", before.sign.empty() ? "unsigned" : before.sign,
                                  after.sign.empty() ? "unsigned" : after.sign);
    if (change.kind == ChangeKind::weight)
        return text + fmt::format(" {} → {}", four_digits(before.weight), four_digits(after.weight));
    return text + " " + name_of(change.kind);
}

std::string group_in_words(const Compared& compared, std::size_t group) {
    const ChangeGroup& of = compared.difference.groups[group];
    if (compared.difference.grouped_by != "pair")
        return fmt::format("{} ({} changes)", group_name(compared, group), of.changes.size());
    std::string text;
    for (const std::size_t change : of.changes)
        text += (text.empty() ? "" : "; ") + change_in_words(compared, compared.difference.changes[change]);
    return text;
}

std::string causes_text(const Compared& compared, const MeasureDifference& measure) {
    constexpr std::size_t most = 5;
    std::string text;
    std::optional<ActorId> current;
    std::size_t told = 0;
    for (const Contribution& contribution : measure.contributions) {
        const RankMove& move = measure.moves[index(contribution.actor)];
        if (current != contribution.actor) {
            current = contribution.actor;
            told = 0;
            text += fmt::format("{}: {} → {}\n", label_of(compared, contribution.actor),
                                four_digits(move.old_value), four_digits(move.new_value));
        }
        if (++told > most) continue;
        const std::string error = measure.exact ? "" : fmt::format(" ± {}", four_digits(contribution.error));
        text += fmt::format("  {}{}{}  {}; without it rank {}\n", contribution.contribution > 0 ? "+" : "",
                            four_digits(contribution.contribution), error,
                            group_in_words(compared, contribution.group),
                            place_text(contribution.rank_without, contribution.last_without));
    }
    return text;
}

std::string balance_line(const BalanceDifference& found) {
    return fmt::format(
        "Frustration {} → {}; balanced triangles {} → {}\n", four_digits(found.old_balance.frustration.index),
        four_digits(found.new_balance.frustration.index), four_digits(found.old_balance.balanced_strong),
        four_digits(found.new_balance.balanced_strong));
}

}  // namespace

Table changes_table(const Compared& compared) {
    Table table{
        .columns = {"change", "source", "target", "relation", "old_sign", "new_sign", "old_weight",
                    "new_weight", "old_start", "new_start", "old_end", "new_end", "old_line", "new_line"},
        .rows = {},
        .keys = 3};
    for (const Change& change : compared.difference.changes) {
        const SideCells before = cells_of(compared.before, change.old_row),
                        after = cells_of(compared.after, change.new_row);
        table.rows.push_back({std::string(name_of(change.kind)), id_of(compared, change.source),
                              is_of_actor(change) ? std::string() : id_of(compared, change.target),
                              relation_of(before, after, change), before.sign, after.sign, before.weight,
                              after.weight, before.start, after.start, before.end, after.end, before.line,
                              after.line});
    }
    return table;
}

Table ranks_table(const Compared& compared, std::size_t top) {
    Table table{.columns = {"id", "label", "kind", "measure", "old", "new", "delta", "old_rank", "new_rank",
                            "moved", "cause", "within_noise"},
                .rows = {}};
    for (const MeasureDifference& measure : compared.difference.measures) {
        for (const std::size_t i : shown(compared, measure, top)) {
            const RankMove& move = measure.moves[i];
            table.rows.push_back({id_of(compared, move.actor), label_of(compared, move.actor),
                                  std::string(compared.difference.actors.kind[index(move.actor)]),
                                  measure.measure, move.old_value, move.new_value, move.delta(),
                                  move.old_rank, move.new_rank, move.moved(),
                                  std::string(cause_names[static_cast<std::size_t>(move.cause)]),
                                  std::string(noise_text(move))});
        }
    }
    return table;
}

Table causes_table(const Compared& compared) {
    Table table{.columns = {"id", "measure", "change", "contribution", "se", "rank_without", "score_without"},
                .rows = {}};
    for (const MeasureDifference& measure : compared.difference.measures) {
        for (const Contribution& contribution : measure.contributions) {
            table.rows.push_back({id_of(compared, contribution.actor), measure.measure,
                                  group_name(compared, contribution.group), contribution.contribution,
                                  error_of(measure, contribution), contribution.rank_without,
                                  contribution.score_without});
        }
    }
    return table;
}

Value difference_value(const Compared& compared, std::size_t top, Value settings) {
    const Difference& difference = compared.difference;
    Value::Object result = result_object();
    result.emplace_back("same", difference.same());
    result.emplace_back("actors", Value::Object{{"added", ids_value(compared, difference.added)},
                                                {"gone", ids_value(compared, difference.gone)}});
    result.emplace_back("ties", ties_value(difference));
    Value::Array measures, ranks;
    for (const MeasureDifference& measure : difference.measures) {
        measures.emplace_back(Value::Object{{"measure", measure.measure},
                                            {"contributions", measure.exact ? "exact" : "sampled"},
                                            {"orders", measure.exact ? Value() : Value(difference.orders)}});
        for (const std::size_t i : shown(compared, measure, top))
            ranks.push_back(move_value(compared, measure.measure, measure.moves[i]));
    }
    result.emplace_back("measures", std::move(measures));
    result.emplace_back("ranks", std::move(ranks));
    result.emplace_back("grouped_by", difference.grouped_by);
    result.emplace_back("causes", causes_value(compared));
    result.emplace_back("communities", communities_value(compared));
    result.emplace_back("balance", balance_value_of(compared));
    Value::Array remarks;
    for (const std::string& remark : difference.remarks) remarks.emplace_back(remark);
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string difference_text(const Compared& compared, std::size_t top, const TextOptions& options) {
    const Difference& difference = compared.difference;
    if (difference.same()) return "Nothing differs.\n";
    std::string text = counts_line(difference);
    for (const MeasureDifference& measure : difference.measures) {
        const Table moves = readable_moves(compared, measure, top);
        if (moves.rows.empty()) {
            text += fmt::format("\nNobody's {} changes.\n", measure.measure);
            continue;
        }
        text += fmt::format("\n{}\n{}", measure.measure, to_text(moves, options));
        const std::string causes = causes_text(compared, measure);
        if (causes.empty()) continue;
        text += measure.exact ? "\nWhat moved them (Shapley values)\n"
                              : fmt::format("\nWhat moved them (Shapley values of {} drawn orders)\n",
                                            difference.orders);
        text += causes;
    }
    if (difference.communities) {
        const CommunityDifference& found = *difference.communities;
        text += fmt::format("\nCommunities {} → {}, adjusted Rand index {}; {} moved\n", found.old_count,
                            found.new_count, four_digits(found.adjusted_rand), found.moved.size());
    }
    if (difference.balance) text += balance_line(*difference.balance);
    return text;
}

}  // namespace entente::report
