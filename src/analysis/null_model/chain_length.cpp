#include "analysis/null_model/chain_length.hpp"

#include <fmt/format.h>

#include <numeric>

namespace entente {

Exchanges exchanges_of(std::uint64_t ties, std::uint64_t trials, const std::vector<std::uint64_t>& accepted) {
    Exchanges result;
    result.trials = trials;
    if (accepted.empty() || ties == 0) return result;
    const std::uint64_t sum = std::accumulate(accepted.begin(), accepted.end(), std::uint64_t{0});
    const auto of_ties = static_cast<double>(ties);
    result.accepted_a_tie = static_cast<double>(sum) / static_cast<double>(accepted.size()) / of_ties;
    result.fewest_accepted_a_tie = static_cast<double>(*std::ranges::min_element(accepted)) / of_ties;
    if (sum == 0) {
        result.remark = fmt::format(
            "no exchange of ends was possible in {} trials a draw: every draw is the network itself, which "
            "cannot be compared with chance in this way",
            trials);
    } else if (result.accepted_a_tie < accepted_a_tie_wanted) {
        result.remark = fmt::format(
            "of {} trials a draw only {:.3g} exchanges a tie were accepted, not {:.0f}: the draws may be "
            "more "
            "like the network than chance would have them, and z and p are not to be relied on",
            trials, result.accepted_a_tie, accepted_a_tie_wanted);
    }
    return result;
}

}  // namespace entente
