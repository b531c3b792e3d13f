#include "io/lint/actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/actors/look_alikes.hpp"
#include "io/cell_rules.hpp"
#include "io/lint/sieve.hpp"

namespace entente::io {

namespace {

Spot spot_of(const Network& network, const RowPlace& place) {
    return {network.files[place.file], place.line, 1};
}

// Where the actor is first mentioned: in an actors file, or in the first tie that names it; line 0 where only
// rows that were left out do.
RowPlace place_of(const Network& network, const ActorPlaces& places, std::uint32_t actor) {
    if (actor < places.size()) return places[actor];
    const TieTable& ties = network.ties;
    for (std::size_t row = 0; row < ties.size(); ++row) {
        if (index(ties.source[row]) == actor || index(ties.target[row]) == actor) return ties.place[row];
    }
    return {};
}

std::uint64_t hash_of_look(std::string_view look) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : look) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash ^ hash >> 29;
}

// The hash of what look_of makes of an id of ASCII, without making it; nothing for other ids.
std::optional<std::uint64_t> hash_of_ascii_look(std::string_view id) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : id) {
        auto c = static_cast<unsigned char>(letter);
        if (c >= 0x80) return std::nullopt;
        if (c == ' ' || c == '\t' || c == '\n') continue;
        if (c == '`') c = '\'';
        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32U : c)) * 0x100000001B3ULL;
    }
    return hash ^ hash >> 29;
}

// The parts of an id that its separator may part, and that separator; no part where it has none.
struct List {
    std::vector<std::string_view> parts;
    std::string_view separator;
};

List list_in(std::string_view id) {
    constexpr std::array<std::string_view, 11> separators{"|",     ";",    " and ", "&",   "/", ",",
                                                          " und ", " et ", " y ",   " + ", "+"};
    // Several separators in one cell part it together: "A, B; C".
    constexpr std::string_view mixed = ",;|";
    const auto count = [&](char c) { return std::ranges::count(id, c) > 0; };
    if (std::ranges::count_if(mixed, count) > 1) {
        List list{.parts = {}, .separator = mixed};
        for (std::size_t from = 0; from <= id.size();) {
            const std::size_t at = std::min(id.find_first_of(mixed, from), id.size());
            if (const auto part = trimmed(id.substr(from, at - from)); !part.empty())
                list.parts.push_back(part);
            from = at + 1;
        }
        if (list.parts.size() > 2) return list;
    }
    for (const std::string_view separator : separators) {
        List list{.parts = {}, .separator = separator};
        for (std::size_t from = 0; from <= id.size();) {
            const std::size_t at = std::min(id.find(separator, from), id.size());
            if (const auto part = trimmed(id.substr(from, at - from)); !part.empty())
                list.parts.push_back(part);
            from = at + separator.size();
        }
        if (list.parts.size() > 1) return list;
    }
    return {};
}

bool is_filler(std::string_view cell) {
    const std::string word = lower(cell);
    return means_missing(cell) && word != "none" && word != "unknown" && word != "-";
}

// How many actors a column says nothing of by such a word, and the first of them.
struct Fillers {
    std::uint64_t count = 0;
    std::uint32_t first = 0;
    std::string word;
};
Fillers fillers_in(const TextColumn& cells, std::size_t actors) {
    Fillers fillers;
    for (std::size_t actor = 0; actor < actors; ++actor) {
        if (!is_filler(cells[actor])) continue;
        if (fillers.count++ > 0) continue;
        fillers.first = static_cast<std::uint32_t>(actor);
        fillers.word = cells[actor];
    }
    return fillers;
}

bool runs_as_formula(std::string_view cell) {
    if (cell.size() < 2 || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos)
        return false;
    return !entente::parse_number(cell);
}

