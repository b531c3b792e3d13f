// Parts of a network put on one page.
#pragma once

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// The parts beside and below each other on one page, isolated nodes in rows at the end.
Arrangement packed(const LayoutProblem& problem, const std::vector<std::vector<std::uint32_t>>& parts,
                   std::vector<Arrangement>& arrangements);

}  // namespace entente::render
