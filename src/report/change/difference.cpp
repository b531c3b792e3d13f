#include "report/change/difference.hpp"

#include "report/change/difference_cells.hpp"

namespace entente::report {

namespace {

const char* noise_text(const RankMove& move) {
    if (!move.within_noise) return "";
    return *move.within_noise ? "true" : "false";
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

}  // namespace entente::report
