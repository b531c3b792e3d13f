#include "cli/input.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/result.hpp"
#include "io/ties/column_problems.hpp"
#include "io/ties/unread_columns.hpp"
#include "model/two_mode.hpp"

namespace entente::cli {

void refuse_undated(const TieSelection& ties, const Network& network) {
    if (!ties.window) return;
    if (std::ranges::any_of(network.ties.period, [](const Period& period) { return period != Period{}; }))
        return;
    if (network.tie_count() == 0) return;
    std::string message = "--at, --from and --to need dated ties, but no tie of the data is dated";
    const io::DateColumn column = io::column_like_dates(network);
    if (!column.name.empty()) {
        const std::string word = quoted_for_shell(column.name);
        message += fmt::format("; the column '{}' looks like dates ('{}'): --columns start={},end={}{}",
                               column.name, column.example, word, word, io::dates_option(column.example));
    }
    throw Error(Fault::usage, message);
}

io::Reading load_for(Context& context, const DataOptions& data, const TieSelection& ties, Remarks remarks) {
    io::Reading reading = load(context, data, remarks);
    if (ties.project != Projection::none) reading.network = project(reading.network, ties.project);
    return reading;
}

study::SelectedData selected_data(Context& context, const DataOptions& data, const TieSelection& ties) {
    io::Reading reading = load_for(context, data, ties);
    refuse_undated(ties, reading.network);
    if (!result_format(context).holds_remarks) {
        for (const std::string& remark : remarks_on_dates(reading.network, ties)) note(context, remark);
    }
    return study::select_data(std::move(reading), ties);
}

void refuse_projected(const Network& network) {
    if (!network.projected) return;
    throw Error(
        Fault::usage,
        "--by source needs the two-mode rows: a tie of --project rests on two of them, each with sources "
        "of its own");
}

void expect(Context& context, const Graph& graph, const study::Work& work) {
    if (const auto said = study::expectation(graph, work)) note(context, *said);
}

ActorId actor_named(Context& context, const Network& network, const std::string& word) {
    const ActorId actor = network.find_actor(word);
    const bool by_id = lower(network.id(actor)) == lower(word);
    for (std::size_t i = 0; by_id && i < network.actor_count(); ++i) {
        const auto other = static_cast<ActorId>(i);
        if (other == actor || lower(network.label(other)) != lower(word)) continue;
        note(context,
             fmt::format("'{}' is taken for the id of {}; the other actor of that name has the id '{}'", word,
                         network.label(actor), network.id(other)));
        break;
    }
    return actor;
}

}  // namespace entente::cli
