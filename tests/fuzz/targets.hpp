// What is fuzzed: functions that take any bytes. Whatever the bytes, they come back; what is wrong is an
// Error of the data, its use or its file, never one of the program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente::fuzz {

struct Target {
    std::string_view name;                // of its folder in tests/fuzz/corpus
    void (*run)(std::string_view bytes);  // throws std::logic_error when the contract is broken
};

// The readers of every format, dates, settings, and small networks through every command. A new format is a
// new row.
std::span<const Target> targets();

}  // namespace entente::fuzz
