#include "analysis/balance/frustration/pdhg.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::balance;

namespace {

double cost(const std::vector<double>& costs, const Values& x) {
    double sum = 0;
    for (std::size_t i = 0; i < costs.size(); ++i) sum += costs[i] * x[i];
    return sum;
}

// What the duals prove: b'y and what the values at 1 save.
double bound(const std::vector<double>& costs, const std::vector<Cut>& cuts,
             const std::vector<double>& duals) {
    std::vector<double> reduced = costs;
    double sum = 0;
    for (std::size_t r = 0; r < cuts.size(); ++r) {
        sum += duals[r] * cuts[r].bound;
        for (const auto& [variable, coefficient] : cuts[r].terms) reduced[variable] -= duals[r] * coefficient;
    }
    for (const double c : reduced) sum += std::min(c, 0.0);
    return sum;
}

Pdhg program(const std::vector<double>& costs, const std::vector<Cut>& cuts) {
    Pdhg near(costs);
    for (const Cut& cut : cuts) near.add(cut);
    Budget budget;
    near.improve(20000, 1e-6, budget);
    return near;
}

}  // namespace

// Four actors, everybody an enemy of everybody: each tie is in two of the four triangles, so that a third on
// each tie does, and 1/2 a triangle proves that nothing less than 2 does.
TEST_CASE("A linear program is solved nearly, from both sides") {
    const std::vector<double> costs(6, 1.0);
    //  ties: 01 02 03 12 13 23
    const std::vector<Cut> cuts{{{{0, 1}, {1, 1}, {3, 1}}, 1},
                                {{{0, 1}, {2, 1}, {4, 1}}, 1},
                                {{{1, 1}, {2, 1}, {5, 1}}, 1},
                                {{{3, 1}, {4, 1}, {5, 1}}, 1}};
    const Pdhg near = program(costs, cuts);
    CHECK(cost(costs, near.values()) == Approx(2).epsilon(1e-3));
    CHECK(bound(costs, cuts, near.duals()) == Approx(2).epsilon(1e-4));
}

TEST_CASE("Rows taken out of a nearly solved program leave the others as they were") {
    const std::vector<double> costs{1, 2, 3};
    const std::vector<Cut> cuts{{{{0, 1}, {1, 1}}, 1}, {{{1, 1}, {2, -1}}, 0}, {{{2, 1}}, 1}};
    Pdhg near = program(costs, cuts);
    CHECK(bound(costs, cuts, near.duals()) == Approx(5).epsilon(1e-4));  // x = 0, 1, 1
    near.keep_only({1, 0, 1});
    REQUIRE(near.duals().size() == 2);
    Budget budget;
    near.improve(20000, 1e-6, budget);
    CHECK(bound(costs, {cuts[0], cuts[2]}, near.duals()) == Approx(4).epsilon(1e-4));  // x = 1, 0, 1
    CHECK(budget.steps > 0);
}
