// GraphML as other programs write it, and as nobody should.
#include "io/formats/xml/graphml.hpp"

#include <atomic>
#include <catch2/catch.hpp>

#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) {
    const Folder folder(std::map<std::string, std::string>{{"net.graphml", text}});
    return io::read_graphml(folder / "net.graphml", {});
}

std::string in_graphml(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" +
           body + "</graphml>\n";
}

std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("graphml: nodes are actors, edges ties, keys columns with their defaults") {
    const auto file = parsed(in_graphml(
        "<key id='d0' for='node' attr.name='label' attr.type='string'/>\n"
        "<key id='d1' for='edge' attr.name='weight' attr.type='double'><default>1</default></key>\n"
        "<key id='d2' for='node' attr.name='active' attr.type='boolean'/>\n"
        "<key id='faction' for='node'/>\n"
        "<graph edgedefault='undirected'>\n"
        "<node id='a'><data key='d0'>حزب &amp; \"co\"\nx</data><data key='d2'>  TRUE </data></node>\n"
        "<node id='b'><data key='faction'><![CDATA[<1>]]></data></node>\n"
        "<edge source='a' target='b' directed=' true '><data key='d1'> 2.50 </data></edge>\n"
        "<edge source='b' target='a'/>\n"
        "</graph>"));
    CHECK(actors(file) == "id,label,active,faction\na,حزب & \"co\"\nx,true,\nb,,,<1>\n");
    CHECK(ties(file) == "source,target,directed,weight\na,b,true,2.50\nb,a,false,1\n");
    CHECK(text_of(file).empty());
    const io::RawTable& table = file.networks[0].ties;
    CHECK(table.row_place(0).line == 11);
    CHECK(table.row_place(1).line == 12);
    CHECK(table.place(0, 3).column == 62);
    CHECK(file.networks[0].actors.file.ends_with("net.graphml"));
}

TEST_CASE("graphml: several graphs over the same nodes are relations of one network") {
    const auto file = parsed(
        in_graphml("<key id='l' for='node' attr.name='label'/><key id='w' for='edge' attr.name='weight'/>"
                   "<graph id='advice' edgedefault='directed'><node id='1'><data key='l'>A</data></node>"
                   "<node id='2'/><edge source='1' target='2'><data key='w'>3</data></edge></graph>"
                   "<graph id='friends' edgedefault='undirected'><node id='1'><data key='l'>B</data></node>"
                   "<node id='2'/><node id='3'/><edge source='2' target='3'/></graph>"));
    CHECK(actors(file) == "id,label\n1,A\n2,\n3,\n");
    CHECK(ties(file) == "source,target,directed,weight,relation\n1,2,true,3,advice\n2,3,false,,friends\n");
    CHECK_THAT(text_of(file), Catch::Contains("warning: '1' has other attributes in a later graph"));
    CHECK(ties(parsed(in_graphml("<graph id='G' edgedefault='directed'><node id='1'/>"
                                 "<edge source='1' target='1'/></graph>"))) ==
          "source,target,directed\n1,1,true\n");
}

TEST_CASE("graphml: nodes of a graph within a node are actors with that node as their group") {
    const auto file =
        parsed(in_graphml("<graph edgedefault='directed'><node id='bloc'><graph edgedefault='directed'>"
                          "<node id='a'/><node id='b'/><edge source='a' target='b'/></graph></node>"
                          "<node id='c'/><edge source='c' target='bloc'/></graph>"));
    CHECK(actors(file) == "id,group\nbloc,\na,bloc\nb,bloc\nc,\n");
    CHECK(ties(file) == "source,target,directed\na,b,true\nc,bloc,true\n");
    CHECK_THAT(text_of(file), Catch::Contains("warning: a graph within a node: its 2 nodes are actors"));
}

