// The part of the page that follows the network slice by slice through time.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "report/change/timeline.hpp"
#include "report/page/page_json.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

using Json = nlohmann::ordered_json;

struct Figure {
    std::string_view name;
    double (*of)(const Slice& slice);
};

double counted_as(std::uint64_t count) { return static_cast<double>(count); }

constexpr Figure figures[] = {{"actors", [](const Slice& s) { return counted_as(s.actors); }},
                              {"ties", [](const Slice& s) { return counted_as(s.ties); }},
                              {"ties for certain", [](const Slice& s) { return counted_as(s.certain_ties); }},
                              {"positive", [](const Slice& s) { return counted_as(s.positive); }},
                              {"hostile", [](const Slice& s) { return counted_as(s.negative); }},
                              {"new ties", [](const Slice& s) { return s.ties_new; }},
                              {"ties gone", [](const Slice& s) { return s.ties_gone; }},
                              {"density", [](const Slice& s) { return s.figures.density; }},
                              {"components", [](const Slice& s) { return s.figures.components; }},
                              {"communities", [](const Slice& s) { return counted_as(s.communities); }},
                              {"modularity", [](const Slice& s) { return s.figures.modularity; }},
                              {"frustration", [](const Slice& s) { return s.figures.frustration; }},
                              {"turnover", [](const Slice& s) { return s.figures.turnover; }}};

// Signs, frustration and certainty have a column where they say something.
std::vector<Figure> charted_columns(const Timeline& timeline) {
    std::vector<Figure> kept;
    bool is_signed = false, uncertain = false;
    for (const Slice& slice : timeline.slices) {
        is_signed |= slice.positive + slice.negative > 0;
        uncertain |= slice.certain_ties != slice.ties;
    }
    for (const Figure& figure : figures) {
        if (!is_signed && (figure.name == "positive" || figure.name == "hostile")) continue;
        if (!uncertain && figure.name == "ties for certain") continue;
        const bool any = std::any_of(timeline.slices.begin(), timeline.slices.end(),
                                     [&](const Slice& slice) { return !std::isnan(figure.of(slice)); });
        if (any) kept.push_back(figure);
    }
    return kept;
}

std::string slices_rows(const Timeline& timeline, const std::vector<Figure>& columns) {
    std::string rows;
    for (std::size_t s = 0; s < timeline.slices.size(); ++s) {
        const Slice& slice = timeline.slices[s];
        rows += fmt::format("<tr id=\"slice-{}\"><th scope=\"row\">{}</th>", s, escaped(slice.label));
        for (const Figure& figure : columns) {
            const double value = figure.of(slice);
            rows += fmt::format("<td class=\"n\" data-value=\"{}\">{}</td>", format_number(value),
                                rounded(value));
        }
        rows += "</tr>\n";
    }
    return rows;
}

std::string changes(const PageView& view) {
    const Timeline& timeline = *view.input.timeline;
    if (timeline.change_points.empty()) return "";
    std::string out = "<h3>What changed more than chance</h3>\n<ul>\n";
    for (const ChangePoint& point : timeline.change_points)
        out += "<li>" + escaped(change_point_text(view.network, timeline, point)) + "</li>\n";
    return out + "</ul>\n";
}

Json actors_of(const PageView& view, const Timeline& timeline, const Slice& slice) {
    Json position = Json::array(), community = Json::array(), faction = Json::array();
    Json values = Json::array(), ranks = Json::array();
    for (std::size_t m = 0; m < timeline.measures.size(); ++m) {
        values.push_back(Json::array());
        ranks.push_back(Json::array());
    }
    for (const SliceActor& entry : slice.of_actor) {
        const std::uint32_t at = view.position[index(entry.actor)];
        if (!entry.active || at == nowhere) continue;
        position.push_back(at);
        community.push_back(entry.community);
        faction.push_back(entry.faction);
        for (std::size_t m = 0; m < timeline.measures.size(); ++m) {
            values[m].push_back(number_or_null(entry.value[m]));
            ranks[m].push_back(number_or_null(entry.rank[m]));
        }
    }
    return {{"actor", position},
            {"community", community},
            {"faction", faction},
            {"values", values},
            {"ranks", ranks}};
}

}  // namespace

Json time_data(const PageView& view) {
    const Timeline& timeline = *view.input.timeline;
    const std::vector<std::uint32_t> row_at = row_positions(view);
    const auto positions = [&](const std::vector<TieId>& rows) {
        Json list = Json::array();
        for (const TieId row : rows) {
            if (row_at[index(row)] != nowhere) list.push_back(row_at[index(row)]);
        }
        return list;
    };
    Json slices = Json::array();
    for (const Slice& slice : timeline.slices) {
        slices.push_back({{"label", slice.label},
                          {"rows", positions(slice.rows)},
                          {"surely", positions(slice.surely)},
                          {"frustrated", positions(slice.frustrated)},
                          {"frustration", number_or_null(slice.figures.frustration)},
                          {"actors", actors_of(view, timeline, slice)}});
    }
    return {{"measures", timeline.measures}, {"slices", slices}};
}

std::string time_section(const PageView& view) {
    if (view.input.timeline == nullptr || view.input.timeline->slices.empty()) return "";
    const Timeline& timeline = *view.input.timeline;
    const std::vector<Figure> columns = charted_columns(timeline);
    std::string out = section_start("time", "Through time");
    out += fmt::format("<p>{}, from {} to {}. A tie counts in each in which it may hold.</p>\n",
                       counted(timeline.slices.size(), "slice of time", "slices of time"),
                       escaped(timeline.slices.front().label), escaped(timeline.slices.back().label));
    if (timeline.undated > 0 && !timeline.undated_left_out)
        out += fmt::format("<p>{} without any date may hold in every slice.</p>\n",
                           counted(timeline.undated, "tie", "ties"));
    out +=
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Slices of time\"><table "
        "id=\"slice-table\" class=\"data\"><caption>Slices of time</caption>\n<thead><tr>"
        "<th scope=\"col\" data-sort=\"text\">time</th>";
    for (const Figure& figure : columns)
        out += fmt::format("<th scope=\"col\" data-sort=\"number\">{}</th>", figure.name);
    out += "</tr></thead>\n<tbody>\n" + slices_rows(timeline, columns) + "</tbody></table></div>\n" +
           print_notice(timeline.slices.size(), "slices", "timeline/slices.csv") + changes(view);
    for (const std::string& remark : timeline.remarks)
        out += "<p class=\"aside\">" + escaped(remark) + "</p>\n";
    return out +
           "<p>The slices side by side: <a href=\"timeline/timeline.svg\">timeline.svg</a>; every actor in "
           "every slice: <a href=\"timeline/actors.csv\">actors.csv</a>.</p>\n</section>\n";
}

}  // namespace entente::report
