#include <cstring>

#include "base/instruction_set.hpp"
#include "render/layout/engines/anneal_lanes.hpp"

// After the types that it uses.
#include "render/layout/engines/anneal_kernels.hpp"

namespace entente::render {

LaneFunctions lane_functions_baseline() { return functions_here; }

const LaneFunctions& lane_functions() {
    static const LaneFunctions chosen =
        best_instruction_set() != InstructionSet::baseline && lane_functions_avx2().distances != nullptr
            ? lane_functions_avx2()
            : lane_functions_baseline();
    return chosen;
}

}  // namespace entente::render
