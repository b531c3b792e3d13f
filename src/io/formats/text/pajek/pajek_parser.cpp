#include "io/formats/text/pajek/pajek_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/text/entities.hpp"
#include "io/formats/text/words.hpp"

namespace entente::io {

namespace {

// Parameters of drawing, which take a value each.
constexpr std::string_view looks[] = {
    "x_fact", "y_fact", "phi",  "r",     "q",     "ic",    "bc",   "bw",  "lc", "la",   "lr",    "lp",
    "lphi",   "fos",    "font", "c",     "p",     "w",     "s",    "a",   "h1", "h2",   "a1",    "k1",
    "a2",     "k2",     "ap",   "b",     "url",   "hooks", "cic",  "cbc", "lo", "size", "shape", "f",
    "h",      "a0",     "k0",   "color", "width", "pos",   "fill", "x",   "y"};

enum class Section { preamble, vertices, arcs, edges, arc_lists, edge_lists, matrix, values, ignored };

class Parser {
public:
    Parser(std::string_view text, Problems& problems, LeftOutLooks& looks_left_out)
        : lines_(text), places_(text), problems_(problems), looks_(looks_left_out), size_(text.size()) {}

    std::vector<PajekPart> parse() {
        while (lines_.next()) {
            const std::string_view line = trimmed(lines_.line());
            if (line.empty() || line.starts_with('%')) continue;
            const std::vector<Word> words = lines_.words();
            if (line.starts_with('*')) {
                end_section();
                begin_section(words);
            } else {
                row(words);
            }
        }
        end_section();
        return std::move(parts_);
    }

private:
    CellPlace place(const Word& word) { return places_.at(word.start); }

    // "*Arcs :2 "is friend of"" and "*Arcs :2 friend": the relation; without a name its number.
    std::string relation_of(const std::vector<Word>& words) {
        std::string number, name;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (i == 1 && !words[i].quoted && words[i].text.starts_with(':')) {
                number = words[i].text.substr(1);
            } else {
                name += (name.empty() ? "" : " ") + without_entities(words[i].text);
            }
        }
        std::string relation = name.empty() ? number : name;
        if (!number.empty()) relation_names_.push_back({number, relation, {}});
        return relation;
    }

    static std::string rest_of(const std::vector<Word>& words) {
        std::string rest;
        for (std::size_t i = 1; i < words.size(); ++i)
            rest += (rest.empty() ? "" : " ") + without_entities(words[i].text);
        return rest;
    }

    void begin_section(const std::vector<Word>& words) {
        const std::string word = lower(words[0].text);
        section_place_ = place(words[0]);
        relation_.clear();
        if (word == "*network") {
            parts_.emplace_back();
            parts_.back().name = rest_of(words);
            relation_names_.clear();
            section_ = Section::preamble;
        } else if (word == "*vertices") {
            begin_vertices(words);
        } else if (word == "*partition" || word == "*vector") {
            section_ = Section::ignored;  // until *Vertices
            values_name_ = rest_of(words);
            values_are_partition_ = word == "*partition";
            expects_values_ = true;
        } else if (word == "*arcs" || word == "*edges" || word == "*arcslist" || word == "*edgeslist" ||
                   word == "*matrix") {
            begin_ties(word, words);
        } else {
            section_ = Section::ignored;
            if (word != "*permutation" && word != "*cluster" && word != "*hierarchy" && word != "*events")
                problems_.warning(section_place_, fmt::format("the section {} is not known and left out",
                                                              quoted(words[0].text)));
            expects_values_ = false;
            ignores_vertices_ = true;
        }
    }

    void begin_vertices(const std::vector<Word>& words) {
        if (ignores_vertices_ && !expects_values_ && section_ == Section::ignored) return;
        const auto count = whole_number(words.size() > 1 ? words[1].text : "");
        if (!count) {
            problems_.error(words.size() > 1 ? place(words[1]) : section_place_,
                            "behind *Vertices stands the number of vertices");
            section_ = Section::ignored;
            return;
        }
        if (expects_values_) return begin_values(*count);
        if (parts_.empty() || parts_.back().counted) parts_.emplace_back();
        PajekPart& part = parts_.back();
        constexpr std::uint64_t always_allowed = 1'000'000;
        declared_ += *count;
        if (declared_ > std::max<std::uint64_t>(always_allowed, size_)) {
            problems_.error(place(words[1]), fmt::format("{} vertices are more than this file can describe",
                                                         shown(words[1].text)));
            section_ = Section::ignored;
            return;
        }
        part.count = *count;
        part.counted = true;
        part.count_place = place(words[1]);
        if (words.size() > 2) {
            const auto mode = whole_number(words[2].text);
            if (mode && *mode <= *count) {
                part.first_mode = *mode;
            } else {
                problems_.error(place(words[2]),
                                "the size of the first mode is no number up to that of all "
                                "vertices");
            }
        }
        section_ = Section::vertices;
    }

