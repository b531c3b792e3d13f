// How much a figure shows of each actor and tie: less, the more there are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace entente::render {

enum class SizeClass : std::uint8_t {
    small,   // up to 60 actors: wide lines, room for every label
    medium,  // up to 300: every actor has its label, every tie its way around what is not its own
    large,   // up to 2,000: dots, straight and translucent ties, labels of the leading actors
    huge     // beyond: the same, thinner, and nothing is counted for the score
};

inline constexpr std::size_t most_in_small = 60, most_in_medium = 300, most_in_large = 2000;

constexpr SizeClass size_class(std::size_t actors) {
    return actors <= most_in_small    ? SizeClass::small
           : actors <= most_in_medium ? SizeClass::medium
           : actors <= most_in_large  ? SizeClass::large
                                      : SizeClass::huge;
}

// Whether actors are drawn as shapes with labels and ties as routed lines; else as dots and straight lines.
constexpr bool in_detail(std::size_t actors) { return actors <= most_in_medium; }

// The value of the class that so many actors belong to: small, medium, large, huge.
template <class Value>
constexpr Value by_size(std::size_t actors, const std::array<Value, 4>& values) {
    return values[static_cast<std::size_t>(size_class(actors))];
}

// Steps within the classes.
inline constexpr std::size_t few_actors = 30;  // labels stand in the shapes, layouts get most moves
inline constexpr std::size_t most_with_arrowheads = 1000;
inline constexpr std::size_t most_on_wide_page = 3000;        // beyond, the page is a square
inline constexpr std::size_t most_ties_with_details = 12000;  // beyond, ties keep ends and sign alone
inline constexpr std::size_t most_ties_scored = 4000;
inline constexpr std::uint32_t labels_of_large = 40;  // leading actors that are labeled beyond 300

}  // namespace entente::render
