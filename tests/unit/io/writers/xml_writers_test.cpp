// GraphML, GEXF and workbooks as entente writes them: read back, everything is there.
#include <catch2/catch.hpp>

#include "io/formats/workbook/xlsx.hpp"
#include "io/formats/xml/gexf.hpp"
#include "io/formats/xml/graphml.hpp"
#include "io/writers/gexf_writer.hpp"
#include "io/writers/graphml_writer.hpp"
#include "io/writers/xlsx_writer.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

template <class Id>
std::vector<Id> all(std::size_t count) {
    std::vector<Id> ids(count);
    for (std::size_t i = 0; i < count; ++i) ids[i] = static_cast<Id>(i);
    return ids;
}

io::ExportTables tables_of(const Network& network) {
    return io::export_tables(network, all<ActorId>(network.actor_count()), all<TieId>(network.tie_count()));
}

std::string text_of_table(const io::ExportTable& table) {
    io::RawTable raw("");
    for (const io::ExportColumn& column : table.columns) raw.column(column.name);
    for (std::size_t row = 0; row < table.rows; ++row) {
        raw.begin_row({});
        for (std::size_t i = 0; i < table.columns.size(); ++i) raw.set(i, table.columns[i].cell(row));
    }
    return text_of(raw);
}

using Write = io::Written (*)(const io::ExportTables&, const std::string&);
using Read = io::RawFile (*)(const std::string& path);

io::RawFile graphml(const std::string& path) { return io::read_graphml(path, {}); }
io::RawFile gexf(const std::string& path) { return io::read_gexf(path, {}); }
io::RawFile xlsx(const std::string& path) { return io::read_xlsx(path, {}); }

io::RawFile read_back(const std::string& bytes, Read read) {
    const Folder folder(std::map<std::string, std::string>{{"file", bytes}});
    return read(folder / "file");
}

// What comes back of a network that was written and read.
void check_round(const Network& network, Write write, Read read) {
    const io::ExportTables tables = tables_of(network);
    const io::Written written = write(tables, "out");
    CHECK(written.losses.empty());
    REQUIRE(written.files.size() == 1);
    CHECK(written.files[0].text == write(tables, "out").files[0].text);
    const io::RawFile back = read_back(written.files[0].text, read);
    CHECK(text_of(back).empty());
    REQUIRE(back.networks.size() == 1);
    CHECK(text_of(back.networks[0].actors) == text_of_table(tables.actors));
    CHECK(text_of(back.networks[0].ties) == text_of_table(tables.ties));
    if (tables.relations.rows > 0)
        CHECK(text_of(back.networks[0].relations) == text_of_table(tables.relations));
    if (tables.sources.rows > 0) CHECK(text_of(back.networks[0].sources) == text_of_table(tables.sources));
}

void check_rounds(const Network& network) {
    check_round(network, io::write_graphml, graphml);
    check_round(network, io::write_gexf, gexf);
    check_round(network, io::write_xlsx, xlsx);
}

std::string written(Write write, const Network& network) {
    return write(tables_of(network), "out").files.at(0).text;
}

}  // namespace

