#include "io/formats/workbook/sheet_visitor.hpp"

#include <charconv>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

std::optional<std::uint32_t> whole_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

void SheetVisitor::begin(const XmlElement& element) {
    const std::string_view name = element.name;
    if (name == "row") {
        const std::uint32_t next = row_.number + 1;
        const auto number = element.find("r");
        row_ = {number ? whole_number(*number).value_or(0) : next, {}};
        if (row_.number == 0 || row_.number > Workbook::most_rows) {
            misplaced_ = "row " + std::string(element.get("r"));
            return stop();
        }
        next_column_ = 1;
    } else if (name == "c") {
        begin_cell(element);
    } else if (in_cell_ && name == "f") {
        formula_ = true;
    } else if (in_cell_ && name == "rPh") {
        phonetic_ = true;
    } else if (in_cell_ && !phonetic_ && (name == "v" || name == "t")) {
        valued_ = listening_ = true;
    }
}

void SheetVisitor::begin_cell(const XmlElement& element) {
    in_cell_ = true;
    formula_ = valued_ = listening_ = phonetic_ = false;
    text_.clear();
    type_ = element.get("t");
    style_ = whole_number(element.get("s")).value_or(0);
    cell_ = {next_column_, "", SheetCell::Kind::text, false};
    if (const auto reference = element.find("r")) place_cell(*reference);
    if (cell_.column > Workbook::most_columns) {
        misplaced_ = "cell " + std::string(element.get("r"));
        return stop();
    }
    next_column_ = cell_.column + 1;
}

// "AB12": only the letters count, the row says its number itself.
void SheetVisitor::place_cell(std::string_view reference) {
    std::uint32_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > Workbook::most_columns) break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    cell_.column = column == 0 ? Workbook::most_columns + 1 : column;
}

void SheetVisitor::end(std::string_view name) {
    if (name == "v" || name == "t") {
        listening_ = false;
    } else if (name == "rPh") {
        phonetic_ = false;
    } else if (name == "c") {
        if (in_cell_) end_cell();
        in_cell_ = false;
    } else if (name == "row") {
        if (!row_.cells.empty() && !give_(row_)) stop();
        row_.cells.clear();
    }
}

void SheetVisitor::end_cell() {
    SheetCell& cell = cell_;
    if (formula_ && !valued_) {
        cell.kind = SheetCell::Kind::uncomputed;
    } else if (type_ == "s") {
        const auto number = whole_number(trimmed(text_));
        if (number && *number < styles_.texts.size()) cell.text = styles_.texts[*number];
    } else if (type_ == "e") {
        cell.kind = text_ == "#N/A" ? SheetCell::Kind::not_available : SheetCell::Kind::error;
        cell.text = text_;
    } else if (type_ == "b") {
        cell.text = text_ == "1" || text_ == "true" ? "true" : text_.empty() ? "" : "false";
    } else if (type_ == "str" || type_ == "inlineStr") {
        cell.text = unescaped(text_);
    } else if (type_ == "d") {
        const bool midnight = text_.size() > 10 && text_.find_first_not_of("T:.0Z", 10) == std::string::npos;
        cell.text = text_.substr(0, 10);
        cell.time_cut = text_.size() > 10 && !midnight;
    } else {
        const DateParts parts = style_ < styles_.formats.size() ? styles_.formats[style_] : DateParts::none;
        const auto number = parse_number(trimmed(text_));
        const auto date = number ? date_of_serial(*number, styles_.system, parts) : std::nullopt;
        cell.text = date ? date->text : number_text(text_);
        cell.time_cut = date && date->cut;
    }
    if (!cell.text.empty() || cell.kind != SheetCell::Kind::text) row_.cells.push_back(std::move(cell));
}

}  // namespace entente::io
