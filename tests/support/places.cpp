#include "support/places.hpp"

namespace entente::test {

std::string project_root() { return ENTENTE_ROOT; }
std::string program() { return ENTENTE_BINARY; }

}  // namespace entente::test