TEST_CASE("writers of GraphML, GEXF and xlsx: all columns come back, whatever the cells") {
    const std::string long_id(10'000, 'x');
    check_rounds(
        read({{"actors.csv",
               "id,label,kind,party,seats,name,Type of state\n\"a & <b> "
               "\"\"q\"\"\",\"two\nlines\",leader,,7,n,1.50\n"
               "حزب الله,Hezbollah,group,\" x \",,,\n\"_x0041_ ]]>\",\"tab\there\",,007,1e5,,\n" +
                   long_id + ",,,,,,\n"},
              {"ties.csv",
               "source,target,relation,sign,weight,directed,start,end,confidence,citation,note,place,id\n"
               "\"a & <b> \"\"q\"\"\",حزب الله,ally,+,2.5,true,1904,1907-05,0.5,s1,\"n, 1\",Beirut,e1\n"
               "حزب الله,_x0041_ ]]>,war,-,0,false,,1914-08-01,,s1;s2,,,e2\n" +
                   long_id + "," + long_id + ",,,1,,1904-00-00,,,,,,e3\n"},
              {"relations.csv",
               "relation,label,sign,directed,weight\nally,allied with,+,,\nwar,at war,-,false,2\n"},
              {"sources.csv",
               "id,title,publisher,date,url\ns1,\"T "
               "\"\"1\"\"\",P,1999,https://example.org/?a=1&b=2\ns2,,,,\n"}})
            .network);
}

TEST_CASE("writers of GraphML, GEXF and xlsx: only the columns that the network has come back") {
    check_rounds(read("source,target\na,b\nb,c\n").network);
    check_rounds(read("source,target,directed\na,b,true\nb,c,false\n").network);
    check_rounds(read({{"actors.csv", "id\na\n"}, {"ties.csv", "source,target\n"}}).network);
}

TEST_CASE("GraphML: networkx and igraph find ids, names, numbers and directions where they look") {
    const std::string text = written(
        io::write_graphml, read("source,target,sign,weight,directed\na,b,-,2,true\nb,c,+,1,false\n").network);
    CHECK_THAT(text, Catch::Contains("<graph edgedefault=\"directed\">"));
    CHECK_THAT(text, Catch::Contains("attr.name=\"weight\" attr.type=\"double\""));
    CHECK_THAT(text, Catch::Contains("<node id=\"a\"><data key=\"name\">a</data>"));
    CHECK_THAT(text, Catch::Contains("<edge source=\"a\" target=\"b\"><"));
    CHECK_THAT(text, Catch::Contains("<edge source=\"b\" target=\"c\" directed=\"0\"><"));
    CHECK_THAT(written(io::write_graphml, read("source,target\na,b\n").network),
               Catch::Contains("<graph edgedefault=\"undirected\">") && !Catch::Contains("directed=\"0\""));
}

TEST_CASE("GEXF: Gephi finds label, weight, kind, type and the whole span of days") {
    const std::string text =
        written(io::write_gexf, read("source,target,relation,weight,directed,start,end\na,b,ally,2,true,1904,"
                                     "1907-02\nb,c,,1,false,,1910\n")
                                    .network);
    CHECK_THAT(text, Catch::Contains("defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\""));
    CHECK_THAT(text, Catch::Contains("<edge id=\"0\" source=\"a\" target=\"b\" weight=\"2\" kind=\"ally\" "
                                     "start=\"1904-01-01\" end=\"1907-02-28\">"));
    CHECK_THAT(
        text,
        Catch::Contains(
            "<edge id=\"1\" source=\"b\" target=\"c\" type=\"undirected\" weight=\"1\" end=\"1910-12-31\">"));
    CHECK_THAT(text, Catch::Contains("value=\"1907-02\""));
}

TEST_CASE("XML holds no control characters: they are replaced and counted; workbooks hold them") {
    const Network network = read("source,target,note\na,b,\"x\x01y\x1F \xEF\xBF\xBE\"\n").network;
    for (const Write write : {io::write_graphml, io::write_gexf}) {
        const io::Written out = write(tables_of(network), "out");
        REQUIRE(out.losses.size() == 1);
        CHECK(out.losses[0].what == "control characters");
        CHECK(out.losses[0].count == 3);
        CHECK_THAT(out.files[0].text, Catch::Contains("x\xEF\xBF\xBDy\xEF\xBF\xBD \xEF\xBF\xBD"));
    }
    const io::Written book = io::write_xlsx(tables_of(network), "out");
    CHECK(book.losses.at(0).count == 1);
    const io::RawFile back = read_back(book.files[0].text, xlsx);
    CHECK(back.networks[0].ties.cell(0, 2) == "x\x01y\x1F \xEF\xBF\xBD");
}

TEST_CASE("ids that XML would make one are refused") {
    const Network network = read(
                                "source,target\n\"a\x0B"
                                "b\",c\n\"a\x0C"
                                "b\",c\n")
                                .network;
    for (const Write write : {io::write_graphml, io::write_gexf})
        CHECK_THROWS_WITH(write(tables_of(network), "out"),
                          Catch::Contains("differ only in control characters"));
}

TEST_CASE(
    "workbooks: numbers are numbers where they stay the same, texts beyond a cell are cut and counted") {
    const Network network =
        read("source,target,weight,a,note\n007,1914,2.5,1.50," + std::string(40'000, 'n') + "\n").network;
    const io::Written out = io::write_xlsx(tables_of(network), "out");
    REQUIRE(out.losses.size() == 1);
    CHECK(out.losses[0].what == "texts beyond 32,767 characters");
    const io::RawFile back = read_back(out.files[0].text, xlsx);
    const io::RawTable& ties = back.networks.at(0).ties;
    CHECK(ties.cell(0, 0) == "007");
    CHECK(ties.cell(0, 1) == "1914");
    CHECK(ties.cell(0, 2) == "2.5");
    REQUIRE(ties.header() == std::vector<std::string>{"source", "target", "weight", "note", "a"});
    CHECK(ties.cell(0, 3).size() == 32'767);
    CHECK(ties.cell(0, 4) == "1.50");
}
