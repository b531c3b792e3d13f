#include "io/lint/ties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <string>

#include "base/prose.hpp"
#include "io/lint/sieve.hpp"

namespace entente::io {

namespace {

bool same_row(const TieTable& ties, std::size_t a, std::size_t b) {
    const auto equal = [&](const auto& column) { return column.empty() || column[a] == column[b]; };
    const auto equal_text = [&](const TextColumn& column) { return column[a] == column[b]; };
    return equal(ties.source) && equal(ties.target) && equal_text(ties.relation) && equal(ties.sign) &&
           equal(ties.strength) && equal(ties.directed) && equal(ties.period) && equal(ties.confidence) &&
           equal_text(ties.citation) && equal_text(ties.note) &&
           std::all_of(ties.attributes.begin(), ties.attributes.end(),
                       [&](const AttributeColumn& column) { return equal_text(column.cells); });
}

std::string where(const Network& network, std::size_t row, std::uint32_t seen_from) {
    const RowPlace& place = network.ties.place[row];
    return place.file == seen_from ? fmt::format("line {}", place.line)
                                   : fmt::format("line {} of {}", place.line, network.files[place.file]);
}

std::uint64_t pair_of(const TieTable& ties, std::size_t row) {
    const std::uint64_t a = index(ties.source[row]), b = index(ties.target[row]);
    return a < b ? a << 32 | b : b << 32 | a;
}

std::uint64_t mixed(std::uint64_t pair) {
    pair *= 0x9E3779B97F4A7C15ULL;
    return pair ^ pair >> 32;
}

Period period_of(const TieTable& ties, std::size_t row) {
    return ties.period.empty() ? Period{} : ties.period[row];
}

// The signed rows of pairs that may have both signs, by pair, each pair's in order.
std::vector<std::pair<std::uint64_t, std::uint32_t>> rows_to_compare(const TieTable& ties,
                                                                     const Control& control) {
    const std::size_t n = ties.size();
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
    if (std::find(ties.sign.begin(), ties.sign.end(), Sign::negative) == ties.sign.end()) return rows;
    Sieve positive(n), negative(n);
    for (std::size_t row = 0; row < n; ++row) {
        if (ties.sign[row] != Sign::none)
            (ties.sign[row] == Sign::positive ? positive : negative).add(mixed(pair_of(ties, row)));
    }
    control.checkpoint();
    for (std::size_t row = 0; row < n; ++row) {
        const std::uint64_t pair = pair_of(ties, row), key = mixed(pair);
        if (ties.sign[row] != Sign::none && positive.has(key) && negative.has(key))
            rows.emplace_back(pair, static_cast<std::uint32_t>(row));
    }
    control.checkpoint();
    std::sort(rows.begin(), rows.end());
    return rows;
}

// Two rows of opposite signs that may hold on the same day, the later in the file first. In order of their
// starts, a row meets an opposite one that began before if the one of those that ends last is not over.
std::optional<std::pair<std::uint32_t, std::uint32_t>> conflict_among(const TieTable& ties,
                                                                      std::vector<std::uint32_t>& rows) {
    if (!ties.period.empty()) {
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return ties.period[a].start.earliest < ties.period[b].start.earliest;
        });
    }
    std::array<std::optional<std::uint32_t>, 2> last_to_end;  // of the hostile, of the allied
    for (const std::uint32_t row : rows) {
        const std::size_t own = ties.sign[row] == Sign::positive ? 1 : 0;
        const std::optional<std::uint32_t> other = last_to_end[1 - own];
        if (other && period_of(ties, *other).end.latest >= period_of(ties, row).start.earliest)
            return std::pair(std::max(row, *other), std::min(row, *other));
        if (!last_to_end[own] ||
            period_of(ties, *last_to_end[own]).end.latest < period_of(ties, row).end.latest)
            last_to_end[own] = row;
    }
    return std::nullopt;
}

}  // namespace

