// report.html: the whole analysis as one page that needs no network and works, less comfortably, without
// JavaScript.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/findings/balance.hpp"
#include "model/findings/explanation.hpp"
#include "model/findings/partition.hpp"
#include "model/findings/robustness.hpp"
#include "model/findings/scores.hpp"
#include "model/findings/summary.hpp"
#include "model/findings/timeline.hpp"
#include "model/merged_ties.hpp"
#include "model/network.hpp"

namespace entente::report {

// A setting of the run as people read it: {"ties", "nonnegative"}.
struct Setting {
    std::string name, value;
};

// A measure or algorithm that the page explains: its name as in the tables, what it is, who defined it.
struct MethodNote {
    std::string name, definition, citation;
};

// A figure as the page holds it, an <svg> element ready to be put there. `name` is the stem of its own file
// ("network"); the caption is one plain sentence.
struct ReportFigure {
    std::string name, title, caption, svg;
};

// A chart of a finding, an <svg> element, in the section of that id ("actors", "communities", "balance",
// "fragile").
struct ReportChart {
    std::string section, caption, svg;
};

// What the page shows. Pointers may be null: the section is then left out. Nothing here may name an absolute
// path, a time of day or a thread count, for the page has to be the same bytes on every machine.
struct ReportInput {
    const Network& network;
    std::vector<ActorId> actors;  // those in use, in order
    std::vector<TieId> rows;      // the rows that the figure and the tables show
    TieDirections directions;     // which way they point
    const ScoreTable* scores = nullptr;
    const Partition* partition = nullptr;
    const Summary* summary = nullptr;
    const Balance* balance = nullptr;
    std::vector<const Robustness*> robustness = {};     // one a measure
    std::vector<const Explanation*> explanations = {};  // of leading actors, by their ties
    const Timeline* timeline = nullptr;                 // slice by slice through time
    std::vector<ReportFigure> figures = {};             // the first is shown first
    std::vector<ReportChart> charts = {};
    std::vector<MethodNote> measures = {};  // of the columns of `scores`
    std::vector<MethodNote> methods = {};   // of everything else: communities, balance, layout
    std::vector<Setting> settings = {};
    std::vector<Diagnostic> remarks = {};    // what the reader said of the data
    std::vector<std::string> left_out = {};  // what was not computed, and why
    std::string measured_ties =
        {};  // which ties the measures are of, in words: "nonnegative ties, directed, weighted"
    std::string measured_in_brief =
        {};  // the same for readers who know no option: "all ties but hostile ones, in their direction: …"
    std::string command = {};  // that makes the page again
};

// The page, UTF-8. Of more than 500 actors or ties the tables hold the first 500 and say so; the script of
// the page shows all, as do the figure, the cards and the downloads. 10,000 actors with 30,000 ties take less
// than 5 MB: ties of the figure are then gathered, measures have six digits.
std::string html_report(const ReportInput& input);

}  // namespace entente::report
