#include "io/writers/pajek_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/formats/text/entities.hpp"
#include "io/writers/tables/losses.hpp"
#include "model/date.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

// In quotes, without quotes and line breaks of its own.
std::string quoted_text(std::string_view text) {
    const bool has_entities = without_entities(text) != text;
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\n' || byte == '\r' || (byte == '&' && has_entities)) {
            out += fmt::format("&#{};", static_cast<int>(byte));
        } else {
            out += byte;
        }
    }
    return out + "\"";
}

// What Pajek holds of a date, its year, and what it does not.
struct Year {
    std::string text = {};  // "" where none is known
    bool cut = false;       // the date names a month or a day of the year
    bool spans = false;     // it may mean more than one year
    bool doubted = false;   // it is marked as uncertain: 1984?
};

std::string year_of_day(Day day) {
    constexpr std::size_t digits = 4;
    return day == beginning_of_time || day == end_of_time
               ? ""
               : to_string(DayInterval{day, day}).substr(0, digits);
}

// Of what may be several years a start has the first and an end the last.
Year year_of(const std::string& cell, bool start) {
    const auto reading = read_date(cell);
    if (!reading) return {};
    const std::string first = year_of_day(reading->date.earliest), last = year_of_day(reading->date.latest);
    return {.text = start ? first : last,
            .cut = first == last && to_string(reading->date) != first,
            .spans = first != last,
            .doubted = reading->form == DateForm::uncertain};
}

class PajekText {
public:
    explicit PajekText(const ExportTables& tables) : tables_(tables) {
        for (std::size_t row = 0; row < tables.actors.rows; ++row)
            numbers_.emplace(tables.actors.cell(row, "id"), row + 1);
        for (std::size_t row = 0; row < tables.ties.rows; ++row) {
            const std::string relation = tables.ties.cell(row, "relation");
            if (rows_.find(relation) == rows_.end()) relations_.push_back(relation);
            rows_[relation].push_back(row);
            negative_ = negative_ || (tables.ties.cell(row, "sign") == "-" &&
                                      parse_number(tables.ties.cell(row, "weight")) != 0.0);
        }
    }

    Written write(const std::string& path) {
        std::string name = tables_.title;
        std::ranges::replace(name, '\n', ' ');
        text_ = fmt::format("*Network {}\n*Vertices {}\n", name, tables_.actors.rows);
        vertices();
        for (std::size_t i = 0; i < relations_.size(); ++i) {
            section("*Arcs", i, true);
            section("*Edges", i, false);
        }
        if (lower(path).ends_with(".paj")) partition();
        static constexpr std::array<std::string_view, 3> of_actors{"id", "label", "kind"};
        static constexpr std::array<std::string_view, 8> of_ties{"source", "target",   "relation", "sign",
                                                                 "weight", "directed", "start",    "end"};
        std::vector<Loss> lost = losses(tables_, of_actors, of_ties);
        if (dates_cut_ > 0) lost.push_back({"months and days of dates", dates_cut_});
        if (years_cut_ > 0) lost.push_back({"dates that may mean several years", years_cut_});
        if (doubts_lost_ > 0) lost.push_back({"marks of doubt on dates", doubts_lost_});
        const std::string_view signs =
            negative_ ? "unsigned ties beside signed ones, read back as positive" : "positive signs";
        if (signs_lost_ > 0) lost.push_back({std::string(signs), signs_lost_});
        if (signs_of_zero_ > 0) lost.push_back({"signs of ties of weight 0", signs_of_zero_});
        return {{{path, std::move(text_)}}, std::move(lost)};
    }

private:
    void vertices() {
        const std::vector<ExportPlace> places = places_on_page();
        for (std::size_t row = 0; row < tables_.actors.rows; ++row) {
            const std::string id = tables_.actors.cell(row, "id"), label = tables_.actors.cell(row, "label"),
                              kind = tables_.actors.cell(row, "kind");
            text_ += fmt::format("{} {} {:.4f} {:.4f} ellipse", row + 1, quoted_text(id), places[row].x,
                                 places[row].y);
            if (!label.empty() && label != id) text_ += " label " + quoted_text(label);
            if (!kind.empty()) text_ += " kind " + quoted_text(kind);
            text_ += '\n';
        }
    }

