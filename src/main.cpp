#include <iostream>

#include "cli/run.hpp"

int main(int argc, char** argv) { return entente::cli::run({argv, argv + argc}, std::cout, std::cerr); }
