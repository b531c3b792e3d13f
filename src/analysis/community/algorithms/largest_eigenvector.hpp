// The eigenvector of the largest eigenvalue of a symmetric matrix that is known by its products only.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/control.hpp"

namespace entente::community {

// By Lanczos iteration with full orthogonalisation, 60 steps at a time, begun again from the best vector so
// far until the residual is below 1e-9 of the eigenvalue or 60 restarts are over. The first entry that is not
// nought is positive. The start is the same each time.
std::vector<double> largest_eigenvector(
    std::size_t size, const std::function<void(std::span<const double> x, std::span<double> y)>& multiply,
    const Control& control);

}  // namespace entente::community
