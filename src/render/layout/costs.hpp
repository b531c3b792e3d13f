// What an unwanted thing in a figure costs while nodes are moved and lines are led, in one place so that the
// two can be weighed against each other. Found by trial on the data sets of this repository.
#pragma once

namespace entente::render {

// Of annealing, where ties are straight: a tie through another node can still be led around it, a crossing
// stays.
namespace annealing_cost {
inline constexpr double overlap = 40;   // two footprints nearer than their gap, by how much nearer
inline constexpr double crossing = 60;  // the lines of two pairs without a common node
inline constexpr double first_hit = 12, last_hit = 55;  // a line through another node's shape or label
inline constexpr double own_label = 8;                  // a line under the label of its own node
inline constexpr double narrow_angle = 6;
inline constexpr double least_distance = 2.4, distance_each = 0.04;  // off the ideal distance, by density
inline constexpr double off_center = 30;                             // the actor in focus, a page away
inline constexpr double first_temperature = 600;  // ten crossings: the start hardly matters
}  // namespace annealing_cost

// Of routing, where nodes stand: what a line costs against another way for the same tie.
namespace routing_cost {
inline constexpr double bend = 40;      // a bulge as large as the line is long
inline constexpr double near = 25;      // another node's shape or label nearer than the clearance
inline constexpr double through = 300;  // or run through
inline constexpr double own_label = 3;  // under the label of an end
inline constexpr double touching = 60;  // along another line of the same pair
inline constexpr double crossing = 9;   // a line without a common node
inline constexpr double meeting = 4;    // a line with a common node
inline constexpr double off_page = 10, off_page_each = 1.5, far_off_page = 1e5;  // beyond the nodes' extent
}  // namespace routing_cost

}  // namespace entente::render
