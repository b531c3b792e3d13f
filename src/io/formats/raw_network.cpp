#include "io/formats/raw_network.hpp"

namespace entente::io {

std::size_t RawTable::column(std::string_view name, CellPlace place) {
    if (const auto known = columns_.find(name); known != columns_.end()) return known->second;
    columns_.emplace(name, header_.size());
    header_.emplace_back(name);
    header_places_.push_back(place);
    return header_.size() - 1;
}

std::optional<std::size_t> RawTable::find_column(std::string_view name) const {
    const auto known = columns_.find(name);
    return known == columns_.end() ? std::nullopt : std::optional(known->second);
}

void RawTable::rename(std::size_t column, std::string_view name) {
    const auto before = columns_.find(header_[column]);
    if (before != columns_.end() && before->second == column) columns_.erase(before);
    header_[column] = name;
    columns_.emplace(name, column);
}

void RawTable::came_from(std::size_t column, std::string_view name, CellPlace place) {
    names_in_file_[column] = name;
    header_places_[column] = place;
}

const std::string& RawTable::name_in_file(std::size_t column) const {
    const auto known = names_in_file_.find(column);
    return known == names_in_file_.end() ? header_[column] : known->second;
}

void RawTable::begin_row(CellPlace place) { rows_.push_back({cells_.size(), place}); }

void RawTable::set(std::size_t column, std::string_view text) { set(column, text, rows_.back().place); }

void RawTable::set(std::size_t column, std::string_view text, CellPlace place) {
    const Cell cell{text_.size(), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(column),
                    place};
    text_ += text;
    for (std::size_t i = rows_.back().first_cell; i < cells_.size(); ++i) {
        if (cells_[i].column != column) continue;
        cells_[i] = cell;
        return;
    }
    cells_.push_back(cell);
}

const RawTable::Cell* RawTable::find(std::size_t row, std::size_t column) const {
    const std::uint64_t end = row + 1 < rows_.size() ? rows_[row + 1].first_cell : cells_.size();
    for (std::uint64_t i = rows_[row].first_cell; i < end; ++i) {
        if (cells_[i].column == column) return &cells_[i];
    }
    return nullptr;
}

std::string_view RawTable::cell(std::size_t row, std::size_t column) const {
    const Cell* cell = find(row, column);
    return cell == nullptr ? std::string_view() : std::string_view(text_).substr(cell->start, cell->length);
}

CellPlace RawTable::place(std::size_t row, std::size_t column) const {
    const Cell* cell = find(row, column);
    return cell == nullptr ? rows_[row].place : cell->place;
}

}  // namespace entente::io
