// GEXF of versions 1.1 to 1.3, as other programs write it.
#include "io/formats/xml/gexf.hpp"

#include <catch2/catch.hpp>

#include "io/formats/xml/gexf_time.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) {
    const Folder folder(std::map<std::string, std::string>{{"net.gexf", text}});
    return io::read_gexf(folder / "net.gexf", {});
}

// A graph with the attributes of <graph>, and within it.
io::RawFile graph(const std::string& attributes, const std::string& inside) {
    return parsed(
        "<gexf xmlns='http://gexf.net/1.3' xmlns:viz='http://gexf.net/1.3/viz' version='1.3'>\n<graph " +
        attributes + ">\n" + inside + "</graph></gexf>\n");
}

std::string nodes() { return "<nodes><node id='a' label='A'/><node id='b' label='B'/></nodes>"; }

std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

std::string date(const std::string& text, bool open, io::Side side) {
    return io::date_of({text, open}, side).text;
}

}  // namespace

TEST_CASE("gexf: nodes, edges, attributes by title, defaults") {
    const auto file = graph(
        "defaultedgetype='directed'",
        "<attributes class='node'><attribute id='0' title='party' "
        "type='string'><default>none</default></attribute>"
        "<attribute id='1' title='seats' type='integer'/></attributes>\n"
        "<attributes class='edge' mode='static'><attribute id='0' title='sign' type='string'/></attributes>\n"
        "<nodes count='2'><node id='a' label='Ä &amp; co'><attvalues><attvalue for='0' value='left'/>"
        "<attvalue for='1' value=' 7 '/></attvalues></node><node id='b'/></nodes>\n"
        "<edges><edge id='e1' source='a' target='b' weight='2.5' label='x' kind='pact'>"
        "<attvalues><attvalue for='0' value='+'/></attvalues></edge>\n"
        "<edge id='e2' source='b' target='a' type='undirected'/>"
        "<edge id='e3' source='b' target='a' type='mutual'/></edges>");
    CHECK(actors(file) == "id,label,party,seats\na,Ä & co,left,7\nb,,none,\n");
    CHECK(ties(file) ==
          "source,target,directed,relation,id,label,weight,sign\n"
          "a,b,true,pact,e1,x,2.5,+\nb,a,false,,e2,,,\nb,a,false,,e3,,,\n");
    CHECK(text_of(file).empty());
    CHECK(file.networks[0].ties.row_place(1).line == 7);
}

TEST_CASE("gexf: the default of edges is undirected, of 1.1 files the attribute may be called id") {
    const auto file = parsed(
        "<gexf version='1.1'><graph type='static'><nodes><node id='a'><attvalues>"
        "<attvalue id='k' value='v'/></attvalues></node></nodes>"
        "<edges><edge id='0' source='a' target='a'/></edges></graph></gexf>");
    CHECK(actors(file) == "id,k\na,v\n");
    CHECK(ties(file) == "source,target,directed,id\na,a,false,0\n");
    CHECK_THAT(text_of(file), Catch::Contains("attributes that are not declared, read as text: 'k'"));
}

