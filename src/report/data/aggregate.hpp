// What aggregating events came to.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/ledger.hpp"

namespace entente::report {

struct AggregateReport {
    std::uint64_t rows = 0, rows_giving = 0;
    std::vector<LedgerEntry> left_out;
    std::uint64_t events = 0, below_least = 0, least = 1;
    std::uint64_t actors = 0, ties = 0, positive = 0, negative = 0, unsaid = 0;
    std::string first, last;  // days; "" where nothing is dated
    std::uint64_t long_periods = 0, open_starts = 0, open_ends = 0, rounded_weights = 0;
    std::vector<std::pair<std::string, std::string>> settings;
    struct Reading {
        std::string preset, title;
        std::vector<ReadAs::Rule> rules;
    };
    std::vector<Reading> readings;
};

std::string aggregate_text(const AggregateReport& report);
std::string aggregate_json(const AggregateReport& report);

}  // namespace entente::report
