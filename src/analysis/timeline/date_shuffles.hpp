// What a network's course through time would be if its ties had held at other times.
#pragma once

#include <optional>
#include <vector>

#include "analysis/timeline/timeline.hpp"

namespace entente {

// What is held against shuffled dates, slice by slice.
struct Course {
    std::vector<SliceFigures> figures;
    std::vector<std::optional<ActorId>> leaders;  // the first by the first measure
};

// The courses of options.shuffles shuffles of the dates among the ties that have one. Frustrations are the
// best found. In parallel, the same for any number of threads.
std::vector<Course> shuffled_courses(const TimeData& data, const TimelineOptions& options,
                                     const Control& control);

// (value − mean)/standard deviation of the courses; nan where they are all alike.
SliceFigures against_courses(const std::vector<Course>& courses, std::size_t slice,
                             const SliceFigures& found);

// Where the figures, or who leads, changed from the slice before as much as in at most 5 of 100 courses.
std::vector<ChangePoint> changes_beyond_chance(const Course& found, const std::vector<Course>& courses,
                                               std::string_view first_measure);

}  // namespace entente
