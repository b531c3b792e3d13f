// A table that no check needs for all rows.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::io {

// A set that may say yes too often, a few bits a row: it leaves over few rows to be looked at in earnest, so
// that no check needs a table of all rows.
class Sieve {
public:
    explicit Sieve(std::size_t rows) : bits_(std::bit_ceil(std::max<std::size_t>(64, rows * 12)) / 64) {}
    bool has(std::uint64_t key) const { return (bits_[word(key)] >> (key % 64) & 1U) != 0; }
    void add(std::uint64_t key) { bits_[word(key)] |= std::uint64_t{1} << (key % 64); }

private:
    std::size_t word(std::uint64_t key) const { return (key / 64) & (bits_.size() - 1); }
    std::vector<std::uint64_t> bits_;
};

}  // namespace entente::io
