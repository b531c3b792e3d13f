// The data of a command and the actors that it names.
#pragma once

#include <string>

#include "cli/options/data_options.hpp"
#include "cli/options/selection_options.hpp"
#include "study/expectation.hpp"
#include "study/selected_data.hpp"

namespace entente::cli {

// Reads the data and selects the ties; says what is odd about them. Throws as load and build_graph do.
study::SelectedData selected_data(Context& context, const DataOptions& data, const TieSelection& ties);

// load, and of two-mode data the one-mode network where the selection asks for it. Throws as project does.
io::Reading load_for(Context& context, const DataOptions& data, const TieSelection& ties,
                     Remarks remarks = Remarks::counted);

// Throws Error(Fault::usage), with the column that looks like dates, where a span of time is asked of data of
// which no tie is dated.
void refuse_undated(const TieSelection& ties, const Network& network);

// Throws Error(Fault::usage) where sources are to be left out of a network that --project made.
void refuse_projected(const Network& network);

// Says before it starts what will take long.
void expect(Context& context, const Graph& graph, const study::Work& work);

// The actor that a word of the user names, by id or by label; says which was taken where it could have meant
// another. Throws as Network::find_actor does.
ActorId actor_named(Context& context, const Network& network, const std::string& word);

}  // namespace entente::cli
