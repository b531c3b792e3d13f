// The network as a whole.
#pragma once

#include "analysis/centrality/measures.hpp"
#include "base/control.hpp"
#include "model/findings/summary.hpp"

namespace entente {

struct SummaryOptions {
    bool exact = false;  // every distance, also of more than limits.exact_distances actors
    std::uint64_t seed = 1;
};

// Every figure of Summary for the graph that the selection asks for. What would take hours on a large network
// is left out and said. Density, reciprocity (Holland & Leinhardt 1970), transitivity (Newman, Watts &
// Strogatz 2002), clustering (Watts & Strogatz 1998), assortativity (Newman 2003), centralization (Freeman
// 1979), triads (Davis & Leinhardt 1972). Throws Error(Fault::interrupted).
Summary summarize(const MeasureInput& input, const Control& control, const SummaryOptions& options = {});

}  // namespace entente
