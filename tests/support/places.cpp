#include "support/places.hpp"

namespace entente::test {

std::string project_root() { return ENTENTE_ROOT; }
std::string program() { return ENTENTE_BINARY; }
std::string faults_library() { return ENTENTE_FAULTS; }

}  // namespace entente::test
