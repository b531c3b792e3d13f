// The figures of an analysis.
#pragma once

#include <memory>

#include "render/layout/layout.hpp"
#include "study/analysis.hpp"

namespace entente::study {

// Network and communities in one layout, the matrix where most pairs are tied, and the balance where ties are
// signed. Throws as render::lay_out does.
class AnalysisFigures {
public:
    // Needs the communities and the balance, and scores only where a measure is to show as size. Goes on
    // until a thread of the run is free.
    AnalysisFigures(const AnalysisRun& run, const Analysis& analysis);

    // How many threads of the run the layout takes.
    unsigned running() const { return layout_.running(); }

    // Puts the figures into the analysis, and adds to what is left out which layouts failed.
    void finish(const AnalysisRun& run, Analysis& analysis);

private:
    struct Pictures {
        render::Picture by_kind, by_community;
        const char* colored = "";
    };
    static Pictures pictures_of(const AnalysisRun& run, const Analysis& analysis);

    std::unique_ptr<Pictures> pictures_;
    render::LayoutSearch layout_;
};

}  // namespace entente::study
