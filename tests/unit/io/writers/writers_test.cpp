// What is written is read again, to the byte.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "io/formats/recognition.hpp"
#include "io/writers/csv_writer.hpp"
#include "io/writers/writer.hpp"
#include "model/all_rows.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// A dataset that no format was made for.
std::map<std::string, std::string> hostile_dataset() {
    const std::string big(10'000, 'x');
    return {{"actors.csv",
             "id,label,kind,Date of birth,color,name,x,العمر,id 2\n"
             "\"a\"\"b\",\"He said \"\"hi\"\" & left\",leader,1900,red,n1,1.10,٣٤,\n"
             "c&d;e,\"line\nbreak\n\",state,,,,007,,\n"
             "محمد,الزعيم,leader,1e5,,,true,,\n" +
                 big +
                 ",,group,-0,,,,,\n"
                 "back\\slash\\,tail\\n\\l,,,,,,,\n"
                 "ctrl\x01\x02,lab\x03el,,,,,,,\n"
                 "\" spaced \",\\N,,,,,,,\n"
                 "node,graph,,,,,,,\n"
                 "m'b,&amp;,,,,,,,\n"
                 "tie 1,&#65;,,,,,,,\n"
                 "0,1.0,,,,,,,\n"},
            {"ties.csv",
             "source,target,relation,sign,weight,directed,start,end,confidence,citation,note,id,style,dir,"
             "key,time\n"
             "\"a\"\"b\",c&d;e,\"ally \"\"x\"\" & y\",+,2,true,1914,1918-08,0.8,s1,\"note "
             "\"\"1\"\"\nnext\",1,bold,north,k,t\n"
             "\"a\"\"b\",c&d;e,\"ally \"\"x\"\" & y\",+,2,true,1914,1918-08,0.8,s1,\"note "
             "\"\"1\"\"\nnext\",1,bold,north,k,t\n"
             "c&d;e,\"a\"\"b\",war,,0.333333333333,false,,1918-11-11,,s2;s1,,2,,,,\n"
             "محمد," +
                 big +
                 ",,-,1,,1903-02-00,,,,حاشية,3,,,,\n"
                 "back\\slash\\,ctrl\x01\x02,war,0,1e300,,,,,,\\,4,,,,\n"
                 "\" spaced \",\" spaced \",,,,,,,,,,5,,,,\n"
                 "node,m'b,\"ally \"\"x\"\" & y\",,,true,,,,,,6,,,,\n"
                 "tie 1,0,,,0,false,,,,,,7,,,,\n"},
            {"relations.csv",
             "relation,label,sign,directed,weight\n\"ally \"\"x\"\" & y\",\"Alliance, "
             "\"\"formal\"\"\",+,true,3\nwar,,-,,\n"},
            {"sources.csv",
             "id,title,publisher,date,url\ns1,\"T \"\"1\"\" & co\",P,1999,https://x/?a=1&b=2\ns2,ل,,,\n"}};
}

io::ReadOptions with_self_ties(const std::string& path) {
    io::ReadOptions options;
    options.data = {path};
    options.self_ties = io::SelfTies::kept;
    return options;
}

io::Written written(const std::string& path, const io::Writer& writer, const std::string& target) {
    const io::Reading reading = io::read_network(with_self_ties(path), {});
    TieSelection all;
    all.signs = SignFilter::all;
    const io::ExportTables tables = io::export_tables(reading.network, select_actors(reading.network, all),
                                                      select_all_rows(reading.network, all));
    return writer.write(tables, target);
}

std::string csv_files(const std::string& path) {
    std::string text;
    for (const FileText& file : written(path, io::writer_named("csv"), "x").files)
        text += file.path + "\n" + file.text;
    return text;
}

std::string loss_list(const io::Written& result) {
    std::string text;
    for (const io::Loss& loss : result.losses) text += loss.what + " " + std::to_string(loss.count) + "\n";
    return text;
}

// Through each format that loses nothing, the data come back as the same CSV files.
void check_return_from_every_format(const Folder& folder, const std::string& before) {
    for (const io::Writer& writer : io::writers()) {
        if (!writer.loses.empty() || writer.extensions.empty()) continue;
        CAPTURE(writer.name);
        const std::string file =
            folder / ("copy" + std::string(writer.extensions.substr(0, writer.extensions.find(' '))));
        write_files(written(folder.path(), writer, file).files);
        CHECK(csv_files(file) == before);
    }
}

}  // namespace

