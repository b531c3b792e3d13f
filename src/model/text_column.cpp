#include "model/text_column.hpp"

namespace entente {

void TextColumn::push_back(std::string_view cell) {
    constexpr std::size_t most_shared = 1U << 12;
    if (!rows_.empty() && (*this)[rows_.size() - 1] == cell) {
        rows_.push_back(rows_.back());
        return;
    }
    if (sharing_) {
        const auto [place, fresh] = known_.try_emplace(std::string(cell), static_cast<std::uint32_t>(cells_.size()));
        if (!fresh) {
            rows_.push_back(place->second);
            return;
        }
        if (known_.size() > most_shared) {
            sharing_ = false;
            known_ = {};
        }
    }
    rows_.push_back(static_cast<std::uint32_t>(cells_.size()));
    cells_.push_back({text_.size(), static_cast<std::uint32_t>(cell.size())});
    text_ += cell;
}

std::string_view TextColumn::operator[](std::size_t row) const {
    if (row >= rows_.size()) return {};
    const Place& place = cells_[rows_[row]];
    return std::string_view(text_).substr(place.start, place.length);
}

}  // namespace entente
