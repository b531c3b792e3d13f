#include "analysis/centrality/sweeps/aligned.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace entente {

void FreeAligned::operator()(void* memory) const { std::free(memory); }

void* aligned_zeros(std::size_t wanted) {
    constexpr std::size_t line = 64, large_page = std::size_t{2} << 20;
    const std::size_t alignment = wanted >= large_page ? large_page : line;
    const std::size_t bytes = (std::max<std::size_t>(wanted, 1) + alignment - 1) / alignment * alignment;
    void* const memory = std::aligned_alloc(alignment, bytes);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef __linux__
    if (alignment == large_page) madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
    std::memset(memory, 0, bytes);
    return memory;
}

}  // namespace entente