    void begin_values(std::uint64_t count) {
        expects_values_ = false;
        section_ = Section::ignored;
        if (parts_.empty() || parts_.back().count != count) {
            problems_.warning(section_place_,
                              fmt::format("{} is left out: it is of {}, and the network before it has {}",
                                          quoted(values_name_), counted(count, "vertex", "vertices"),
                                          parts_.empty() ? std::uint64_t{0} : parts_.back().count));
            return;
        }
        section_ = Section::values;
        parts_.back().columns_named.push_back(
            {values_name_, values_are_partition_ ? "partition" : "vector", section_place_});
        parts_.back().values.emplace_back();
    }

    void begin_ties(const std::string& word, const std::vector<Word>& words) {
        if (parts_.empty() || !parts_.back().counted) {
            problems_.error(section_place_,
                            fmt::format("{} stands before any *Vertices", shown(words[0].text)));
            section_ = Section::ignored;
            return;
        }
        relation_ = relation_of(words);
        section_ = word == "*arcs"       ? Section::arcs
                   : word == "*edges"    ? Section::edges
                   : word == "*arcslist" ? Section::arc_lists
                   : word == "*matrix"   ? Section::matrix
                                         : Section::edge_lists;
        if (section_ == Section::matrix) {
            parts_.back().matrices.push_back({{}, {relation_, parts_.back().first_mode > 0, false}});
            matrix_numbers_ = 0;
            matrix_row_ends_.clear();
        }
    }

    void row(const std::vector<Word>& words) {
        switch (section_) {
            case Section::preamble:
            case Section::ignored:
                return;
            case Section::vertices:
                return vertex(words);
            case Section::arcs:
            case Section::edges:
                return tie(words);
            case Section::arc_lists:
            case Section::edge_lists:
                return list(words);
            case Section::matrix:
                return matrix_row(words);
            case Section::values:
                for (const Word& word : words) parts_.back().values.back().emplace_back(word.text);
                return;
        }
    }

    // number "label" x y z shape, then names and values, and times in brackets.
    void vertex(const std::vector<Word>& words) {
        PajekPart& part = parts_.back();
        const auto number = whole_number(words[0].text);
        if (!number || *number == 0 || *number > part.count) {
            problems_.error(place(words[0]),
                            fmt::format("{} is no vertex: the file declares the numbers 1 to {}",
                                        quoted(words[0].text), part.count));
            return;
        }
        if (part.vertices.size() < *number) part.vertices.resize(*number);
        PajekVertex& vertex = part.vertices[*number - 1];
        if (vertex.place.line != 0) {
            problems_.error(place(words[0]), fmt::format("the vertex {} is there twice (first on line {})",
                                                         *number, vertex.place.line));
            return;
        }
        vertex.place = place(words[0]);
        std::size_t at = 1;
        if (at < words.size()) vertex.label = without_entities(words[at++].text);
        while (at < words.size() && !words[at].quoted && parse_number(words[at].text)) {
            looks_.add("coordinates", place(words[at]));
            ++at;
        }
        if (at < words.size() && !words[at].quoted && !words[at].text.starts_with('[')) {
            looks_.add("shape", place(words[at]));
            ++at;
        }
        parameters(words, at, vertex.fields);
    }

    void parameters(const std::vector<Word>& words, std::size_t at, std::vector<PajekField>& fields) {
        while (at < words.size()) {
            const Word& word = words[at];
            if (!word.quoted && word.text.starts_with('[')) {
                std::string times(word.text);
                for (++at; !times.ends_with(']') && at < words.size(); ++at) times += words[at].text;
                fields.push_back({"time", times, place(word)});
                continue;
            }
            const std::string name = lower(word.text);
            if (at + 1 >= words.size()) return;
            if (name == "l") {
                fields.push_back({"note", without_entities(words[at + 1].text), place(words[at + 1])});
            } else if (std::ranges::find(looks, name) != std::end(looks)) {
                looks_.add(word.text, place(word));
            } else {
                fields.push_back(
                    {std::string(word.text), without_entities(words[at + 1].text), place(words[at + 1])});
            }
            at += 2;
        }
    }

    std::optional<std::uint32_t> vertex_number(const Word& word) {
        const PajekPart& part = parts_.back();
        const auto number = whole_number(word.text);
        if (number && *number > 0 && *number <= part.count) return static_cast<std::uint32_t>(*number - 1);
        problems_.error(place(word), fmt::format("there is no vertex {}; those declared are 1 to {}",
                                                 quoted(word.text), part.count));
        return std::nullopt;
    }

