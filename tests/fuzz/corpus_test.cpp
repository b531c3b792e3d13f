// What fuzzing found or began with, again and again: tests/fuzz/corpus has a folder for each target.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.hpp"
#include "fuzz/targets.hpp"
#include "io/formats/formats.hpp"
#include "support/places.hpp"

using namespace entente;

TEST_CASE("every input of the fuzzing corpus keeps its target's contract") {
    for (const fuzz::Target& target : fuzz::targets()) {
        const std::string folder = test::project_root() + "/tests/fuzz/corpus/" + std::string(target.name);
        std::size_t inputs = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            CAPTURE(entry.path().string());
            CHECK_NOTHROW(target.run(read_file(entry.path().string())));
            ++inputs;
        }
        CAPTURE(target.name);
        CHECK(inputs >= 3);
    }
}

TEST_CASE("every format that is read is a target of fuzzing") {
    for (const io::Format& format : io::formats()) {
        CAPTURE(format.name);
        CHECK(std::ranges::find(fuzz::targets(), format.name, &fuzz::Target::name) != fuzz::targets().end());
    }
}
