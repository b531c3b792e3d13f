#include "report/page/html.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/page/content_policy.hpp"
#include "report/page/text.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::report;
using Catch::Contains;

namespace {

constexpr std::string_view hostile_label = "</script><img src=x onerror=alert(1)>\xE2\x80\xAE\"'&";

// Three actors in a row, the first of a hostile name, with measures, communities, a source for the ties and
// warnings.
struct Example {
    Network network = test::network_of("a->b +2, b->c -1.5");
    ScoreTable scores;
    Partition partition;
    Summary summary;

    Example() {
        network.actors.label = {};
        for (const std::string_view label : {hostile_label, std::string_view("Bob"), std::string_view("")})
            network.actors.label.push_back(label);
        network.info.name = "example";
        network.info.title = "An <example>";
        network.files = {"/secret/home/ties.csv"};
        network.ties.citation.push_back("s1");
        network.ties.citation.push_back("s2");
        network.ties.note.push_back("<b>bold</b>");
        network.ties.note.push_back("");
        network.ties.confidence = {0.5, 1};
        network.ties.period = {{*parse_date("1904"), *parse_date("1907-05")}, {}};
        network.sources = {{"s1", "A source", "Publisher", "1907", "https://example.org/?a=1&b=\"2\""},
                           {"s2", "Bad", "", "", "javascript:alert(1)"}};
        const std::vector<ActorId> all{ActorId{0}, ActorId{1}, ActorId{2}};
        scores.actors = all;
        scores.columns = {{"degree", {1, 2, 1}, ""}, {"constraint", {1.0 / 3, undefined, 123456.789}, ""}};
        partition.algorithm = "leiden";
        partition.actors = all;
        partition.community = {1, 1, 2};
        partition.count = 2;
        partition.modularity = 0.25;
        summary.directed = true;
        summary.actors = 3;
        summary.ties = summary.rows = 2;
    }

