// The libraries of PNG and PDF are loaded when they are asked for.
#include <catch2/catch.hpp>
#include <filesystem>

#include "program/run.hpp"
#include "support/reading.hpp"

using namespace entente;

TEST_CASE("without the libraries of PNG and PDF an SVG is drawn, and a PNG says what to install",
          "[program]") {
    const test::Folder folder({{"ties.csv", "source,target\na,b\n"}, {"librsvg-2.so.2", "no library"}});
    const test::RunOptions without_library{.environment = {{"LD_LIBRARY_PATH", folder / "."}}};
    const auto draw = [&](const std::string& file) {
        return test::run_program({"draw", folder / "ties.csv", "-o", folder / file}, without_library);
    };
    CHECK(draw("figure.svg").status == 0);
    for (const std::string file : {"figure.png", "figure.pdf"}) {
        const test::Ended ended = draw(file);
        CHECK(ended.status == 3);
        CHECK(ended.err.find("apt-get install librsvg2-2") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(folder / file));
    }
}
