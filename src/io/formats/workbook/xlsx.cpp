#include "io/formats/workbook/xlsx.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/workbook/sheet_table.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

using Names = std::string_view;
constexpr std::array names_of_ties{Names("ties"),  Names("edges"),    Names("connections"),
                                   Names("links"), Names("edgelist"), Names("relationships"),
                                   Names("tie"),   Names("edge"),     Names("link"),
                                   Names("dyads"), Names("relations")};
constexpr std::array names_of_actors{Names("actors"),        Names("nodes"),    Names("vertices"),
                                     Names("elements"),      Names("people"),   Names("persons"),
                                     Names("entities"),      Names("nodelist"), Names("organizations"),
                                     Names("organisations"), Names("groups")};

template <std::size_t n>
bool called(const SheetStart& start, const std::array<Names, n>& names) {
    const std::string name = normalized(trimmed(start.sheet.name));
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool ignored(const Workbook::Sheet& sheet) {
    return sheet.hidden || lower(sheet.name).find("(ignore)") != std::string::npos;
}

// What each sheet is for.
struct Roles {
    std::vector<const SheetStart*> ties;
    const SheetStart* actors = nullptr;
    const SheetStart* relations = nullptr;
    const SheetStart* sources = nullptr;

    bool takes(const SheetStart* start) const {
        return start == actors || start == relations || start == sources ||
               std::find(ties.begin(), ties.end(), start) != ties.end();
    }
};

template <class Fits>
std::vector<const SheetStart*> those(const std::vector<SheetStart>& starts, Fits fits) {
    std::vector<const SheetStart*> found;
    for (const SheetStart& start : starts)
        if (!start.empty() && fits(start)) found.push_back(&start);
    return found;
}

Roles roles_of(const std::vector<SheetStart>& starts) {
    Roles roles;
    const auto first = [&](auto fits) -> const SheetStart* {
        const auto found =
            those(starts, [&](const SheetStart& s) { return !s.ends && !roles.takes(&s) && fits(s); });
        return found.empty() ? nullptr : found.front();
    };
    roles.ties = those(starts, [](const SheetStart& s) { return s.ends && called(s, names_of_ties); });
    if (roles.ties.empty()) roles.ties = those(starts, [](const SheetStart& s) { return s.ends; });
    const auto is_called = [](std::string_view name) {
        return [name](const SheetStart& s) { return normalized(trimmed(s.sheet.name)) == name; };
    };
    roles.relations =
        first([&](const SheetStart& s) { return is_called("relations")(s) && s.names("relation"); });
    roles.sources = first(is_called("sources"));
    roles.actors = first([](const SheetStart& s) { return called(s, names_of_actors); });
    if (roles.ties.empty()) {
        // Columns that nothing here knows: --columns or a preset may.
        if (const SheetStart* start = first([](const SheetStart& s) { return called(s, names_of_ties); }))
            roles.ties = {start};
        else if (const SheetStart* other = first([](const SheetStart&) { return true; }))
            roles.ties = {other};
    }
    if (roles.actors == nullptr) {
        const auto likely =
            those(starts, [&](const SheetStart& s) { return !s.ends && !roles.takes(&s) && s.names("id"); });
        if (likely.size() == 1) roles.actors = likely.front();
    }
    return roles;
}

bool begins(const RawTable& table, std::initializer_list<std::string_view> names) {
    return table.header().size() >= names.size() &&
           std::equal(names.begin(), names.end(), table.header().begin());
}

// Whether the tables are the sheets of a workbook that entente wrote: they begin as its own files do.
bool of_entente(const RawNetwork& network) {
    return network.ties.file.ends_with("[ties]") && begins(network.ties, {"source", "target"}) &&
           network.actors.file.ends_with("[actors]") && begins(network.actors, {"id", "label", "kind"});
}

class WorkbookReader {
public:
    WorkbookReader(Workbook& workbook, RawFile& file) : workbook_(workbook), file_(file) {}

    void read() {
        std::vector<SheetStart> starts;
        NamedOnce left_out;
        for (const Workbook::Sheet& sheet : workbook_.sheets()) {
            if (ignored(sheet)) {
                left_out.add(sheet.name, {});
                continue;
            }
            starts.push_back(start_of(workbook_, sheet));
            if (workbook_.problem()) file_.diagnostics.push_back(*workbook_.problem());
        }
        if (!file_.diagnostics.empty()) return;
        const Roles roles = roles_of(starts);
        for (const SheetStart& start : starts) {
            if (!start.empty() && !roles.takes(&start)) left_out.add(start.sheet.name, {});
        }
        fill(roles);
        if (!left_out.empty()) {
            file_.diagnostics.push_back(diagnostic_at(workbook_.file(), {}, Severity::note,
                                                      "sheets that are left out: " + left_out.list()));
        }
    }

private:
    void fill(const Roles& roles) {
        if (roles.ties.empty() && roles.actors == nullptr) {
            file_.diagnostics.push_back(
                error_of(workbook_.file(), "the workbook has no sheet with a table of ties"));
            return;
        }
        const RawTable actors = table(roles.actors), relations = table(roles.relations),
                       sources = table(roles.sources);
        const auto add = [&](std::string name, RawTable ties) {
            RawNetwork& network = file_.networks.emplace_back();
            network.name = std::move(name);
            network.actors = actors;
            network.relations = relations;
            network.sources = sources;
            network.ties = std::move(ties);
            network.own = of_entente(network);
        };
        for (const SheetStart* ties : roles.ties)
            add(roles.ties.size() > 1 ? ties->sheet.name : "", table(ties));
        if (roles.ties.empty()) add("", RawTable(workbook_.file()));
    }

    RawTable table(const SheetStart* start) {
        if (start == nullptr) return RawTable(workbook_.file());
        SheetTable table = table_of(workbook_, *start);
        for (Diagnostic& diagnostic : table.diagnostics) file_.diagnostics.push_back(std::move(diagnostic));
        return std::move(table.table);
    }

    Workbook& workbook_;
    RawFile& file_;
};

}  // namespace

RawFile read_xlsx(const Input& input, const Control& control) {
    RawFile file;
    Workbook workbook(input.path == "-" ? "stdin" : input.path, read_bytes(input, control), control);
    if (workbook.problem()) {
        file.diagnostics.push_back(*workbook.problem());
        file.networks.emplace_back();
    } else {
        WorkbookReader(workbook, file).read();
        if (file.networks.empty()) file.networks.emplace_back();
    }
    return file;
}

}  // namespace entente::io
