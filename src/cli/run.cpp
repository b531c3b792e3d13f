#include "cli/run.hpp"

#include <ostream>

namespace entente::cli {

int run(const std::vector<std::string>&, std::ostream&, std::ostream& err) {
    err << "entente: no commands yet\n";
    return 2;
}

}  // namespace entente::cli
