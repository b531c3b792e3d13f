// The small entries of an eigenvector whose entries are all 0 or more.
#pragma once

#include <string>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// Entries far below the largest are lost in the rounding of the whole. Those below 1e-4 are taken anew from
// the equation x_v = Σ strength · x_target / eigenvalue over the row v, which adds what is positive and so
// keeps their digits, until they stay. Those below 1e-10 that do not, and those that the equation makes more
// than 0 but no number can hold, become undefined; returns how many. Steps are bounded by work, not by time.
// Throws Error(Fault::interrupted).
std::size_t refine_small_entries(const Adjacency& rows, double eigenvalue, std::vector<double>& values,
                                 const Control& control);

// "; left empty for 2 actors: …" for the remark of a column, "" for none.
std::string lost_remark(std::size_t lost);

}  // namespace entente
