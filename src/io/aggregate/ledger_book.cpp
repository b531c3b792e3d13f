#include "io/aggregate/ledger_book.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace entente::io {

void LedgerBook::begin(const Preset& preset) {
    preset_ = preset;
    const auto known = std::ranges::find(ledger_.readings, preset.name, &AggregateLedger::Reading::preset);
    reading_ = static_cast<std::size_t>(known - ledger_.readings.begin());
    if (known != ledger_.readings.end()) return;
    AggregateLedger::Reading reading{preset.name, preset.title, {}};
    for (const RuleChoice& rule : preset.rules) {
        if (rule.name != "attributes") reading.rules.push_back({rule.name, rule.value, rule.is_default(), 0});
    }
    ledger_.readings.push_back(std::move(reading));
}

void LedgerBook::take(const EventBlock& block) {
    ledger_.rows += block.rows;
    ledger_.rows_giving += block.rows_giving;
    ledger_.open_starts += block.open_starts;
    ledger_.open_ends += block.open_ends;
    ledger_.rounded_weights += block.rounded_weights;
    for (const auto& [reason, rows] : block.left_out) leave_out(reason, rows);
    if (!block.rule_rows.empty()) count_rules(block.rule_rows);
}

void LedgerBook::take(const ReadAs& read_as) {
    AggregateLedger::Reading reading{read_as.preset, read_as.title, {}};
    for (const ReadAs::Rule& rule : read_as.rules)
        if (rule.rule != "attributes") reading.rules.push_back(rule);
    const auto known = std::ranges::find(ledger_.readings, reading.preset, &AggregateLedger::Reading::preset);
    if (known == ledger_.readings.end()) return ledger_.readings.push_back(std::move(reading));
    for (ReadAs::Rule& rule : known->rules)
        for (const ReadAs::Rule& counted : reading.rules)
            if (counted.rule == rule.rule) rule.rows += counted.rows;
}

void LedgerBook::leave_out(const std::string& reason, std::uint64_t rows) {
    const auto known = std::ranges::find(ledger_.left_out, reason, [](const auto& one) { return one.first; });
    if (known == ledger_.left_out.end()) {
        ledger_.left_out.emplace_back(reason, rows);
    } else {
        known->second += rows;
    }
}

void LedgerBook::count_rules(const std::vector<std::uint64_t>& rows) {
    for (ReadAs::Rule& rule : ledger_.readings[reading_].rules) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (std::ranges::find(preset_.ties[i].rules, rule.rule) != preset_.ties[i].rules.end())
                rule.rows += rows[i];
    }
}

void tell_faults(const EventBlock& block, std::string_view piece, const TableForm& form, Spot before,
                 Diagnostics& diagnostics) {
    for (const EventFault& fault : block.faults) {
        std::string_view rest = piece;
        for (std::uint64_t line = 0; line < fault.line; ++line) rest = rest.substr(rest.find('\n') + 1);
        const std::string_view row = rest.substr(0, RecordScanner::end_of_record(rest, form));
        const std::size_t at = RecordScanner::start_of_cell(row, fault.column, form);
        const std::uint64_t column =
            first_invalid_utf8(row.substr(0, at)) ? 1 : character_count(row.substr(0, at)) + 1;
        diagnostics.error({before.file, before.line + fault.line + 1, column}, fault.message);
    }
    diagnostics.count_errors(block.faults_beyond);
}

}  // namespace entente::io