TEST_CASE("gexf: a tie with several spells or dated weights is one row each") {
    CHECK(
        ties(graph("mode='dynamic' timeformat='date'",
                   nodes() + "<edges><edge source='a' target='b' weight='3'><spells><spell end='1907-05-01'/>"
                             "<spell start='1914-08-01' end='1918-11-11'/></spells></edge>"
                             "<edge source='b' target='a' start='1904-04-08'/></edges>")) ==
        "source,target,directed,weight,end,start\na,b,false,3,1907-05-01,\na,b,false,3,1918-11-11,1914-08-"
        "01\n"
        "b,a,false,,,1904-04-08\n");
    const std::string weights =
        "<attributes class='edge' mode='dynamic'><attribute id='w' title='Weight' type='double'/>"
        "<attribute id='s' title='sign' type='string'/></attributes>";
    const auto file = graph(
        "timeformat='double'",
        weights + nodes() +
            "<edges><edge source='a' target='b' start='2003' end='2006'><attvalues>"
            "<attvalue for='w' value='1' end='2004.0'/><attvalue for='w' value='2' start='2005' end='2006'/>"
            "<attvalue for='s' value='+' end='2004.0'/><attvalue for='s' value='-' start='2005' end='2006'/>"
            "</attvalues></edge></edges>");
    CHECK(ties(file) ==
          "source,target,directed,Weight,sign,start,end\na,b,false,1,+,2003,2004\na,b,false,2,-,2005,2006\n");
    CHECK(text_of(file).empty());
    const auto priced =
        graph("timeformat='date'",
              "<attributes class='node' mode='dynamic'><attribute id='p' title='Price'/></attributes>"
              "<nodes><node id='a'><attvalues><attvalue for='p' value='1' end='2004'/>"
              "<attvalue for='p' value='2' start='2005'/></attvalues></node></nodes>");
    CHECK(actors(priced) == "id,Price\na,2\n");
    CHECK_THAT(text_of(priced), Catch::Contains("values that change over time: of 'Price' the last is kept"));
    const auto same = graph(
        "timerepresentation='timestamp' timeformat='date'",
        weights + nodes() +
            "<edges><edge source='a' target='b'><attvalues>"
            "<attvalue for='w' value='1' timestamp='2004'/><attvalue for='s' value='-' timestamp='2004'/>"
            "<attvalue for='w' value='2' timestamp='2005'/><attvalue for='s' value='+' timestamp='2005'/>"
            "</attvalues></edge></edges>");
    CHECK(ties(same) ==
          "source,target,directed,Weight,sign,start,end\na,b,false,1,-,2004,2004\na,b,false,2,+,2005,2005\n");
}

TEST_CASE("gexf: intervals and timestamps in one attribute, slices, actors with their widest span") {
    CHECK(ties(graph(
              "timeformat='date'",
              nodes() + "<edges><edge source='a' target='b' intervals='&lt;[2001, 2003); (2004, Infinity]>'/>"
                        "<edge source='a' target='b' timestamps='&lt;[2001, 2004-05]>'/></edges>")) ==
          "source,target,directed,start,end\na,b,false,2001,2002\na,b,false,2005,\na,b,false,2001,2001\n"
          "a,b,false,2004-05,2004-05\n");
    const auto slice = graph("mode='slice' timestamp='2007' timeformat='integer'",
                             nodes() + "<edges><edge source='a' target='b'/></edges>");
    CHECK(ties(slice) == "source,target,directed,start,end\na,b,false,2007,2007\n");
    CHECK(actors(slice) == "id,label\na,A\nb,B\n");
    CHECK(actors(graph("timeformat='date'",
                       "<nodes><node id='a'><spells><spell start='1914' end='1918'/>"
                       "<spell start='1907' end='1908'/></spells></node></nodes>")) ==
          "id,start,end\na,1907,1918\n");
}

TEST_CASE("gexf: numbers that are no dates are attributes, said once") {
    const auto file =
        graph("timeformat='double'",
              nodes() +
                  "<edges><edge source='a' target='b' start='1.50' end='2000' endopen='true'/>\n"
                  "<edge source='a' target='b' start='3'/></edges>");
    CHECK(ties(file) == "source,target,directed,time_start,time_end\na,b,false,1.5,2000\na,b,false,3,\n");
    CHECK(text_of(file) ==
          "net.gexf:3:71: note: times are numbers such as '1.50' and '3', no dates: they are attributes "
          "time_start and time_end\n");
    CHECK(file.diagnostics.at(0).of_consequence);
}

TEST_CASE("gexf: attributes titled start and end are exact and win") {
    const auto file = graph(
        "timeformat='date'",
        "<attributes class='edge'><attribute id='start' title='start' type='string'/>"
        "<attribute id='end' title='end' type='string'/></attributes>" +
            nodes() +
            "<edges><edge source='a' target='b' start='1904-01-01' end='1907-12-31'><attvalues>"
            "<attvalue for='start' value='1904'/><attvalue for='end' value='1907-00-00'/></attvalues></edge>"
            "<edge source='a' target='b' start='1904-01-01'/></edges>");
    CHECK(ties(file) == "source,target,directed,start,end\na,b,false,1904,1907-00-00\na,b,false,,\n");
}

