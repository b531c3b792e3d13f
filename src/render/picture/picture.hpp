// What a figure shows, as plain values: actors with their shape, color and size, ties merged by pair and
// sign, and the words around them. Nothing here knows of positions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "model/findings/partition.hpp"
#include "model/findings/scores.hpp"
#include "model/merged_ties.hpp"
#include "model/network.hpp"
#include "render/picture/page_shape.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

enum class ColorBy { none, kind, community, faction, column };

// A tie between two actors; one_way: only that from a to b.
struct TieNamed {
    ActorId a{}, b{};
    bool one_way = false;
};

// What is written beside an actor or a tie.
struct NoteWanted {
    ActorId actor{};
    std::optional<ActorId> other;  // of a tie: its other end
    std::string text;
};

struct PictureOptions {
    const Scores* size = nullptr;  // actors are drawn with an area that grows with it; nullptr: all alike
    std::string size_ties;  // which ties count, where not all that are drawn do: "without hostile ties"
    std::vector<ActorId> size_actors;  // the actors its values belong to; empty: the picture's actors
    ColorBy color = ColorBy::kind;
    std::string color_column;  // the attribute's name, for ColorBy::column
    const Partition* groups =
        nullptr;          // communities: shown as tinted regions, and as colors with ColorBy::community
    bool regions = true;  // whether communities are drawn together and tinted, not only colored
    std::vector<std::uint8_t>
        factions;  // 1 … k an actor, 0 for none, parallel to the picture's actors: two stand on two sides of
                   // the page, more are blocs of which each has a part of the page
    std::vector<TieId> frustrated;  // rows that disagree with the factions or blocs, drawn with emphasis
    std::string title, subtitle, source_line, date;  // empty: those of the data set
    std::string period;                              // which ties in time, where not all: "1990 (certain)"
    std::optional<std::uint32_t>
        label_top;  // how many of the leading actors get a label; default: all up to 300 actors, then 40
    std::optional<ActorId> ego;            // drawn in the middle of its neighbors
    std::vector<ActorId> highlight;        // emphasised; all that is not tied to them steps back
    std::vector<TieNamed> highlight_ties;  // likewise
    std::vector<ActorId> path;             // consecutive actors whose ties are emphasised
    std::vector<NoteWanted> notes;         // call-outs; those of actors or ties not drawn are left out
    PageShape page;
    bool tie_labels = false;  // relations written at their ties where they fit
};

enum class Emphasis : std::uint8_t { normal, raised, faded };

struct PictureNode {
    ActorId actor{};
    std::string id, label, kind, tooltip;
    std::uint32_t shape = 0;   // index into Picture::kinds
    std::uint32_t color = 0;   // index into Picture::colors, or no_color
    std::uint32_t group = 0;   // community 1 … k, 0: none
    std::uint8_t faction = 0;  // 1 … Picture::camps, 0: none
    double size = undefined;   // the score
    bool labeled = true;
    Emphasis emphasis = Emphasis::normal;
};

// A tie as ties.csv has it; two arcs of a pair that are alike in all but their direction are one line with
// two arrowheads.
struct PictureTie {
    std::uint32_t source = 0, target = 0;  // indices into Picture::nodes
    Sign sign = Sign::none;
    bool to_target = false, to_source = false;  // arrowheads
    bool frustrated = false;
    double strength = 1;    // or how many rows, where Picture::counts_rows
    double confidence = 1;  // that of its surest row
    std::vector<TieId> rows;
    std::string relations;  // "funds, arms"
    std::string citations;  // "[tps-2023]" or the titles of the sources
    std::string tooltip;    // one line a row: actors, relation, dates, confidence, source
    Emphasis emphasis = Emphasis::normal;
};

// A call-out.
struct PictureNote {
    std::string text;
    std::uint32_t node = 0;
    std::optional<std::uint32_t> tie;  // where it speaks of a tie
};

inline constexpr std::uint32_t no_color = 0xFFFFFFFF;

struct Picture {
    std::string title, subtitle, source_line, date, period;  // printable
    std::vector<PictureNode> nodes;
    std::vector<PictureTie> ties;
    std::vector<std::string> kinds;  // in order of appearance; "" is unnamed
    bool kinds_are_modes = false;    // of two-mode data without kinds: sources and targets
    ColorBy color_by = ColorBy::kind;
    std::string color_title;          // "community", "faction", the column's name
    std::vector<std::string> colors;  // the category of each color
    std::uint32_t group_count = 0;
    bool regions = true;
    bool collapsed = false;    // its nodes are communities
    std::string size_title;    // the measure and which ties it counts; "": all actors alike
    bool counts_rows = false;  // strengths are numbers of rows
    bool tie_labels = false;
    std::uint32_t camps = 0;           // 2: the factions stand on two sides; more: blocs, each in its region
    std::optional<std::uint32_t> ego;  // index of the node in the middle
    bool has_path = false, has_highlight = false;
    std::vector<PictureNote> notes;
    PageShape page;
};

// Whether its factions are blocs, of which each has a part of the page.
constexpr bool shows_blocs(const Picture& picture) { return picture.camps > 2; }

// What is to be drawn of the network: these actors and these ties (those with an end elsewhere are left out).
// Throws Error(Fault::usage) for a color column that the data do not have.
Picture picture_of(const Network& network, const std::vector<ActorId>& actors, const Bundles& ties,
                   const PictureOptions& options = {});

// The figure in plain sentences: what is shown, the leading actors, the communities or factions, each hostile
// tie. At most `sentences` of them (0: all).
std::string describe(const Picture& picture, std::size_t sentences = 0);

}  // namespace entente::render
