// The figures of an analysis.
#pragma once

#include "study/analysis.hpp"

namespace entente::study {

// Draws network and communities in one layout, the matrix where most pairs are tied, and the balance where
// ties are signed; adds to what is left out which layouts failed. Throws as render::lay_out does.
void draw_figures(const AnalysisRun& run, Analysis& analysis);

}  // namespace entente::study
