// Where the tests find the project's own files and the program. Known to one source file only, so that the
// others compile to the same object in every checkout and the compiler cache serves them all.
#pragma once

#include <string>

namespace entente::test {

std::string project_root();
std::string program();
std::string faults_library();  // to be preloaded: tests/program/faults.cpp

}  // namespace entente::test
