// Networks of the same signed degrees against all of them, enumerated.
#include "analysis/balance/sign_rewiring.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "analysis/balance/balance.hpp"
#include "analysis/balance/null_models.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::balance;

namespace {

// A letter for every pair of n vertices: '+', '-' or '.'.
std::string text_of(const FrustrationProblem& problem) {
    std::string text(problem.vertices * problem.vertices, '.');
    for (const SignedEdge& edge : problem.edges)
        text[std::min(edge.u, edge.v) * problem.vertices + std::max(edge.u, edge.v)] =
            edge.negative() ? '-' : '+';
    return text;
}

std::vector<int> signed_degrees(const FrustrationProblem& problem) {
    std::vector<int> degrees(2 * problem.vertices, 0);
    for (const SignedEdge& edge : problem.edges) {
        for (const std::uint32_t end : {edge.u, edge.v}) ++degrees[2 * end + (edge.negative() ? 1 : 0)];
    }
    return degrees;
}

FrustrationProblem random_problem(std::uint32_t n, Random& random) {
    FrustrationProblem problem{n, {}};
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = u + 1; v < n; ++v) {
            if (const std::uint64_t sign = random.below(3); sign > 0)
                problem.edges.push_back({u, v, sign == 1 ? 1 : -1});
        }
    }
    return problem;
}

// Every network of n vertices by its signed degrees.
std::map<std::vector<int>, std::vector<FrustrationProblem>> all_networks(std::uint32_t n) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = u + 1; v < n; ++v) pairs.emplace_back(u, v);
    }
    std::size_t count = 1;
    for (std::size_t i = 0; i < pairs.size(); ++i) count *= 3;
    std::map<std::vector<int>, std::vector<FrustrationProblem>> result;
    for (std::size_t code = 0; code < count; ++code) {
        FrustrationProblem problem{n, {}};
        std::size_t rest = code;
        for (const auto& [u, v] : pairs) {
            if (rest % 3 > 0) problem.edges.push_back({u, v, rest % 3 == 1 ? 1 : -1});
            rest /= 3;
        }
        result[signed_degrees(problem)].push_back(std::move(problem));
    }
    return result;
}

