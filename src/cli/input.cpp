#include "cli/input.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

void tell_undated(Context& context, const TieSelection& ties, const Network& network) {
    if (ties.window && !network.has_dates())
        note(context, "the data have no dates: --at, --from and --to leave no tie out");
}

study::SelectedData selected_data(Context& context, const DataOptions& data, const TieSelection& ties) {
    io::Reading reading = load(context, data);
    tell_undated(context, ties, reading.network);
    return study::select_data(std::move(reading), ties);
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
