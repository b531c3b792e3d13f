#include "cli/factions.hpp"

#include "analysis/balance/balance.hpp"
#include "base/error.hpp"

namespace entente::cli {

Balance factions_of(Context& context, const View& view) {
    BalanceOptions options;
    options.draws = 0;
    options.walks = false;
    options.seed = context.seed;
    Balance balance = analyze_balance(view.network(), view.selection, options, context.control);
    context.control.checkpoint();
    if (balance.positive_ties + balance.negative_ties == 0)
        throw Error(Fault::usage, "there are no factions: none of the ties has a sign");
    return balance;
}

}  // namespace entente::cli
