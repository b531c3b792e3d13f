// entente draw: a figure of the network.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/centrality/measures.hpp"
#include "analysis/community/communities.hpp"
#include "base/named.hpp"
#include "cli/commands.hpp"
#include "cli/commands/draw/actors_drawn.hpp"
#include "cli/commands/draw/remarks.hpp"
#include "cli/commands/draw/settings.hpp"
#include "cli/commands/draw/standing_out.hpp"
#include "cli/over_data.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/output_endings.hpp"
#include "cli/terminal/progress.hpp"
#include "io/annotations_file.hpp"
#include "render/picture/collapse.hpp"
#include "render/write/medium.hpp"
#include "report/format/selection_rows.hpp"
#include "study/communities.hpp"
#include "study/figures/figures.hpp"
#include "study/quick_balance.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 4> examples{{
    {"draw data/jerusalem-axis -o network.svg", "The whole network; .pdf and .png give the same figure."},
    {"draw data/florentine-families -o families.pdf --size betweenness --color community",
     "Families by how much runs through them, colored by community."},
    {"draw data/jerusalem-axis -o hezbollah.svg --ego Hezbollah", "One actor and its surroundings."},
    {"draw data/great-powers-1872-1907 -o 1907.png --at 1907 --theme print", "One year, in gray."},
}};

std::string size_of(const DrawSettings& settings) { return settings.size.empty() ? "degree" : settings.size; }
std::string theme_of(const DrawSettings& settings) {
    return settings.theme.empty() ? "light" : settings.theme;
}

// Options that were given and do nothing in this figure.
void tell_without_effect(Context& context, const DrawSettings& settings) {
    if (!settings.collapse.empty()) {
        const std::array options{OptionGiven{"--size", !settings.size.empty()},
                                 OptionGiven{"--color", !settings.color.empty()},
                                 OptionGiven{"--label-top", settings.label_top.has_value()},
                                 OptionGiven{"--hide-labels", settings.hide_labels},
                                 OptionGiven{"--tie-labels", settings.tie_labels}};
        tell_without_effect(context, options, "on a figure of communities");
    } else if (settings.layout == render::matrix_layout) {
        const std::array options{OptionGiven{"--tie-labels", settings.tie_labels}};
        tell_without_effect(context, options, "on a matrix");
    }
    if (settings.hide_labels) {
        const std::array options{OptionGiven{"--label-top", settings.label_top.has_value()}};
        tell_without_effect(context, options, "beside --hide-labels");
    }
    if (settings.describe || study::figure_format(context.output).name != "dot") return;
    const std::array options{OptionGiven{"--theme", !settings.theme.empty()},
                             OptionGiven{"--width", settings.width.has_value()},
                             OptionGiven{"--font", !settings.font.empty()},
                             OptionGiven{"--for", !settings.medium.empty()},
                             OptionGiven{"--highlight", !settings.highlight.empty()},
                             OptionGiven{"--path", !settings.path.empty()},
                             OptionGiven{"--annotate", !settings.annotations.empty()}};
    tell_without_effect(context, options,
                        "on a .dot file, which says what is tied and leaves the looks to Graphviz");
}

void check(const Context& context, const DrawSettings& settings) {
    find_named("layout", settings.layout, render::layouts());
    find_named("theme", theme_of(settings), render::themes());
    if (size_of(settings) != "none") find_named("measure", size_of(settings), measures());
    if (!settings.medium.empty() && settings.width)
        throw Error(Fault::usage, "--for decides the width; leave --width out");
    if (!settings.annotations.empty() && settings.layout == render::matrix_layout)
        throw Error(Fault::usage,
                    "call-outs stand beside lines, and --layout matrix draws none; leave out --annotate or "
                    "the layout");
    if (!settings.collapse.empty() &&
        !(settings.path.empty() && settings.highlight.empty() && settings.annotations.empty()))
        throw Error(Fault::usage,
                    "--collapse draws communities, not actors; leave out --path, --highlight and --annotate");
    if (!settings.path.empty() && settings.path.size() < 2)
        throw Error(Fault::usage, "--path needs at least two actors: --path A,B");
    if (settings.describe) {
        constexpr std::array<std::string_view, 1> endings{".txt"};
        return refuse_other_files(context, endings, "--describe gives a text; -o takes a name with .txt");
    }
    if (context.output.empty())
        throw Error(Fault::usage,
                    "no output is named; add -o FILE.svg (or .pdf, .png, .dot; - for standard output)");
    (void)study::figure_format(context.output);
}

render::ColorBy color_by(const std::string& word) {
    if (word == "none") return render::ColorBy::none;
    if (word == "kind") return render::ColorBy::kind;
    if (word == "community") return render::ColorBy::community;
    if (word == "faction") return render::ColorBy::faction;
    return render::ColorBy::column;
}