TEST_CASE("formats that hold everything give the same four CSV files again, whatever the ids") {
    const Folder folder(hostile_dataset());
    const std::string before = csv_files(folder.path());
    CHECK(before.find("spaced ") != std::string::npos);
    for (const io::Writer& writer : io::writers()) {
        if (!writer.loses.empty()) continue;
        CAPTURE(writer.name);
        const std::string extension(writer.extensions.substr(0, writer.extensions.find(' ')));
        const io::Written result = written(folder.path(), writer, folder / ("copy" + extension));
        CHECK(result.losses.empty());
        if (writer.extensions.empty()) {
            write_folder(folder / "copy", result.files);
        } else {
            write_files(result.files);
        }
        CHECK(csv_files(folder / ("copy" + extension)) == before);
    }
}

TEST_CASE("a network of nothing but names, and one without ties, come back as they were") {
    for (const char* ties :
         {"source,target\na,b\n", "source,target\n", "source,target,weight\na,a,2\n",
          "source,target,relation,Kind,start,end,date\n", "from,to,source,Source_2,citation\na,b,s,t,q\n"}) {
        const Folder folder(
            std::map<std::string, std::string>{{"actors.csv", "id\na\nb\n"}, {"ties.csv", ties}});
        const std::string before = csv_files(folder.path());
        for (const io::Writer& writer : io::writers()) {
            if (!writer.loses.empty() || writer.extensions.empty()) continue;
            CAPTURE(writer.name, ties);
            const std::string file =
                folder / ("copy" + std::string(writer.extensions.substr(0, writer.extensions.find(' '))));
            write_files(written(folder.path(), writer, file).files);
            CHECK(csv_files(file) == before);
        }
    }
}

TEST_CASE("no preset reads what entente wrote itself, whatever its columns are called") {
    // Each header is one that a preset knows: of Gephi, ACLED, a dispute data set.
    for (const char* header :
         {"source,target,timeset", "source,target,event_id_cnty,actor1,actor2,event_type",
          "source,target,dispnum,ccode1,ccode2,year,hihost1"}) {
        CAPTURE(header);
        const auto columns = std::count(header, header + std::string(header).size(), ',');
        std::string ties = std::string(header) + "\na,b";
        for (auto column = columns; column > 1; --column) ties += ",x";
        const Folder folder(std::map<std::string, std::string>{{"ties.csv", ties + "\n"}});
        const std::string before = csv_files(folder.path());
        check_return_from_every_format(folder, before);
    }
}

TEST_CASE("a file of Cytoscape without actors and ties is one of Cytoscape still") {
    const Folder folder(std::map<std::string, std::string>{{"ties.csv", "source,target\n"}});
    const std::string before = csv_files(folder.path());
    write_files(written(folder.path(), io::writer_named("cytoscape"), folder / "none.cyjs").files);
    CHECK(csv_files(folder / "none.cyjs") == before);
    CHECK(io::read_network(with_self_ties(folder / "none.cyjs"), {}).remarks.empty());
}