TEST_CASE("gexf: the dates of open bounds are those beside them") {
    using io::Side;
    CHECK(date("2005", false, Side::end) == "2005");
    CHECK(date("2005.0", true, Side::end) == "2004");
    CHECK(date("2005", true, Side::start) == "2006");
    CHECK(date("2005-01", true, Side::end) == "2004-12");
    CHECK(date("2004-03-01", true, Side::end) == "2004-02-29");
    CHECK(date("1999-12-31", true, Side::start) == "2000-01-01");
    CHECK(date("2012-01-12T15:00:00+03:00", true, Side::end) == "2012-01-12");
    CHECK(date("2012-01-12T00:00:00.000Z", true, Side::end) == "2012-01-11");
    CHECK(date("2012-01-12T00:00:00", true, Side::start) == "2012-01-12");
    CHECK(date("2012-01-12Z", false, Side::start) == "2012-01-12");
    CHECK(date("12.5", true, Side::end) == "12.5");
    CHECK(date("2012-13-40", true, Side::end) == "2012-13-40");
    CHECK(io::is_mere_number("12"));
    CHECK(io::is_mere_number("20040"));
    CHECK(io::is_mere_number("2004.5"));
    CHECK(io::is_mere_number("1e3"));
    CHECK_FALSE(io::is_mere_number("2004.0"));
    CHECK_FALSE(io::is_mere_number("2004-05"));
}

TEST_CASE("gexf 1.2: startopen may be the time itself") {
    CHECK(
        ties(graph("timeformat='date'", nodes() + "<edges><edge source='a' target='b' startopen='2001-01-01' "
                                                  "endopen='2003'/></edges>")) ==
        "source,target,directed,start,end\na,b,false,2001-01-02,2002\n");
}

TEST_CASE("gexf: nodes within nodes, pid and parents give a group; looks are left out and named once") {
    const auto file =
        graph("",
              "<nodes><node id='p'><viz:color r='1' g='2' b='3'/><nodes><node id='a'/></nodes></node>"
              "<node id='b' pid='p'/><node id='c'><parents><parent for='p'/></parents><viz:size "
              "value='3'/></node></nodes>"
              "<edges><edge source='a' target='b'><viz:color r='0' g='0' b='0'/></edge></edges>");
    CHECK(actors(file) == "id,group\np,\na,p\nb,p\nc,p\n");
    CHECK_THAT(text_of(file), Catch::Contains("left out: 'viz:color' and 'viz:size'"));
    CHECK_THAT(text_of(file), Catch::Contains("3 nodes stand within others, whose ids ('p')"));
}

TEST_CASE("gexf: what is wrong stands at its place") {
    CHECK_THAT(text_of(parsed("<gexf/>")), Catch::Contains("holds no <graph>"));
    CHECK_THAT(text_of(graph("defaultedgetype='both'", "")),
               Catch::Contains(":2:1: error: defaultedgetype must be"));
    CHECK_THAT(text_of(parsed("<!DOCTYPE gexf [<!ENTITY a 'b'>]><gexf>&a;</gexf>")),
               Catch::Contains("declares the entity 'a'"));
    CHECK_THAT(
        text_of(graph("",
                      "<attributes class='node'><attribute id='0' title='x'/><attribute id='0' title='y'/>"
                      "</attributes>")),
        Catch::Contains("error: the attribute '0' is declared twice"));
    CHECK_THAT(
        text_of(graph("", "<attributes class='node'><attribute id='0' title='x'/></attributes>" + nodes())),
        Catch::Contains("warning: declared and never used: 'x'"));
    const auto cut = parsed("<gexf><graph><nodes><node id='a'/><node id='b'");
    CHECK(actors(cut) == "id\na\n");
    CHECK_THAT(text_of(cut), Catch::Contains("cut short"));
    std::string deep = "<gexf><graph>";
    for (int i = 0; i < 20'000; ++i) deep += "<nodes><node id='n'>";
    CHECK_THAT(text_of(parsed(deep)), Catch::Contains("nested more than 10000 deep"));
}