TEST_CASE("graphml: labels of yEd and yFiles are labels, looks are left out and named once") {
    const auto yed = parsed(in_graphml(
        "<key for='node' id='d0' yfiles.type='nodegraphics'/><key for='edge' id='d1' "
        "yfiles.type='edgegraphics'/>"
        "<graph edgedefault='directed'>"
        "<node id='n0'><data key='d0'><y:ShapeNode><y:Geometry height='30'/><y:NodeLabel>  Tripoli\n"
        "<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel><y:NodeLabel>second</y:NodeLabel>"
        "</y:ShapeNode></data></node>"
        "<node id='n1'><data key='d0'><y:ShapeNode/></data></node>"
        "<edge source='n0' target='n1'><data key='d1'><y:PolyLineEdge><y:EdgeLabel>funds</y:EdgeLabel>"
        "</y:PolyLineEdge></data></edge></graph>"));
    CHECK(actors(yed) == "id,label\nn0,Tripoli\nn1,\n");
    CHECK(ties(yed) == "source,target,directed,label\nn0,n1,true,funds\n");
    CHECK_THAT(text_of(yed), Catch::Contains("left out: 'nodegraphics' and 'edgegraphics'\n"));
    const auto yfiles = parsed(in_graphml(
        "<key id='d4' for='node' attr.name='NodeLabels' y:attr.uri='x'/><graph edgedefault='directed'>"
        "<node id='n0'><data key='d4'><x:List><y:Label><y:Label.Text><![CDATA[Top left]]>"
        "</y:Label.Text></y:Label></x:List></data><port name='p0'><data key='zz'>x</data></port>"
        "</node></graph>"));
    CHECK(actors(yfiles) == "id,label\nn0,Top left\n");
    CHECK(text_of(yfiles).empty());
}

TEST_CASE("graphml: hyperedges are counted and left out, keys in the wrong place or unused are told") {
    const auto file = parsed(
        in_graphml("<key id='u' for='node' attr.name='party'/>\n<key id='g' for='graph' attr.name='place'/>\n"
                   "<key id='t' for='graph' attr.name='title'/>\n"
                   "<graph edgedefault='undirected'><data key='t'>Sees</data><node id='a'><data "
                   "key='g'>x</data></node>\n"
                   "<node id='b'><data key='nowhere'>7</data></node>"
                   "<hyperedge><endpoint node='a'/><endpoint node='b'/></hyperedge><hyperedge/></graph>"));
    CHECK(actors(file) == "id,nowhere\na,\nb,7\n");
    CHECK(file.networks[0].title == "Sees");
    CHECK(file.networks[0].left_out.at(0).rows == 2);
    CHECK(text_of(file) ==
          "net.graphml:6:85: warning: the attribute 'place' is declared for graph, not for node; it is left "
          "out\n"
          "net.graphml:7:14: warning: the key 'nowhere' is not declared; it is read as text\n"
          "net.graphml:3:1: warning: declared and never used: 'party'\n"
          "net.graphml:7:49: warning: 2 hyperedges are left out: a tie has two ends\n");
}

TEST_CASE("graphml: attributes called as a column that is there anyway get another name") {
    const auto file = parsed(
        in_graphml("<key id='k0' for='node' attr.name='ID'/><key id='k1' for='edge' attr.name='source'/>"
                   "<key id='k2' for='edge' attr.name='Weight'/><key id='k3' for='edge' attr.name='weight'/>"
                   "<key id='k4' for='edge' attr.name='weight'/>"
                   "<graph edgedefault='directed'><node id='a'><data key='k0'>7</data></node><edge "
                   "source='a' target='a'>"
                   "<data key='k1'>NYT</data><data key='k2'>1</data><data key='k4'>2</data></edge></graph>"));
    CHECK(actors(file) == "id,ID_2\na,7\n");
    CHECK(ties(file) == "source,target,directed,citation,Weight,weight_2\na,a,true,NYT,1,2\n");
}

TEST_CASE("graphml: entities are refused, whatever they would expand to") {
    const std::string bomb =
        "<?xml version='1.0'?>\n<!DOCTYPE graphml [\n<!ENTITY lol 'lol'>\n<!ENTITY lol2 "
        "'&lol;&lol;&lol;'>]>\n"
        "<graphml><graph edgedefault='directed'><node id='&lol2;'/></graph></graphml>";
    CHECK_THAT(text_of(parsed(bomb)),
               Catch::StartsWith("net.graphml:3:14: error: the file declares the entity 'lol'"));
    CHECK(parsed(bomb).networks[0].actors.size() == 0);
    const std::string outside =
        "<!DOCTYPE graphml [<!ENTITY passwd SYSTEM 'file:///etc/passwd'>]>\n<graphml>&passwd;</graphml>";
    CHECK_THAT(text_of(parsed(outside)), Catch::Contains("error: the file declares the entity 'passwd'"));
    CHECK_THAT(text_of(parsed("<!DOCTYPE g [<!ENTITY % p SYSTEM 'x.dtd'> %p;]><graphml/>")),
               Catch::Contains("declares the entity 'p'"));
    const std::string with_dtd =
        "<!DOCTYPE graphml SYSTEM 'graphml.dtd'>\n<graphml><graph edgedefault='directed'>"
        "<node id='a&amp;b&#233;'/>";
    CHECK(actors(parsed(with_dtd + "</graph></graphml>")) == "id\na&bé\n");
    CHECK_THAT(text_of(parsed(with_dtd + "<node id='&who;'/></graph></graphml>")),
               Catch::StartsWith("net.graphml:2:66: error: the entity 'who' would have to be looked up"));
    CHECK_THAT(text_of(parsed(with_dtd + "&who;</graph></graphml>")),
               Catch::Contains("error: the entity 'who'"));
}

