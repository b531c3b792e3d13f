#include <iostream>
#include <sstream>

#include "cli/run.hpp"
#ifdef ENTENTE_MPI
#include "cluster/mpi_ranks.hpp"
#endif

namespace {

int run(int argc, char** argv, std::ostream& out, std::ostream& err, entente::Ranks* ranks = nullptr) {
    return entente::cli::run({argv, static_cast<std::size_t>(argc)}, out, err, ranks);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef ENTENTE_MPI
    entente::cluster::MpiRanks ranks(argc, argv);
    if (ranks.alone()) {
        entente::cli::end_at_once_without_memory();
        return run(argc, argv, std::cout, std::cerr);
    }
    if (ranks.writes()) return ranks.finish(run(argc, argv, std::cout, std::cerr, &ranks)).status;
    // What all processes say the first one says; what went wrong in this one alone it says itself.
    std::ostringstream out, err;
    const auto end = ranks.finish(run(argc, argv, out, err, &ranks));
    if (end.status != 0 && !end.first_knows) std::cerr << err.str();
    return end.status;
#else
    entente::cli::end_at_once_without_memory();
    return run(argc, argv, std::cout, std::cerr);
#endif
}
