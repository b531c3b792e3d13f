#include "render/write/xml.hpp"

#include <catch2/catch.hpp>

using namespace entente::render;

TEST_CASE("An element without content closes itself, one with content is closed by its name") {
    XmlWriter xml;
    xml.open("g").open("circle").attribute("r", 3).close().close();
    CHECK(xml.take() == "<g><circle r=\"3\"/></g>");
}

TEST_CASE("Text and attributes are escaped, and the line breaks of a text survive") {
    XmlWriter xml;
    xml.open("title").attribute("id", "a \"<b>\"").text("x & y\n<z>").close();
    CHECK(xml.take() == "<title id=\"a &quot;&lt;b&gt;&quot;\">x &amp; y\n&lt;z&gt;</title>");
}

TEST_CASE("What is for programs stays as it is, what is for people loses invisible overrides") {
    const std::string id = "a\u202bb\ufeff\x7f\n\t<c";
    XmlWriter xml;
    xml.open("g").attribute("data-id", id).attribute("aria-label", id).close();
    CHECK(xml.take() == "<g data-id=\"a\u202bb\ufeff\x7f&#10;&#9;&lt;c\" aria-label=\"ab  &lt;c\"/>");
}

TEST_CASE("What no XML can hold becomes a replacement character, in what is for programs too") {
    XmlWriter xml;
    xml.open("g").attribute("data-id", "a\xef\xbf\xbe b\xef\xbf\xbf\x01 \xef\xbc\x81 \ufffd").close();
    CHECK(xml.take() == "<g data-id=\"a\ufffd b\ufffd\ufffd \xef\xbc\x81 \ufffd\"/>");
}

TEST_CASE("Coordinates have at most two decimals and none that say nothing") {
    CHECK(coordinate(2) == "2");
    CHECK(coordinate(-0.501) == "-0.5");
    CHECK(coordinate(1.005001) == "1.01");
    CHECK(coordinate(-0.001) == "0");
}
