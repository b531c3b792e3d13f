// The XML of one sheet of a workbook.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "io/formats/workbook/workbook.hpp"
#include "io/formats/xml/xml_walk.hpp"

namespace entente::io {

class SheetVisitor : public XmlVisitor {
public:
    struct Styles {
        const std::vector<std::string>& texts;
        const std::vector<DateParts>& formats;
        DateSystem system;
    };
    SheetVisitor(Styles styles, const std::function<bool(const SheetRow&)>& row)
        : styles_(styles), give_(row) {}

    void begin(const XmlElement& element) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override {
        if (listening_) text_ += piece;
    }

    // A cell that stands nowhere, as "XFE1"; "" for none.
    const std::string& misplaced() const { return misplaced_; }

private:
    void begin_cell(const XmlElement& element);
    void end_cell();
    void place_cell(std::string_view reference);

    Styles styles_;
    const std::function<bool(const SheetRow&)>& give_;
    SheetRow row_;
    SheetCell cell_;
    std::string type_, text_, misplaced_;
    std::size_t style_ = 0;
    bool in_cell_ = false, in_text_ = false, phonetic_ = false, listening_ = false, formula_ = false,
         valued_ = false;
    std::uint32_t next_column_ = 1;
};

}  // namespace entente::io
