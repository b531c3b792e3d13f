// Everything that `entente analyze` finds out, before anything of it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/centrality/measures.hpp"
#include "cli/view.hpp"
#include "model/findings/balance.hpp"
#include "model/findings/partition.hpp"
#include "model/findings/robustness.hpp"
#include "model/findings/scores.hpp"
#include "model/findings/summary.hpp"
#include "render/layout/layout.hpp"
#include "render/picture/picture.hpp"

namespace entente::cli {

struct AnalysisOptions {
    DataOptions data;
    SelectionOptions selection;
    std::string layout = "auto", size = "degree", theme = "light";
    std::string algorithm = "leiden";
    unsigned runs = 0;
    double resolution = 1;
    bool verbose = false;
};

struct Drawn {
    Picture picture;
    Layout layout;
    std::string caption;
};

struct Analysis {
    Analysis(View used, TieSelection all, std::vector<TieId> rows, Graph graph)
        : view(std::move(used)),
          all_selection(std::move(all)),
          all_rows(std::move(rows)),
          all_graph(std::move(graph)) {}

    View view;                   // what the measures and communities use: by default all but hostile ties
    TieSelection all_selection;  // what the summary, the figures and ties.csv use: by default all ties
    std::vector<TieId> all_rows;
    Graph all_graph;
    ScoreTable scores;
    Partition partition;
    Summary summary;
    std::vector<double> tie_betweenness;  // of each row of the data; nan where its tie takes no part
    std::optional<Balance> balance;
    std::vector<Robustness> robustness;
    std::optional<Drawn> network_figure, communities_figure, balance_figure;
    std::vector<std::string> left_out;
};

// Throws as the single commands do.
Analysis analyze(Context& context, const AnalysisOptions& options);

}  // namespace entente::cli
