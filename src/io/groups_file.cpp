#include "io/groups_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "io/csv/row_reader.hpp"

namespace entente::io {

namespace {

constexpr std::array group_headers{"community", "group", "faction"};

bool known(std::string_view header) {
    return lower(header) == "id" || std::ranges::find(group_headers, lower(header)) != group_headers.end();
}

std::size_t column_named(const RowReader& rows, std::string_view name) {
    const auto at =
        std::ranges::find_if(rows.header(), [&](const std::string& header) { return lower(header) == name; });
    return static_cast<std::size_t>(at - rows.header().begin());
}

std::size_t group_column(const RowReader& rows, std::size_t id) {
    for (const char* name : group_headers) {
        if (const std::size_t column = column_named(rows, name); column < rows.header().size()) return column;
    }
    return rows.header().size() == 2 ? 1 - id : rows.header().size();
}

}  // namespace

std::map<std::string, std::string> read_groups(const std::string& path, const Control& control) {
    Diagnostics diagnostics;
    RowReader rows(path, 0, known, control, diagnostics);
    const std::size_t id = column_named(rows, "id"), width = rows.header().size();
    const std::size_t group = id < width ? group_column(rows, id) : width;
    if (id >= width) diagnostics.error({rows.name(), 1, 1}, "there is no column of ids; call it id");
    else if (group >= width)
        diagnostics.error({rows.name(), 1, 1},
                          "there is no column of groups; call it community, group or faction");
    diagnostics.settle();
    std::map<std::string, std::string> groups;
    RowBatch batch;
    while (rows.next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const RowRef row{batch, i};
            const std::string actor(row.cell(id));
            if (groups.emplace(actor, row.cell(group)).second) continue;
            diagnostics.error(
                rows.spot(row, id),
                fmt::format("the id {} is there twice; an actor belongs to one group", quoted(actor)));
        }
    }
    diagnostics.settle();
    return groups;
}

}  // namespace entente::io
