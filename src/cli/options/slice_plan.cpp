#include "cli/options/slice_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.hpp"

namespace entente::cli {

namespace {

std::optional<PeriodUnit> unit_of(const std::vector<std::string>& words) {
    if (words.empty()) return PeriodUnit::year;
    if (words.size() > 1) return std::nullopt;
    if (words.front() == "year") return PeriodUnit::year;
    if (words.front() == "quarter") return PeriodUnit::quarter;
    if (words.front() == "month") return PeriodUnit::month;
    return std::nullopt;
}

}  // namespace

SlicePlan slice_plan_of(const std::string& option, const std::vector<std::string>& words) {
    SlicePlan plan{.unit = unit_of(words)};
    if (!words.empty()) plan.name = fmt::format("{}", fmt::join(words, ","));
    if (plan.unit) return plan;
    for (const std::string& word : words) {
        const auto date = parse_date(word);
        if (!date)
            throw Error(Fault::usage,
                        fmt::format("{} needs year, quarter, month or dates: 1872,1890-05,1907, not '{}'",
                                    option, word));
        plan.dates.push_back(*date);
    }
    return plan;
}

}  // namespace entente::cli
