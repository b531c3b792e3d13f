// Workbooks as Excel, LibreOffice, Kumu and NodeXL save them.
#include "io/formats/workbook/xlsx.hpp"

#include <catch2/catch.hpp>

#include "io/formats/workbook/cell_format.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"
#include "support/zip_files.hpp"

using namespace entente;
using namespace entente::test;
using io::DateParts;
using io::DateSystem;

namespace {

io::RawFile parsed(const std::string& bytes) {
    const Folder folder(std::map<std::string, std::string>{{"book.xlsx", bytes}});
    return io::read_xlsx(folder / "book.xlsx", {});
}

std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

std::string date(double serial, DateSystem system = DateSystem::from_1900, DateParts parts = DateParts::day) {
    const auto found = io::date_of_serial(serial, system, parts);
    return found ? found->text : "none";
}

}  // namespace

TEST_CASE("xlsx: sheets are taken by name and header, others are named once") {
    const auto file = parsed(
        workbook({{"Notes", rows("Collected in 2020\n")},
                  {"Connections", rows("From,To,Type,Strength\na,b,pact,2\nb,c,war,0.10000000000000001\n")},
                  {"Elements", rows("Label,Type\na,State\n")},
                  {"Old (ignore)", rows("From,To\nx,y\n")},
                  {"Empty", ""}}));
    CHECK(actors(file) == "Label,Type\na,State\n");
    CHECK(ties(file) == "From,To,Type,Strength\na,b,pact,2\nb,c,war,0.1\n");
    CHECK(text_of(file) == "book.xlsx: note: sheets that are left out: 'Old (ignore)' and 'Notes'\n");
    CHECK(file.networks[0].ties.file.ends_with("book.xlsx[Connections]"));
    CHECK(file.networks[0].ties.row_place(1).line == 3);
    CHECK(file.networks[0].ties.place(1, 3).column == 4);
}

TEST_CASE("xlsx: the sheets that entente writes, and a single sheet of any name") {
    const auto file = parsed(workbook({{"actors", rows("id,label\na,A\n")},
                                       {"ties", rows("source,target,relation\na,a,r\n")},
                                       {"relations", rows("relation,label\nr,R\n")},
                                       {"sources", rows("id,title\n1,T\n")}}));
    const io::RawNetwork& network = file.networks.at(0);
    CHECK(text_of(network.relations) == "relation,label\nr,R\n");
    CHECK(text_of(network.sources) == "id,title\n1,T\n");
    CHECK(network.name.empty());
    CHECK(text_of(file).empty());
    CHECK(ties(parsed(workbook({{"Tabelle1", rows("conflict,side\n1,2\n")}}))) == "conflict,side\n1,2\n");
    CHECK(ties(parsed(workbook({{"Blatt", rows("x,y\n1,2\n")},
                                {"Relations", rows("Source,Target\na,b\n")}}))) == "Source,Target\na,b\n");
}

TEST_CASE("xlsx: several sheets of ties are several networks over the same actors") {
    const auto file = parsed(workbook({{"1907", rows("Source,Target\na,b\n")},
                                       {"1914", rows("Source,Target\nb,c\n")},
                                       {"Nodes", rows("Id,Label\na,A\n")}}));
    REQUIRE(file.networks.size() == 2);
    CHECK(file.networks[0].name == "1907");
    CHECK(file.networks[1].name == "1914");
    CHECK(text_of(file.networks[1].ties) == "Source,Target\nb,c\n");
    CHECK(text_of(file.networks[1].actors) == "Id,Label\na,A\n");
}

TEST_CASE("xlsx: titles above the header, NodeXL's second header row, gaps and cells beside the table") {
    const auto file = parsed(workbook(
        {{"Edges",
          "<row r='1'><c r='C1' t='inlineStr'><is><t>Visual Properties</t></is></c><c r='D1' "
          "t='inlineStr'><is>"
          "<t>Labels</t></is></c></row><row r='2'><c r='A2' t='inlineStr'><is><t> Vertex 1 </t></is></c>"
          "<c r='B2' t='inlineStr'><is><t>Vertex 2</t></is></c><c r='D2' "
          "t='inlineStr'><is><t>Label</t></is></c>"
          "</row><row r='3'/><row r='5'><c r='B5' t='inlineStr'><is><t>b</t></is></c><c r='A5' "
          "t='inlineStr'><is>"
          "<t>a</t></is></c><c r='F5'><v>7</v></c></row>"},
         {"Vertices", rows("A title\nVertex,Color\na,red\n")}}));
    CHECK(ties(file) == "Vertex 1,Vertex 2,Label\na,b,\n");
    CHECK(file.networks[0].ties.row_place(0).line == 5);
    CHECK(actors(file) == "Vertex,Color\na,red\n");
    CHECK(text_of(file) ==
          "book.xlsx[Edges]:5:6: warning: cells below no header are left out: 1 in column 'F'\n");
}

