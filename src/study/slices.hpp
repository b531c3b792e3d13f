// The slices of time that an analysis adds where it is asked to.
#pragma once

#include <vector>

#include "analysis/timeline/timeline.hpp"
#include "study/analysis.hpp"
#include "study/outputs.hpp"

namespace entente::study {

// Whether the counts of slices, which take ties of both signs, take them as directed.
bool directed_counts(const Network& network, TieSelection ties, const TimelineOptions& options);

// Which ties slices are made of and how, for the "settings" of their JSON.
report::Settings slice_settings(const Network& network, TieSelection ties, const TimelineOptions& options,
                                const SlicePlan& plan);

// What a reader must know of ties without dates, "" where there are none or they are left out.
std::string undated_ties(const Timeline& timeline);

// Degree and betweenness, the measure that sizes show and, of signed ties, net degree; communities by the
// algorithm of the analysis; balance. Throws as planned_slices does.
Timeline sliced(const Analysis& analysis, const AnalysisOptions& options, const Control& control);

// timeline/slices.csv, actors.csv, communities.csv, timeline.json and timeline.svg, as `entente timeline`
// writes them; nothing without a timeline.
std::vector<OutputFile> slice_files(const AnalysisOptions& options, const Analysis& analysis,
                                    const Control& control);

}  // namespace entente::study
