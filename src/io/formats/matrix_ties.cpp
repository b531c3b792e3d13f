#include "io/formats/matrix_ties.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

bool is_symmetric(const std::vector<MatrixCell>& cells) {
    struct Entry {
        std::uint32_t low, high;
        bool upper;
        double value;
    };
    std::vector<Entry> entries;
    for (const MatrixCell& cell : cells) {
        if (cell.row != cell.column)
            entries.push_back({std::min(cell.row, cell.column), std::max(cell.row, cell.column),
                               cell.row < cell.column, cell.value});
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
        return std::tie(a.low, a.high, a.upper) < std::tie(b.low, b.high, b.upper);
    });
    if (entries.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < entries.size(); i += 2) {
        const Entry &a = entries[i], &b = entries[i + 1];
        if (a.low != b.low || a.high != b.high || a.upper == b.upper || a.value != b.value) return false;
    }
    return true;
}

}  // namespace

void add_matrix_ties(RawTable& ties, const std::vector<MatrixCell>& cells,
                     const std::vector<std::string>& rows, const std::vector<std::string>& columns,
                     const MatrixMeaning& meaning) {
    const std::size_t source = ties.column("source"), target = ties.column("target"),
                      weight = ties.column("weight"), directed = ties.column("directed");
    const bool symmetric = !meaning.two_modes && (meaning.halved || is_symmetric(cells));
    for (const MatrixCell& cell : cells) {
        if (symmetric && !meaning.halved && cell.column < cell.row) continue;
        ties.begin_row(cell.place);
        ties.set(source, rows[cell.row]);
        ties.set(target, columns[cell.column]);
        ties.set(weight, cell.text);
        ties.set(directed, symmetric || meaning.two_modes ? "false" : "true");
        if (!meaning.relation.empty()) ties.set(ties.column("relation", cell.place), meaning.relation);
    }
}

double matrix_number(std::string_view text) {
    if (text.empty() || text == "." || lower(text) == "na") return 0;
    const auto number = parse_number(text);
    return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace entente::io
