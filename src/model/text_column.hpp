// A column of a table of strings: one block of memory, equal cells stored once while there are few different
// ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

class TextColumn {
public:
    void push_back(std::string_view cell);
    std::string_view operator[](
        std::size_t row) const {  // "" beyond the end, so that a column nobody gave reads as empty
        if (row >= size_) return {};
        return dictionary_ ? stored(codes_[row]) : stored(row);
    }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    void reserve(std::size_t rows);  // untouched memory costs nothing

private:
    // Text that grows in place: realloc moves pages instead of bytes where the system can, so that a column
    // of hundreds of megabytes is never held twice.
    class Bytes {
    public:
        Bytes() = default;
        Bytes(const Bytes& other);
        Bytes(Bytes&& other) noexcept;
        Bytes& operator=(Bytes other) noexcept;
        ~Bytes();
        void append(std::string_view text);
        std::size_t size() const { return size_; }
        const char* data() const { return data_; }

    private:
        char* data_ = nullptr;
        std::size_t size_ = 0, capacity_ = 0;
    };

    static constexpr std::size_t most_shared = 65'535;  // so that a code takes two bytes
    static constexpr std::size_t block = 256;           // stored cells that share one 64-bit start

    std::string_view stored(std::size_t i) const {
        const std::uint64_t base = base_[i / block];
        const std::uint32_t start = i % block == 0 ? 0 : ends_[i - 1];
        return {text_.data() + base + start, ends_[i] - start};
    }
    void store(std::string_view cell);
    std::uint32_t code_of(std::string_view cell);
    void grow_known();
    void give_up_dictionary();

    // The stored cells: the different ones while dictionary_, else one for each row.
    Bytes text_;
    std::vector<std::uint64_t> base_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint16_t> codes_;  // row -> stored cell, while dictionary_
    std::vector<std::uint16_t> known_;  // open-addressing table: stored cell + 1, or 0
    std::size_t size_ = 0;
    bool dictionary_ = true;
};

// A named column of further cells, as the user's file calls it.
struct AttributeColumn {
    std::string name;
    TextColumn cells;
};

}  // namespace entente
