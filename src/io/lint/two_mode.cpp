#include "io/lint/two_mode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/two_mode.hpp"

namespace entente::io {

namespace {

struct Headers {
    std::string source, target;
    bool operator==(const Headers&) const = default;
};

// Words for whatever ends a tie has, and names of two columns of one thing (state1, state2).
bool names_any_end(const Headers& headers) {
    const std::string source = normalized(headers.source), target = normalized(headers.target);
    if (source.size() == target.size() &&
        source.substr(0, source.size() - 1) == target.substr(0, target.size() - 1))
        return true;
    return std::ranges::any_of(end_names(), [&](const EndNames& pair) {
        if (pair.source == "member") return false;
        return pair.source == source || pair.target == source || pair.source == target ||
               pair.target == target;
    });
}

// The headers of the two columns, the same in every file of ties.
std::optional<Headers> headers_of_ends(const Ledger& ledger) {
    std::optional<Headers> found;
    for (const FileColumns& file : ledger.columns) {
        Headers headers;
        for (const FileColumns::Taken& column : file.taken) {
            if (column.ours == "source") headers.source = trimmed(column.header);
            if (column.ours == "target") headers.target = trimmed(column.header);
        }
        if (headers.source.empty() || headers.target.empty()) continue;
        if (found && !(*found == headers)) return std::nullopt;
        found = headers;
    }
    return found;
}

}  // namespace

void name_modes(Network& network, const Ledger& ledger) {
    for (std::size_t i = 0; i < network.actor_count(); ++i) {
        if (!network.actors.kind[i].empty()) return;
    }
    const std::optional<Headers> headers = headers_of_ends(ledger);
    if (!headers || names_any_end(*headers)) return;
    const std::optional<TwoMode> modes = two_mode(network);
    if (!modes) return;
    TextColumn kinds;
    for (const Mode mode : modes->of)
        kinds.push_back(mode == Mode::source ? headers->source : mode == Mode::target ? headers->target : "");
    network.actors.kind = std::move(kinds);
}

void check_modes(const Network& network, Diagnostics& diagnostics) {
    const std::optional<TwoMode> modes = two_mode(network);
    if (!modes || network.ties.place.empty()) return;
    diagnostics.note(
        {network.files[network.ties.place.front().file], 1, 1},
        fmt::format("no source is a target: two-mode data of {}; clustering and transitivity stay empty and "
                    "--normalized divides by what a mode can have; --project source or --project target "
                    "makes the network of one mode",
                    described(network, *modes)));
}

}  // namespace entente::io