bool was_misread(std::string_view cell) {
    // UTF-8 taken for Mac Roman, and for Windows-1252.
    constexpr std::array<std::string_view, 20> traces{"√©", "√®", "√º", "√§", "√∂",  "√±", "√°",
                                                      "√≠", "√≥", "√ß", "Ã©", "Ã¨",  "Ã¼", "Ã¤",
                                                      "Ã¶", "Ã±", "Ã¡", "Ã³", "â€™", "â€“"};
    if (std::ranges::all_of(cell, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return false;
    return std::ranges::any_of(traces,
                               [cell](std::string_view trace) { return cell.find(trace) != cell.npos; });
}

// The texts of one nature: how many, and the first.
struct Texts {
    std::uint64_t count = 0;
    RowPlace place;
    std::string first;

    // `where` is asked for the first one only.
    template <class Where>
    void add(std::string_view text, const Where& where) {
        if (count++ > 0) return;
        place = where();
        first = text;
    }
    std::string shown() const {
        const std::string others =
            count > 1 ? fmt::format(" and {}", counted(count - 1, "other text")) : std::string();
        return quoted(first) + others;
    }
};

// "101" of "101.0", as spreadsheets and data frames write whole numbers; "" of anything else.
std::string_view whole_number(std::string_view id) {
    const std::size_t point = id.find('.');
    if (point == id.npos || point == 0 || point + 1 == id.size()) return {};
    const auto digits = [](std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool zeros = id.find_first_not_of('0', point + 1) == id.npos;
    return zeros && digits(id.substr(0, point)) ? id.substr(0, point) : std::string_view();
}

void check_decimal_ids(const Network& network, const ActorPlaces& places, Diagnostics& diagnostics) {
    const TextColumn& ids = network.actors.id;
    std::unordered_set<std::string_view> known;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (known.empty() && whole_number(ids[i]).empty()) continue;
        if (known.empty()) {
            for (std::size_t j = 0; j < ids.size(); ++j) known.insert(ids[j]);
        }
        const std::string_view whole = whole_number(ids[i]);
        if (whole.empty() || !known.contains(whole)) continue;
        const RowPlace place = place_of(network, places, static_cast<std::uint32_t>(i));
        if (place.line == 0 || !diagnostics.admit("ids that look the same but are not")) continue;
        diagnostics.tell(
            Severity::warning, spot_of(network, place),
            fmt::format("{} and {} are one number and two actors; make them equal if they are one",
                        quoted(ids[i]), quoted(whole)));
    }
}

}  // namespace

void check_similar_ids(const Network& network, const ActorPlaces& places, const Control& control,
                       Diagnostics& diagnostics) {
    const TextColumn& ids = network.actors.id;
    LookAlikes looks;
    Sieve once(ids.size()), twice(ids.size());
    std::vector<std::uint64_t> hashes(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i % 65536 == 0) control.checkpoint();
        const auto ascii = hash_of_ascii_look(ids[i]);
        hashes[i] = ascii ? *ascii : hash_of_look(looks.look_of(ids[i]));
        (once.has(hashes[i]) ? twice : once).add(hashes[i]);
    }
    control.checkpoint();
    std::map<std::string, std::uint32_t> first_of;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> similar;  // an actor, an earlier one
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!twice.has(hashes[i])) continue;
        const auto actor = static_cast<std::uint32_t>(i);
        const auto [at, fresh] = first_of.try_emplace(looks.look_of(ids[i]), actor);
        if (!fresh) similar.emplace_back(actor, at->second);
    }
    for (const auto& [actor, first] : similar) {
        const RowPlace place = place_of(network, places, actor);
        if (place.line == 0 || !diagnostics.admit("ids that look the same but are not")) continue;
        diagnostics.tell(
            Severity::warning, spot_of(network, place),
            fmt::format("{} and {} differ only in {} and are two actors; make them equal if they are one",
                        quoted(ids[actor]), quoted(ids[first]), difference_of(ids[actor], ids[first])));
    }
    check_decimal_ids(network, places, diagnostics);
}

void check_lists(const Network& network, const ActorPlaces& places, Diagnostics& diagnostics) {
    const TextColumn& ids = network.actors.id;
    std::vector<std::pair<std::uint32_t, List>> lists;
    for (auto actor = static_cast<std::uint32_t>(places.size()); actor < ids.size(); ++actor) {
        List list = list_in(ids[actor]);
        if (!list.parts.empty()) lists.emplace_back(actor, std::move(list));
    }
    if (lists.empty()) return;
    std::unordered_set<std::string_view> known;
    for (std::size_t i = 0; i < ids.size(); ++i) known.insert(ids[i]);
    for (const auto& [actor, list] : lists) {
        const bool is_word = list.separator.front() == ' ' || list.separator == "+";  // as in names
        const bool repeats = list.parts.size() > 2 && !is_word;
        const bool of_ids = std::ranges::all_of(list.parts, [&](auto part) { return known.contains(part); });
        if (list.separator != "|" && !repeats && !of_ids) continue;
        const RowPlace place = place_of(network, places, actor);
        if (place.line == 0 || !diagnostics.admit("ids that may be several actors")) continue;
        diagnostics.tell(
            Severity::warning, spot_of(network, place),
            fmt::format("{} is read as one actor; if the cell names several, write one row for each",
                        quoted(ids[actor])));
    }
}

