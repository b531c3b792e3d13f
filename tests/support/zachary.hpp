// Zachary's karate club (Zachary 1977), the network every method has been tried on.
#pragma once

#include "model/network.hpp"

namespace entente::test {

// 34 members "1" … "34" in that order, 78 undirected ties.
Network zachary();

}  // namespace entente::test
