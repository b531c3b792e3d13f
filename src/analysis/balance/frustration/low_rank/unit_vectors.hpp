// The semidefinite relaxation of a frustration problem without its matrix: a unit vector for each vertex in
// place of a side (Burer & Monteiro 2003), each in its turn put where its neighbors pull it (mixing method:
// Wang, Chang & Kolter 2017).
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"
#include "base/random.hpp"

namespace entente::balance {

class UnitVectors {
public:
    static constexpr std::size_t dimensions = 32;

    // Random directions; keeps references.
    UnitVectors(const FrustrationProblem& problem, const EdgeLists& lists, Random& random);

    // Rounds over all vertices until they move little, most_rounds are done or the budget is spent.
    void settle(unsigned most_rounds, Budget& budget);

    // How hard its neighbors pull at each vertex: with these as a diagonal, the matrix of weights taken from
    // it has no eigenvalue much below 0 once the vectors have settled.
    const std::vector<double>& pulls() const { return pulls_; }

    // Who lies on which side of a random plane (Goemans & Williamson 1995).
    Sides cut(Random& random) const;

    // The largest eigenvalue of the weights between vertices, each divided by the roots of both pulls, nearly
    // (Lanczos 1950): 1 at the optimum.
    double largest_eigenvalue(Random& random, Budget& budget) const;

private:
    double move(std::uint32_t v);  // the gain
    double weight(const EdgeLists::Entry& entry) const {
        return static_cast<double>(problem_.edges[entry.edge].weight);
    }

    const FrustrationProblem& problem_;
    const EdgeLists& lists_;
    std::vector<double> cells_, pulls_;
};

}  // namespace entente::balance
