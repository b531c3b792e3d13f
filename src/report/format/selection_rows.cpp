#include "report/format/selection_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/error.hpp"

namespace entente::report {

namespace {

constexpr std::array sign_filters{SignFilter::nonnegative, SignFilter::positive, SignFilter::negative,
                                  SignFilter::all};
constexpr std::array merge_rules{MergeRule::sum, MergeRule::max, MergeRule::mean, MergeRule::min,
                                 MergeRule::count};
constexpr std::array projections{Projection::none, Projection::source, Projection::target};

template <class Named, std::size_t N>
Named value_named(const std::string& word, const std::array<Named, N>& values) {
    for (const Named value : values) {
        if (to_string(value) == word) return value;
    }
    throw Error(Fault::internal, fmt::format("no choice '{}'", word));
}

template <class Named, std::size_t N>
std::vector<std::string> words_of(const std::array<Named, N>& values) {
    std::vector<std::string> words;
    for (const Named value : values) words.push_back(to_string(value));
    return words;
}

void at_most_one(std::initializer_list<std::pair<bool, const char*>> flags) {
    const char* first = nullptr;
    for (const auto& [given, name] : flags) {
        if (!given) continue;
        if (first != nullptr)
            throw Error(Fault::usage,
                        fmt::format("{} and {} exclude each other; leave one out", first, name));
        first = name;
    }
}

DayInterval date_of(const char* option, const std::string& word) {
    const auto date = parse_date(word);
    if (date) return *date;
    const std::vector<std::string> readings = date_guesses(word);
    const std::string meant =
        readings.empty() ? "" : fmt::format("; did you mean '{}'?", fmt::join(readings, "' or '"));
    throw Error(Fault::usage,
                fmt::format("{} needs a date: 1904, 1904-04 or 1904-04-08, not '{}'{}", option, word, meant));
}

std::optional<DayInterval> window_of(const SelectionWords& words) {
    if (words.at && (words.from || words.to))
        throw Error(Fault::usage, "--at names one date and --from, --to a span: give one or the other");
    if (words.at) return date_of("--at", *words.at);
    if (!words.from && !words.to) return std::nullopt;
    DayInterval window;
    if (words.from) window.earliest = date_of("--from", *words.from).earliest;
    if (words.to) window.latest = date_of("--to", *words.to).latest;
    if (window.latest < window.earliest)
        throw Error(Fault::usage, fmt::format("--to {} is before --from {}", *words.to, *words.from));
    return window;
}

void read_time(const SelectionWords& words, TieSelection& selection) {
    selection.window = window_of(words);
    at_most_one({{words.certain, "--certain"}, {words.throughout, "--throughout"}});
    if (words.certain) selection.holding = Holding::certain;
    if (words.throughout) selection.holding = Holding::throughout;
    if (selection.holding != Holding::possible && !selection.window)
        throw Error(Fault::usage,
                    fmt::format("--{} goes with --at, --from or --to", to_string(selection.holding)));
}

Value::Object time_fields(const Settings& settings) {
    const DayInterval window = settings.selection.window.value_or(DayInterval{});
    const auto day = [](Day bound, Day open) {
        return bound == open ? Value() : Value(to_string(DayInterval{bound, bound}));
    };
    return {{"from", day(window.earliest, beginning_of_time)},
            {"to", day(window.latest, end_of_time)},
            {"certain", settings.selection.holding == Holding::certain},
            {"throughout", settings.selection.holding == Holding::throughout}};
}

const char* direction_word(const Settings& settings) {
    if (!settings.resolved.directed) return "undirected";
    return settings.selection.direction == Direction::reversed ? "reversed" : "directed";
}

Value list_value(const std::vector<std::string>& list) {
    if (list.empty()) return {};
    Value::Array array;
    for (const std::string& word : list) array.emplace_back(word);
    return array;
}

std::string list_phrase(const char* what, const std::vector<std::string>& list) {
    return list.empty() ? "" : fmt::format("{} {}", what, fmt::join(list, ", "));
}

SelectionRow signs_row() {
    return {.options = {{.name = "--ties",
                         .value = "",
                         .help = "nonnegative is everything but hostile ties",
                         .target = &SelectionWords::ties,
                         .choices = words_of(sign_filters)}},
            .read =
                [](const SelectionWords& words, TieSelection& selection) {
                    if (!words.ties.empty()) selection.signs = value_named(words.ties, sign_filters);
                },
            .fields =
                [](const Settings& settings) {
                    return Value::Object{
                        {"ties", settings.signed_only ? "signed" : to_string(settings.selection.signs)}};
                },
            .phrase =
                [](const Settings& settings) {
                    return settings.signed_only ? "ties of both signs, whatever --ties says"
                                                : to_string(settings.selection.signs) + " ties";
                }};
}

SelectionRow direction_row() {
    return {
        .options = {{.name = "--directed",
                     .value = "",
                     .help = "take ties from source to target (default: if any tie in use says that it is "
                             "directed)",
                     .target = &SelectionWords::directed},
                    {.name = "--undirected",
                     .value = "",
                     .help = "ignore directions",
                     .target = &SelectionWords::undirected},
                    {.name = "--reversed",
                     .value = "",
                     .help = "take ties from target to source",
                     .target = &SelectionWords::reversed}},
        .read =
            [](const SelectionWords& words, TieSelection& selection) {
                at_most_one({{words.directed, "--directed"},
                             {words.undirected, "--undirected"},
                             {words.reversed, "--reversed"}});
                if (words.directed) selection.direction = Direction::directed;
                if (words.undirected) selection.direction = Direction::undirected;
                if (words.reversed) selection.direction = Direction::reversed;
            },
        .fields =
            [](const Settings& settings) {
                return Value::Object{{"direction", direction_word(settings)}};
            },
        .phrase = [](const Settings& settings) { return std::string(direction_word(settings)); }};
}

SelectionRow weight_row() {
    return {.options = {{.name = "--weighted",
                         .value = "",
                         .help = "take the strength of ties into account (default: if the data have weights)",
                         .target = &SelectionWords::weighted},
                        {.name = "--unweighted",
                         .value = "",
                         .help = "count each tied pair as 1",
                         .target = &SelectionWords::unweighted}},
            .read =
                [](const SelectionWords& words, TieSelection& selection) {
                    at_most_one({{words.weighted, "--weighted"}, {words.unweighted, "--unweighted"}});
                    if (words.weighted) selection.weighting = Weighting::weighted;
                    if (words.unweighted) selection.weighting = Weighting::unweighted;
                },
            .fields =
                [](const Settings& settings) {
                    return Value::Object{{"weighted", settings.resolved.weighted}};
                },
            .phrase =
                [](const Settings& settings) {
                    return std::string(settings.resolved.weighted ? "weighted" : "unweighted");
                }};
}

SelectionRow merge_row() {
    return {.options = {{.name = "--merge",
                         .value = "",
                         .help = "how several ties of a pair become one (default sum)",
                         .target = &SelectionWords::merge,
                         .choices = words_of(merge_rules)}},
            .read = [](const SelectionWords& words,
                       TieSelection& selection) { selection.merge = value_named(words.merge, merge_rules); },
            .fields =
                [](const Settings& settings) {
                    return Value::Object{{"merge", to_string(settings.selection.merge)}};
                },
            .phrase =
                [](const Settings& settings) {
                    return settings.selection.merge == MergeRule::sum
                               ? ""
                               : "merged by " + to_string(settings.selection.merge);
                }};
}

SelectionRow time_row() {
    return {.options = {{.name = "--at",
                         .value = "DATE",
                         .help = "ties that may hold then: 1904, 1904-04 or 1904-04-08",
                         .target = &SelectionWords::at},
                        {.name = "--from",
                         .value = "DATE",
                         .help = "ties that may hold then or later",
                         .target = &SelectionWords::from},
                        {.name = "--to",
                         .value = "DATE",
                         .help = "ties that may hold then or before",
                         .target = &SelectionWords::to},
                        {.name = "--certain",
                         .value = "",
                         .help = "with the dates: only ties that surely hold on some day, whatever their "
                                 "dates mean",
                         .target = &SelectionWords::certain},
                        {.name = "--throughout",
                         .value = "",
                         .help = "with the dates: only ties that surely hold on every day",
                         .target = &SelectionWords::throughout}},
            .read = read_time,
            .fields = time_fields,
            .phrase = time_phrase};
}

// Of the rows by relation and by kind, which differ by their members alone.
SelectionRow list_row(SelectionOption option, const char* field,
                      std::vector<std::string> SelectionWords::*typed,
                      std::vector<std::string> TieSelection::*chosen) {
    return {
        .options = {std::move(option)},
        .read = [typed, chosen](const SelectionWords& words,
                                TieSelection& selection) { selection.*chosen = words.*typed; },
        .fields =
            [field, chosen](const Settings& settings) {
                return Value::Object{{field, list_value(settings.selection.*chosen)}};
            },
        .phrase = [field, chosen](
                      const Settings& settings) { return list_phrase(field, settings.selection.*chosen); }};
}

SelectionRow component_row() {
    return {.options = {{.name = "--largest-component",
                         .value = "",
                         .help = "the largest connected part only",
                         .target = &SelectionWords::largest_component}},
            .read = [](const SelectionWords& words,
                       TieSelection& selection) { selection.largest_component = words.largest_component; },
            .fields =
                [](const Settings& settings) {
                    return Value::Object{{"largest_component", settings.selection.largest_component}};
                },
            .phrase =
                [](const Settings& settings) {
                    return std::string(settings.selection.largest_component ? "largest component" : "");
                }};
}

SelectionRow projection_row() {
    return {.options = {{.name = "--project",
                         .value = "",
                         .help = "of two-mode data the network of one mode: a tie's weight is how many "
                                 "partners are shared",
                         .target = &SelectionWords::project,
                         .choices = words_of(projections)}},
            .read =
                [](const SelectionWords& words, TieSelection& selection) {
                    selection.project = value_named(words.project, projections);
                    if (selection.project != Projection::none && (words.directed || words.reversed))
                        throw Error(Fault::usage,
                                    "--project makes ties without direction: --directed and --reversed do "
                                    "not go with it");
                },
            .fields =
                [](const Settings& settings) {
                    const Projection project = settings.selection.project;
                    return project == Projection::none ? Value::Object{}
                                                       : Value::Object{{"project", to_string(project)}};
                },
            .phrase =
                [](const Settings& settings) {
                    const Projection project = settings.selection.project;
                    return project == Projection::none
                               ? ""
                               : fmt::format("projected on the {}s", to_string(project));
                }};
}

}  // namespace

std::string time_phrase(const Settings& settings) {
    if (!settings.selection.window) return "";
    const DayInterval window = *settings.selection.window;
    std::string text = to_string(window);
    if (window.earliest == beginning_of_time)
        text = "to " + to_string(DayInterval{window.latest, window.latest});
    else if (window.latest == end_of_time)
        text = "from " + to_string(DayInterval{window.earliest, window.earliest});
    if (settings.selection.holding != Holding::possible)
        text += fmt::format(" ({})", to_string(settings.selection.holding));
    return text;
}

const std::vector<SelectionRow>& selection_rows() {
    static const std::vector<SelectionRow> rows{
        signs_row(),
        direction_row(),
        weight_row(),
        merge_row(),
        time_row(),
        list_row({.name = "--relation",
                  .value = "R,…",
                  .help = "ties of these relations only",
                  .target = &SelectionWords::relations},
                 "relations", &SelectionWords::relations, &TieSelection::relations),
        list_row({.name = "--kind",
                  .value = "K,…",
                  .help = "actors of these kinds and the ties between them",
                  .target = &SelectionWords::kinds},
                 "kinds", &SelectionWords::kinds, &TieSelection::kinds),
        component_row(),
        projection_row()};
    return rows;
}

}  // namespace entente::report
