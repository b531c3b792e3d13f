#include "base/child_process.hpp"

#include <catch2/catch.hpp>
#include <csignal>

#include "base/error.hpp"

using namespace entente;

TEST_CASE("a task in a process of its own gives back every byte, also zeros and megabytes") {
    const std::string bytes = std::string("a\0b", 3) + std::string(3'000'000, 'x');
    CHECK(in_child("the task", [&] { return bytes; }) == bytes);
    CHECK(in_child("the task", [] { return std::string(); }).empty());
}

TEST_CASE("an error of a task in a process of its own keeps its fault and its words") {
    try {
        in_child("the task", []() -> std::string { throw Error(Fault::usage, "too wide"); });
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::usage);
        CHECK(std::string(error.what()) == "too wide");
    }
}

TEST_CASE("a task whose process is killed is an error, not the end of the program") {
    CHECK_THROWS_WITH(in_child("the drawing",
                               []() -> std::string {
                                   std::raise(SIGKILL);
                                   return "";
                               }),
                      Catch::StartsWith("the drawing ended before it was done"));
}