TEST_CASE("graphml: damaged files are errors at their place, what came before is kept") {
    const auto cut = parsed("<graphml><graph edgedefault='directed'><node id='a'/>\n<node id='b'");
    CHECK(actors(cut) == "id\na\n");
    CHECK(text_of(cut) == "net.graphml:2:1: error: the XML ends in the middle; the file is cut short\n");
    CHECK_THAT(text_of(parsed("")), Catch::Contains("it is empty or cut short"));
    CHECK_THAT(text_of(parsed("<graphml/>")), Catch::Contains("holds no <graph>"));
    CHECK_THAT(text_of(parsed(in_graphml("<graph><node id='\x01'/></graph>"))), Catch::Contains(":3:"));
    CHECK_THAT(text_of(parsed("<graphml>\n</graph>")),
               Catch::StartsWith("net.graphml:2:3: error: this end tag"));
    CHECK_THAT(text_of(parsed("<graphml>\n\xFF</graphml>")),
               Catch::StartsWith("net.graphml:2:1: error: XML allows"));
    CHECK_THAT(text_of(parsed(in_graphml("<graph edgedefault='both'/>"))),
               Catch::Contains("error: edgedefault must be directed or undirected, not 'both'"));
    CHECK_THAT(text_of(parsed(in_graphml("<node id='a'/><edge source='a' target='a'/>"))),
               Catch::Contains("error: this node stands outside of any graph"));
}

TEST_CASE("graphml: files that would fill the memory or the stack are refused") {
    std::string deep = "<graphml>";
    for (int i = 0; i < 20'000; ++i) deep += "<graph><node id='n'>";
    CHECK_THAT(text_of(parsed(deep)), Catch::Contains("error: elements are nested more than 10000 deep"));
    std::string wide;
    for (int i = 0; i < 40'000; ++i) wide += "<key id='k" + std::to_string(i) + "' for='node'/>\n";
    CHECK_THAT(text_of(parsed(in_graphml(wide))), Catch::Contains("error: more than 32768 keys"));
    std::string attributes = "<graph><node id='n'>";
    for (int i = 0; i < 20'000; ++i) attributes += "<data key='k" + std::to_string(i) + "'>1</data>\n";
    CHECK_THAT(text_of(parsed(in_graphml(attributes + "</node></graph>"))),
               Catch::Contains("error: more than 16384 attributes"));
    const std::string id(20'000'000, 'x');
    CHECK(parsed(in_graphml("<graph><node id='" + id + "'/></graph>")).networks[0].actors.cell(0, 0) == id);
}

TEST_CASE("graphml: a byte order mark, UTF-16, blanks before the declaration and prefixes are read") {
    const std::string body =
        "<g:graphml xmlns:g='u u'><g:graph edgedefault='directed'><g:node id='é'/></g:graph></g:graphml>";
    CHECK(actors(parsed("\xEF\xBB\xBF" + body)) == "id\né\n");
    const auto later = parsed("\n\n <?xml version='1.0'?>\n" + body);
    CHECK(actors(later) == "id\né\n");
    CHECK(later.networks[0].actors.row_place(0).line == 4);
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("<graphml><graph><node id='a'/></graph></graphml>")) utf16 += {c, '\0'};
    CHECK(actors(parsed(utf16)) == "id\na\n");
}

TEST_CASE("graphml: Ctrl-C ends the reading") {
    const Folder folder(std::map<std::string, std::string>{{"net.graphml", in_graphml("<graph/>")}});
    const std::atomic<bool> stop{true};
    CHECK_THROWS_WITH(io::read_graphml(folder / "net.graphml", {.threads = 1, .stop = &stop}),
                      Catch::Contains("interrupted"));
}
