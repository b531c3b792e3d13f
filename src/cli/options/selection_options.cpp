#include "cli/options/selection_options.hpp"

#include <fmt/format.h>

#include <array>

#include "base/error.hpp"

namespace entente::cli {

namespace {

template <class Value, std::size_t N>
Value value_named(const std::string& word, const std::array<Value, N>& values) {
    for (const Value value : values) {
        if (to_string(value) == word) return value;
    }
    throw Error(Fault::internal, fmt::format("no choice '{}'", word));
}

constexpr std::array sign_filters{SignFilter::nonnegative, SignFilter::positive, SignFilter::negative,
                                  SignFilter::all};
constexpr std::array projections{Projection::none, Projection::source, Projection::target};
constexpr std::array merge_rules{MergeRule::sum, MergeRule::max, MergeRule::mean, MergeRule::min,
                                 MergeRule::count};

template <class Value, std::size_t N>
std::vector<std::string> words_of(const std::array<Value, N>& values) {
    std::vector<std::string> words;
    for (const Value value : values) words.push_back(to_string(value));
    return words;
}

DayInterval date_of(const char* option, const std::string& word) {
    const auto date = parse_date(word);
    if (date) return *date;
    const std::vector<std::string> readings = date_readings(word);
    const std::string meant =
        readings.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(readings, " or "));
    throw Error(Fault::usage,
                fmt::format("{} needs a date: 1904, 1904-04 or 1904-04-08, not '{}'{}", option, word, meant));
}

void at_most_one(std::initializer_list<std::pair<bool, const char*>> flags) {
    const char* first = nullptr;
    for (const auto& [given, name] : flags) {
        if (!given) continue;
        if (first != nullptr)
            throw Error(Fault::usage, fmt::format("{} and {} exclude each other", first, name));
        first = name;
    }
}

std::optional<DayInterval> window_of(const SelectionOptions& options) {
    if (options.at && (options.from || options.to))
        throw Error(Fault::usage, "--at names one date and --from, --to a span: give one or the other");
    if (options.at) return date_of("--at", *options.at);
    if (!options.from && !options.to) return std::nullopt;
    DayInterval window;
    if (options.from) window.earliest = date_of("--from", *options.from).earliest;
    if (options.to) window.latest = date_of("--to", *options.to).latest;
    if (window.latest < window.earliest)
        throw Error(Fault::usage, fmt::format("--to {} is before --from {}", *options.to, *options.from));
    return window;
}

}  // namespace

void add_selection_options(Options& options, SelectionOptions& selection,
                           std::optional<SignFilter> default_ties, std::string_view defaults) {
    selection.ties = default_ties ? to_string(*default_ties) : "";
    const auto add = [&](Option option) {
        option.group = Group::ties;
        options.push_back(std::move(option));
    };
    add({.names = "--ties",
         .value = "",
         .help = fmt::format("by sign (default {}); nonnegative is everything but hostile ties",
                             default_ties ? std::string_view(selection.ties) : defaults),
         .target = &selection.ties,
         .choices = words_of(sign_filters)});
    add({.names = "--directed",
         .value = "",
         .help = "take ties from source to target (default: if any tie in use says that it is directed)",
         .target = &selection.directed});
    add({.names = "--undirected",
         .value = "",
         .help = "take no notice of directions",
         .target = &selection.undirected});
    add({.names = "--reversed",
         .value = "",
         .help = "take ties from target to source",
         .target = &selection.reversed});
    add({.names = "--weighted",
         .value = "",
         .help = "take the strength of ties into account (default: if the data have weights)",
         .target = &selection.weighted});
    add({.names = "--unweighted",
         .value = "",
         .help = "count each tied pair as 1",
         .target = &selection.unweighted});
    add({.names = "--merge",
         .value = "",
         .help = "how several ties of a pair become one (default sum)",
         .target = &selection.merge,
         .choices = words_of(merge_rules)});
    add({.names = "--at",
         .value = "DATE",
         .help = "ties that may hold then: 1904, 1904-04 or 1904-04-08",
         .target = &selection.at});
    add({.names = "--from",
         .value = "DATE",
         .help = "ties that may hold then or later",
         .target = &selection.from});
    add({.names = "--to",
         .value = "DATE",
         .help = "ties that may hold then or before",
         .target = &selection.to});
    add({.names = "--certain",
         .value = "",
         .help = "with the dates: only ties that surely hold on some day, whatever their dates mean",
         .target = &selection.certain});
    add({.names = "--throughout",
         .value = "",
         .help = "with the dates: only ties that surely hold on every day",
         .target = &selection.throughout});
    add({.names = "--relation",
         .value = "R,…",
         .help = "ties of these relations only",
         .target = &selection.relations});
    add({.names = "--kind",
         .value = "K,…",
         .help = "actors of these kinds and the ties between them",
         .target = &selection.kinds});
    add({.names = "--largest-component",
         .value = "",
         .help = "the largest connected part only",
         .target = &selection.largest_component});
    add({.names = "--project",
         .value = "",
         .help = "of two-mode data the network of one mode: a tie's weight is how many partners are shared",
         .target = &selection.project,
         .choices = words_of(projections)});
}

TieSelection selection_of(const SelectionOptions& options, SignFilter otherwise) {
    at_most_one({{options.directed, "--directed"},
                 {options.undirected, "--undirected"},
                 {options.reversed, "--reversed"}});
    at_most_one({{options.weighted, "--weighted"}, {options.unweighted, "--unweighted"}});
    TieSelection selection;
    selection.signs = options.ties.empty() ? otherwise : value_named(options.ties, sign_filters);
    if (options.directed) selection.direction = Direction::directed;
    if (options.undirected) selection.direction = Direction::undirected;
    if (options.reversed) selection.direction = Direction::reversed;
    if (options.weighted) selection.weighting = Weighting::weighted;
    if (options.unweighted) selection.weighting = Weighting::unweighted;
    selection.merge = value_named(options.merge, merge_rules);
    selection.window = window_of(options);
    at_most_one({{options.certain, "--certain"}, {options.throughout, "--throughout"}});
    if (options.certain) selection.holding = Holding::certain;
    if (options.throughout) selection.holding = Holding::throughout;
    if (selection.holding != Holding::possible && !selection.window)
        throw Error(Fault::usage,
                    fmt::format("--{} goes with --at, --from or --to", to_string(selection.holding)));
    selection.relations = options.relations;
    selection.kinds = options.kinds;
    selection.largest_component = options.largest_component;
    selection.project = value_named(options.project, projections);
    if (selection.project != Projection::none && (options.directed || options.reversed))
        throw Error(Fault::usage,
                    "--project makes ties without direction: --directed and --reversed do not "
                    "go with it");
    return selection;
}

}  // namespace entente::cli
