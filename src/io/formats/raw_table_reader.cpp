#include "io/formats/raw_table_reader.hpp"

namespace entente::io {

Spot RawTableReader::header_spot(std::size_t column) const {
    const CellPlace place = column < header().size() ? table_.header_place(column) : CellPlace{};
    return {name(), place.line, place.column};
}

bool RawTableReader::next(RowBatch& batch) {
    constexpr std::size_t most_rows = 128;
    control_.checkpoint();
    batch.clear(header().size());
    first_of_batch_ = read_;
    for (; !header().empty() && batch.size() < most_rows && read_ < table_.size(); ++read_) {
        const std::size_t start = batch.text.size();
        for (std::size_t column = 0; column < batch.width; ++column) {
            const std::string_view cell = table_.cell(read_, column);
            batch.cells.push_back({batch.text.size(), cell.size(), batch.text.size()});
            batch.text += cell;
            batch.text += '\x1F';  // so that rows of different cells are different text
        }
        batch.rows.push_back({start, batch.text.size() - start, table_.row_place(read_).line});
    }
    if (table_.size() > 0) control_.report(static_cast<double>(read_) / static_cast<double>(table_.size()));
    return batch.size() > 0;
}

Spot RawTableReader::spot(RowRef row, std::size_t column) const {
    const CellPlace place = table_.place(first_of_batch_ + row.row, column);
    return {name(), place.line, place.column};
}

}  // namespace entente::io
