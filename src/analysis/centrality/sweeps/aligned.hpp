// Memory for vector registers: aligned to cache lines, in large pages where it is large.
#pragma once

#include <cstddef>
#include <memory>

namespace entente {

struct FreeAligned {
    void operator()(void* memory) const;
};

void* aligned_zeros(std::size_t bytes);

template <class T>
using Aligned = std::unique_ptr<T[], FreeAligned>;

// So many zeros.
template <class T>
Aligned<T> aligned(std::size_t count) {
    return Aligned<T>(static_cast<T*>(aligned_zeros(count * sizeof(T))));
}

}  // namespace entente
