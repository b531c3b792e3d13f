#include "report/leaders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/prose.hpp"
#include "report/actors.hpp"

namespace entente::report {

namespace {

// What coming first by the measure means.
std::string meaning_of(std::string_view measure, const LeaderWords& words) {
    if (measure == "degree")
        return fmt::format("Most ties{}{}", words.without_hostile ? " that are not hostile" : "",
                           words.directed ? ", in and out" : "");
    if (measure == "betweenness") return "Most often between others";
    return "Come by most often when ties are followed at random";
}

// Nobody comes first then, not even by measures that are above 0 without ties.
bool without_ties(const ScoreTable& scores) {
    const auto degree = std::ranges::find(scores.columns, "degree", &Scores::measure);
    return degree != scores.columns.end() &&
           std::ranges::none_of(degree->values, [](double value) { return value > 0; });
}

}  // namespace

std::string leader_sentence(const ScoreTable& scores, std::string_view measure, const LeaderWords& words,
                            const std::function<std::string(ActorId)>& name_of) {
    constexpr std::size_t most = 3;
    const auto column = std::ranges::find(scores.columns, measure, &Scores::measure);
    if (column == scores.columns.end() || without_ties(scores)) return "";
    const std::vector<std::size_t> order = ranked(*column);
    std::vector<std::string> values;  // as they are shown: what looks alike is alike
    for (const std::size_t place : order) {
        if (!(column->values[place] > 0)) break;
        values.push_back(four_digits(column->values[place]));
    }
    const std::size_t named = std::min(most, values.size());
    if (named == 0) return "";
    const std::string& last = values[named - 1];
    std::size_t equal = named;
    while (equal < values.size() && values[equal] == last) ++equal;
    std::string text = meaning_of(measure, words) + ": ";
    if (equal > 2 * most && values.front() == last)
        return text + fmt::format("{} of them alike ({} each).", equal, last);
    for (std::size_t i = 0; i < named; ++i)
        text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", name_of(scores.actors[order[i]]), values[i]);
    if (equal > named) text += fmt::format(" and {} more with {}", equal - named, last);
    return text + ".";
}

}  // namespace entente::report