TEST_CASE("xlsx: shared texts with runs and pronunciation, booleans, formulas, errors") {
    const std::string sheet =
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' "
        "t='str'><v>note</v></c></row>"
        "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='str'><f>1&amp;2</f><v>12</v></c><c r='C2' "
        "t='b'><v>1</v></c></row>"
        "<row r='3'><c r='A3' t='e'><v>#N/A</v></c><c r='B3' t='e'><v>#REF!</v></c><c "
        "r='C3'><f>A1</f></c></row>"
        "<row r='4'><c r='A4' t='s'><v>99</v></c><c r='B4' t='s'><v>0</v></c><c r='C4'><v>1E3</v></c></row>";
    const std::string texts =
        "<sst><si><t>Source</t></si><si><t>Target</t></si><si><r><t>東</t></r><r><rPr/><t "
        "xml:space='preserve'>京 &amp; _x000D_\n_x005F_x</t></r><rPh sb='0' "
        "eb='1'><t>トウ</t></rPh></si></sst>";
    const auto file = parsed(workbook({{"Edges", sheet}}, {{"xl/sharedStrings.xml", texts}}));
    CHECK(ties(file) == "Source,Target,note\n東京 & \n_x,12,true\n,Source,1000\n");
    CHECK(text_of(file) ==
          "book.xlsx[Edges]:3:2: error: the formula of this cell gives '#REF!'; mend it or clear the cell\n"
          "book.xlsx[Edges]:3:3: error: the formula of this cell was never computed; open the workbook in a "
          "spreadsheet "
          "program and save it\n"
          "book.xlsx[Edges]:3:1: warning: #N/A is taken for an empty cell (1 of them)\n");
}

TEST_CASE("xlsx: dates are those that the cells show, in both systems of counting days") {
    const std::string styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-409]mmm\\-yy;@'/><numFmt numFmtId='165' "
        "formatCode='yyyy'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
        "numFmtId='0'/>"
        "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
        "numFmtId='22'/></cellXfs></styleSheet>";
    const std::string sheet =
        "<row><c t='str'><v>source</v></c><c t='str'><v>target</v></c><c t='str'><v>start</v></c></row>"
        "<row><c><v>1</v></c><c s='0'><v>5327</v></c><c s='1'><v>5327</v></c></row>"
        "<row><c><v>1</v></c><c><v>2</v></c><c s='2'><v>5327</v></c></row>"
        "<row><c><v>1</v></c><c><v>2</v></c><c s='3'><v>5327</v></c></row>"
        "<row><c><v>1</v></c><c><v>2</v></c><c s='4'><v>5327.75</v></c></row>"
        "<row><c><v>1</v></c><c><v>2</v></c><c t='d'><v>1914-08-01T00:00:00</v></c></row>";
    const auto file = parsed(workbook({{"ties", sheet}}, {{"xl/styles.xml", styles}}));
    CHECK(ties(file) ==
          "source,target,start\n1,5327,1914-08-01\n1,2,1914-08\n1,2,1914\n1,2,1914-08-01\n1,2,1914-08-01\n");
    CHECK(text_of(file) ==
          "book.xlsx[ties]:5:3: note: times of day are left out, the day is kept (1 cell)\n");
    const std::string book =
        "<workbook xmlns:r='r'><workbookPr date1904='true'/><sheets><sheet name='ties' "
        "r:id='rId1'/></sheets></workbook>";
    CHECK_THAT(
        ties(parsed(workbook({{"ties", sheet}}, {{"xl/styles.xml", styles}, {"xl/workbook.xml", book}}))),
        Catch::Contains("1,5327,1918-08-02\n"));
}

TEST_CASE("xlsx: day counts around the leap day that 1900 had for Lotus only") {
    CHECK(date(1) == "1900-01-01");
    CHECK(date(59) == "1900-02-28");
    CHECK(date(60) == "1900-02-29");
    CHECK(date(61) == "1900-03-01");
    CHECK(date(43831) == "2020-01-01");
    CHECK(date(2958465) == "9999-12-31");
    CHECK(date(0) == "none");
    CHECK(date(-3) == "none");
    CHECK(date(2958466) == "none");
    CHECK(date(0, DateSystem::from_1904) == "1904-01-01");
    CHECK(date(42369, DateSystem::from_1904) == "2020-01-01");
    CHECK(date(43831, DateSystem::from_1900, DateParts::none) == "none");
}

