#include "analysis/centrality/aligned.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace entente {

void FreeAligned::operator()(double* memory) const { std::free(memory); }

AlignedDoubles aligned_doubles(std::size_t count) {
    constexpr std::size_t line = 64, large_page = std::size_t{2} << 20;
    const std::size_t wanted = std::max<std::size_t>(count, 1) * sizeof(double);
    const std::size_t alignment = wanted >= large_page ? large_page : line, bytes = (wanted + alignment - 1) / alignment * alignment;
    auto* memory = static_cast<double*>(std::aligned_alloc(alignment, bytes));
    if (memory == nullptr) throw std::bad_alloc();
#ifdef __linux__
    if (alignment == large_page) madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
    std::fill(memory, memory + count, 0.0);
    return AlignedDoubles(memory);
}

}  // namespace entente