void check_missing(const Network& network, const ActorPlaces& places,
                   const std::set<std::uint32_t>& from_ties, Diagnostics& diagnostics) {
    const ActorTable& actors = network.actors;
    std::map<std::uint32_t, std::uint64_t> rows;  // of actors that are none
    for (std::uint32_t actor = 0; actor < actors.size(); ++actor) {
        const bool declared = actor < places.size() && !from_ties.contains(places[actor].file);
        if (!declared && means_missing(actors.id[actor])) rows.emplace(actor, 0);
    }
    for (std::size_t row = 0; row < network.tie_count() && !rows.empty(); ++row) {
        for (const ActorId end : {network.ties.source[row], network.ties.target[row]}) {
            const auto at = rows.find(static_cast<std::uint32_t>(end));
            if (at != rows.end()) ++at->second;
        }
    }
    for (const auto& [actor, count] : rows) {
        if (count == 0) continue;  // only in rows that were left out
        const std::string_view id = actors.id[actor];
        const char* why = lower(id) == "na" ? " (R writes missing values so; Namibia's code is NA too)" : "";
        diagnostics.warning(
            "actors that are probably none", spot_of(network, place_of(network, places, actor)),
            fmt::format(
                "{} is read as an actor, in {}{}; if it means that there is none, --missing={} leaves "
                "{} out",
                quoted(id), counted(count, "row"), why, quoted_for_shell(shown(id)),
                noun(count, "that row", "those rows")));
    }
    const auto look_at = [&](std::string_view name, const TextColumn& cells) {
        const Fillers fillers = fillers_in(cells, places.size());
        if (fillers.count == 0) return;
        diagnostics.warning(
            "values that are probably none", spot_of(network, places[fillers.first]),
            fmt::format("the {} of {} is {}, read as a value like others; if it means that there is none, "
                        "--missing={} empties such cells",
                        shown(name), counted(fillers.count, "actor"), quoted(fillers.word),
                        quoted_for_shell(shown(fillers.word))));
    };
    look_at("kind", actors.kind);
    for (const AttributeColumn& attribute : actors.attributes) look_at(attribute.name, attribute.cells);
}

void check_isolates(const Network& network, const ActorPlaces& places, Diagnostics& diagnostics) {
    if (diagnostics.any_error()) return;  // a tie that could not be read may be theirs
    std::vector<bool> tied(network.actor_count());
    for (const ActorId actor : network.ties.source) tied[index(actor)] = true;
    for (const ActorId actor : network.ties.target) tied[index(actor)] = true;
    std::vector<std::size_t> isolates;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!tied[i]) isolates.push_back(i);
    }
    const auto name = [&](std::size_t i) { return quoted(network.id(static_cast<ActorId>(i))); };
    // A few may be a slip each; many are how the data are.
    constexpr std::size_t most_named = 5;
    if (isolates.size() > most_named) {
        diagnostics.warning("actors without a tie", spot_of(network, places[isolates.front()]),
                            fmt::format("{} of the {} actors have no tie in the data, the first of them {}",
                                        isolates.size(), network.actor_count(), name(isolates.front())));
        return;
    }
    for (const std::size_t i : isolates) {
        diagnostics.warning("actors without a tie", spot_of(network, places[i]),
                            fmt::format("the actor {} has no tie in the data", name(i)));
    }
}

void check_texts(const Network& network, const ActorPlaces& places, const Control& control,
                 Diagnostics& diagnostics) {
    Texts formulas, misread;
    const auto look_at = [&](std::string_view text, const auto& where) {
        if (runs_as_formula(text)) formulas.add(text, where);
        if (was_misread(text)) misread.add(text, where);
    };
    const ActorTable& actors = network.actors;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (i % 65536 == 0) control.checkpoint();
        const auto where = [&] { return place_of(network, places, static_cast<std::uint32_t>(i)); };
        look_at(actors.id[i], where);
        if (actors.label[i] != actors.id[i]) look_at(actors.label[i], where);
    }
    const TieTable& ties = network.ties;
    for (const TextColumn* column : {&ties.relation, &ties.citation, &ties.note}) {
        for (std::size_t row = 0; row < column->size(); ++row) {
            if (row % 65536 == 0) control.checkpoint();
            look_at((*column)[row], [&] { return ties.place[row]; });
        }
    }
    if (formulas.count > 0 && formulas.place.line > 0) {
        diagnostics.warning("formulas", spot_of(network, formulas.place),
                            fmt::format("{} would run as {} in a spreadsheet that opens a CSV of results; "
                                        "--spreadsheet-safe writes such cells as text",
                                        formulas.shown(), noun(formulas.count, "a formula", "formulas")));
    }
    if (misread.count > 0 && misread.place.line > 0) {
        diagnostics.warning(
            "misread text", spot_of(network, misread.place),
            fmt::format("{} {} decoded with another encoding than {} own; save the file again "
                        "from its source as UTF-8",
                        misread.shown(), noun(misread.count, "was", "were"),
                        noun(misread.count, "its", "their")));
    }
}

}  // namespace entente::io
