#include "base/instruction_set.hpp"

namespace entente {

InstructionSet best_instruction_set() {
#if defined(__x86_64__) && defined(__GNUC__)
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512vpopcntdq");
    if (wide) return InstructionSet::avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) return InstructionSet::avx2;
#endif
    return InstructionSet::baseline;
}

}  // namespace entente