TEST_CASE("numbers with exponents are numbers in every format, and come back as they were") {
    const Folder folder(std::map<std::string, std::string>{
        {"ties.csv",
         "source,target,weight,confidence,share,code\na,b,0.00001,0.000001,2.5e-07,1E5\n"
         "b,c,1e300,1,1e-05,1e5\nb,c,3,1,12,x\n"}});
    const std::string before = csv_files(folder.path());
    CHECK(before.find("a,b,1e-05,1e-06,2.5e-07,1E5\n") != std::string::npos);
    const auto text_of = [&](const char* format) {
        return written(folder.path(), io::writer_named(format), "x").files.front().text;
    };
    const std::string graphml = text_of("graphml"), gexf = text_of("gexf"), gml = text_of("gml");
    for (const char* name : {"weight", "confidence", "share"}) {
        CAPTURE(name);
        CHECK(graphml.find(fmt::format("attr.name=\"{}\" attr.type=\"double\"", name)) != std::string::npos);
        if (std::string(name) != "weight")
            CHECK(gexf.find(fmt::format("title=\"{}\" type=\"double\"", name)) != std::string::npos);
    }
    // Text that no program would write of a number stays text.
    CHECK(graphml.find("attr.name=\"code\" attr.type=\"string\"") != std::string::npos);
    CHECK(gml.find("weight 1.0e-05\n") != std::string::npos);
    CHECK(gml.find("share 2.5e-07\n") != std::string::npos);
    CHECK(text_of("node-link")
              .find("\"weight\": 1e-05, \"confidence\": 1e-06, \"share\": 2.5e-07, \"code\": "
                    "\"1E5\"") != std::string::npos);
    check_return_from_every_format(folder, before);
}

TEST_CASE("a date marked as uncertain keeps its mark through every format") {
    const Folder folder(std::map<std::string, std::string>{
        {"ties.csv",
         "source,target,start,end\na,b,1984?,c. 1990\nb,c,1985,1986~\nc,d,1985-05%,\nd,e,,1990\n"}});
    const io::Reading reading = io::read_network(with_self_ties(folder.path()), {});
    CHECK(to_string(reading.network.ties.period[0].start) == "1984");
    const std::string before = csv_files(folder.path());
    for (const char* row : {"a,b,1984?,c. 1990\n", "b,c,1985,1986~\n", "c,d,1985-05%,\n", "d,e,,1990\n"})
        CHECK(before.find(row) != std::string::npos);
    CHECK(before.find("as the data write it") == std::string::npos);
    check_return_from_every_format(folder, before);
    // Gephi's timeline has the days of every form of date.
    const Folder spans(std::map<std::string, std::string>{
        {"ties.csv", "source,target,start,end\na,b,1984?,[2001-10-01..2001-10-31]\n"}});
    CHECK(written(spans.path(), io::writer_named("gexf"), "x")
              .files.front()
              .text.find("start=\"1984-01-01\" end=\"2001-10-31\"") != std::string::npos);
}

TEST_CASE("pajek holds relations, directions, signs and years, and says what it drops") {
    const Folder folder(std::map<std::string, std::string>{
        {"actors.csv", "id,label,kind\na,A,state\nb,b,group\n"},
        {"ties.csv",
         "source,target,relation,sign,weight,directed,start,end,citation\na,b,x,-,2,true,1914,1918,s\nb,a,y,+"
         ",1,false,1904-04,,\n"}});
    const io::Written result = written(folder.path(), io::writer_named("pajek"), folder / "n.paj");
    CHECK(loss_list(result) == "citations 1\nmonths and days of dates 1\n");
    CHECK(
        result.files[0].text ==
        "*Network \n*Vertices 2\n1 \"a\" 0.2500 0.2500 ellipse label \"A\" kind \"state\"\n"
        "2 \"b\" 0.7500 0.2500 ellipse kind \"group\"\n*Arcs :1 \"x\"\n1 2 -2 [1914-1918]\n*Edges :2 \"y\"\n"
        "2 1 1 [1904-*]\n\n*Partition kind\n% 1 state\n% 2 group\n*Vertices 2\n1\n2\n");
    write_files(result.files);
    const io::Reading again = io::read_network(with_self_ties(folder / "n.paj"), {});
    CHECK(ties_of(again.network) == "a -> b x - 2 1914..1918\nb -- a y + 1 1904..\n");
    CHECK(again.network.kind(ActorId{1}) == "group");
}

