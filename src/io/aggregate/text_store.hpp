// Many short texts, appended one after the other and read back by their place. Beyond a bound they go to a
// temporary file without a name, so that the citations of millions of ties need no memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

class TextStore {
public:
    explicit TextStore(std::size_t most_in_memory) : most_in_memory_(most_in_memory) {}
    TextStore(const TextStore&) = delete;
    TextStore& operator=(const TextStore&) = delete;
    ~TextStore();

    // Its place, which grows with each text. Throws Error(Fault::file) when the temporary file cannot be
    // written.
    std::uint64_t append(std::string_view text);
    std::string at(std::uint64_t place) const;
    bool holds(std::uint64_t place, std::string_view text) const;  // that one, at that place
    std::size_t memory() const { return blocks_.size() * block_size; }

private:
    static constexpr std::size_t block_size = std::size_t{1} << 20U;
    enum class Ahead { yes, no };
    void read(std::uint64_t place, char* out, std::size_t size, Ahead ahead) const;
    void spill();

    std::size_t most_in_memory_;
    std::uint64_t spilled_ = 0;        // bytes in the file: all before the first block
    std::vector<std::string> blocks_;  // each full but the last
    std::uint64_t size_ = 0;
    int file_ = -1;
    mutable std::string window_;  // of the file, as it is mostly read in order
    mutable std::uint64_t window_start_ = 0;
};

}  // namespace entente::io