    ReportInput input() const {
        ReportInput in{network,
                       scores.actors,
                       {TieId{0}, TieId{1}},
                       TieDirections(network, Direction::automatic, true),
                       &scores,
                       &partition,
                       &summary};
        in.figures = {
            {"network", "The network", "Caption.",
             "<svg role=\"group\"><title>t</title><g class=\"node\" data-id=\"a\"><circle/></g></svg>"}};
        in.measures = {{"degree", "how many ties", "Freeman 1978"}};
        in.settings = {{"ties", "nonnegative"}};
        Diagnostic remark;
        remark.spot.file = "/secret/home/actors.csv";
        remark.spot.line = 3;
        remark.severity = Severity::warning;
        remark.message = "odd <thing>";
        in.remarks.push_back(remark);
        in.left_out = {"hub: needs directed ties"};
        in.command = "entente analyze example";
        return in;
    }
};

// The text of the element that `start` opens.
std::string between(const std::string& page, const std::string& start, const std::string& end) {
    const std::size_t open = page.find(start);
    REQUIRE(open != std::string::npos);
    const std::size_t from = open + start.size(), to = page.find(end, from);
    REQUIRE(to != std::string::npos);
    return page.substr(from, to - from);
}

nlohmann::json data_of(const std::string& page) {
    return nlohmann::json::parse(
        between(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
}

}  // namespace

TEST_CASE("The page forbids everything but its own script and style", "[report]") {
    const std::string page = html_report(Example().input());
    const std::string policy =
        between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");
    CHECK_THAT(policy, Catch::StartsWith("default-src 'none'; "));
    CHECK_THAT(policy,
               Contains("script-src " + policy_source(sha256(between(page, "<script>", "</script>")))));
    CHECK_THAT(policy, Contains("style-src " + policy_source(sha256(between(page, "<style>", "</style>")))));
    CHECK_THAT(policy, !Contains("unsafe"));
    CHECK(page.find("Content-Security-Policy") < page.find("<style"));
}

TEST_CASE("A hostile label is text wherever the page shows it", "[report]") {
    const std::string page = html_report(Example().input());
    CHECK_THAT(page, !Contains("<img"));
    CHECK_THAT(page, Contains("<bdi>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"));
    CHECK_THAT(page, Contains("odd &lt;thing&gt;") && Contains("&lt;b&gt;bold") &&
                         Contains("<title>An &lt;example&gt;</title>"));
    std::size_t scripts = 0;
    for (std::size_t at = 0; (at = page.find("</script", at)) != std::string::npos; ++at) ++scripts;
    CHECK(scripts == 2);
}

TEST_CASE("The data in the page are JSON without a '<'", "[report]") {
    const std::string page = html_report(Example().input());
    const std::string text = between(page, "<script type=\"application/json\" id=\"data\">", "</script>");
    CHECK_THAT(text, !Contains("<") && Contains("\\u003c/script>"));
    const auto data = data_of(page);
    CHECK(data["schema"] == 1);
    CHECK(data["actors"]["label"][0] == hostile_label);
    CHECK(data["measures"][1]["values"][0].get<double>() == 0.333333333333);
    CHECK(data["measures"][1]["values"][1].is_null());
    CHECK(data["ties"]["source"] == nlohmann::json::array({0, 1}));
    CHECK(data["ties"]["sign"] == nlohmann::json::array({1, -1}));
    CHECK(data["ties"]["start"]["words"][0] == "1904");
    CHECK(data["ties"]["to"][1].is_null());
    CHECK(data["ties"]["from"][0] == -24107);  // 1904-01-01
}

TEST_CASE("No absolute path reaches the page", "[report]") {
    const std::string page = html_report(Example().input());
    CHECK_THAT(page, !Contains("/secret"));
    CHECK_THAT(page, Contains("<bdi>actors.csv</bdi>, line 3"));
}

TEST_CASE("Only http and https addresses become links, which tell nobody where they come from", "[report]") {
    const std::string page = html_report(Example().input());
    CHECK_THAT(
        page,
        Contains("<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\""));
    CHECK_THAT(page, !Contains("javascript:"));
    CHECK(web_address(" HTTPS://example.org ") == "HTTPS://example.org");
    for (const auto* bad : {"javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org",
                            "https://a b", "file:///etc", ""}) {
        CHECK(web_address(bad).empty());
    }
}

TEST_CASE("Without a script the page still holds the figure, every actor, every tie and the methods",
          "[report]") {
    const std::string page = html_report(Example().input());
    for (const auto* part : {"<svg role=\"group\"", "id=\"actor-2\"", "id=\"tie-1\"", "how many ties",
                             "Freeman 1978", "entente analyze example", "nonnegative",
                             "hub: needs directed ties", "modularity 0.25", "1904", "1907-05", "A source"}) {
        CHECK_THAT(page, Contains(part));
    }
}

TEST_CASE("The brief says how rows become ties and names no option", "[report]") {
    Example example;
    example.network = test::network_of("a-b +, a-b +, a-b -, b-c -, b-c -, c-a");
    example.network.info.name = "rows";
    example.scores.columns = {{"pagerank", {0.5, 0.3, 0.2}, ""}};
    example.summary.directed = false;
    example.summary.rows = 6;
    example.summary.ties = 3;
    example.summary.hostile_ties = 2;
    example.summary.conflicting_ties = 1;
    ReportInput input = example.input();
    input.rows = {TieId{0}, TieId{1}, TieId{2}, TieId{3}, TieId{4}, TieId{5}};
    input.measured_ties = "3 ties (nonnegative ties); --weighted counts the rows of a pair";
    input.measured_in_brief = "all ties but the hostile ones: 2 ties from 3 of 6 rows";
    const std::string brief = between(html_report(input), "<section id=\"brief\"", "</section>");
    CHECK_THAT(brief, Contains("6 rows of ties between them: 2 friendly, 3 hostile, 1 without a sign"));
    CHECK_THAT(brief,
               Contains("the 6 rows make 3 ties, the 3 hostile rows 2 hostile ties; 1 tie has friendly "
                        "and hostile rows at once."));
    CHECK_THAT(brief, Contains("Come by most often when ties are followed at random: "));
    CHECK_THAT(brief,
               Contains("These measures take all ties but the hostile ones: 2 ties from 3 of 6 rows."));
    CHECK_THAT(brief, !Contains("--") && !Contains("well tied"));
}

TEST_CASE("Columns of many rows are written in fewer bytes and mean the same", "[report]") {
    std::string spec;
    for (int i = 0; i < 2500; ++i)
        spec += fmt::format("{}n{}-n{}{}", i == 0 ? "" : ", ", i, i + 1, i % 3 == 0 ? " -" : " +");
    const Network network = test::network_of(spec);
    std::vector<ActorId> actors;
    for (std::uint32_t i = 0; i < network.actor_count(); ++i) actors.push_back(ActorId{i});
    std::vector<TieId> rows;
    for (std::uint32_t i = 0; i < network.tie_count(); ++i) rows.push_back(TieId{i});
    ScoreTable scores;
    scores.actors = actors;
    scores.columns = {{"closeness", std::vector<double>(actors.size(), 1.0 / 3), ""}};
    ReportInput input{network, actors, rows, TieDirections(network, Direction::automatic, false), &scores};
    const std::string page = html_report(input);
    const auto data = data_of(page);
    CHECK(data["ties"]["row"] == nlohmann::json({{"first", 1}, {"step", 1}}));
    const auto& sign = data["ties"]["sign"];
    REQUIRE(sign["rows"].size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(sign["words"][sign["rows"][i].get<std::size_t>()] == (i % 3 == 0 ? -1 : 1));
    CHECK(data["digits"] == 6);
    CHECK(data["measures"][0]["values"]["words"] == nlohmann::json::array({0.333333}));
    CHECK_THAT(page, Contains("The table holds the first 500 of 2,501 actors; centrality.csv has them all."));
    CHECK_THAT(page, Contains("id=\"actor-499\"") && !Contains("id=\"actor-500\""));
}

TEST_CASE("A page of an empty network stands", "[report]") {
    const Network network;
    const ReportInput input{network, {}, {}, TieDirections(network, Direction::automatic, false)};
    CHECK_THAT(html_report(input), Contains("0 actors and 0 ties") && Contains("</html>"));
}

TEST_CASE("Numbers are rounded for reading, never to nothing", "[report]") {
    CHECK(rounded(0.123456) == "0.1235");
    CHECK(rounded(1204) == "1,204");
    CHECK(rounded(-1234567) == "-1,234,567");
    CHECK(rounded(123456.789) == "123,457");
    CHECK(rounded(3.2e-9) == "3.2e-09");
    CHECK(rounded(-0.0) == "0");
    CHECK(rounded(undefined).empty());
}

TEST_CASE("Control characters of a label do not reach the page", "[report]") {
    CHECK(escaped(std::string("a\0b\x1b\x7f", 5)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\xEF\xBF\xBD");
}