TEST_CASE("pajek takes the years of dates however they are written, and counts what is lost by its name") {
    const Folder folder(std::map<std::string, std::string>{
        {"ties.csv",
         "source,target,start,end\na,b,c. 1984,1990?\nb,c,1985~,1985-06\nc,d,[1990-03..1992-05],199X\n"
         "d,e,2001-09-09T00:00:00Z,present\nf,g,1999.0,2000\n"}});
    const io::Written result = written(folder.path(), io::writer_named("pajek"), folder / "n.net");
    CHECK_THAT(result.files[0].text,
               Catch::Contains("1 2 1 [1984-1990]\n2 3 1 [1985-1985]\n3 4 1 [1990-1999]\n4 5 1 [2001-*]\n"
                               "6 7 1 [1999-2000]\n"));
    CHECK(loss_list(result) ==
          "months and days of dates 2\ndates that may mean several years 2\nmarks of doubt on dates 3\n");
}

TEST_CASE("dl sums the rows of a pair and writes undirected ties both ways") {
    const Folder folder(std::map<std::string, std::string>{
        {"ties.csv", "source,target,sign,weight\na,b,+,2\na,b,-,3\nb,c,-,1\n"}});
    const io::Written result = written(folder.path(), io::writer_named("dl"), folder / "n.dl");
    CHECK(result.files[0].text ==
          "dl n=3\nformat = fullmatrix diagonal present\nlabels:\n\"a\"\n\"b\"\n\"c\"\ndata:\n"
          "0 -1 0\n-1 0 -1\n0 -1 0\n");
    CHECK(loss_list(result) == "parallel rows, summed 1\n");
}

TEST_CASE("what a tie of weight 0 cannot keep in pajek and dl is counted") {
    const Folder folder(std::map<std::string, std::string>{
        {"ties.csv", "source,target,sign,weight\na,b,-,0\nc,d,-,1\ne,f,+,2\ne,f,-,2\n"}});
    CHECK(loss_list(written(folder.path(), io::writer_named("dl"), folder / "n.dl")) ==
          "parallel rows, summed 1\npairs whose ties come to 0, which a matrix has for none 2\n");
    const io::Written pajek = written(folder.path(), io::writer_named("pajek"), folder / "n.paj");
    CHECK(loss_list(pajek) == "signs of ties of weight 0 1\n");
    CHECK_THAT(pajek.files[0].text, Catch::Contains("1 2 0\n3 4 -1\n5 6 2\n5 6 -2\n"));
}

TEST_CASE("networks without ties, without actors and of one tie come back from every format") {
    const std::map<std::string, std::map<std::string, std::string>> networks{
        {"nothing", {{"ties.csv", "source,target,sign\n"}}},
        {"actors", {{"ties.csv", "source,target,sign\n"}, {"actors.csv", "id,kind\na,x\nb,y\n"}}},
        {"one tie", {{"ties.csv", "source,target,sign\na,b,+\n"}}}};
    for (const auto& [name, files] : networks) {
        const Folder folder(files);
        const Network network = io::read_network(with_self_ties(folder.path()), {}).network;
        for (const io::Writer& writer : io::writers()) {
            if (writer.extensions.empty()) continue;
            for (const std::string_view extension : split(writer.extensions, ' ')) {
                CAPTURE(name, extension);
                const std::string file = folder / ("n" + std::string(extension));
                write_files(written(folder.path(), writer, file).files);
                const Network again = io::read_network(with_self_ties(file), {}).network;
                CHECK(again.tie_count() == network.tie_count());
                if (extension != ".csv") CHECK(again.actor_count() == network.actor_count());
            }
        }
    }
}

TEST_CASE("JSON with nothing in its elements is Cytoscape's, whoever wrote it") {
    for (const char* text : {R"({"elements": {"nodes": [], "edges": []}})", R"({"elements": []})",
                             R"({"data": {"name": "x"}, "elements": {"nodes": []}})"})
        CHECK(io::begins_as_cytoscape(text));
    for (const char* text : {R"({"elements": [], "connections": []})", R"({"nodes": [], "links": []})"})
        CHECK(!io::begins_as_cytoscape(text));
}

TEST_CASE("the extension names the format, and none is a folder") {
    CHECK(io::writer_for("x/net.GML").name == "gml");
    CHECK(io::writer_for("x/net").name == "csv");
    CHECK_THROWS_AS(io::writer_for("net.docx"), Error);
}
