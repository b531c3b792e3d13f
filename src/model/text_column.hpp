// A column of a table of strings: one block of memory, equal cells stored once while there are few different ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

class TextColumn {
public:
    void push_back(std::string_view cell);
    std::string_view operator[](std::size_t row) const;  // "" beyond the end, so that a column nobody gave reads as empty
    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    void reserve(std::size_t rows) { rows_.reserve(rows); }

private:
    struct Place {
        std::uint64_t start;
        std::uint32_t length;
    };
    std::string text_;
    std::vector<Place> cells_;         // the different cells, in order of appearance
    std::vector<std::uint32_t> rows_;  // row -> cell
    std::unordered_map<std::string, std::uint32_t> known_;  // given up once it holds too many
    bool sharing_ = true;
};

// A named column of further cells, as the user's file calls it.
struct AttributeColumn {
    std::string name;
    TextColumn cells;
};

}  // namespace entente
