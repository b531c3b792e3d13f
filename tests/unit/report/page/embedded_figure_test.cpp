#include "report/page/embedded_figure.hpp"

#include <catch2/catch.hpp>

using Catch::Contains;
using entente::report::embedded_figure;

namespace {

constexpr auto standalone = R"svg(<?xml version="1.0" encoding="UTF-8"?>
<!-- a figure -->
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800" role="img" aria-labelledby="title desc">
<title id="title">Two &lt;states&gt;</title><desc id="desc">d</desc>
<marker id="arrow"/>
<g class="edge negative" data-source="a" data-target="b"><path d="M0,0" marker-end="url(#arrow)" style="stroke:red; stroke-width:2"/></g>
<g class='node' data-id='say "a" > b'><circle r="3" onclick="alert(1)"/><text>a</text></g>
<g class="node" data-id="b"><use href="#arrow"/></g>
<script>alert(1)</script>
</svg>
)svg";

}  // namespace

TEST_CASE("An embedded figure is a group whose nodes and ties can be focused", "[report]") {
    const std::string svg = embedded_figure(standalone, "network", "The \"network\"").svg;
    CHECK_THAT(svg, Catch::StartsWith("<svg "));
    CHECK_THAT(svg, Contains("role=\"group\""));
    CHECK_THAT(svg, Contains("aria-label=\"The &quot;network&quot;\""));
    CHECK_THAT(svg, Contains("<g class=\"node\" data-id=\"say &quot;a&quot; > b\" tabindex=\"0\">"));
    CHECK_THAT(svg, Contains("data-id=\"b\" tabindex=\"-1\""));
    CHECK_THAT(svg, Contains("data-target=\"b\" tabindex=\"0\""));
    CHECK_THAT(svg, !Contains("role=\"img\"") && !Contains("<?xml") && !Contains("width=\"1200\""));
    CHECK_THAT(svg, Contains("Two &lt;states&gt;"));
}

TEST_CASE("Ids of an embedded figure are its own, and references follow them", "[report]") {
    const std::string svg = embedded_figure(standalone, "network", "").svg;
    CHECK_THAT(svg, Contains("<marker id=\"network-arrow\"/>"));
    CHECK_THAT(svg, Contains("url(#network-arrow)"));
    CHECK_THAT(svg, Contains("href=\"#network-arrow\""));
}

TEST_CASE("An embedded figure holds nothing that a strict policy blocks", "[report]") {
    const std::string svg = embedded_figure(standalone, "network", "").svg;
    CHECK_THAT(svg,
               !Contains("<script") && !Contains("alert") && !Contains("onclick") && !Contains(" style="));
    CHECK_THAT(svg, Contains("stroke=\"red\"") && Contains("stroke-width=\"2\""));
}

TEST_CASE(
    "A large embedded figure leaves the tooltips of its ties to the page's data, and keeps those of its "
    "nodes",
    "[report]") {
    std::string large = "<svg>";
    while (large.size() < 300'000)
        large += "<g class=\"edge\" data-relation=\"r\" data-rows=\"1\"><path/><title>tie</title></g>";
    large += "<g class=\"node\" data-id=\"a\"><circle/><title>node</title></g></svg>";
    const std::string svg = embedded_figure(large, "n", "").svg;
    CHECK(svg.find("<title>tie") == std::string::npos);
    CHECK(svg.find("data-relation") == std::string::npos);
    CHECK_THAT(svg, Contains("data-rows=\"1\"") && Contains("<circle/><title>node</title></g></svg>"));
}

TEST_CASE("The styles of a figure are given back, to be allowed by their digest", "[report]") {
    const auto figure = embedded_figure("<svg><style>.node{fill:red}</style><g/></svg>", "n", "");
    REQUIRE(figure.styles.size() == 1);
    CHECK(figure.styles[0] == ".node{fill:red}");
}
