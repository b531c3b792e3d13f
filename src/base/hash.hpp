// A fast hash of bytes for tables in memory. Its values are not part of any result: they may differ between
// machines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

inline std::uint64_t hash_of(std::string_view bytes) {
    constexpr std::uint64_t odd = 0x9FB21C651E98DF25ULL;
    const auto mixed = [](std::uint64_t state, std::uint64_t word) {
        state = (state ^ word) * odd;
        return state ^ (state >> 32);
    };
    const auto word_at = [&](std::size_t at, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, size);
        return word;
    };
    const std::size_t size = bytes.size();
    std::uint64_t state = size * 0x9E3779B97F4A7C15ULL;
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) state = mixed(state, word_at(at, 8));
    if (at < size) {
        if (size >= 8) {
            state = mixed(state, word_at(size - 8, 8));
        } else if (size >= 4) {
            state = mixed(state, word_at(0, 4) | (word_at(size - 4, 4) << 32));
        } else {
            state = mixed(state, word_at(0, 1) | (word_at(size / 2, 1) << 8) | (word_at(size - 1, 1) << 16));
        }
    }
    return mixed(state, state >> 29);
}

}  // namespace entente
