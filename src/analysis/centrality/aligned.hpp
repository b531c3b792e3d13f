// Memory for vector registers: aligned to cache lines, in large pages where it is large.
#pragma once

#include <cstddef>
#include <memory>

namespace entente {

struct FreeAligned {
    void operator()(double* memory) const;
};
using AlignedDoubles = std::unique_ptr<double[], FreeAligned>;

// So many zeros.
AlignedDoubles aligned_doubles(std::size_t count);

}  // namespace entente
