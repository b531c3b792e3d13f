// The point at which sweeps over a vector come to rest, reached in fewer of them.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/control.hpp"

namespace entente {

// One sweep x ← G x + g in place, with a matrix G of spectral radius below 1 and non-negative entries, as
// Gauss and Seidel's is; `constant` is false where g is to be left out.
using Sweep = std::function<void(std::span<double> x, bool constant)>;

struct AtRest {
    std::vector<double> x;
    double change = 0;  // the largest that the last sweep moved an entry by, relative to the entry
};

// x = G x + g with positive x, from the positive `start`: the stabilised biconjugate gradients of (I − G) x =
// g (van der Vorst 1992), then sweeps, which the result stands on alone, until one moves no entry by more
// than 1e-12 of itself. Single-threaded; the same digits everywhere. Throws Error(Fault::interrupted).
AtRest at_rest(const Sweep& sweep, std::vector<double> start, const Control& control);

}  // namespace entente
