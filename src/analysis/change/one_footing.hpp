// What two networks have in common before they are compared: how ties run and whether they weigh.
#pragma once

#include <optional>

#include "analysis/change/diff_side.hpp"

namespace entente {

// The two networks on one footing: directed or weighted when either of them is; and where either says of some
// rows how they run, the others of both run both ways, as in one file. The sides that it gives refer to it
// and to the networks that it was made of.
class OneFooting {
public:
    OneFooting(const DiffSide& before, const DiffSide& after);

    DiffSide before(const DiffSide& side) const { return settled(side, old_said_); }
    DiffSide after(const DiffSide& side) const { return settled(side, new_said_); }

private:
    DiffSide settled(const DiffSide& side, const std::optional<Network>& said) const;

    std::optional<Network> old_said_, new_said_;  // with every direction said, where only the other says any
    bool directed_ = false, weighted_ = false;
};

}  // namespace entente
