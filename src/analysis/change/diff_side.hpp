// One of two networks that are compared.
#pragma once

#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct DiffSide {
    const Network& network;
    TieSelection selection;
};

}  // namespace entente
