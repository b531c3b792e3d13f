#include "report/page/html.hpp"

#include <fmt/format.h>

#include "report/page/assets.hpp"
#include "report/page/content_policy.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

// Further figures are part of the page while all of them together stay below this size.
constexpr std::size_t most_figure_bytes = 1'000'000;
constexpr std::size_t most_actors_at_a_glance = 60;  // beyond, the figure is as wide as the page

std::string figures_section(const PageView& view) {
    std::string html;
    if (view.input.figures.empty()) return html;
    const bool crowded = view.input.actors.size() > most_actors_at_a_glance;
    html = section_start("explore", "The network") +
           "<div id=\"controls\" hidden></div>\n<div id=\"stage\">\n<div id=\"drawings\">\n";
    std::size_t bytes = 0;
    std::string elsewhere;
    for (const ReportFigure& figure : view.input.figures) {
        if (bytes > 0 && bytes + figure.svg.size() > most_figure_bytes) {
            elsewhere += fmt::format(
                "<p class=\"notice\">{}: too large for this page; it is in <a href=\"{}.svg\">{}.svg</a> "
                "beside it.</p>\n",
                escaped(figure.title), escaped(figure.name), escaped(figure.name));
            continue;
        }
        bytes += figure.svg.size();
        html += fmt::format(
            "<figure class=\"drawing{}\" data-name=\"{}\" data-title=\"{}\">\n<div "
            "class=\"frame\">{}</div>\n<figcaption>{}</figcaption></figure>\n",
            crowded ? " crowded" : "", escaped(figure.name), escaped(figure.title), figure.svg,
            escaped(figure.caption));
    }
    return html + "</div>\n</div>\n" + elsewhere + "</section>\n";
}

// The section with its charts right below its heading.
std::string with_charts(std::string html, std::string_view section, const std::vector<ReportChart>& charts) {
    std::string drawn;
    for (const ReportChart& chart : charts) {
        if (chart.section != section) continue;
        drawn += fmt::format(
            "<figure class=\"chart\">\n<div class=\"frame\">{}</div>\n<figcaption>{}</figcaption></figure>\n",
            chart.svg, escaped(chart.caption));
    }
    const std::size_t heading = html.find("</h2>\n");
    if (drawn.empty() || heading == std::string::npos) return html;
    return html.insert(heading + std::string_view("</h2>\n").size(), drawn);
}

struct Part {
    std::string_view id, title;
    std::string html;
};

std::string contents(const std::vector<Part>& parts) {
    std::string out = "<nav aria-label=\"Contents\"><ul>\n";
    for (const Part& part : parts) {
        if (!part.html.empty()) out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.title);
    }
    return out + "</ul></nav>\n";
}

std::string policy() {
    return fmt::format(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        policy_source(page_script_digest), policy_source(page_style_digest));
}

std::string head(const PageView& view) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
        "http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
        "content=\"no-referrer\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"entente "
        "{}\">\n"
        "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
        policy(), ENTENTE_VERSION, escaped(view.title()), page_style);
}

std::string masthead(const PageView& view) {
    const DatasetInfo& info = view.network.info;
    std::string out = "<header>\n<h1 dir=\"auto\">" + escaped(view.title()) + "</h1>\n";
    if (!info.subtitle.empty())
        out += "<p class=\"subtitle\" dir=\"auto\">" + escaped(info.subtitle) + "</p>\n";
    if (!info.source_line.empty() || !info.date.empty()) {
        out += "<p class=\"source\" dir=\"auto\">";
        if (!info.source_line.empty()) out += "Source: " + escaped(info.source_line);
        if (!info.date.empty())
            out += std::string(info.source_line.empty() ? "" : ". ") + "Data as of " + escaped(info.date);
        out += "</p>\n";
    }
    return out + "</header>\n";
}

}  // namespace

std::string html_report(const ReportInput& input) {
    const PageView view(input);
    std::vector<Part> parts{{"brief", "In brief", brief_section(view)},
                            {"explore", "The network", figures_section(view)},
                            {"actors", "Actors", actors_section(view)},
                            {"ties", "Ties", ties_section(view)},
                            {"time", "Through time", time_section(view)},
                            {"communities", "Communities", communities_section(view)},
                            {"balance", "Balance", balance_section(view)},
                            {"fragile", "What is fragile", fragile_section(view)},
                            {"sources", "Sources", sources_section(view)},
                            {"warnings", "Data warnings", remarks_section(view)},
                            {"methods", "Methods", methods_section(view)},
                            {"settings", "Settings", settings_section(view)}};
    for (Part& part : parts) part.html = with_charts(std::move(part.html), part.id, input.charts);
    std::string page = head(view) + "<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n" +
                       masthead(view) + contents(parts);
    page += fmt::format("<main id=\"main\" tabindex=\"-1\"{}>\n",
                        input.figures.empty() ? "" : " class=\"with-figure\"");
    for (const Part& part : parts) page += part.html;
    page += fmt::format(
        "</main>\n<footer><p>Made with entente {}. This page asks nothing of the network and sends nothing "
        "to it.</p></footer>\n",
        ENTENTE_VERSION);
    page +=
        "<div id=\"card\" role=\"dialog\" aria-labelledby=\"card-title\" hidden></div>\n<p id=\"live\" "
        "role=\"status\" aria-live=\"polite\"></p>\n";
    page += "<script type=\"application/json\" id=\"data\">" + page_data(view) + "</script>\n<script>";
    page += page_script;
    return page + "</script>\n</body>\n</html>\n";
}

}  // namespace entente::report
