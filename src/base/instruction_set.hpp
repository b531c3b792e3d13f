// Which vector instructions the processor has. Kernels are compiled once for each and chosen at run time, so
// that one package is fast everywhere; all of them add in the same order and so give the same digits.
#pragma once

namespace entente {

enum class InstructionSet { baseline, avx2, avx512 };

// The best that processor and operating system support and this build holds.
InstructionSet best_instruction_set();

}  // namespace entente