void check_repeats(const Network& network, const std::vector<std::uint32_t>& hashes,
                   const std::set<std::uint32_t>& by_preset, const Control& control,
                   Diagnostics& diagnostics) {
    Sieve once(hashes.size()), twice(hashes.size());
    for (const std::uint32_t hash : hashes) (once.has(hash) ? twice : once).add(hash);
    control.checkpoint();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    for (std::size_t row = 0; row < hashes.size(); ++row) {
        if (twice.has(hashes[row])) rows.emplace_back(hashes[row], static_cast<std::uint32_t>(row));
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> repeats;  // row, its first appearance
    std::vector<std::uint32_t> different;                          // rows of one hash
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 4096 == 0) control.checkpoint();
        if (i == 0 || rows[i].first != rows[i - 1].first) different.clear();
        const std::uint32_t row = rows[i].second;
        const auto first = std::find_if(different.begin(), different.end(), [&](std::uint32_t earlier) {
            return same_row(network.ties, earlier, row);
        });
        if (first != different.end()) {
            repeats.emplace_back(row, *first);
        } else {
            different.push_back(row);
        }
    }
    std::sort(repeats.begin(), repeats.end());
    for (const auto& [row, first] : repeats) {
        if (!diagnostics.admit("rows that repeat an earlier row")) continue;
        const RowPlace& here = network.ties.place[row];
        diagnostics.tell(
            Severity::warning, Spot{network.files[here.file], here.line, 1},
            fmt::format("this row {} {}; remove one if they are the same tie",
                        by_preset.contains(here.file)
                            ? fmt::format("gives the same tie as {}", where(network, first, here.file))
                            : fmt::format("repeats {} word for word", where(network, first, here.file)),
                        network.has_weights() ? "and counts again"
                                              : "and counts again only with --weighted or --merge count"));
    }
}

void check_weightless(const Network& network, Diagnostics& diagnostics) {
    const TieTable& ties = network.ties;
    const auto first = std::ranges::find(ties.strength, 0.0);
    if (first == ties.strength.end()) return;
    const RowPlace& place = ties.place[static_cast<std::size_t>(first - ties.strength.begin())];
    const auto count = static_cast<std::uint64_t>(std::ranges::count(ties.strength, 0.0));
    diagnostics.note({network.files[place.file], place.line, 1},
                     fmt::format("{} of weight 0 {} no tie where strengths count{}; --unweighted takes {}",
                                 counted(count, "row"), noun(count, "is", "are"),
                                 count > 1 ? ", the first of them here" : "", noun(count, "it", "them")));
}

void check_signs(const Network& network, const Control& control, Diagnostics& diagnostics) {
    const TieTable& ties = network.ties;
    const auto rows = rows_to_compare(ties, control);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> conflicts;  // row, an earlier one of the other sign
    std::vector<std::uint32_t> group;
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
        if (from / 4096 != to / 4096) control.checkpoint();
        group.clear();
        for (; to < rows.size() && rows[to].first == rows[from].first; ++to) group.push_back(rows[to].second);
        if (const auto conflict = conflict_among(ties, group)) conflicts.push_back(*conflict);
    }
    std::sort(conflicts.begin(), conflicts.end());
    for (const auto& [row, earlier] : conflicts) {
        if (!diagnostics.admit("pairs both allied and hostile")) continue;
        const RowPlace& here = ties.place[row];
        const bool hostile = ties.sign[row] == Sign::negative;
        diagnostics.tell(
            Severity::warning, Spot{network.files[here.file], here.line, 1},
            fmt::format("{} and {} are {} here and {} on {}; --conflict says how balance counts such a pair",
                        quoted(network.id(ties.source[row])), quoted(network.id(ties.target[row])),
                        hostile ? "hostile" : "allied", hostile ? "allied" : "hostile",
                        where(network, earlier, here.file)));
    }
}

}  // namespace entente::io
