// The instruction sets that this machine can run.
#pragma once

#include <vector>

#include "base/instruction_set.hpp"

namespace entente::test {

inline std::vector<InstructionSet> instruction_sets() {
    std::vector<InstructionSet> sets{InstructionSet::baseline};
    if (best_instruction_set() != InstructionSet::baseline) sets.push_back(InstructionSet::avx2);
    if (best_instruction_set() == InstructionSet::avx512) sets.push_back(InstructionSet::avx512);
    return sets;
}

}  // namespace entente::test
