#include "report/data/aggregate.hpp"

#include <fmt/format.h>

#include "base/prose.hpp"
#include "report/format/json_value.hpp"

namespace entente::report {

std::string aggregate_text(const AggregateReport& report) {
    std::string text;
    for (const AggregateReport::Reading& reading : report.readings) {
        text += fmt::format("read as {} (--preset {})", reading.title, reading.preset);
        for (const ReadAs::Rule& rule : reading.rules) text += fmt::format("; {}={}", rule.rule, rule.value);
        text += "\n";
    }
    std::uint64_t left_out = 0;
    for (const LedgerEntry& entry : report.left_out) left_out += entry.rows;
    text += fmt::format("{} = {} giving ties + {} left out\n", counted(report.rows, "row", "rows"),
                        report.rows_giving, left_out);
    for (const LedgerEntry& entry : report.left_out)
        text += fmt::format("    {} left out: {}\n", entry.rows, entry.reason);
    text += fmt::format("{} in {} of {}", counted(report.events - report.below_least, "event", "events"),
                        counted(report.ties, "tie", "ties"), counted(report.actors, "actor", "actors"));
    if (!report.first.empty()) text += fmt::format(", {} to {}", report.first, report.last);
    text += fmt::format(": {} friendly, {} hostile, {} unsigned\n", report.positive, report.negative,
                        report.unsaid);
    if (report.below_least > 0)
        text += fmt::format("    {} left out: in ties of fewer than {} (--min)\n",
                            counted(report.below_least, "event", "events"), report.least);
    if (report.long_periods > 0)
        text += fmt::format("    {} more than one period: kept in the narrowest that holds {}\n",
                            counted(report.long_periods, "event spans", "events span"),
                            noun(report.long_periods, "it", "them"));
    if (report.open_starts > 0)
        text += fmt::format("    {} no start: taken where {}\n",
                            counted(report.open_starts, "tie has", "ties have"),
                            noun(report.open_starts, "it ends", "they end"));
    if (report.open_ends > 0)
        text +=
            fmt::format("    {} no end: taken where {}\n", counted(report.open_ends, "tie has", "ties have"),
                        noun(report.open_ends, "it starts", "they start"));
    if (report.rounded_weights > 0)
        text += fmt::format("    {} more than six decimal places: rounded to six\n",
                            counted(report.rounded_weights, "weight has", "weights have"));
    return text;
}

std::string aggregate_json(const AggregateReport& report) {
    Value::Object result = result_object(), left_out, settings;
    result.emplace_back("rows", report.rows);
    result.emplace_back("rows_giving_ties", report.rows_giving);
    for (const LedgerEntry& entry : report.left_out) left_out.emplace_back(entry.reason, entry.rows);
    result.emplace_back("left_out", std::move(left_out));
    result.emplace_back("events", report.events - report.below_least);
    result.emplace_back("events_below_min", report.below_least);
    result.emplace_back("actors", report.actors);
    result.emplace_back("ties", report.ties);
    result.emplace_back("positive", report.positive);
    result.emplace_back("negative", report.negative);
    result.emplace_back("unsigned", report.unsaid);
    result.emplace_back("first", report.first.empty() ? Value() : Value(report.first));
    result.emplace_back("last", report.last.empty() ? Value() : Value(report.last));
    result.emplace_back("events_across_periods", report.long_periods);
    result.emplace_back("ties_without_start", report.open_starts);
    result.emplace_back("ties_without_end", report.open_ends);
    result.emplace_back("weights_rounded", report.rounded_weights);
    for (const auto& [name, value] : report.settings) {
        const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
        settings.emplace_back(name,
                              number ? Value(static_cast<std::uint64_t>(std::stoull(value))) : Value(value));
    }
    Value::Array readings;
    for (const AggregateReport::Reading& reading : report.readings) {
        Value::Array rules;
        for (const ReadAs::Rule& rule : reading.rules)
            rules.push_back(Value::Object{{"rule", rule.rule},
                                          {"value", rule.value},
                                          {"default", rule.is_default},
                                          {"rows", rule.rows}});
        readings.push_back(Value::Object{{"preset", reading.preset}, {"rules", std::move(rules)}});
    }
    settings.emplace_back("reading", std::move(readings));
    result.emplace_back("settings", std::move(settings));
    return to_json(result);
}

}  // namespace entente::report
