// A parallel loop whose results do not depend on how many threads ran it.
#pragma once

#include <cstddef>
#include <functional>

#include "base/control.hpp"

namespace entente {

// Runs body(block, worker) for block = 0 … blocks − 1 on control.threads threads; worker is 0 … threads − 1,
// so that each can keep scratch memory of its own. Blocks are handed out as threads become free, in any
// order: a body that adds floating-point numbers writes them to a place of its block (or adds integers), and
// the caller sums the places in block order. Reports progress, stops early and throws when control is
// stopped. An exception of a body ends the loop and is thrown to the caller.
void parallel_blocks(std::size_t blocks, const Control& control,
                     const std::function<void(std::size_t block, unsigned worker)>& body);

}  // namespace entente
