// Where everything of a picture stands on the page.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "model/findings/positions.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

// How good a layout is to read. What is counted weighs together in one cost; beyond 2,000 actors or 4,000
// ties overlaps, hits, crossings and what is covered are not counted.
struct LayoutScore {
    std::uint64_t overlaps = 0;   // actors or labels on top of each other
    std::uint64_t hits = 0;       // ties through an actor, or the label of one, that they do not belong to
    std::uint64_t crossings = 0;  // of ties without a common actor, each meeting of two curves counted
    std::uint64_t covered = 0;    // ties that run under the label of an actor of theirs
    double turning = 0;           // radians that a tie turns on its way, on average
    double detours = 0;           // how much longer ties are than 1.3 times the straight line, added up
    double text = 0;              // size of the labels' font, in pixels of a page that is 1,200 wide
    double unevenness = 0;        // coefficient of variation of the ties' lengths
    double spread = 0;            // page area over the area of actors and labels, in logarithms of ten
    double aspect = 0;            // width over height; 0: nothing is drawn
    double ties = 0;              // how many there are
    double shows_modes = 0;       // 1 where the two modes of the data have a side each

    // Smaller is better; a unit is an e-fold of crossings.
    double cost() const;
    // Fewer crossings, larger text and no more overlaps and hits: then nothing else saves the other one.
    bool beats(const LayoutScore& other) const;
};

std::string to_string(const LayoutScore& score);

// Which of the scores is the best, the first among equals: of those that no other beats the one of least
// cost.
std::size_t best_of(std::span<const LayoutScore> scores);

// On which side of its shape a label stands that is not inside it.
enum class LabelSide : std::uint8_t { below, above, right, left, hidden };  // hidden: no free place was found

struct Candidate {
    std::string name;
    LayoutScore score;
    bool failed = false;  // its process ended without an answer
};

// How far the arrowhead at either end of a tie stands back from the actor's border.
struct HeadPlaces {
    double at_source = 0, at_target = 0;
    bool operator==(const HeadPlaces&) const = default;
};

// In units of which the label font has 12 or 13; x grows to the right, y downwards, the network's corner is
// (0, 0).
struct Layout {
    std::string name;              // of the candidate that won
    double width = 0, height = 0;  // of the network, without title and legend
    bool labels_inside = false;
    std::vector<Point> nodes;      // middle of each node's shape, parallel to Picture::nodes
    std::vector<LabelSide> sides;  // parallel to nodes
    std::vector<Point> moved;      // how far each label stands from its usual place there; empty: none does
    std::vector<std::vector<Point>>
        ties;  // a chain of cubic Bézier curves (1 + 3k points), border to border; parallel to Picture::ties
    std::vector<HeadPlaces> heads;  // parallel to ties; empty: none stands back
    LayoutScore score;
    std::vector<Candidate> contest;  // every candidate in the fixed order
};

struct LayoutOptions {
    std::string layout = "auto";  // a row of layouts()
    std::uint64_t seed = 1;
    // Positions of the picture's nodes found by others, which annealed enter the contest of `auto` up to
    // most_for_starts actors.
    std::vector<Positions> starts = {};
};

inline constexpr std::size_t most_for_starts = most_in_medium;

struct LayoutEngine {
    struct Limits {
        std::size_t actors = static_cast<std::size_t>(-1), ties = static_cast<std::size_t>(-1);
    };

    std::string_view name;
    std::string_view purpose;
    std::size_t comfortable;  // actors up to which it answers within seconds
    Limits most;              // when asked for by name; beyond, it would take minutes
    Limits contest;           // in the contest of auto
};

// Not lines but cells: to_svg draws it from the picture, and its Layout has no places.
inline constexpr std::string_view matrix_layout = "matrix";

// auto, stress, dot, neato, sfdp, circo, twopi, matrix.
std::span<const LayoutEngine> layouts();

// Lays the picture out; `auto` lets a fixed list of candidates compete, each in a process of its own, and
// takes the best by LayoutScore, never by time. The same for every number of threads. Two pictures of the
// same actors and ties in the same order may share a layout (sizes and labels must agree). Throws
// Error(Fault::usage) for an unknown name, Error(Fault::interrupted).
Layout lay_out(const Picture& picture, const LayoutOptions& options, const Control& control);

// A layout in two steps, so that other work can be done beside the last of its processes.
class LayoutSearch {
public:
    // Goes on until a thread of control is free. The picture has to stay where it is until finish.
    LayoutSearch(const Picture& picture, LayoutOptions options, const Control& control);
    ~LayoutSearch();
    LayoutSearch(LayoutSearch&&) noexcept;
    LayoutSearch& operator=(LayoutSearch&&) noexcept;

    // How many threads of control it takes.
    unsigned running() const;

    Layout finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace entente::render
