#include "report/change/difference.hpp"
#include "report/change/difference_cells.hpp"
#include "report/data/ties.hpp"

namespace entente::report {

namespace {

Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value ids_value(const Compared& compared, const std::vector<ActorId>& actors) {
    Value::Array array;
    for (const ActorId actor : actors) array.emplace_back(id_of(compared, actor));
    return array;
}

Value described_value(const Compared& compared) {
    Value::Array array;
    for (const DescriptionChange& change : compared.difference.described)
        array.emplace_back(id_of(compared, change.actor));
    return array;
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

}  // namespace

Value difference_value(const Compared& compared, std::size_t top, Value settings) {
    const Difference& difference = compared.difference;
    Value::Object result = result_object();
    result.emplace_back("same", difference.same());
    result.emplace_back("actors", Value::Object{{"added", ids_value(compared, difference.added)},
                                                {"gone", ids_value(compared, difference.gone)},
                                                {"changed", described_value(compared)}});
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

}  // namespace entente::report
