// One computation on several processes: each computes some of the numbered blocks of a loop and has the
// results of all, so that whatever follows is the same on each of them, byte for byte.
#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/parallel.hpp"

namespace entente {

// A loop whose blocks processes may share. The name tells it from the other loops of a run.
struct SharedLoop {
    std::string_view name;
    std::size_t blocks = 0;
};

// The processes that share a run, seen from one of them; handed down in Control.
class Ranks {
public:
    virtual ~Ranks() = default;

    // Whether this process computes the block.
    virtual bool computes(const SharedLoop& loop, std::size_t block) = 0;

    // Takes the results of the blocks that this process computed, as bytes, and fills in those of the others.
    // Throws Error where another process failed.
    virtual void exchange(const SharedLoop& loop, std::vector<std::string>& results) = 0;

    // Whether this process writes the results of the run.
    virtual bool writes() const = 0;
};

namespace shared_blocks_detail {

template <typename Item>
std::string to_bytes(const std::vector<Item>& items) {
    std::string bytes(items.size() * sizeof(Item), '\0');
    if (!items.empty()) std::memcpy(bytes.data(), items.data(), bytes.size());
    return bytes;
}

template <typename Item>
std::vector<Item> from_bytes(const std::string& bytes) {
    std::vector<Item> items(bytes.size() / sizeof(Item));
    if (!items.empty()) std::memcpy(items.data(), bytes.data(), items.size() * sizeof(Item));
    return items;
}

}  // namespace shared_blocks_detail

// What body(block, worker) gives for each block, in their order: computed by parallel_blocks, and where
// control.ranks stands for several processes each block by one of them. A body depends on nothing but its
// block and on what is the same in every process; what it calls is not shared again (a Control without
// ranks).
template <typename Item>
std::vector<std::vector<Item>> shared_blocks(
    const SharedLoop& loop, const Control& control,
    const std::function<std::vector<Item>(std::size_t block, unsigned worker)>& body) {
    static_assert(std::is_trivially_copyable_v<Item>);
    std::vector<std::vector<Item>> results(loop.blocks);
    Ranks* const ranks = control.ranks;
    parallel_blocks(loop.blocks, control, [&](std::size_t block, unsigned worker) {
        if (ranks == nullptr || ranks->computes(loop, block)) results[block] = body(block, worker);
    });
    if (ranks == nullptr) return results;
    std::vector<std::string> bytes;
    for (const auto& items : results) bytes.push_back(shared_blocks_detail::to_bytes(items));
    ranks->exchange(loop, bytes);
    for (std::size_t block = 0; block < loop.blocks; ++block)
        results[block] = shared_blocks_detail::from_bytes<Item>(bytes[block]);
    return results;
}

}  // namespace entente
