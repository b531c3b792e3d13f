// The parts of the page that say how it came about: warnings, methods, settings.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

std::string definition_list(const std::vector<MethodNote>& notes, std::string_view id_prefix) {
    std::string out = "<dl class=\"methods\">\n";
    for (const MethodNote& note : notes) {
        out += fmt::format("<dt id=\"{}-{}\">{}</dt><dd>{}", id_prefix, escaped(note.name),
                           escaped(note.name), escaped(note.definition));
        if (!note.citation.empty()) out += fmt::format(" <cite>{}</cite>", escaped(note.citation));
        out += "</dd>\n";
    }
    return out + "</dl>\n";
}

}  // namespace

std::string remarks_section(const PageView& view) {
    const std::vector<Diagnostic>& remarks = view.input.remarks;
    std::string out = section_start("warnings", "Data warnings");
    if (remarks.empty()) return out + "<p>The reader had nothing to say about the data.</p>\n</section>\n";
    out += "<ul class=\"remarks\">\n";
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i) {
        const Diagnostic& remark = remarks[i];
        out += fmt::format("<li class=\"{0}\"><strong>{0}</strong> ", to_string(remark.severity));
        if (!remark.spot.file.empty()) {
            out += "<span class=\"place\">" + isolated(file_shown(remark.spot.file));
            if (remark.spot.line) out += fmt::format(", line {}", remark.spot.line);
            out += ":</span> ";
        }
        out += "<span dir=\"auto\">" + escaped(remark.message) + "</span></li>\n";
    }
    out += "</ul>\n";
    if (remarks.size() > most)
        out += fmt::format("<p>And {} more; entente check lists them all.</p>\n", remarks.size() - most);
    return out + "</section>\n";
}

std::string methods_section(const PageView& view) {
    std::string out = section_start("methods", "Methods");
    if (!view.input.measures.empty())
        out += "<h3>Measures</h3>\n" + definition_list(view.input.measures, "method");
    if (!view.input.methods.empty())
        out += "<h3>Other methods</h3>\n" + definition_list(view.input.methods, "other");
    std::vector<std::string> left_out = view.input.left_out;
    if (view.input.scores) {
        for (const std::string& line : view.input.scores->left_out) {
            if (std::find(left_out.begin(), left_out.end(), line) == left_out.end()) left_out.push_back(line);
        }
        std::string remarks;
        for (const Scores& column : view.input.scores->columns) {
            if (!column.remark.empty())
                remarks += fmt::format("<li>{}: {}</li>\n", escaped(column.measure), escaped(column.remark));
        }
        if (!remarks.empty()) out += "<h3>Chosen in this run</h3>\n<ul>\n" + remarks + "</ul>\n";
    }
    if (!left_out.empty()) {
        out += "<h3>Left out</h3>\n<ul>\n";
        for (const std::string& line : left_out) out += "<li>" + escaped(line) + "</li>\n";
        out += "</ul>\n";
    }
    return out + "</section>\n";
}

std::string settings_section(const PageView& view) {
    std::string out = section_start("settings", "Settings and how to repeat this");
    if (!view.input.settings.empty()) {
        out += "<dl class=\"settings\">\n";
        for (const Setting& setting : view.input.settings)
            out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(setting.name),
                               escaped(setting.value));
        out += "</dl>\n";
    }
    if (!view.input.command.empty()) {
        out +=
            "<p>This page is made again, byte for byte, by</p>\n<pre id=\"command\" tabindex=\"0\"><code>" +
            escaped(view.input.command) + "</code></pre>\n";
    }
    return out + "</section>\n";
}

}  // namespace entente::report
