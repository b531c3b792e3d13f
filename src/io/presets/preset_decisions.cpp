// What a preset decided about a file, as clauses for people.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/prose.hpp"
#include "io/presets/preset_table.hpp"

namespace entente::io {

namespace {

// "1 tie between the sides", "2 ties between the sides": the first word of what a preset counts is a plural
// in s.
std::string counted_as(std::uint64_t count, const std::string& what) {
    const std::size_t end = std::min(what.find(' '), what.size());
    const bool singular = count == 1 && end > 0 && what[end - 1] == 's';
    return fmt::format("{} {}{}", count, what.substr(0, singular ? end - 1 : end), what.substr(end));
}

}  // namespace

// "317 associates tied to their lead actor, unsigned (--rule associates=unsigned|positive|drop)".
std::string PresetTable::clause(std::size_t rule) const {
    const Count& count = counts_[rule];
    std::string text = counted_as(count.ties(), preset_.ties[rule].counted);
    const std::array<std::pair<std::uint64_t, const char*>, 3> parts{
        {{count.friendly, "friendly"}, {count.hostile, "hostile"}, {count.unsigned_ties, "unsigned"}}};
    const auto kinds = std::ranges::count_if(parts, [](const auto& part) { return part.first > 0; });
    bool first = true;
    for (const auto& [n, word] : parts) {
        if (n == 0) continue;
        text += kinds == 1 ? fmt::format(", {}", word) : fmt::format("{} {} {}", first ? ":" : ",", n, word);
        first = false;
    }
    std::vector<std::string> rules = preset_.ties[rule].own_rules;
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const std::string& name : rules) {
        const auto choice = std::ranges::find(preset_.rules, name, &RuleChoice::name);
        if (choice == preset_.rules.end()) continue;
        text += fmt::format(
            " (--rule {}={})", name,
            choice->choices.empty() ? choice->value : fmt::format("{}", fmt::join(choice->choices, "|")));
    }
    return text;
}

std::vector<std::string> PresetTable::decisions() const {
    std::vector<std::string> clauses;
    for (std::size_t rule = 0; rule < counts_.size(); ++rule)
        if (counts_[rule].ties() > 0) clauses.push_back(clause(rule));
    if (mirrored_ > 0) clauses.push_back(fmt::format("{} repeated from the other side", mirrored_));
    const ReadAs& read = result_.read_as;
    if (preset_.time.joining == Joining::runs || preset_.time.joining == Joining::spread)
        clauses.push_back(fmt::format("{} joined into {}", counted(read.rows_giving_ties, "row"),
                                      counted(read.ties, "tie")));
    if (open_runs_ > 0)
        clauses.push_back(fmt::format("{} {} the last year, {}, and {} (--rule open-end=false|true)",
                                      open_runs_, noun(open_runs_, "reaches", "reach"), last_year_,
                                      preset_.time.open_last ? noun(open_runs_, "goes on", "go on")
                                                             : noun(open_runs_, "ends there", "end there")));
    if (yearless_ > 0)
        clauses.push_back(fmt::format("{} without a year, of ties without dates", counted(yearless_, "row")));
    if (numbers_ > 0)
        clauses.push_back(fmt::format("{} that {} no dates{}: kept as time_start and time_end",
                                      counted(numbers_, "time"),
                                      noun(numbers_, "is a number and", "are numbers and"),
                                      dates_ > 0 ? fmt::format(", and {} that may be years", dates_) : ""));
    for (const auto& [reason, rows] : left_out_)
        clauses.push_back(fmt::format("{} left out: {}", counted(rows, "row"), reason));
    for (const auto& [reason, rows] : ends_missing_)
        clauses.push_back(fmt::format("{} more: {}, but another tie", counted(rows, "row"), reason));
    return clauses;
}

}  // namespace entente::io