TEST_CASE("xlsx: which number formats are dates") {
    CHECK(io::date_parts("General") == DateParts::none);
    CHECK(io::date_parts("#,##0.00 \"day\"") == DateParts::none);
    CHECK(io::date_parts("[Red]0.00;[Blue]dd") == DateParts::none);
    CHECK(io::date_parts("hh:mm:ss") == DateParts::none);
    CHECK(io::date_parts("[h]:mm") == DateParts::none);
    CHECK(io::date_parts("dd/mm/yyyy;@") == DateParts::day);
    CHECK(io::date_parts("yyyy\\-mm\\-dd hh:mm") == DateParts::day);
    CHECK(io::date_parts("mmmm yyyy") == DateParts::month);
    CHECK(io::date_parts("YYYY") == DateParts::year);
    CHECK(io::date_parts("\"unclosed d") == DateParts::none);
    CHECK(io::date_parts(14) == DateParts::day);
    CHECK(io::date_parts(17) == DateParts::month);
    CHECK(io::date_parts(20) == DateParts::none);
    CHECK(io::number_text("0.30000000000000004") == "0.3");
    CHECK(io::number_text("1E+20") == "1e+20");
    CHECK(io::number_text("123456789012345") == "123456789012345");
    CHECK(io::column_letters(1) == "A");
    CHECK(io::column_letters(28) == "AB");
    CHECK(io::column_letters(16384) == "XFD");
}

TEST_CASE("xlsx: a header that stands twice is an error") {
    CHECK(text_of(parsed(workbook({{"ties", rows("source,target,w,w\na,b,1,2\n")}}))) ==
          "book.xlsx[ties]:1:4: error: the header 'w' stands twice, in columns C and D; rename one\n");
}

TEST_CASE("xlsx: what is no workbook, or a damaged one, is an error") {
    const auto error = [](const std::string& bytes) { return text_of(parsed(bytes)); };
    CHECK_THAT(error(""), Catch::Contains("error: this is not a readable workbook: the file is empty"));
    CHECK_THAT(error("PK\x03\x04 nothing"), Catch::Contains("error: this is not a readable workbook"));
    CHECK_THAT(error("\xD0\xCF\x11\xE0 and so on"), Catch::Contains("old Excel workbook (.xls)"));
    CHECK_THAT(error(zipped({{"a.txt", "x"}})), Catch::Contains("it lacks 'xl/workbook.xml'"));
    CHECK_THAT(error(zipped({{"xl/workbook.bin", "x"}})), Catch::Contains("binary workbook (.xlsb)"));
    CHECK_THAT(error(zipped({{"content.xml", "x"}, {"mimetype", "x"}})), Catch::Contains("OpenDocument"));
    const std::string good = workbook({{"ties", rows("source,target\na,b\n")}});
    CHECK_THAT(error(good.substr(0, good.size() / 2)),
               Catch::Contains("error: this is not a readable workbook"));
    std::string flipped = good;
    flipped[good.find("worksheets/sheet1.xml") + 30] ^= 0x55;
    CHECK_THAT(error(flipped), Catch::Contains("error: this is not a readable workbook"));
    CHECK_THAT(
        error(workbook({{"ties", "<row><c>"}})),
        Catch::Contains(
            "book.xlsx[ties]: error: this is not a readable workbook: 'xl/worksheets/sheet1.xml' in it, 1:"));
    CHECK_THAT(error(workbook({{"ties", "<row r='1'><c r='XFE1'><v>1</v></c></row>"}})),
               Catch::Contains("cell XFE1 lies outside of any sheet"));
    CHECK_THAT(error(workbook({{"ties", "<row r='4000000000'><c><v>1</v></c></row>"}})),
               Catch::Contains("lies outside"));
    CHECK_THAT(error(workbook({{"ties", ""}})), Catch::Contains("has no sheet with a table of ties"));
    CHECK_THAT(error(workbook({{"ties", ""}},
                              {{"xl/sharedStrings.xml", "<!DOCTYPE s [<!ENTITY a 'b'>]><sst>&a;</sst>"}})),
               Catch::Contains("declares the entity 'a'"));
}

TEST_CASE("xlsx: an entry that unpacks to far more than its size is refused before it fills the memory") {
    const std::string bomb(std::size_t{50} << 20U, ' ');
    CHECK_THAT(text_of(parsed(workbook({{"ties", bomb}}))),
               Catch::Contains("unpacks beyond 200 times its packed size"));
    CHECK_THAT(text_of(parsed(workbook({{"ties", rows("source,target\na,b\n")}},
                                       {{"xl/sharedStrings.xml", "<sst>" + bomb}}))),
               Catch::Contains("unpacks beyond 200 times its packed size"));
}
