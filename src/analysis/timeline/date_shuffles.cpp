#include "analysis/timeline/date_shuffles.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/timeline/alike.hpp"
#include "analysis/timeline/slice_balance.hpp"
#include "analysis/timeline/turnover.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

constexpr double significant = 0.05;
constexpr std::uint64_t proof_steps_of_all = 2'000'000'000, least_proof_steps = 20'000'000;

using Figure = double SliceFigures::*;
struct NamedFigure {
    const char* name;
    Figure figure;
};
constexpr std::array compared_figures{NamedFigure{"density", &SliceFigures::density},
                                      NamedFigure{"components", &SliceFigures::components},
                                      NamedFigure{"transitivity", &SliceFigures::transitivity},
                                      NamedFigure{"frustration", &SliceFigures::frustration},
                                      NamedFigure{"balanced_strong", &SliceFigures::balanced_strong},
                                      NamedFigure{"turnover", &SliceFigures::turnover}};
constexpr std::array change_figures{NamedFigure{"density", &SliceFigures::density},
                                    NamedFigure{"frustration", &SliceFigures::frustration},
                                    NamedFigure{"balanced_strong", &SliceFigures::balanced_strong}};

Course course_of(const TimeData& data, const TimelineOptions& options, const Control& control) {
    Course course;
    for (const DayInterval& window : options.slices) {
        course.figures.push_back(counted_slice(data, window, control).figures);
        std::optional<ActorId> first;
        if (!options.measures.empty()) {
            const TieSelection ties = data.selection(window, Holding::possible);
            const Graph graph = data.graph(ties, data.active(window));
            const std::vector<double> values =
                slice_values(data, ties, graph, {options.measures.front()}, control).front();
            first = leader_of(graph.actors, values,
                              course.leaders.empty() ? std::nullopt : course.leaders.back());
        }
        course.leaders.push_back(first);
    }
    if (options.balance && data.has_signs()) {
        const std::uint64_t steps =
            std::max(least_proof_steps, proof_steps_of_all / std::max(1U, options.shuffles));
        const std::vector<SliceBalance> balance =
            balance_through_time(data, options.slices, first_alike(data, options.slices),
                                 {.seed = options.seed, .proof_steps = steps}, control);
        for (std::size_t i = 0; i < balance.size(); ++i) {
            course.figures[i].frustration = balance[i].index;
            course.figures[i].balanced_strong = balance[i].balanced_strong;
        }
    }
    const std::vector<Turnover> changes = turnovers(data, options.slices);
    for (std::size_t i = 0; i < changes.size(); ++i) course.figures[i].turnover = changes[i].share;
    return course;
}

double z_of(const std::vector<Course>& courses, std::size_t slice, Figure figure, double found) {
    double count = 0, sum = 0, squares = 0;
    for (const Course& course : courses) {
        const double value = course.figures[slice].*figure;
        if (std::isnan(value)) continue;
        ++count;
        sum += value;
    }
    for (const Course& course : courses) {
        const double value = course.figures[slice].*figure;
        if (!std::isnan(value)) squares += (value - sum / count) * (value - sum / count);
    }
    const double deviation = count > 1 ? std::sqrt(squares / (count - 1)) : 0;
    const bool all_alike = !(deviation > 1e-12 * std::abs(sum / count));  // but for rounding
    return !all_alike ? (found - sum / count) / deviation : undefined;
}

double p_of(double as_large, const std::vector<Course>& courses) {
    return (1 + as_large) / (1 + static_cast<double>(courses.size()));
}

std::optional<ChangePoint> change_of_figure(const Course& found, const std::vector<Course>& courses,
                                            std::size_t slice, const NamedFigure& row) {
    const double before = found.figures[slice - 1].*row.figure, after = found.figures[slice].*row.figure;
    if (std::isnan(before) || std::isnan(after) || before == after) return std::nullopt;
    double as_large = 0;
    for (const Course& course : courses) {
        const double change = course.figures[slice].*row.figure - course.figures[slice - 1].*row.figure;
        if (std::abs(change) >= std::abs(after - before) * (1 - 1e-9)) ++as_large;
    }
    if (p_of(as_large, courses) > significant) return std::nullopt;
    return ChangePoint{.slice = slice,
                       .what = row.name,
                       .before = before,
                       .after = after,
                       .old_leader = {},
                       .new_leader = {},
                       .p = p_of(as_large, courses)};
}

std::optional<ChangePoint> change_of_leader(const Course& found, const std::vector<Course>& courses,
                                            std::size_t slice, std::string_view measure) {
    const auto &before = found.leaders[slice - 1], &after = found.leaders[slice];
    if (!before || !after || before == after) return std::nullopt;
    double changes = 0;
    for (const Course& course : courses)
        changes += course.leaders[slice] != course.leaders[slice - 1] ? 1 : 0;
    if (p_of(changes, courses) > significant) return std::nullopt;
    return ChangePoint{.slice = slice,
                       .what = "leader by " + std::string(measure),
                       .before = undefined,
                       .after = undefined,
                       .old_leader = before,
                       .new_leader = after,
                       .p = p_of(changes, courses)};
}

}  // namespace

std::vector<Course> shuffled_courses(const TimeData& data, const TimelineOptions& options,
                                     const Control& control) {
    std::vector<Course> courses(options.shuffles);
    parallel_blocks(courses.size(), control, [&](std::size_t draw, unsigned) {
        Control alone;
        alone.stop = control.stop;
        courses[draw] = course_of(data.shuffled(options.seed, draw), options, alone);
    });
    return courses;
}

SliceFigures against_courses(const std::vector<Course>& courses, std::size_t slice,
                             const SliceFigures& found) {
    SliceFigures z;
    for (const NamedFigure& row : compared_figures)
        z.*row.figure = z_of(courses, slice, row.figure, found.*row.figure);
    return z;
}

std::vector<ChangePoint> changes_beyond_chance(const Course& found, const std::vector<Course>& courses,
                                               std::string_view first_measure) {
    std::vector<ChangePoint> points;
    for (std::size_t i = 1; i < found.figures.size(); ++i) {
        for (const NamedFigure& row : change_figures) {
            if (const auto point = change_of_figure(found, courses, i, row)) points.push_back(*point);
        }
        if (const auto point = change_of_leader(found, courses, i, first_measure)) points.push_back(*point);
    }
    return points;
}

}  // namespace entente
