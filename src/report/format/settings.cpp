#include "report/format/settings.hpp"

#include <fmt/format.h>

namespace entente::report {

namespace {

const char* direction_word(const Settings& settings) {
    if (!settings.resolved.directed) return "undirected";
    return settings.selection.direction == Direction::reversed ? "reversed" : "directed";
}

Value day(Day day, Day open) { return day == open ? Value() : Value(to_string(DayInterval{day, day})); }

Value words(const std::vector<std::string>& list) {
    if (list.empty()) return {};
    Value::Array array;
    for (const std::string& word : list) array.emplace_back(word);
    return array;
}

}  // namespace

Value reading_value(const std::vector<ReadAs>& reading) {
    Value::Array files;
    for (const ReadAs& read_as : reading) {
        Value::Array rules;
        for (const ReadAs::Rule& rule : read_as.rules)
            rules.push_back(Value::Object{{"rule", rule.rule},
                                          {"value", rule.value},
                                          {"default", rule.is_default},
                                          {"rows", rule.rows}});
        Value::Object left_out;
        for (const LedgerEntry& entry : read_as.left_out) left_out.emplace_back(entry.reason, entry.rows);
        files.push_back(Value::Object{{"file", read_as.file},
                                      {"format", read_as.format},
                                      {"preset", read_as.preset},
                                      {"rules", std::move(rules)},
                                      {"rows", read_as.rows_read},
                                      {"rows_giving_ties", read_as.rows_giving_ties},
                                      {"ties", read_as.ties},
                                      {"left_out", std::move(left_out)}});
    }
    return files;
}

Value settings_value(const Settings& settings) {
    const TieSelection& selection = settings.selection;
    const DayInterval window = selection.window.value_or(DayInterval{});
    Value::Object object{{"ties", settings.signed_only ? "signed" : to_string(selection.signs)},
                         {"direction", direction_word(settings)},
                         {"weighted", settings.resolved.weighted},
                         {"merge", to_string(selection.merge)},
                         {"from", day(window.earliest, beginning_of_time)},
                         {"to", day(window.latest, end_of_time)},
                         {"certain", selection.holding == Holding::certain},
                         {"throughout", selection.holding == Holding::throughout},
                         {"relations", words(selection.relations)},
                         {"kinds", words(selection.kinds)},
                         {"largest_component", selection.largest_component}};
    if (selection.project != Projection::none) object.emplace_back("project", to_string(selection.project));
    if (settings.seed) object.emplace_back("seed", *settings.seed);
    if (!settings.remarks.empty()) object.emplace_back("remarks", words(settings.remarks));
    for (const auto& field : settings.more) object.push_back(field);
    if (!settings.reading.empty()) object.emplace_back("reading", reading_value(settings.reading));
    return object;
}

std::string settings_line(const Settings& settings) {
    const TieSelection& selection = settings.selection;
    std::string text =
        fmt::format("{}, {}, {}",
                    settings.signed_only ? "ties of both signs, whatever --ties says"
                                         : to_string(selection.signs) + " ties",
                    direction_word(settings), settings.resolved.weighted ? "weighted" : "unweighted");
    if (selection.merge != MergeRule::sum) text += fmt::format(", merged by {}", to_string(selection.merge));
    if (selection.window) {
        const DayInterval window = *selection.window;
        if (window.earliest == beginning_of_time)
            text += fmt::format(", to {}", to_string(DayInterval{window.latest, window.latest}));
        else if (window.latest == end_of_time)
            text += fmt::format(", from {}", to_string(DayInterval{window.earliest, window.earliest}));
        else text += fmt::format(", {}", to_string(window));
        if (selection.holding != Holding::possible)
            text += fmt::format(" ({})", to_string(selection.holding));
    }
    if (!selection.relations.empty())
        text += fmt::format(", relations {}", fmt::join(selection.relations, ", "));
    if (!selection.kinds.empty()) text += fmt::format(", kinds {}", fmt::join(selection.kinds, ", "));
    if (selection.largest_component) text += ", largest component";
    if (selection.project != Projection::none)
        text += fmt::format(", projected on the {}s", to_string(selection.project));
    return text;
}

}  // namespace entente::report