    // Pajek's page is a square of 1 by 1, y downwards, and wants some coordinates before other parameters: a
    // grid where nothing is laid out.
    std::vector<ExportPlace> places_on_page() const {
        std::vector<ExportPlace> places = tables_.places;
        if (places.empty()) {
            std::size_t side = 1;
            while (side * side < tables_.actors.rows) ++side;
            for (std::size_t row = 0; row < tables_.actors.rows; ++row)
                places.push_back({(static_cast<double>(row % side) + 0.5) / static_cast<double>(side),
                                  (static_cast<double>(row / side) + 0.5) / static_cast<double>(side)});
            return places;
        }
        const auto [left, right] = std::ranges::minmax(places, {}, &ExportPlace::x);
        const auto [top, bottom] = std::ranges::minmax(places, {}, &ExportPlace::y);
        constexpr double margin = 0.05;
        const double extent = std::max({right.x - left.x, bottom.y - top.y, 1.0});
        const ExportPlace corner{left.x, top.y};
        for (ExportPlace& place : places)
            place = {margin + (1 - 2 * margin) * (place.x - corner.x) / extent,
                     margin + (1 - 2 * margin) * (place.y - corner.y) / extent};
        return places;
    }

    void section(std::string_view heading, std::size_t relation, bool directed) {
        bool begun = false;
        for (const std::size_t row : rows_.at(relations_[relation])) {
            if ((tables_.ties.cell(row, "directed") == "true") != directed) continue;
            if (!begun) {
                text_ += heading;
                if (relations_.size() > 1 || !relations_[relation].empty())
                    text_ += fmt::format(" :{} {}", relation + 1, quoted_text(relations_[relation]));
                text_ += '\n';
            }
            begun = true;
            line(row);
        }
    }

    void line(std::size_t row) {
        const ExportTable& ties = tables_.ties;
        const std::string sign = ties.cell(row, "sign");
        std::string value = ties.cell(row, "weight");
        if (value.empty()) value = "1";
        const bool zero = parse_number(value) == 0.0;  // which no sign can stand before
        if (zero && !sign.empty()) ++signs_of_zero_;
        if (sign == "-" && !zero) value = "-" + value;
        if (!zero && ((negative_ && sign != "-" && sign != "+") || (!negative_ && sign == "+")))
            ++signs_lost_;
        text_ += fmt::format("{} {} {}", numbers_.at(ties.cell(row, "source")),
                             numbers_.at(ties.cell(row, "target")), value);
        const std::string start_date = ties.cell(row, "start"), end_date = ties.cell(row, "end");
        const Year start = year_of(start_date, true), end = year_of(end_date, false);
        for (const Year* year : {&start, &end}) {
            dates_cut_ += year->cut ? 1U : 0U;
            years_cut_ += year->spans ? 1U : 0U;
            doubts_lost_ += year->doubted ? 1U : 0U;
        }
        if (!start.text.empty() || !end.text.empty())
            text_ += fmt::format(" [{}-{}]", start.text.empty() ? "*" : start.text,
                                 end.text.empty() ? "*" : end.text);
        text_ += '\n';
    }

    void partition() {
        std::map<std::string, std::size_t> classes;
        std::vector<std::string> names;
        std::string values;
        for (std::size_t row = 0; row < tables_.actors.rows; ++row) {
            const std::string kind = tables_.actors.cell(row, "kind");
            if (kind.empty()) {
                values += "0\n";
                continue;
            }
            const auto [at, fresh] = classes.emplace(kind, classes.size() + 1);
            if (fresh) names.push_back(kind);
            values += fmt::format("{}\n", at->second);
        }
        if (names.empty()) return;
        text_ += "\n*Partition kind\n";
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::ranges::replace(names[i], '\n', ' ');
            text_ += fmt::format("% {} {}\n", i + 1, names[i]);
        }
        text_ += fmt::format("*Vertices {}\n{}", tables_.actors.rows, values);
    }

    const ExportTables& tables_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::string> relations_;  // in order of first mention
    std::map<std::string, std::vector<std::size_t>> rows_;
    bool negative_ = false;
    std::uint64_t dates_cut_ = 0, years_cut_ = 0, doubts_lost_ = 0, signs_lost_ = 0, signs_of_zero_ = 0;
    std::string text_;
};

}  // namespace

Written write_pajek(const ExportTables& tables, const std::string& path) {
    return PajekText(tables).write(path);
}

}  // namespace entente::io
