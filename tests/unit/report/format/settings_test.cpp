#include "report/format/settings.hpp"

#include <catch2/catch.hpp>

#include "report/format/json_value.hpp"

using namespace entente;

TEST_CASE("what was read stands in results by its name, not by where this machine has it") {
    ReadAs absolute, relative;
    absolute.file = "/secret/place/acled.csv";
    relative.file = "data/acled.csv";
    const std::string json = report::to_json(report::reading_value({absolute, relative}));
    CHECK_THAT(json, Catch::Contains("\"file\": \"acled.csv\""));
    CHECK_THAT(json, Catch::Contains("\"file\": \"data/acled.csv\""));
    CHECK_THAT(json, !Catch::Contains("secret"));
}
