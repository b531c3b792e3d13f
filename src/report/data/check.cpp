#include "report/data/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "report/format/settings.hpp"
#include "report/page/text.hpp"

namespace entente::report {

namespace {

using PairKey = std::tuple<std::uint32_t, std::uint32_t, int, std::string_view>;

PairKey key_of(const Network& network, TieId row) {
    const Tie tie = network.tie(row);
    auto source = static_cast<std::uint32_t>(tie.source);
    auto target = static_cast<std::uint32_t>(tie.target);
    const bool directed = tie.directed == Directedness::directed;
    if (!directed && target < source) std::swap(source, target);
    return {source, target, static_cast<int>(tie.sign) * 2 + (directed ? 10 : 0), tie.relation};
}

// "ties.csv: source = Von, target, weight; further attributes: Zeitung".
std::string columns_line(const FileColumns& columns) {
    std::string text = std::string(file_shown(columns.file)) + ":";
    for (const FileColumns::Taken& column : columns.taken) {
        const bool same = lower(trimmed(column.header)) == column.ours;
        text += fmt::format("{} {}", &column == &columns.taken.front() ? "" : ",",
                            same ? column.ours : fmt::format("{} = {}", column.ours, column.header));
    }
    if (!columns.others.empty())
        text += fmt::format("; further attributes: {}", fmt::join(columns.others, ", "));
    return text + "\n";
}

}  // namespace

LedgerCounts count_rows(const Network& network, const Ledger& ledger) {
    LedgerCounts counts{.actors = network.actor_count(),
                        .tie_rows = ledger.tie_rows,
                        .dropped = ledger.dropped,
                        .read_as = ledger.read_as,
                        .columns = ledger.columns};
    std::vector<PairKey> keys;
    keys.reserve(network.tie_count());
    for (std::size_t row = 0; row < network.tie_count(); ++row)
        keys.push_back(key_of(network, static_cast<TieId>(row)));
    std::ranges::sort(keys);
    counts.kept = static_cast<std::uint64_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
    counts.merged = network.tie_count() - counts.kept;
    std::uint64_t told = counts.kept + counts.merged;
    for (const LedgerEntry& entry : counts.dropped) told += entry.rows;
    if (told < counts.tie_rows) counts.dropped.push_back({"an error in the row", counts.tie_rows - told});
    return counts;
}

std::string ledger_text(const LedgerCounts& counts) {
    std::string text =
        fmt::format("{}\n{} read = {} kept + {} merged", counted(counts.actors, "actor"),
                    counted(counts.tie_rows, "tie row"), counted(counts.kept, "tie"), counts.merged);
    std::uint64_t dropped = 0;
    for (const LedgerEntry& entry : counts.dropped) dropped += entry.rows;
    text += fmt::format(" + {} dropped\n", dropped);
    for (const LedgerEntry& entry : counts.dropped)
        text += fmt::format("    {} dropped: {}\n", entry.rows, entry.reason);
    for (const ReadAs& read_as : counts.read_as) {
        text += fmt::format("{}: {} read = {} giving {}", file_shown(read_as.file),
                            counted(read_as.rows_read, "row", "rows", Digits::grouped),
                            read_as.rows_giving_ties, counted(read_as.ties, "tie", "ties", Digits::grouped));
        for (const LedgerEntry& entry : read_as.left_out)
            text += fmt::format(" + {} left out: {}", entry.rows, entry.reason);
        text += "\n";
    }
    for (const FileColumns& columns : counts.columns) text += columns_line(columns);
    return text;
}

Table complaints_table(const std::vector<Diagnostic>& diagnostics) {
    Table table{.columns = {"file", "line", "column", "severity", "message"}, .rows = {}, .keys = 3};
    for (const Diagnostic& diagnostic : diagnostics) {
        const auto number = [](std::uint64_t n) { return n > 0 ? Cell(n) : Cell(std::string()); };
        table.rows.push_back({diagnostic.spot.file, number(diagnostic.spot.line),
                              number(diagnostic.spot.column), std::string(to_string(diagnostic.severity)),
                              diagnostic.message});
    }
    return table;
}

Value check_value(const std::vector<Diagnostic>& diagnostics, const LedgerCounts& counts) {
    Value::Object result = result_object();
    result.emplace_back("errors", complaint_count(diagnostics, Severity::error));
    result.emplace_back("warnings", complaint_count(diagnostics, Severity::warning));
    result.emplace_back("notes", complaint_count(diagnostics, Severity::note));
    Value::Array list;
    for (const Diagnostic& diagnostic : diagnostics) {
        const auto number = [](std::uint64_t n) { return n > 0 ? Value(n) : Value(); };
        list.push_back(Value::Object{{"file", diagnostic.spot.file},
                                     {"line", number(diagnostic.spot.line)},
                                     {"column", number(diagnostic.spot.column)},
                                     {"severity", to_string(diagnostic.severity)},
                                     {"message", diagnostic.message}});
    }
    result.emplace_back("complaints", std::move(list));
    Value::Object dropped;
    for (const LedgerEntry& entry : counts.dropped) dropped.emplace_back(entry.reason, entry.rows);
    result.emplace_back("ledger", Value::Object{{"actors", counts.actors},
                                                {"tie_rows", counts.tie_rows},
                                                {"ties_kept", counts.kept},
                                                {"merged", counts.merged},
                                                {"dropped", std::move(dropped)}});
    Value::Array files;
    for (const FileColumns& columns : counts.columns) {
        Value::Object taken;
        for (const FileColumns::Taken& column : columns.taken) taken.emplace_back(column.ours, column.header);
        Value::Array others;
        for (const std::string& header : columns.others) others.emplace_back(header);
        files.push_back(Value::Object{
            {"file", columns.file}, {"read_as", std::move(taken)}, {"attributes", std::move(others)}});
    }
    result.emplace_back("columns", std::move(files));
    if (!counts.read_as.empty())
        result.emplace_back("settings", Value::Object{{"reading", reading_value(counts.read_as)}});
    return result;
}

}  // namespace entente::report
