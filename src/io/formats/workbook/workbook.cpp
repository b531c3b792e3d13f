#include "io/formats/workbook/workbook.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <map>

#include "base/text.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/workbook/sheet_visitor.hpp"
#include "io/formats/xml/xml_walk.hpp"

namespace entente::io {

namespace {

// Target of each relationship, and that of the first of each type.
class RelationshipVisitor : public XmlVisitor {
public:
    explicit RelationshipVisitor(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void begin(const XmlElement& element) override {
        if (element.name != "Relationship" || lower(element.get("TargetMode")) == "external") return;
        const std::string target(element.get("Target"));
        const auto path =
            target.starts_with('/') ? std::filesystem::path(target.substr(1)) : folder_ / target;
        const std::string whole = path.lexically_normal().generic_string();
        by_id.emplace(element.get("Id"), whole);
        const std::string_view type = element.get("Type");
        by_type.emplace(type.substr(type.rfind('/') + 1), whole);
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::map<std::string, std::string, std::less<>> by_id, by_type;

private:
    std::filesystem::path folder_;
};

struct ListedSheet {
    std::string name, relationship;
    bool hidden;
};

class WorkbookVisitor : public XmlVisitor {
public:
    void begin(const XmlElement& element) override {
        if (element.name == "workbookPr") {
            const std::string said = lower(element.get("date1904"));
            if (said == "1" || said == "true") system = DateSystem::from_1904;
        } else if (element.name == "sheet") {
            const std::string state = lower(element.get("state"));
            sheets.push_back({std::string(element.get("name")), std::string(element.get("id")),
                              state == "hidden" || state == "veryhidden"});
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<ListedSheet> sheets;
    DateSystem system = DateSystem::from_1900;
};

// Each <si> is a text, in one piece or in several of different looks; <rPh> says how it is pronounced.
class TextsVisitor : public XmlVisitor {
public:
    void begin(const XmlElement& element) override {
        if (element.name == "si") text_.clear();
        if (element.name == "rPh") phonetic_ = true;
        listening_ = element.name == "t" && !phonetic_;
    }
    void end(std::string_view name) override {
        listening_ = false;
        if (name == "rPh") phonetic_ = false;
        if (name == "si") texts.push_back(unescaped(text_));
    }
    void text(std::string_view piece) override {
        if (listening_) text_ += piece;
    }

    std::vector<std::string> texts;

private:
    std::string text_;
    bool listening_ = false, phonetic_ = false;
};

class StylesVisitor : public XmlVisitor {
public:
    void begin(const XmlElement& element) override {
        if (element.name == "numFmt" && !in_differences_)
            codes_.emplace(number(element.get("numFmtId")), date_parts(element.get("formatCode")));
        if (element.name == "cellXfs") in_cells_ = true;
        if (element.name == "dxfs") in_differences_ = true;
        if (element.name != "xf" || !in_cells_) return;
        const int format = number(element.get("numFmtId"));
        const auto code = codes_.find(format);
        styles.push_back(code == codes_.end() ? date_parts(format) : code->second);
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    void text(std::string_view) override {}

    std::vector<DateParts> styles;

private:
    static int number(std::string_view text) {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    std::map<int, DateParts> codes_;
    bool in_cells_ = false, in_differences_ = false;
};

std::string unreadable(const std::string& reason) {
    return "this is not a readable workbook: " + reason + "; save it again from the spreadsheet program";
}

std::string wrong_archive(const ZipArchive& archive) {
    if (archive.bytes().starts_with("\xD0\xCF\x11\xE0"))
        return "this is an old Excel workbook (.xls) or one with a password; save it as .xlsx without one";
    return unreadable(archive.problem());
}

}  // namespace

Workbook::Workbook(std::string file, std::string bytes, const Control& control)
    : file_(std::move(file)), archive_(std::move(bytes)), control_(control) {
    if (!archive_.problem().empty()) fail(wrong_archive(archive_));
    else if (archive_.holds("xl/workbook.bin")) fail("this is a binary workbook (.xlsb); save it as .xlsx");
    else if (archive_.holds("content.xml") && archive_.holds("mimetype"))
        fail("this is an OpenDocument file (.ods); save it as .xlsx");
    else open();
}

void Workbook::open() {
    RelationshipVisitor top("");
    if (archive_.holds("_rels/.rels")) walk("_rels/.rels", top, "");
    const auto main = top.by_type.find("officeDocument");
    const std::string book = main == top.by_type.end() ? "xl/workbook.xml" : main->second;
    WorkbookVisitor workbook;
    walk(book, workbook, "");
    system_ = workbook.system;
    const std::filesystem::path path(book);
    RelationshipVisitor parts(path.parent_path());
    walk((path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string(), parts, "");
    for (ListedSheet& listed : workbook.sheets) {
        const auto target = parts.by_id.find(listed.relationship);
        if (target != parts.by_id.end())
            sheets_.push_back({std::move(listed.name), target->second, listed.hidden});
    }
    if (const auto texts = parts.by_type.find("sharedStrings"); texts != parts.by_type.end()) {
        TextsVisitor visitor;
        walk(texts->second, visitor, "");
        texts_ = std::move(visitor.texts);
    }
    if (const auto styles = parts.by_type.find("styles"); styles != parts.by_type.end()) {
        StylesVisitor visitor;
        walk(styles->second, visitor, "");
        styles_ = std::move(visitor.styles);
    }
}

void Workbook::fail(std::string message) {
    if (!problem_) problem_ = error_of(file_, std::move(message));
}

void Workbook::walk(const std::string& path, XmlVisitor& visitor, const std::string& place) {
    if (problem_) return;
    ZipEntry entry = archive_.open(path);
    const auto input = [&](char* out, std::size_t size) { return entry.read(out, size); };
    const auto wrong = walk_xml(path, input, visitor, control_);
    const std::string where = place.empty() ? file_ : place;
    const std::string reason = !entry.problem().empty() ? entry.problem()
                               : wrong ? fmt::format("'{}' in it, {}:{}: {}", path, wrong->spot.line,
                                                     wrong->spot.column, wrong->message)
                                       : "";
    if (reason.empty()) return;
    problem_ = error_of(where, unreadable(reason));
}

void Workbook::read(const Sheet& sheet, const std::function<bool(const SheetRow&)>& row) {
    problem_.reset();
    SheetVisitor visitor({texts_, styles_, system_}, row);
    const std::string place = fmt::format("{}[{}]", file_, sheet.name);
    walk(sheet.path, visitor, place);
    if (problem_ || visitor.misplaced().empty()) return;
    problem_ = error_of(place, unreadable(visitor.misplaced() + " lies outside of any sheet"));
}

}  // namespace entente::io
