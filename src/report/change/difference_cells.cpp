#include "report/change/difference_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/prose.hpp"
#include "report/data/ties.hpp"

namespace entente::report {

const char* name_of(ChangeKind kind) { return change_names[static_cast<std::size_t>(kind)]; }

bool is_of_actor(const Change& change) { return change.source == change.target; }

std::string id_of(const Compared& compared, ActorId actor) {
    return std::string(compared.difference.actors.id[index(actor)]);
}
std::string label_of(const Compared& compared, ActorId actor) {
    return std::string(compared.difference.actors.label[index(actor)]);
}

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

std::vector<std::size_t> shown(const Compared& compared, const MeasureDifference& measure, std::size_t top) {
    if (compared.difference.changes.empty()) return {};
    if (top < measure.moves.size()) {
        std::vector<std::size_t> order = by_move(measure);
        order.resize(top);
        return order;
    }
    std::vector<std::size_t> order(measure.moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

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

std::uint64_t count_of(const Difference& difference, ChangeKind kind) {
    return static_cast<std::uint64_t>(std::ranges::count(difference.changes, kind, &Change::kind));
}

}  // namespace entente::report
