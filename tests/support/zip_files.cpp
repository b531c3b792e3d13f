#include "support/zip_files.hpp"

#include <zip.h>

#include <sstream>
#include <stdexcept>

#include "base/number.hpp"

namespace entente::test {

std::string zipped(const std::map<std::string, std::string>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : files) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error(name);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("zip_close");
    zip_stat_t about;
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

std::string workbook(const Sheets& sheets, const std::map<std::string, std::string>& others) {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::map<std::string, std::string> files = others;
    std::string list, links;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        list +=
            "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
                 "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        files.emplace("xl/worksheets/sheet" + number + ".xml",
                      "<worksheet><sheetData>" + sheets[i].second + "</sheetData></worksheet>");
    }
    links += "<Relationship Id=\"s\" Type=\"" + office + "/styles\" Target=\"/xl/styles.xml\"/>";
    links += "<Relationship Id=\"t\" Type=\"" + office + "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    files.emplace("xl/styles.xml", "<styleSheet/>");
    files.emplace("xl/sharedStrings.xml", "<sst/>");
    files.emplace("xl/workbook.xml",
                  "<workbook xmlns:r=\"" + office + "\"><sheets>" + list + "</sheets></workbook>");
    files.emplace("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
    return zipped(files);
}

std::string rows(const std::string& csv) {
    std::string text, line, cell;
    std::istringstream lines(csv);
    while (std::getline(lines, line)) {
        text += "<row>";
        std::istringstream cells(line);
        while (std::getline(cells, cell, ',')) {
            text += parse_number(cell) ? "<c><v>" + cell + "</v></c>"
                                       : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
        }
        text += "</row>";
    }
    return text;
}

}  // namespace entente::test