// Triangles with an even number of negative ties less those with an odd one: a figure of every network.
double balance_of(const FrustrationProblem& problem) {
    const std::string text = text_of(problem);
    const std::uint32_t n = problem.vertices;
    const auto sign = [&](std::uint32_t u, std::uint32_t v) {
        return text[u * n + v] == '.' ? 0 : text[u * n + v] == '+' ? 1 : -1;
    };
    double sum = 0;
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = u + 1; v < n; ++v) {
            for (std::uint32_t w = v + 1; w < n; ++w) sum += sign(u, v) * sign(v, w) * sign(u, w);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("networks with rewired signs have the exact mean of all networks of their signed degrees",
          "[slow]") {
    const auto all = all_networks(5);
    Random random(4);
    constexpr unsigned draws = 4000;
    for (int trial = 0; trial < 25; ++trial) {
        const FrustrationProblem problem = random_problem(5, random);
        const auto& same = all.at(signed_degrees(problem));
        double mean = 0, squares = 0;
        for (const FrustrationProblem& other : same) mean += balance_of(other);
        mean /= static_cast<double>(same.size());
        for (const FrustrationProblem& other : same) squares += std::pow(balance_of(other) - mean, 2);
        const double error = std::sqrt(squares / static_cast<double>(same.size()) / draws);
        const std::uint64_t trials = rewiring_trials(problem, 1);
        double found = 0;
        std::map<std::string, unsigned> seen;
        for (unsigned d = 0; d < draws; ++d) {
            const FrustrationProblem drawn = rewired_signs(problem, trials, 1, d).problem;
            REQUIRE(signed_degrees(drawn) == signed_degrees(problem));
            found += balance_of(drawn) / draws;
            ++seen[text_of(drawn)];
        }
        CAPTURE(same.size(), trials);
        CHECK(std::abs(found - mean) <= 4.5 * error + 1e-9);
        if (same.size() <= 200) CHECK(seen.size() == same.size());
        for (const auto& [text, count] : seen) {  // every network alike often
            const double expected = static_cast<double>(draws) / static_cast<double>(same.size());
            CHECK(std::abs(count - expected) < 6 * std::sqrt(expected) + 6);
        }
    }
}

TEST_CASE("networks are reached that no exchange within one sign leads to") {
    // Two of five vertices exchange how they are tied to the other three.
    const FrustrationProblem problem{
        5, {{0, 1, 1}, {0, 2, 1}, {0, 4, -1}, {1, 3, -1}, {1, 4, 1}, {2, 3, -1}, {2, 4, -1}, {3, 4, -1}}};
    std::set<std::string> seen;
    for (std::uint64_t d = 0; d < 100; ++d)
        seen.insert(text_of(rewired_signs(problem, rewiring_trials(problem, 1), 1, d).problem));
    CHECK(seen.size() == 2);
}

TEST_CASE("a network that is alone in having its signed degrees gets no p, and the reason") {
    // the negative star cannot be another one; nothing can be exchanged
    const Balance found = analyze_balance(test::network_of("a-b -, a-c -, a-d -, b-c +"), {}, {}, {});
    REQUIRE(found.nulls.size() == 2);
    const BalanceNull& rewired = found.nulls[1];
    CHECK(std::isnan(rewired.frustration.p));
    CHECK(std::isnan(rewired.balanced.p));
    CHECK(rewired.remark.find("no exchange of ends was possible") != std::string::npos);
    REQUIRE(rewired.exchanges);
    CHECK(rewired.exchanges->accepted_a_tie == 0);
}

TEST_CASE("dense networks accept ten exchanges a tie, or the result says that they do not") {
    for (const std::uint32_t n : {8U, 20U, 60U}) {
        Random random(n);
        FrustrationProblem problem{n, {}};
        for (std::uint32_t u = 0; u < n; ++u) {
            for (std::uint32_t v = u + 1; v < n; ++v)
                if (random.below(20) > 0) problem.edges.push_back({u, v, random.below(3) == 0 ? -1 : 1});
        }
        const auto nulls = balance_nulls(problem, {.draws = 20, .seed = 1}, {});
        REQUIRE(nulls[1].exchanges);
        const Exchanges& exchanges = *nulls[1].exchanges;
        CHECK((exchanges.fewest_accepted_a_tie >= 10 || !exchanges.remark.empty()));
        CHECK(exchanges.accepted_a_tie >= 10);
    }
}

TEST_CASE("the tie of a pair is found among few vertices and among many, whatever was put in or taken out") {
    for (const std::uint32_t vertices : {40U, 5000U}) {
        PairTable table(vertices, 600);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
        Random random(vertices);
        const auto below = [&](std::uint32_t bound) {
            return static_cast<std::uint32_t>(random.below(bound));
        };
        for (std::uint32_t step = 0; step < 20000; ++step) {
            // Few different pairs, so that many are met again; in the large network far apart.
            const std::uint32_t u = below(40) * (vertices / 40), v = (u + 1 + below(30)) % vertices;
            const auto pair = std::minmax(u, v);
            const auto found = known.find(pair);
            REQUIRE(table.find(u, v) == (found == known.end() ? PairTable::none : found->second));
            REQUIRE(table.find(v, u) == table.find(u, v));
            if (found != known.end()) {
                table.erase(v, u);
                known.erase(found);
            } else if (known.size() < 600) {
                table.insert(u, v, step);
                known.emplace(pair, step);
            }
        }
        REQUIRE(known.size() > 300);
        for (const auto& [pair, edge] : known) REQUIRE(table.find(pair.first, pair.second) == edge);
    }
}
