#include "io/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente::io {

namespace {

std::uint64_t pair_of(const TieTable& ties, std::size_t row) {
    const std::uint64_t a = index(ties.source[row]), b = index(ties.target[row]);
    return a < b ? a << 32 | b : b << 32 | a;
}

Period period_of(const TieTable& ties, std::size_t row) { return ties.period.empty() ? Period{} : ties.period[row]; }

bool may_overlap(const Period& a, const Period& b) { return a.start.earliest <= b.end.latest && b.start.earliest <= a.end.latest; }

struct BothSigns {
    std::vector<std::size_t> positive, negative;
};

// The pairs with rows of both signs, sorted.
std::vector<std::uint64_t> pairs_with_both(const TieTable& ties, const Control& control) {
    std::vector<std::uint64_t> negative, both;
    for (std::size_t row = 0; row < ties.size(); ++row) {
        if (ties.sign[row] == Sign::negative) negative.push_back(pair_of(ties, row));
    }
    control.checkpoint();
    std::sort(negative.begin(), negative.end());
    negative.erase(std::unique(negative.begin(), negative.end()), negative.end());
    control.checkpoint();
    if (negative.empty()) return both;
    std::vector<std::uint64_t> positive;
    for (std::size_t row = 0; row < ties.size(); ++row) {
        if (ties.sign[row] == Sign::positive) positive.push_back(pair_of(ties, row));
    }
    std::sort(positive.begin(), positive.end());
    std::set_intersection(positive.begin(), positive.end(), negative.begin(), negative.end(), std::back_inserter(both));
    both.erase(std::unique(both.begin(), both.end()), both.end());
    return both;
}

}  // namespace

void check_signs(const Network& network, const Control& control, Complaints& complaints) {
    const TieTable& ties = network.ties;
    if (ties.sign.empty()) return;
    const std::vector<std::uint64_t> both = pairs_with_both(ties, control);
    if (both.empty()) return;
    std::vector<BothSigns> rows(both.size());
    std::vector<std::size_t> order;  // of first mention
    for (std::size_t row = 0; row < ties.size(); ++row) {
        if (ties.sign[row] == Sign::none) continue;
        const std::uint64_t pair = pair_of(ties, row);
        const auto at = std::lower_bound(both.begin(), both.end(), pair);
        if (at == both.end() || *at != pair) continue;
        const auto i = static_cast<std::size_t>(at - both.begin());
        if (rows[i].positive.empty() && rows[i].negative.empty()) order.push_back(i);
        (ties.sign[row] == Sign::positive ? rows[i].positive : rows[i].negative).push_back(row);
    }
    for (const std::size_t i : order) {
        const auto overlap = [&](std::size_t p) {
            return std::find_if(rows[i].negative.begin(), rows[i].negative.end(), [&](std::size_t n) { return may_overlap(period_of(ties, p), period_of(ties, n)); });
        };
        const auto positive = std::find_if(rows[i].positive.begin(), rows[i].positive.end(), [&](std::size_t p) { return overlap(p) != rows[i].negative.end(); });
        if (positive == rows[i].positive.end() || !complaints.admit("pairs both allied and hostile")) continue;
        const std::size_t negative = *overlap(*positive);
        const std::size_t first = std::min(*positive, negative), second = std::max(*positive, negative);
        const RowPlace& there = ties.place[first];
        const RowPlace& here = ties.place[second];
        const std::string where = there.file == here.file ? fmt::format("line {}", there.line) : fmt::format("line {} of {}", there.line, network.files[there.file]);
        complaints.tell(Severity::warning, {network.files[here.file], here.line, 1},
                        fmt::format("{} and {} are {} here and {} on {}; --conflict says how balance counts such a pair", quoted(network.id(ties.source[second])),
                                    quoted(network.id(ties.target[second])), second == negative ? "hostile" : "allied", second == negative ? "allied" : "hostile", where));
    }
}

void check_isolates(const Network& network, const std::vector<RowPlace>& places, Complaints& complaints) {
    std::vector<bool> tied(network.actor_count());
    for (const ActorId actor : network.ties.source) tied[index(actor)] = true;
    for (const ActorId actor : network.ties.target) tied[index(actor)] = true;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (tied[i] || !complaints.admit("actors without a tie")) continue;
        complaints.tell(Severity::warning, {network.files[places[i].file], places[i].line, 1},
                        fmt::format("the actor {} has no tie", quoted(network.id(static_cast<ActorId>(i)))));
    }
}

}  // namespace entente::io