// Throws Error(Fault::usage) for a word that is neither one of --color nor a column of the actors.
void check_color(const Network& network, const std::string& word) {
    if (color_by(word) != render::ColorBy::column) return;
    std::vector<std::string_view> names{"kind", "community", "faction", "none"};
    for (const AttributeColumn& column : network.actors.attributes) names.emplace_back(column.name);
    if (std::ranges::find(names, word) == names.end())
        throw Error(Fault::usage, unknown_name("--color", word, names));
}

// Without --color: the kind where there are several, else the bloc or the community, which says more than one
// color for all.
std::string default_color(const Network& network, std::size_t actors,
                          const std::optional<study::Camps>& camps) {
    constexpr std::size_t most_for_communities = 2000;
    const auto& kinds = network.actors.kind;
    for (std::size_t i = 1; i < network.actor_count(); ++i) {
        if (kinds[i] != kinds[0]) return "kind";
    }
    if (camps && camps->count > 2) return "faction";
    return actors > 2 && actors <= most_for_communities && network.tie_count() > 0 ? "community" : "kind";
}

// Measures and communities are taken as their own commands take them: without hostile ties unless --ties was
// given.
struct Findings {
    std::optional<Scores> size;
    std::string size_ties;  // which ties it counts, where not all
    std::optional<Partition> communities;
};

Findings findings_of(Context& context, const DrawSettings& settings, const study::SelectedData& view) {
    Findings findings;
    const std::string size = size_of(settings);
    const bool communities = settings.color == "community" || settings.layout == render::matrix_layout ||
                             names_community(settings.highlight) || !settings.collapse.empty();
    if (size == "none" && !communities) return findings;
    const TieSelection selection = selection_of(settings.selection, SignFilter::nonnegative);
    const Graph graph = build_graph(view.network(), selection);
    // A count of ties counts those that are drawn; other measures take what their own command takes.
    const bool counts = size.ends_with("degree") || size.ends_with("strength");
    if (size != "none")
        findings.size =
            score_table({view.network(), counts ? view.selection : selection, counts ? view.graph : graph},
                        {size}, {}, context.control)
                .columns.front();
    const bool hostile =
        std::ranges::find(view.network().ties.sign, Sign::negative) != view.network().ties.sign.end();
    const bool of_both_signs = study::default_ties({size}) == SignFilter::all;
    if (hostile && !counts && !of_both_signs && selection.signs != view.selection.signs)
        findings.size_ties = "without hostile ties";
    const CommunityOptions options{.seed = context.seed};
    if (communities && !settings.selection.ties.empty())
        findings.communities = find_communities(view.network(), selection, graph, options, context.control);
    else if (communities)
        findings.communities =
            study::default_communities(view.network(), selection, graph, options, context.control);
    return findings;
}

// --color is the figure's here; the words of the option that other commands have still mean the messages.
DrawSettings with_figure_color(Context& context, DrawSettings settings) {
    if (settings.color != "auto" && settings.color != "always" && settings.color != "never") return settings;
    context.color = settings.color;
    settings.color.clear();
    return settings;
}

// Where signed ties make clear camps, the figure shows them on two sides, or each with a part of the page;
// not where the two factions were asked for by color.
std::optional<study::Camps> camps_shown(const Context& context, const DrawSettings& settings,
                                        const study::SelectedData& view) {
    const bool places =
        settings.layout == "auto" || settings.layout == "stress" || settings.layout == render::matrix_layout;
    if (!places || settings.ego || settings.color == "faction") return std::nullopt;
    return study::camps_of(view.network(), view.selection, context.seed, context.control);
}

// What the options say of the figure, with the actors that they name.
render::PictureOptions picture_options(Context& context, const DrawSettings& settings,
                                       const Network& network) {
    render::PictureOptions options;
    options.color = color_by(settings.color);
    options.tie_labels = settings.tie_labels;
    if (options.color == render::ColorBy::column) options.color_column = settings.color;
    if (settings.label_top)
        options.label_top =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(*settings.label_top, 1'000'000));
    if (settings.ego) options.ego = actor_named(context, network, *settings.ego);
    highlight(context, network, settings.highlight, options);
    if (settings.hide_labels) options.label_top = 0;
    if (!settings.medium.empty())
        options.page = render::page_of(find_named("medium", settings.medium, render::media()));
    if (!settings.annotations.empty()) {
        for (io::Annotation& annotation :
             io::read_annotations(settings.annotations, network, context.control))
            options.notes.push_back({annotation.actor, annotation.other, std::move(annotation.text)});
    }
    options.path = actors_named(context, network, settings.path);
    return options;
}

