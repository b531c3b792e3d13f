#include "io/formats/text/pajek/pajek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "io/formats/text/pajek/pajek_parser.hpp"
#include "io/formats/text/words.hpp"

namespace entente::io {

namespace {

void build_actors(RawTable& actors, const PajekPart& part, const std::vector<std::string>& ids,
                  bool by_label) {
    const std::size_t id = actors.column("id");
    if (!by_label) actors.column("label");
    if (part.first_mode > 0) actors.column("kind", part.count_place);
    bool kind_taken = part.first_mode > 0;
    for (const PajekVertex& vertex : part.vertices)
        kind_taken = kind_taken ||
                     std::ranges::any_of(vertex.fields, [](const PajekField& f) { return f.name == "kind"; });
    std::vector<std::optional<std::size_t>> columns;  // of each partition and vector
    for (const PajekField& named : part.columns_named) {
        const bool is_kind = !kind_taken && named.text == "partition";
        if (is_kind) kind_taken = true;
        const std::string name = named.name.empty() ? named.text : named.name;
        const bool repeats = !is_kind && name == "kind";  // the classes of kinds that have names
        columns.push_back(repeats ? std::nullopt
                                  : std::optional(actors.column(is_kind ? "kind" : name, named.place)));
    }
    for (std::size_t i = 0; i < part.count; ++i) {
        const PajekVertex& vertex = part.vertices[i];
        const CellPlace place = vertex.place.line == 0 ? part.count_place : vertex.place;
        actors.begin_row(place);
        actors.set(id, ids[i]);
        if (!by_label && !vertex.label.empty()) actors.set(actors.column("label"), vertex.label);
        if (part.first_mode > 0)
            actors.set(actors.column("kind"), i < part.first_mode ? "mode1" : "mode2", part.count_place);
        for (const PajekField& field : vertex.fields)
            actors.set(actors.column(field.name, field.place), field.text, field.place);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c]) actors.set(*columns[c], part.values[c][i]);
        }
    }
}

// A time interval [a-b] of a line: years are dates, everything else stays text.
struct Spell {
    std::string_view start, end;
};

// The spells of "[1914-1918,1939-1945]", as far as they are years.
std::optional<std::vector<Spell>> years(std::string_view times) {
    std::vector<Spell> spells;
    times = times.substr(1, times.size() - (times.ends_with(']') ? 2 : 1));
    const auto is_year = [](std::string_view word) {
        const auto number = whole_number(word);
        return word == "*" || (number && word.size() == 4);
    };
    for (const std::string_view part : split(times, ',')) {
        const std::size_t dash = part.find('-');
        const std::string_view start = part.substr(0, dash),
                               end = dash == std::string_view::npos ? start : part.substr(dash + 1);
        if (!is_year(start) || !is_year(end)) return std::nullopt;
        spells.push_back({start == "*" ? "" : start, end == "*" ? "" : end});
    }
    return spells;
}

void add_line(RawTable& ties, const PajekLine& line, const std::vector<std::string>& ids) {
    const auto times =
        std::ranges::find_if(line.fields, [](const PajekField& field) { return field.name == "time"; });
    std::vector<Spell> spells{{}};
    const auto dated = times == line.fields.end() ? std::nullopt : years(times->text);
    if (dated) spells = *dated;
    for (const Spell& spell : spells) {
        ties.begin_row(line.place);
        ties.set(ties.column("source"), ids[line.from], line.from_place);
        ties.set(ties.column("target"), ids[line.to], line.to_place);
        ties.set(ties.column("directed"), line.directed ? "true" : "false");
        if (!line.relation.empty()) ties.set(ties.column("relation"), line.relation);
        for (const PajekField& field : line.fields) {
            if (dated && field.name == "time") continue;
            ties.set(ties.column(field.name, field.place), field.text, field.place);
        }
        if (!dated) continue;
        ties.set(ties.column("start"), spell.start, times->place);
        ties.set(ties.column("end"), spell.end, times->place);
    }
}

RawNetwork network_of(PajekPart& part, const std::string& file, Problems& problems) {
    RawNetwork network;
    network.name = part.name;
    network.title = part.name;
    network.actors.file = network.ties.file = file;
    part.vertices.resize(part.count);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < part.count; ++i)
        ids.push_back(part.vertices[i].place.line == 0 ? fmt::format("{}", i + 1) : part.vertices[i].label);
    const bool by_label = all_different(ids);
    if (!by_label) {
        for (std::size_t i = 0; i < part.count; ++i) ids[i] = fmt::format("{}", i + 1);
        if (part.count > 0)
            problems.note(part.count_place,
                          "not all labels differ, so that the numbers of the vertices are "
                          "their ids");
    }
    build_actors(network.actors, part, ids, by_label);
    for (const PajekLine& line : part.lines) add_line(network.ties, line, ids);
    const bool two_modes = part.first_mode > 0;
    const auto first_mode = static_cast<std::ptrdiff_t>(part.first_mode);
    const std::vector<std::string> rows(ids.begin(), two_modes ? ids.begin() + first_mode : ids.end()),
        columns(two_modes ? ids.begin() + first_mode : ids.begin(), ids.end());
    std::size_t unnamed = 0;
    for (PajekMatrix& matrix : part.matrices) {
        ++unnamed;
        if (matrix.meaning.relation.empty() && part.matrices.size() > 1)
            matrix.meaning.relation = fmt::format("{}", unnamed);
        add_matrix_ties(network.ties, matrix.cells, rows, columns, matrix.meaning);
    }
    return network;
}

}  // namespace

RawFile read_pajek(std::string_view text, const std::string& file) {
    Problems problems(file, text);
    LeftOutLooks looks;
    std::vector<PajekPart> parts = parse_pajek(text, problems, looks);
    if (parts.empty() && !problems.any_error())
        problems.error({1, 1}, "the file has no *Vertices; is it Pajek's?");
    RawFile result;
    for (PajekPart& part : parts) result.networks.push_back(network_of(part, file, problems));
    looks.tell(problems);
    result.diagnostics = problems.take();
    return result;
}

}  // namespace entente::io
