// Everything that `entente analyze` finds out, before anything of it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/balance/balance.hpp"
#include "analysis/centrality/measures.hpp"
#include "analysis/timeline/periods.hpp"
#include "model/findings/balance.hpp"
#include "model/findings/explanation.hpp"
#include "model/findings/partition.hpp"
#include "model/findings/robustness.hpp"
#include "model/findings/scores.hpp"
#include "model/findings/summary.hpp"
#include "model/findings/timeline.hpp"
#include "render/layout/layout.hpp"
#include "render/picture/picture.hpp"
#include "study/selected_data.hpp"
#include "study/step.hpp"

namespace entente::study {

struct AnalysisOptions {
    std::string layout = "auto", size = "degree", theme = "light";
    std::string algorithm = "leiden";
    unsigned runs = 0;  // of it; 0: its own number
    double resolution = 1;
    std::optional<SlicePlan> timeline = {};  // how time is cut; nothing: not at all
    std::uint64_t seed = 1;
    bool spreadsheet_safe = false;  // tables in CSV
};

// Which ties the two halves of an analysis use.
struct AnalysisTies {
    TieSelection measures;  // of the measures and the communities: by default all but hostile ties
    TieSelection all;       // of the summary, the figures and ties.csv: by default all ties
};

struct Drawn {
    render::Picture picture;
    render::Layout layout;
    std::string caption;
    std::string colored = {};  // ", colored by kind"; "" where one color serves all
};

struct Analysis {
    Analysis(SelectedData used, TieSelection all, std::vector<TieId> rows, Graph graph)
        : data(std::move(used)),
          community_selection(data.selection),
          all_selection(std::move(all)),
          all_rows(std::move(rows)),
          all_graph(std::move(graph)),
          all_ties(bundles_of(data.network(), all_selection, {all_graph.directed(), all_graph.weighted()},
                              all_rows)) {}

    // The settings of what the summary, the figures and ties.csv use.
    report::Settings all_settings() const { return settings_of(all_graph, all_selection, data.reading); }

    SelectedData data;                 // what the measures use
    TieSelection community_selection;  // what the communities use: all ties where one is hostile
    TieSelection all_selection;        // what the summary, the figures and ties.csv use
    std::vector<TieId> all_rows;
    Graph all_graph;
    Bundles all_ties;  // the same rows as ties.csv has them
    ScoreTable scores;
    Partition partition;
    Summary summary;
    std::vector<double> tie_betweenness;  // of each row of the data; nan where its tie takes no part
    std::optional<Balance> balance;
    BalanceOptions balance_options;
    std::vector<Robustness> robustness;
    std::vector<Explanation> explanations;  // of the leading actors, by their ties; see study/leaders.hpp
    std::optional<Timeline> timeline;       // slice by slice, where it was asked for
    std::optional<Drawn> network_figure, communities_figure, balance_figure;
    std::optional<Drawn> matrix_figure;  // of dense networks, whose lines nobody can follow
    std::vector<std::string> left_out;
};

// What every part of an analysis is given.
struct AnalysisRun {
    const AnalysisOptions& options;
    const Control& control;
    const Step& step;
};

// Throws Error(Fault::usage) for a layout, measure, theme or algorithm that there is not: before any work.
void check_names(const AnalysisOptions& options);

// Throws as the single commands do.
Analysis analyze(io::Reading reading, const AnalysisTies& ties, const AnalysisOptions& options,
                 const Control& control, const Step& step);

}  // namespace entente::study
