#include "analysis/linear/small_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/prose.hpp"

namespace entente {

namespace {

constexpr double small = 1e-4, settled = 1e-9;
constexpr double unsettled = 1e-3, tiny = 1e-10;  // a value that small and still moving is not known
constexpr std::uint64_t most_work = 200'000'000, fewest_steps = 50, most_steps = 2000;

// Repeats the equation for the rows until none changes; the last relative change of each.
std::vector<double> repeat(const Adjacency& rows, double eigenvalue, const std::vector<Vertex>& weak,
                           std::vector<double>& values, const Control& control) {
    std::uint64_t work = 1;
    for (const Vertex v : weak) work += rows.degree(v);
    const std::uint64_t steps = std::clamp(most_work / work, fewest_steps, most_steps);
    std::vector<double> next(weak.size()), change(weak.size(), 0);
    for (std::uint64_t step = 0; step < steps; ++step) {
        control.checkpoint();
        double most = 0;
        for (std::size_t i = 0; i < weak.size(); ++i) {
            next[i] = 0;
            for (std::size_t arc = rows.begin(weak[i]); arc < rows.end(weak[i]); ++arc)
                next[i] += rows.strength(arc) / eigenvalue * values[rows.targets[arc]];
            const double old = values[weak[i]];
            change[i] = std::abs(next[i] - old) / std::max(next[i], std::numeric_limits<double>::min());
            most = std::max(most, change[i]);
        }
        for (std::size_t i = 0; i < weak.size(); ++i) values[weak[i]] = next[i];
        if (most <= settled) break;
    }
    return change;
}

}  // namespace

std::size_t refine_small_entries(const Adjacency& rows, double eigenvalue, std::vector<double>& values,
                                 const Control& control) {
    std::vector<Vertex> weak;
    for (Vertex v = 0; v < values.size(); ++v) {
        if (values[v] < small && rows.degree(v) > 0) weak.push_back(v);
    }
    if (weak.empty()) return 0;
    const std::vector<double> change = repeat(rows, eigenvalue, weak, values, control);
    std::vector<char> lost(values.size(), 0);
    for (std::size_t i = 0; i < weak.size(); ++i)
        lost[weak[i]] = change[i] > unsettled && values[weak[i]] < tiny ? 1 : 0;
    for (bool more = true; more;) {  // a tie from someone above 0, or lost, makes more than 0
        more = false;
        for (const Vertex v : weak) {
            for (std::size_t arc = rows.begin(v); arc < rows.end(v) && lost[v] == 0 && values[v] == 0;
                 ++arc) {
                const Vertex from = rows.targets[arc];
                if (rows.strength(arc) > 0 && (values[from] > 0 || lost[from] != 0)) lost[v] = 1, more = true;
            }
        }
    }
    std::size_t count = 0;
    for (const Vertex v : weak) {
        if (lost[v] != 0) values[v] = std::numeric_limits<double>::quiet_NaN(), ++count;
    }
    return count;
}

std::string lost_remark(std::size_t lost) {
    if (lost == 0) return "";
    return fmt::format("; left empty for {}: too small beside the largest to be distinguished from 0",
                       counted(lost, "actor"));
}

}  // namespace entente
