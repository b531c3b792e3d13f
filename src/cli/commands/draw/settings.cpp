#include "cli/commands/draw/settings.hpp"

#include <span>

#include "render/layout/layout.hpp"
#include "render/picture/theme.hpp"
#include "render/write/medium.hpp"

namespace entente::cli {

namespace {

template <class Row>
std::vector<std::string> words_of(std::span<const Row> rows) {
    std::vector<std::string> words;
    for (const Row& row : rows) words.emplace_back(row.name);
    return words;
}

// How the figure looks.
void add_look_options(Options& options, DrawSettings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "--layout",
         .value = "",
         .help = "how it is laid out (default auto: the best of a contest)",
         .target = &settings.layout,
         .choices = words_of(render::layouts())});
    add({.names = "--size",
         .value = "M",
         .help = "a measure that the size of actors shows, or none (default degree)",
         .target = &settings.size});
    add({.names = "--color",
         .value = "kind|community|faction|none|COLUMN",
         .help =
             "what the color of actors shows (default kind where there are several, else bloc or community)",
         .target = &settings.color});
    add({.names = "--theme",
         .value = "",
         .help = "colors of the figure (default light); print is gray",
         .target = &settings.theme,
         .choices = words_of(render::themes())});
    add({.names = "--width",
         .value = "N",
         .help = "of the figure, in pixels, 100 to 10000 (default 1200, of a PNG 2400)",
         .target = &settings.width,
         .least = 100,
         .most = 10000});
    add({.names = "--font",
         .value = "NAME",
         .help = "a font family put before the usual ones",
         .target = &settings.font});
}

// What is drawn, and what stands out.
void add_content_options(Options& options, DrawSettings& settings) {
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "--ego",
         .value = "ACTOR",
         .help = "only this actor and its surroundings",
         .target = &settings.ego});
    add({.names = "--highlight",
         .value = "ACTOR,A--B,community:A,…",
         .help = "these actors, ties (A->B: of that direction) or communities stand out",
         .target = &settings.highlight});
    add({.names = "--path",
         .value = "A,B,…",
         .help = "the ties between these actors, one after the other, stand out, or the shortest paths",
         .target = &settings.path});
    add({.names = "--label-top",
         .value = "N",
         .help = "label the N leading actors only",
         .target = &settings.label_top});
    add({.names = "--hide-labels",
         .value = "",
         .help = "label no actor but those that stand out",
         .target = &settings.hide_labels});
    add({.names = "--annotate",
         .value = "FILE",
         .help = "call-outs from a CSV file: actor (or source,target) and text",
         .target = &settings.annotations});
    add({.names = "--collapse",
         .value = "",
         .help = "a node for each community instead of its members",
         .target = &settings.collapse,
         .choices = {"community"}});
    add({.names = "--core",
         .value = "K",
         .help = "only actors that have at least K ties with each other",
         .target = &settings.core,
         .least = 1});
}

}  // namespace

void draw_options(Options& options, DrawSettings& settings) {
    add_look_options(options, settings);
    add_content_options(options, settings);
    const auto add = [&](Option option) { options.push_back(std::move(option)); };
    add({.names = "--for",
         .value = "",
         .help = "where it will be seen: 85 mm, 180 mm, 16:9 or A1, with type that can be read there",
         .target = &settings.medium,
         .choices = words_of(render::media())});
    add({.names = "--tie-labels",
         .value = "",
         .help = "write the relations at the ties, where they fit",
         .target = &settings.tie_labels});
    add({.names = "--describe",
         .value = "",
         .help = "the figure in plain sentences instead of a drawing",
         .target = &settings.describe});
    add({.names = "-v,--verbose",
         .value = "",
         .help = "report every layout tried, with its score",
         .target = &settings.verbose});
}

}  // namespace entente::cli
