#include "io/formats/named_actors.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;

TEST_CASE("attributes beyond the last column of a table are an error, in every format that declares none",
          "[slow]") {
    std::string first, second, dot_first, dot_second, json_first, json_second;
    for (int i = 0; i < 9000; ++i) {
        const std::string one = "x" + std::to_string(i), other = "y" + std::to_string(i);
        first += one + " 1\n", second += other + " 1\n";
        dot_first += one + "=1\n", dot_second += other + "=1\n";
        json_first += ",\"" + one + "\":1\n", json_second += ",\"" + other + "\":1\n";
    }
    const std::map<std::string, std::string> files{
        {"net.gml", "graph [\nnode [ id 1\n" + first + "]\nnode [ id 2\n" + second +
                        "]\nedge [ source 1 target 2 ]\n]\n"},
        {"net.dot", "graph {\na [" + dot_first + "]\nb [" + dot_second + "]\na -- b\n}\n"},
        {"net.json", "{\"nodes\":[{\"id\":\"a\"" + json_first + "},{\"id\":\"b\"" + json_second +
                         "}],\"links\":[{\"source\":\"a\",\"target\":\"b\"}]}"}};
    for (const auto& [name, text] : files) {
        CAPTURE(name);
        // In line 16,386 or so: after as many attributes as fit.
        const std::string said = test::said({{name, text}});
        CHECK_THAT(said, Catch::StartsWith(name + ":16") &&
                             Catch::Contains("error: more than 16384 attributes; no table holds as many"));
    }
}
