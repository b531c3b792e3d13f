// Random networks of rows as data have them: signs, strengths, several rows a pair, directions that some rows
// say and others do not.
#pragma once

#include <cstdint>

#include "model/network.hpp"

namespace entente::test {

struct RandomRows {
    std::size_t actors = 7;
    std::size_t rows = 14;
    bool directed = false;      // some rows say so, some say undirected, some nothing
    bool weighted = false;      // strengths 1, 2, 3
    bool with_signs = true;     // positive, negative and unsigned
    bool with_sources = false;  // citations of four sources, some of two
};

// Actors "a", "b", …; the same for the same seed.
Network random_rows(std::uint64_t seed, const RandomRows& shape);

}  // namespace entente::test
