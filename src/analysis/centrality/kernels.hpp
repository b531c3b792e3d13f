// What the rows of the measure table run. Each gives the columns named after it in measures.cpp; the work is
// done in the files beside, each of which owns one family.
#pragma once

#include "analysis/centrality/measures.hpp"

namespace entente::kernels {

std::vector<Scores> degrees(const MeasureInput& input, const MeasureOptions& options, const Control& control);
std::vector<Scores> betweenness(const MeasureInput& input, const MeasureOptions& options,
                                const Control& control);
std::vector<Scores> closeness(const MeasureInput& input, const MeasureOptions& options,
                              const Control& control);
std::vector<Scores> eigenvector(const MeasureInput& input, const MeasureOptions& options,
                                const Control& control);
std::vector<Scores> pagerank(const MeasureInput& input, const MeasureOptions& options,
                             const Control& control);
std::vector<Scores> hubs_and_authorities(const MeasureInput& input, const MeasureOptions& options,
                                         const Control& control);
std::vector<Scores> katz(const MeasureInput& input, const MeasureOptions& options, const Control& control);
std::vector<Scores> ego_networks(const MeasureInput& input, const MeasureOptions& options,
                                 const Control& control);
std::vector<Scores> coreness(const MeasureInput& input, const MeasureOptions& options,
                             const Control& control);
std::vector<Scores> subgraph(const MeasureInput& input, const MeasureOptions& options,
                             const Control& control);
std::vector<Scores> current_flow(const MeasureInput& input, const MeasureOptions& options,
                                 const Control& control);
std::vector<Scores> signed_degrees(const MeasureInput& input, const MeasureOptions& options,
                                   const Control& control);
std::vector<Scores> pn(const MeasureInput& input, const MeasureOptions& options, const Control& control);
std::vector<Scores> pn_directed(const MeasureInput& input, const MeasureOptions& options,
                                const Control& control);

}  // namespace entente::kernels
