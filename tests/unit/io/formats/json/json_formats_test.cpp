// Networks in JSON as other programs write them.
#include <catch2/catch.hpp>

#include "io/formats/json/cytoscape.hpp"
#include "io/formats/json/follow_the_money.hpp"
#include "io/formats/json/kumu.hpp"
#include "io/formats/json/node_link.hpp"
#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("node-link: NetworkX says directed for all links, the numbers of parallel ones say nothing") {
    const auto file = io::read_node_link(
        R"({"directed": true, "multigraph": true, "graph": {"name": "N"}, "nodes": [{"id": 1,
          "tags": ["x", "y"]},
            {"id": "b", "label": "B"}], "links": [{"source": 1, "target": "b", "weight": 2.50, "key": 0}]})",
        "n.json");
    CHECK(text_of(file).empty());
    CHECK(actors(file) == "id,tags,label\n1,x; y,\nb,,B\n");
    CHECK(ties(file) == "source,target,directed,weight\n1,b,true,2.50\n");
    CHECK(file.networks[0].title == "N");
}

TEST_CASE("node-link: d3's links may be numbers of nodes without ids, or nodes") {
    const auto file = io::read_node_link(
        R"({"nodes": [{"name": "a", "x": 1}, {"name": "b"}],
            "links": [{"source": 1, "target": 0, "value": 3}, {"source": {"name": "a"}, "target": "b"}]})",
        "n.json");
    CHECK(actors(file) == "id\na\nb\n");
    CHECK(ties(file) == "source,target,value\nb,a,3\na,b,\n");
    CHECK(text_of(file).find("note: positions, colors and styles are left out (x)") != std::string::npos);
}

TEST_CASE("node-link: graphology's attributes and vis.js's from and to are read") {
    CHECK(ties(io::read_node_link(R"({"nodes": [{"key": "a", "attributes": {"label": "A"}}, {"key": "b"}],
        "edges": [{"source": "a", "target": "b", "undirected": true, "attributes": {"weight": 4}}]})",
                                  "n.json")) == "source,target,directed,weight\na,b,false,4\n");
    CHECK(ties(io::read_node_link(R"({"nodes": [{"id": 1}, {"id": 2}], "edges": [{"from": 1, "to": 2}]})",
                                  "n.json")) == "source,target\n1,2\n");
}

TEST_CASE("node-link: what holds no network is refused by what it is") {
    const auto told = [](const std::string& text) { return text_of(io::read_node_link(text, "n.json")); };
    CHECK(told(R"([{"name": "a", "url": "u"}])")
              .find("n.json:1:1: error: the file is a list of objects with name, url; a "
                    "network in JSON has nodes and links") == 0);
    CHECK(told(R"({"nodes": [{"name": "a"}], "links": [{"source": 0, "target": 4}]})")
              .find("there is no node '4'") != std::string::npos);
    CHECK(told(R"({"nodes": [], "links": [{"target": "a"}]})")
              .find("n.json:1:25: error: this link has no source") == 0);
    CHECK(told(R"({"nodes": [{"id": "a", "more": {"x": 1}}], "links": []})").find("left out (more)") !=
          std::string::npos);
}

TEST_CASE("cytoscape: elements as a list or by group, parents are groups") {
    const std::string expected_actors = "id,group\na,p\nb,\np,\n";
    for (const char* text :
         {R"([{"data": {"id": "a", "parent": "p"}}, {"data": {"id": "b"}}, {"data": {"id": "p"}},
              {"data": {"id": "e", "source": "a", "target": "b", "interaction": "ally"}}])",
          R"({"elements": {"nodes": [{"data": {"id": "a",
           "parent": "p"}}, {"data": {"id": "b"}}, {"data": {"id": "p"}}],
              "edges": [{"data": {"id": "e", "source": "a", "target": "b", "interaction": "ally"}}]}})"}) {
        const auto file = io::read_cytoscape(text, "n.cyjs");
        CHECK(text_of(file).empty());
        CHECK(actors(file) == expected_actors);
        CHECK(ties(file) == "source,target,interaction\na,b,ally\n");
    }
    CHECK(
        text_of(io::read_cytoscape(R"([{"data": {"label": "x"}}])", "n.cyjs")).find("this node has no id") !=
        std::string::npos);
}

TEST_CASE("kumu: labels are in attributes, mutual connections have no direction") {
    const auto file = io::read_kumu(
        R"({"elements": [{"_id": "1", "attributes": {"label": "A", "element type": "State"}}, {"_id": "2",
          "attributes": {}}],
            "connections": [{"from": "1", "to": "2", "direction": "mutual",
              "attributes": {"connection type": "ally"}},
                            {"from": "1", "to": "2", "direction": "directed", "reversed": true,
                              "attributes": {}}]})",
        "k.json");
    CHECK(actors(file) == "id,label,kind\n1,A,State\n2,,\n");
    CHECK(ties(file) == "source,target,directed,relation\n1,2,mutual,ally\n2,1,directed,\n");
}

TEST_CASE("follow the money: edge schemata are ties, addresses are counted, each problem has its line") {
    const auto file = io::read_follow_the_money(
        "{\"id\": \"p\", \"schema\": \"Person\", \"properties\": {\"name\": [\"P\", \"Q\"]}}\n"
        "{\"id\": \"c\", \"schema\": \"Company\", \"properties\": {\"name\": [\"C\"]}}\n"
        "{\"id\": \"x\", \"schema\": \"Address\", \"properties\": {}}\n"
        "{\"id\": \"o\", \"schema\": \"Ownership\", \"properties\": {\"owner\": [\"p\"], \"asset\": [\"c\", "
        "\"x\"], "
        "\"startDate\": [\"2001-05\"], \"role\": [\"all of it\"]}}\n"
        "{\"id\": \"f\", \"schema\": \"Family\", \"properties\": {\"person\": [\"p\"]}}\n"
        "{\"id\": 1\n",
        "d.ijson");
    CHECK(actors(file) == "id,label,kind,names\np,P,Person,P; Q\nc,C,Company,\n");
    CHECK(ties(file) == "source,target,relation,directed,start,note\np,c,Ownership,true,2001-05,all of it\n");
    REQUIRE(file.networks[0].left_out.size() == 2);
    CHECK(file.networks[0].left_out[0].reason == "Address");
    CHECK(file.networks[0].left_out[1].reason == "Family without two actors");
    CHECK(text_of(file).find("d.ijson:6:9: error: the JSON ends in the middle") == 0);
}
