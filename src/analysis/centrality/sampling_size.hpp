// What the sampled measures share.
#pragma once

#include "analysis/centrality/sampling.hpp"

namespace entente {

// Throws Error(Fault::usage) for what no sample can give.
void check_sampling(const SamplingOptions& options);

}  // namespace entente
