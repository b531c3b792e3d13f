#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>

#include "base/prose.hpp"
#include "report/change/difference.hpp"
#include "report/change/difference_cells.hpp"

namespace entente::report {

namespace {

std::string counts_line(const Difference& difference) {
    constexpr std::array words{"added",
                               "gone",
                               "changed sign",
                               "changed relation",
                               "turned",
                               "changed weight",
                               "changed dates",
                               "changed confidence",
                               "changed citation, note or further column"};
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

std::string described_line(const Compared& compared) {
    constexpr std::size_t most = 10;
    const std::vector<DescriptionChange>& described = compared.difference.described;
    if (described.empty()) return "";
    std::vector<std::string> actors;
    for (const DescriptionChange& change : described)
        actors.push_back(
            fmt::format("{} ({})", label_of(compared, change.actor), fmt::join(change.what, ", ")));
    return fmt::format("{} described otherwise: {}\n", counted(described.size(), "actor is", "actors are"),
                       first_listed(actors, most));
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
        return fmt::format("{} ({})", group_name(compared, group), counted(of.changes.size(), "change"));
    std::string text;
    for (const std::size_t change : of.changes)
        text += (text.empty() ? "" : "; ") + change_in_words(compared, compared.difference.changes[change]);
    return text;
}

std::string causes_text(const Compared& compared, const MeasureDifference& measure) {
    constexpr std::size_t most = 5;
    std::string text;
    std::optional<ActorId> current;
    std::size_t written = 0;
    for (const Contribution& contribution : measure.contributions) {
        const RankMove& move = measure.moves[index(contribution.actor)];
        if (current != contribution.actor) {
            current = contribution.actor;
            written = 0;
            text += fmt::format("{}: {} → {}\n", label_of(compared, contribution.actor),
                                four_digits(move.old_value), four_digits(move.new_value));
        }
        if (++written > most) continue;
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

std::string difference_text(const Compared& compared, std::size_t top, const TextOptions& options) {
    const Difference& difference = compared.difference;
    if (difference.same()) return "Nothing differs.\n";
    std::string text = difference.changes.empty() ? "" : counts_line(difference);
    text += described_line(compared);
    if (difference.changes.empty()) return text;
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
