// How long the exact frustration index takes, case by case, on seeded networks of the shapes that people
// have: states in blocs with some ties against the grain, power-law networks of trust and distrust, random
// signs. Prints the bounds reached.
//
//   frustration [seconds a case] [part of a case's name] [million steps a case]
#include "analysis/balance/frustration/frustration.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <set>
#include <string>
#include <vector>

#include "base/random.hpp"

using namespace entente;
using namespace entente::balance;

namespace {

struct Scenario {
    std::string name;
    std::uint32_t vertices, edges, blocs;  // blocs 0: no blocs, signs at random
    double noise;  // share of ties whose sign is turned; without blocs: share of negative ties
    bool power_law;
    std::uint64_t seed;
};

std::uint32_t draw_vertex(const Scenario& c, Random& random) {
    if (!c.power_law) return static_cast<std::uint32_t>(random.below(c.vertices));
    const double u = random.uniform();
    return std::min(c.vertices - 1, static_cast<std::uint32_t>(static_cast<double>(c.vertices) * u * u * u));
}

FrustrationProblem make(const Scenario& c) {
    Random random(c.seed);
    FrustrationProblem problem{c.vertices, {}};
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    while (problem.edges.size() < c.edges) {
        std::uint32_t u = draw_vertex(c, random), v = draw_vertex(c, random);
        if (u == v) continue;
        if (u > v) std::swap(u, v);
        if (!seen.insert({u, v}).second) continue;
        const bool apart = c.blocs > 0 && u % c.blocs != v % c.blocs;
        problem.edges.push_back({u, v, apart != (random.uniform() < c.noise) ? -4096 : 4096});
    }
    return problem;
}

}  // namespace

int main(int count, char** words) {
    const double seconds = count > 1 ? std::atof(words[1]) : 60;
    const std::string part = count > 2 ? words[2] : "";
    const std::uint64_t most_steps =
        count > 3 ? std::strtoull(words[3], nullptr, 10) * 1'000'000 : UINT64_MAX;
    std::vector<Scenario> cases;
    for (const std::uint64_t seed : {1ULL, 2ULL, 3ULL}) {
        const std::string s = " #" + std::to_string(seed);
        cases.push_back({"states 60/360, 2 blocs, 10 %" + s, 60, 360, 2, .10, false, seed});
        cases.push_back({"states 60/360, 3 blocs, 5 %" + s, 60, 360, 3, .05, false, seed});
        cases.push_back({"states 100/800, 2 blocs, 10 %" + s, 100, 800, 2, .10, false, seed});
        cases.push_back({"states 155/1250, 2 blocs, 5 %" + s, 155, 1250, 2, .05, true, seed});
        cases.push_back({"states 155/1250, 2 blocs, 10 %" + s, 155, 1250, 2, .10, false, seed});
        cases.push_back({"states 155/1250, 3 blocs, 5 %" + s, 155, 1250, 3, .05, false, seed});
        cases.push_back({"random signs 40/200" + s, 40, 200, 0, .5, false, seed});
        cases.push_back({"random signs 60/360" + s, 60, 360, 0, .5, false, seed});
        cases.push_back({"random signs 100/300" + s, 100, 300, 0, .5, false, seed});
        cases.push_back({"trust 3800/14000, 10 % negative" + s, 3800, 14000, 0, .10, true, seed});
        cases.push_back({"trust 5900/21000, 15 % negative" + s, 5900, 21000, 0, .15, true, seed});
        cases.push_back({"few negative 6000/20000, 2 %" + s, 6000, 20000, 0, .02, false, seed});
    }
    cases.push_back({"noise 10000/50000, 5 %", 10000, 50000, 2, .05, false, 1});
    cases.push_back({"noise 10000/50000, 15 %", 10000, 50000, 2, .15, false, 1});
    cases.push_back({"random signs 60/900", 60, 900, 0, .5, false, 1});
    cases.push_back({"random signs 100/1000", 100, 1000, 0, .5, false, 1});
    cases.push_back({"random signs 150/900", 150, 900, 0, .5, false, 1});
    cases.push_back({"random signs 200/600", 200, 600, 0, .5, false, 1});
    cases.push_back({"random signs 1000/5000", 1000, 5000, 0, .5, false, 1});
    std::printf("%-42s %9s %9s %9s %8s %8s %8s\n", "case", "lower", "upper", "", "seconds", "cpu", "Msteps");
    for (const Scenario& c : cases) {
        if (c.name.find(part) == std::string::npos) continue;
        const FrustrationProblem problem = make(c);
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t cpu = std::clock();
        Budget budget;
        budget.most_steps = most_steps;
        budget.deadline = start + std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
        const Division division = minimum_frustration(problem, {}, budget);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        std::printf("%-42s %9.1f %9lld %9s %8.2f %8.2f %8llu\n", c.name.c_str(),
                    static_cast<double>(division.lower) / 4096, static_cast<long long>(division.upper / 4096),
                    division.proven ? "proven" : "bounds", took,
                    static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC,
                    static_cast<unsigned long long>(division.steps / 1'000'000));
        std::fflush(stdout);
    }
}
