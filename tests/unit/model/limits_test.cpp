#include "model/limits.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "support/places.hpp"

using namespace entente;

TEST_CASE("every limit is listed, and docs/methods.md says the same of it") {
    REQUIRE(limit_rows().size() * sizeof(std::uint64_t) == sizeof(Limits));
    const std::string methods = read_file(test::project_root() + "/docs/methods.md");
    for (const LimitRow& row : limit_rows()) {
        const std::string line =
            fmt::format("| {} | {} | {} | {} |\n", row.name, limits.*row.value, row.unit, row.meaning);
        CAPTURE(line);
        CHECK(methods.find(line) != std::string::npos);
    }
}