    void tie(std::vector<Word> words) {
        PajekLine line;
        line.directed = section_ == Section::arcs;
        line.relation = relation_;
        line.place = place(words[0]);
        if (!words[0].quoted && words[0].text.ends_with(':')) {
            // k: before the numbers of a line is its relation.
            const std::string_view number = words[0].text.substr(0, words[0].text.size() - 1);
            const auto named = std::ranges::find_if(
                relation_names_, [&](const PajekField& one) { return one.name == number; });
            line.relation = named == relation_names_.end() ? std::string(number) : named->text;
            words.erase(words.begin());
        }
        if (words.size() < 2) {
            problems_.error(line.place, "a line between two vertices begins with their two numbers");
            return;
        }
        const auto from = vertex_number(words[0]), to = vertex_number(words[1]);
        if (!from || !to) return;
        line.from = *from;
        line.to = *to;
        line.from_place = place(words[0]);
        line.to_place = place(words[1]);
        std::size_t at = 2;
        const bool more = at < words.size() && !words[at].quoted && !words[at].text.starts_with('[');
        const bool parameter = more && std::ranges::find(looks, lower(words[at].text)) != std::end(looks);
        if (more && !parameter) {
            line.fields.push_back({"weight", std::string(words[at].text), place(words[at])});
            ++at;
        }
        parameters(words, at, line.fields);
        parts_.back().lines.push_back(std::move(line));
    }

    void list(const std::vector<Word>& words) {
        const auto from = vertex_number(words[0]);
        if (!from) return;
        const CellPlace from_place = place(words[0]);
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto to = vertex_number(words[i]);
            if (!to) continue;
            parts_.back().lines.push_back({.from = *from,
                                           .to = *to,
                                           .directed = section_ == Section::arc_lists,
                                           .relation = relation_,
                                           .fields = {},
                                           .place = place(words[i]),
                                           .from_place = from_place,
                                           .to_place = place(words[i])});
        }
    }

    void matrix_row(const std::vector<Word>& words) {
        PajekPart& part = parts_.back();
        const std::uint64_t columns = part.count - part.first_mode;
        matrix_row_ends_.push_back({static_cast<std::uint32_t>(words.size()), place(words[0])});
        if (columns == 0) return;
        for (const Word& word : words) {
            const double value = matrix_number(word.text);
            if (std::isnan(value)) {
                problems_.error(place(word),
                                fmt::format("the cells of a matrix are numbers, not {}", quoted(word.text)));
            } else if (value != 0) {
                part.matrices.back().cells.push_back({static_cast<std::uint32_t>(matrix_numbers_ / columns),
                                                      static_cast<std::uint32_t>(matrix_numbers_ % columns),
                                                      value, word.text, place(word)});
            }
            ++matrix_numbers_;
        }
    }

    void end_section() {
        if (section_ == Section::matrix) end_matrix();
        if (section_ == Section::values) end_values();
        if (section_ != Section::ignored) ignores_vertices_ = false;
    }

    void end_matrix() {
        const PajekPart& part = parts_.back();
        const std::uint64_t columns = part.count - part.first_mode,
                            rows = part.first_mode > 0 ? part.first_mode : part.count;
        if (matrix_numbers_ == rows * columns) return;
        const auto odd =
            std::ranges::find_if(matrix_row_ends_, [&](const auto& row) { return row.first != columns; });
        problems_.error(odd == matrix_row_ends_.end() || odd->first == 0 ? section_place_ : odd->second,
                        odd == matrix_row_ends_.end()
                            ? fmt::format("the matrix has {}, but *Vertices {} needs {}",
                                          counted(matrix_row_ends_.size(), "row"), part.count, rows)
                            : fmt::format("this row of the matrix has {}, but *Vertices {} needs {}",
                                          counted(odd->first, "number"), part.count, columns));
        parts_.back().matrices.pop_back();
    }

    void end_values() {
        PajekPart& part = parts_.back();
        if (part.values.back().size() == part.count) return;
        problems_.error(section_place_,
                        fmt::format("{} has {} for {}", quoted(part.columns_named.back().name),
                                    counted(part.values.back().size(), "value"),
                                    counted(part.count, "vertex", "vertices")));
        part.values.pop_back();
        part.columns_named.pop_back();
    }

    Lines lines_;
    PlaceCounter places_;
    Problems& problems_;
    LeftOutLooks& looks_;
    std::size_t size_;
    std::uint64_t declared_ = 0;  // vertices, of all networks
    std::vector<PajekPart> parts_;
    Section section_ = Section::preamble;
    CellPlace section_place_;
    std::string relation_, values_name_;
    std::vector<PajekField> relation_names_;  // number -> relation
    bool values_are_partition_ = false, expects_values_ = false, ignores_vertices_ = false;
    std::uint64_t matrix_numbers_ = 0;
    std::vector<std::pair<std::uint32_t, CellPlace>> matrix_row_ends_;
};

}  // namespace

std::vector<PajekPart> parse_pajek(std::string_view text, Problems& problems, LeftOutLooks& looks_left_out) {
    return Parser(text, problems, looks_left_out).parse();
}

}  // namespace entente::io