// The camps apart, the ties that contradict them with emphasis.
void show_camps(Context& context, const study::SelectedData& view, const std::optional<study::Camps>& camps,
                const std::vector<ActorId>& actors, render::PictureOptions& options) {
    if (camps) {
        options.factions = study::camps_of_actors(*camps, actors);
        options.frustrated = camps->against;
    } else if (options.color == render::ColorBy::faction) {
        const Balance balance =
            study::quick_balance(view.network(), view.selection, context.seed, context.control);
        options.factions = study::factions_of(balance, actors);
        options.frustrated = study::frustrated_rows(balance);
    }
}

// Lays the picture out, writes it, and says what of it is small, hidden or better shown otherwise.
void draw(Context& context, const DrawSettings& settings, const render::Picture& picture) {
    step(context, "drawing");
    const render::Layout layout = study::laid_out(picture, settings.layout, context.seed, context.control);
    if (settings.layout == "auto") suggest_matrix(context, picture);
    const render::Medium* medium =
        settings.medium.empty() ? nullptr : &find_named("medium", settings.medium, render::media());
    tell_what_is_small(context, picture, layout, find_named("theme", theme_of(settings), render::themes()),
                       medium);
    if (settings.verbose && layout.name != render::matrix_layout) note(context, study::contest_text(layout));
    if (const std::string failures = study::failure_text(layout); !failures.empty()) note(context, failures);
    const study::FigureFormat& format = study::figure_format(context.output);
    render::SvgOptions svg{.theme = theme_of(settings),
                           .width = settings.width.value_or(format.default_width),
                           .font = settings.font,
                           .page_label = {}};
    if (medium != nullptr) {
        svg.width = medium->pixels;
        svg.millimeters = medium->width;
    }
    deliver(context, format.write(picture, layout, svg));
}

void run(Context& context, const DrawSettings& given) {
    DrawSettings settings = with_figure_color(context, given);
    check(context, settings);
    tell_without_effect(context, settings);
    const TieSelection ties = selection_of(settings.selection, SignFilter::all);
    const study::SelectedData view = selected_data(context, settings.data, ties);
    const Network& network = view.network();
    const bool regions = settings.color == "community";  // asked for; as a default it only colors
    const std::optional<study::Camps> camps = camps_shown(context, settings, view);
    if (settings.color.empty()) settings.color = default_color(network, view.graph.actors.size(), camps);
    check_color(network, settings.color);
    render::PictureOptions options = picture_options(context, settings, network);
    std::vector<ActorId> actors = actors_drawn(view.graph, options.ego);
    if (settings.core) actors = in_core(context, view, std::move(actors), *settings.core, options.ego);
    require_drawn(network, actors, options.highlight, "--highlight", options.ego.has_value());
    require_drawn(network, actors, options.path, "--path", options.ego.has_value());
    options.path = path_drawn(context, view, actors, options.path);

    step(context, "measures");
    const Findings findings = findings_of(context, settings, view);
    if (findings.size) options.size = &*findings.size;
    if (findings.size) options.size_actors = view.graph.actors;
    options.size_ties = findings.size_ties;
    options.period = report::time_phrase(view.settings());
    if (findings.communities) options.groups = &*findings.communities;
    options.regions = regions;
    if (findings.communities && names_community(settings.highlight)) {
        highlight_communities(context, network, settings.highlight, *findings.communities, options);
        require_drawn(network, actors, options.highlight, "--highlight", options.ego.has_value());
    }
    show_camps(context, view, camps, actors, options);
    const Bundles drawn =
        bundles_of(network, view.selection, view.settings().resolved, select_rows(network, view.selection));
    render::Picture picture = render::picture_of(network, actors, drawn, options);
    require_ties_drawn(network, picture, options.highlight_ties);
    tell_notes_left_out(context, picture, options.notes.size());
    if (!settings.collapse.empty()) picture = render::collapsed(picture);
    if (settings.describe) return deliver(context, render::describe(picture) + '\n', Reader::person);
    expect(context, view.graph,
           {.what = "a figure",
            .steps = actors.size() > 300 ? 3e4 * static_cast<double>(drawn.size()) : 0.0,
            .instead = "--ego A or --kind K draws a part"});
    draw(context, settings, picture);
}

}  // namespace

const Command draw_command{.name = "draw",
                           .usage = "DATA… -o FILE.svg|.pdf|.png|.dot",
                           .summary = "draw a figure of the network",
                           .description =
                               "Kind by shape, sign by color and dash, direction by arrow, strength by "
                               "width, with a legend of what is in use. All ties "
                               "are drawn unless --ties says otherwise. The same data and options give the "
                               "same bytes on every machine.",
                           .examples = examples,
                           .declare =
                               [](Options& options) {
                                   return over_data<DrawSettings>(options, {.ties = std::nullopt},
                                                                  draw_options, run);
                               },
                           .writes = Writes::own};

}  // namespace entente::cli
