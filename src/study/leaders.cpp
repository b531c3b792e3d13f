#include "study/leaders.hpp"

#include "analysis/change/explain.hpp"
#include "report/actors.hpp"

namespace entente::study {

std::vector<Explanation> explained_leaders(const Analysis& analysis, const Control& control) {
    std::vector<Explanation> explanations;
    if (analysis.scores.columns.empty() || analysis.all_rows.size() > most_rows_explained)
        return explanations;
    const Scores& first = analysis.scores.columns.front();
    for (const std::size_t place : report::ranked(first)) {
        if (explanations.size() == leaders_explained || !(first.values[place] > 0)) break;
        explanations.push_back(explain(analysis.data.network(), analysis.data.selection,
                                       analysis.scores.actors[place], {.measure = first.measure}, control));
    }
    return explanations;
}

}  // namespace entente::study
