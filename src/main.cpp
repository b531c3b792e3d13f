#include <iostream>

#include "cli/run.hpp"

int main(int argc, char** argv) {
    return entente::cli::run({argv, static_cast<std::size_t>(argc)}, std::cout, std::cerr);
}
