#include "io/ties/tie_notes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/number.hpp"
#include "base/prose.hpp"

namespace entente::io {

namespace {

// Whether these negative weights are codes for missing values: -9, -99, -999, and the likes of -8 and -88
// beside them.
bool are_codes(const std::set<double>& weights) {
    constexpr std::array codes{-9.0, -99.0, -999.0, -9999.0, -8.0, -88.0, -888.0, -77.0, -7.0};
    const auto is_code = [&](double weight) { return std::ranges::find(codes, weight) != codes.end(); };
    const bool nines =
        weights.contains(-9) || weights.contains(-99) || weights.contains(-999) || weights.contains(-9999);
    return nines && std::ranges::all_of(weights, is_code);
}

}  // namespace

std::string empty_end_message(std::string_view end) {
    return fmt::format(
        "the {} of this tie is empty; write the id of an actor, or leave such rows out with --missing=NA",
        end);
}

std::string unknown_actor_message(std::string_view id, const std::optional<std::string>& meant) {
    return fmt::format("no actor has the id {}{}", quoted(id),
                       meant ? fmt::format("; did you mean {}?", quoted(*meant))
                             : "; add it to the actors, or use --add-missing-actors");
}

void note_type_is_direction(const TableReader& rows, const TieColumns::Type& type, Diagnostics& diagnostics) {
    diagnostics.note(
        rows.header_spot(type.column),
        fmt::format("the column {} is read as the direction of the ties, because all its cells say "
                    "directed, undirected, mixed or mutual",
                    quoted(type.name)));
}

void note_point_date(const TableReader& rows, const TieColumns::Other& column, Diagnostics& diagnostics) {
    diagnostics.note(
        rows.header_spot(column.column),
        fmt::format("the column {} is read as the start and the end of each tie, because there is "
                    "no other column for them",
                    quoted(column.name)));
}

void tell_signs_of_weights(const TableReader& rows, std::size_t weight, const std::set<double>& negative,
                           Diagnostics& diagnostics) {
    if (are_codes(negative)) {
        std::vector<std::string> codes;
        for (const double code : negative) codes.push_back(format_number(code));
        return diagnostics.warning(
            "codes for missing weights", rows.header_spot(weight),
            fmt::format(
                "the only negative weights are {}, which many data sets write where a value is missing; "
                "here they make hostile ties: --missing={} empties such cells",
                listed(codes), fmt::join(codes, ",")),
            rows.header_excerpt(), true);
    }
    diagnostics.note(
        rows.header_spot(weight),
        "some weights are negative: rows without a sign take the sign of their weight, and its size "
        "as their strength",
        true);
}

}  // namespace entente::io
