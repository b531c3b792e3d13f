#include "analysis/centrality/sweeps/lengths/search_memory.hpp"

namespace entente {

LengthsBatchSet length_batches(InstructionSet instructions) {
    switch (instructions) {
        case InstructionSet::avx512:
            return lengths_batches_avx512();
        case InstructionSet::avx2:
            return lengths_batches_avx2();
        case InstructionSet::baseline:
            break;
    }
    return lengths_batches_baseline();
}

bool floats_hold_lengths(const PathGraph& graph) {
    constexpr double most = 0x1.0p24;
    return graph.tolerance == 0 && graph.largest_cost * static_cast<double>(graph.node_count()) < most;
}

}  // namespace entente
