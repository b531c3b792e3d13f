// What aggregate writes into a folder, and such folders added up: parts of one input, aggregated apart, give
// the same bytes as one run.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "io/aggregate/aggregate.hpp"

namespace entente::io {

using TextSink = std::function<void(std::string_view)>;

void write_ties(const Aggregate& aggregate, const TextSink& out, const Control& control);
void write_actors(const Aggregate& aggregate, const TextSink& out);
// The citations of each period of ties of several periods, for --combine.
void write_citations(const Aggregate& aggregate, const TextSink& out);
// What became of the rows and how they were added up, for --combine.
void write_ledger(const Aggregate& aggregate, const TextSink& out);

// Adds up the folders of options.read.data, with the settings that they name themselves; they must agree, and
// must not have left out ties of few events. Throws Error(Fault::data), Error(Fault::file).
Aggregate combined(const AggregateOptions& options, const Control& control);

// The words of --by, --signs, --weight and --relations.
std::string_view word_of(PeriodKind kind);
std::string_view word_of(CellWeight weight);

}  // namespace entente::io
