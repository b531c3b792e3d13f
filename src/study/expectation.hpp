// What will take long is said before it starts: by counted work, the same on every machine.
#pragma once

#include <optional>
#include <string>

#include "graph/graph.hpp"

namespace entente::study {

struct Work {
    std::string what;     // "betweenness"
    double steps = 0;     // visits of arcs, or what costs as much
    std::string instead;  // "--approximate 0.01 estimates it"; "" where there is nothing sooner
};

// "betweenness of 100000 actors and 500000 ties will take about 4 minutes of one core; …"; nothing for work
// below limits.told_steps.
std::optional<std::string> expectation(const Graph& graph, const Work& work);

// What a measure costs; small for those that look at each tie a few times.
double steps_of(const Graph& graph, const std::string& measure);

// What finding communities by an algorithm costs.
double steps_of_communities(const Graph& graph, const std::string& algorithm);

// Visits of arcs by one search from every actor; with weights a visit costs four times as much.
double all_searches(const Graph& graph);

}  // namespace entente::study
