#include "report/null_model.hpp"

#include <fmt/format.h>

#include "base/prose.hpp"

namespace entente::report {

Table null_table(const NullModelComparison& comparison) {
    Table table{.columns = {"figure", "observed", "mean", "deviation", "z", "p"}, .rows = {}};
    for (const NullFigure& figure : comparison.figures) {
        table.rows.push_back(
            {figure.name, figure.observed, figure.mean, figure.deviation, figure.z, figure.p});
    }
    return table;
}

Value exchanges_value(const Exchanges& exchanges) {
    return Value::Object{{"trials", exchanges.trials},
                         {"accepted_a_tie", exchanges.accepted_a_tie},
                         {"fewest_accepted_a_tie", exchanges.fewest_accepted_a_tie},
                         {"remark", exchanges.remark.empty() ? Value() : Value(exchanges.remark)}};
}

Value null_value(const NullModelComparison& comparison) {
    Value::Object figures;
    for (const NullFigure& figure : comparison.figures) {
        figures.emplace_back(figure.name, Value::Object{{"observed", figure.observed},
                                                        {"mean", figure.mean},
                                                        {"deviation", figure.deviation},
                                                        {"z", figure.z},
                                                        {"p", figure.p},
                                                        {"defined", std::uint64_t{figure.defined}}});
    }
    return Value::Object{{"model", comparison.model},
                         {"replicates", std::uint64_t{comparison.replicates}},
                         {"exchanges", exchanges_value(comparison.exchanges)},
                         {"figures", std::move(figures)}};
}

Value comparison_value(const PartitionComparison& comparison) {
    return Value::Object{{"first", comparison.first},
                         {"second", comparison.second},
                         {"actors", comparison.actors},
                         {"left_out", comparison.left_out},
                         {"first_groups", std::uint64_t{comparison.first_groups}},
                         {"second_groups", std::uint64_t{comparison.second_groups}},
                         {"adjusted_rand", comparison.adjusted_rand},
                         {"normalized_mutual_information", comparison.mutual_information},
                         {"variation_of_information", comparison.variation_of_information},
                         {"p", comparison.p},
                         {"permutations", std::uint64_t{comparison.permutations}}};
}

std::string comparison_text(const PartitionComparison& comparison) {
    std::string text = fmt::format(
        "compared with {} ({} of {}): adjusted Rand index {} (p {}), normalized mutual information {}, "
        "variation of information {}",
        comparison.second, counted(comparison.second_groups, "group"), counted(comparison.actors, "actor"),
        four_digits(comparison.adjusted_rand), four_digits(comparison.p),
        four_digits(comparison.mutual_information), four_digits(comparison.variation_of_information));
    if (comparison.left_out > 0)
        text += fmt::format("; left out, because only one of them has a group for them: {}",
                            counted(comparison.left_out, "actor"));
    return text;
}

}  // namespace entente::report
