// Files as other programs write them.
#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("rows are split as RFC 4180 says") {
    CHECK(ties_of(read("source,target,note\n\"a\",\"b, c\",\"he said \"\"no\"\"\"\n").network) ==
          "a - b, c \"he said \"no\"\"\n");
    CHECK(ties_of(read("source,target,note\na,b,\"\"\"\"\na,c,\"\"\n").network) == "a - b \"\"\"\na - c\n");
    CHECK(ties_of(read("source,target,note\na,b,\"one\ntwo\"\n").network) == "a - b \"one\ntwo\"\n");
    CHECK(ties_of(read("source,target,note\na,b,\"one\r\ntwo\"\r\n").network) == "a - b \"one\ntwo\"\n");
    CHECK(ties_of(read("source,target,note\na,b,\"one\n\n\"\"two\"\"\"\nc,d,x\n").network) ==
          "a - b \"one\n\n\"two\"\"\nc - d \"x\"\n");
    CHECK(ties_of(read("source,target,note\na,b,5\" gun\nb,c,x\n").network) ==
          "a - b \"5\" gun\"\nb - c \"x\"\n");
}

TEST_CASE("unquoted cells are trimmed, quoted ones are not") {
    CHECK(ties_of(read("source , target,note\n a ,\tb  , \" x \" \n").network) == "a - b \" x \"\n");
}

TEST_CASE("lines end with LF, CRLF or CR, the last one as it likes") {
    const std::string ties = "a - b\nc - d\n";
    for (const char* text :
         {"source,target\na,b\nc,d\n", "source,target\na,b\nc,d", "source,target\r\na,b\r\nc,d\r\n",
          "source,target\r\na,b\r\nc,d", "source,target\ra,b\rc,d\r", "source,target\ra,b\rc,d",
          "\xEF\xBB\xBFsource,target\n\na,b\n  \nc,d\n\n"}) {
        CHECK(ties_of(read(text).network) == ties);
    }
    CHECK(read("source,target\ra,b\r\rc,d\r").network.ties.place[1].line == 4);
}

TEST_CASE("comma, semicolon and tab are found out from the header, a pipe is told") {
    CHECK(ties_of(read("source;target;note, remark\na;b;x, y\n").network) == "a - b note, remark=x, y\n");
    CHECK(ties_of(read("source\ttarget\tnote\na, b\tc;d\t\n").network) == "a, b - c;d\n");
    CHECK(ties_of(read("\"source\";\"target\"\na;b\n").network) == "a - b\n");
    io::ReadOptions options;
    options.delimiter = '|';
    CHECK(ties_of(read("source|target\na,x|b\n", options).network) == "a,x - b\n");
    options.delimiter = ';';
    CHECK(ties_of(read("source;target;x,y,z\na;b;\n", options).network) == "a - b\n");
}

TEST_CASE("Excel's first line may name the delimiter") {
    CHECK(ties_of(read("\xEF\xBB\xBFsep=;\r\nsource;target;note\r\na;b;x,y\r\n").network) ==
          "a - b \"x,y\"\n");
    CHECK(ties_of(read("sep=|\nsource|target\na|b\n").network) == "a - b\n");
    CHECK(said("sep=;\nsource;target;weight\na;b;x\n") ==
          "ties.csv:3:5: error: the weight must be a plain decimal number such as 2 or 0.5, not 'x'");
}

TEST_CASE("header names match without case, spaces, hyphens and underscores") {
    CHECK(ties_of(read("Tar-Get,SOURCE,Start Date,end_date\nb,a,1904,1907\n").network) ==
          "a - b 1904..1907\n");
}

TEST_CASE("Gephi: Type is the direction, Kind the relation") {
    const std::string ties =
        "Source,Target,Type,Kind,Id,Label,Timeset,Weight\n1,2,Directed,ally,0,,,1.0\n2,3,Undirected,war,1,,,"
        "2.5\n3,1,mutual,,2,,,1.0\n1,4,mixed,,3,,,1.0\n";
    CHECK(ties_of(read(ties).network) ==
          "1 -> 2 ally 1 Id=0\n2 -- 3 war 2.5 Id=1\n3 -- 1 1 Id=2\n1 - 4 1 Id=3\n");
    CHECK(said(ties) ==
          "ties.csv:1:1: note: read as Gephi spreadsheet (--preset gephi): 4 ties, unsigned\n"
          "ties.csv:1:20: warning: 'war' of the column 'Kind' says hostile (1 row), but no tie has a "
          "sign, so "
          "these ties count like friendly ones; use --columns sign=Kind (or --sign none, if that is "
          "meant)");
    const io::Reading nodes = read({{"actors.csv", "Id;Label;timeset;modularity_class\n1;One;;0\n2;Two;;1\n"},
                                    {"ties.csv", "Source;Target;Type\n1;2;Directed\n"}});
    CHECK(nodes.network.label(static_cast<ActorId>(1)) == "Two");
    REQUIRE(nodes.network.actors.attributes.size() == 2);
    CHECK(nodes.network.actors.attributes[1].name == "modularity_class");
    CHECK(nodes.network.actors.attributes[1].cells[1] == "1");
}

TEST_CASE("a column called type is the relation as soon as one cell is no direction") {
    CHECK(ties_of(read("source,target,type\na,b,directed\nb,c,ally\n").network) ==
          "a - b directed\nb - c ally\n");
    CHECK(ties_of(read("source,target,relation,type\na,b,ally,x\n").network) == "a - b ally type=x\n");
    CHECK(ties_of(read("source,target,type,directed\na,b,undirected,true\n").network) ==
          "a -> b undirected\n");
    CHECK(ties_of(read({{"ties.csv", "source,target,type\na,b,ally\nb,c,\nc,d,ally\n"},
                        {"relations.csv", "relation,sign,directed,weight\nally,+,true,3\n"}})
                      .network) == "a -> b ally + 3\nb - c 1\nc -> d ally + 3\n");
}

TEST_CASE("Cytoscape: interaction is the relation, shared name the name") {
    CHECK(ties_of(read("source,interaction,target\nA,pp,B\n").network) == "A - B pp\n");
    const io::Reading reading = read({{"actors.csv", "shared name,name,degree\nA,A,1\nB,B,1\n"},
                                      {"ties.csv", "source,shared interaction,target\nA,pp,B\n"}});
    CHECK(reading.network.id(static_cast<ActorId>(0)) == "A");
    CHECK(ties_of(reading.network) == "A - B pp\n");
}

TEST_CASE("NodeXL: Vertex 1 and Vertex 2") {
    const io::Reading reading =
        read({{"actors.csv", "Vertex,Color,Shape,Label\nx,Red,Disk,X\ny,,,\n"},
              {"ties.csv", "Vertex 1,Vertex 2,Color,Edge Weight,Relationship\nx,y,Red,3,follows\n"}});
    CHECK(ties_of(reading.network) == "x - y follows 3 Color=Red\n");
    CHECK(reading.network.label(static_cast<ActorId>(0)) == "X");
    CHECK(reading.network.label(static_cast<ActorId>(1)) == "y");
}

TEST_CASE("Kumu: Label, From, To, Direction, Strength") {
    const io::Reading reading =
        read({{"actors.csv", "Label,Type,Description\nBismarck,Person,Chancellor\nPrussia,State,\n"},
              {"ties.csv", "From,To,Direction,Type,Label,Strength\nBismarck,Prussia,directed,leads,,3\n"}});
    CHECK(ties_of(reading.network) == "Bismarck -> Prussia leads 3\n");
    CHECK(reading.network.kind(static_cast<ActorId>(0)) == "Person");
    CHECK(reading.network.actors.attributes[0].cells[0] == "Chancellor");
}

TEST_CASE("igraph and tidygraph: from, to, name, type, sign of 1 and -1") {
    const io::Reading reading = read({{"actors.csv", "name,type\na,state\nb,state\n"},
                                      {"ties.csv", "from,to,weight,sign,begin,end\na,b,2,-1,1900,1904\n"}});
    CHECK(ties_of(reading.network) == "a - b - 2 1900..1904\n");
    CHECK(reading.network.kind(static_cast<ActorId>(1)) == "state");
}

TEST_CASE("other tools' names for the ends are known") {
    for (const char* header : {"src,tgt", "src,dst", "tail,head", "actor1,actor2", "ccode1,ccode2",
                               "side_a,side_b", "ego,alter", "sender,receiver", "entity1_id,entity2_id",
                               "From Name,To Name", "group1,group2", "subject,object", "State A,State B"}) {
        INFO(header);
        CHECK(ties_of(read(std::string(header) + "\na,b\n").network) == "a - b\n");
    }
}

TEST_CASE("Neo4j's relationships are directed") {
    CHECK(ties_of(read(":START_ID(Person),:END_ID(Person)\na,b\n").network) == "a -> b\n");
}

TEST_CASE("source is the citation where from and to name the ends") {
    const std::string ties = "from,to,source\na,b,Times\n";
    CHECK(ties_of(read(ties).network) == "a - b [Times]\n");
    CHECK(said(ties) ==
          "ties.csv:1:9: note: the column 'source' is read as the citation, because 'from' and 'to' name the "
          "ends of a tie");
    CHECK(ties_of(read("source,target,from,to\na,b,1904,1907\n").network) == "a - b from=1904 to=1907\n");
    CHECK(ties_of(read("from,to,source,citation\na,b,x,y\n").network) == "a - b [y] source=x\n");
}

TEST_CASE("the option --columns names what no alias covers") {
    io::ReadOptions options;
    options.columns = {{"source", "Von"},
                       {"target", "nach"},
                       {"weight", "Stärke"},
                       {"id", "Kennung"},
                       {"label", "Bezeichnung"}};
    const std::map<std::string, std::string> files{{"actors.csv", "Kennung,Bezeichnung\na,Anton\nb,Berta\n"},
                                                   {"ties.csv", "Von,Nach,Stärke,weight\na,b,2,9\n"}};
    const io::Reading reading = read(files, options);
    CHECK(ties_of(reading.network) == "a - b 2 weight=9\n");
    CHECK(reading.network.label(static_cast<ActorId>(1)) == "Berta");
    options.columns["target"] = "Nahc";
    CHECK(said(files, options) == "--columns: no file has a column 'Nahc' for target; did you mean 'Nach'?");
    options.columns = {{"sorce", "Von"}};
    CHECK(said(files, options) == "--columns: unknown column 'sorce'; did you mean 'source'?");
    options.columns = {{"relation", "type"}};
    CHECK(ties_of(read("source,target,type\na,b,directed\n", options).network) == "a - b directed\n");
}

TEST_CASE("any script can be read and any column be an attribute") {
    const io::Reading reading = read({{"actors.csv", "id,label,מדינה\n1,علي خامنئي,איראן\n2,耶路撒冷,\n"},
                                      {"ties.csv", "source,target,备注\n1,2,你好\n"}});
    CHECK(ties_of(reading.network) == "1 - 2 备注=你好\n");
    CHECK(reading.network.label(static_cast<ActorId>(0)) == "علي خامنئي");
    CHECK(reading.network.actors.attributes[0].name == "מדינה");
    CHECK(reading.network.actors.attributes[0].cells[0] == "איראן");
    CHECK(said({{"actors.csv", "id\nعلي\nحسن\n"}, {"ties.csv", "source,target\nعلي,حسين\nحسن,علي\n"}}) ==
          "ties.csv:2:5: error: no actor has the id 'حسين'; did you mean 'حسن'?");
}

TEST_CASE("a relation is what its row leaves open") {
    const io::Reading reading =
        read({{"ties.csv",
               "source,target,relation,sign,weight,directed\na,b,ally,,,\nb,c,ally,-,2,true\nc,d,war,,5,\nd,"
               "e,,,,\n"},
              {"relations.csv",
               "relation,label,sign,directed,weight\nally,is allied with,+,false,3\nwar,,-,,\n"}});
    CHECK(ties_of(reading.network) == "a -- b ally + 3\nb -> c ally - 2\nc - d war - 5\nd - e 1\n");
    REQUIRE(reading.network.relations.size() == 2);
    CHECK(reading.network.relations[0].label == "is allied with");
    CHECK(reading.network.relations[1].label == "war");
}

TEST_CASE("one date of a tie is its start and its end, if every cell is a date") {
    const Network dated = read("source,target,Year\na,b,1914\nb,c,\nc,d,1915-03\n").network;
    CHECK(ties_of(dated) == "a - b 1914..1914 Year=1914\nb - c\nc - d 1915-03..1915-03 Year=1915-03\n");
    CHECK(said("source,target,event_date\na,b,1914\n") ==
          "ties.csv:1:15: note: the column 'event_date' is read as the start and the end of each tie, "
          "because there is no other column for them");
    CHECK(said("source,target,date,year\na,b,1914-08-01,1914\n").find("column 'date' is read") !=
          std::string::npos);
    CHECK(said("source,target,date\na,b,1914\nb,c,1/8/1915\n") ==
          "ties.csv:3:1: warning: the column 'date' is kept as a further attribute only and dates no tie, "
          "because '1/8/1915' is no date of the form YYYY, YYYY-MM or "
          "YYYY-MM-DD; use --dates dmy or mdy");
    CHECK_FALSE(read("source,target,date\na,b,1914\nb,c,1/8/1915\n").network.has_dates());
    CHECK(said("source,target,start,year\na,b,1914,1920\n").find("the ties are dated by 'start' instead") !=
          std::string::npos);
    // A column that dates nothing leaves it to the next.
    CHECK(ties_of(read("source,target,year,date\nA,B,1900,12 March\nB,C,1950,\n").network) ==
          "A - B 1900..1900 year=1900 date=12 March\nB - C 1950..1950 year=1950\n");
    CHECK(ties_of(read("source,target,date,year\nA,B,,1900\n").network) == "A - B 1900..1900 year=1900\n");
    // Beside a file whose ties have periods.
    io::ReadOptions options;
    const std::map<std::string, std::string> files{{"one.csv", "source,target,start\na,b,1904\n"},
                                                   {"two.csv", "source,target,year\nb,c,1914\n"}};
    const Folder folder(files);
    options.data = {folder / "one.csv", folder / "two.csv"};
    CHECK(ties_of(io::read_network(options, Control{}).network) ==
          "a - b 1904..\nb - c 1914..1914 year=1914\n");
}

TEST_CASE("rows of delimiters alone are blank lines, as Excel leaves them") {
    const std::string text = "source;target;weight\r\na;b;2\r\n;;\r\n ; ;\r\nb;c;1\r\n;;\r\n";
    CHECK(ties_of(read(text).network) == "a - b 2\nb - c 1\n");
    CHECK(read(text).ledger.tie_rows == 2);
    CHECK(said(text) == "ties.csv:3:1: note: 3 rows without any content are skipped, the first of them here");
    CHECK(said("source,target,sign\n,,+\n").find("the source of this tie is empty") != std::string::npos);
}

TEST_CASE("spaces that cannot be seen do not make another actor") {
    CHECK(ties_of(read("source,target\nIran\u00A0,\u00A0 Israel\nIran,\u200BIsrael \u202F\n").network) ==
          "Iran - Israel\nIran - Israel\n");
    CHECK(read("source,start\u00A0date,target\na,1904,b\n").network.has_dates());
    CHECK(read("source;\"start\ndate\";target\na;1904;b\n").network.has_dates());
}

TEST_CASE("ids that are probably one actor, or several, are told") {
    CHECK(said("source,target\nIran,Israel\niran,Jordan\n") ==
          "ties.csv:3:1: warning: 'iran' and 'Iran' differ only in case or spaces and are two actors; make "
          "them equal if they are one");
    CHECK(said("source,target\nNew York,a\nNewYork,b\n").find("'NewYork' and 'New York' differ only") !=
          std::string::npos);
    CHECK(said({{"actors.csv", "id\na\nA\n"}, {"ties.csv", "source,target\na,A\n"}}) ==
          "actors.csv:3:1: warning: 'A' and 'a' differ only in case or spaces and are two actors; make them "
          "equal if they are one");
    CHECK(said("From,To\nA,B|C\n") ==
          "ties.csv:2:1: warning: 'B|C' is read as one actor; if the cell names several, write one row for "
          "each");
}

TEST_CASE("files of a folder that are no CSV are called by their name, with the way to CSV") {
    const auto starts = [](const std::string& bytes, const std::string& message) {
        return said({{"actors.csv", "id\na\n"}, {"ties.csv", bytes}})
                   .find("ties.csv:1:1: error: " + message) == 0;
    };
    CHECK(starts(std::string("PK\x03\x04", 4) + "....[Content_Types].xml...xl/workbook.xml",
                 "the file is a workbook (.xlsx or .ods), not CSV; open it in a spreadsheet program"));
    CHECK(starts(std::string("PK\x03\x04", 4) + "....readme.txt", "the file is a zip archive"));
    CHECK(starts("\xD0\xCF\x11\xE0\xA1\xB1", "the file is an old Excel workbook"));
    CHECK(starts("{\"nodes\": []}\n", "the file is JSON"));
    CHECK(starts("[\n  {\"source\": 1}\n]\n", "the file is JSON"));
    CHECK(starts("<?xml version=\"1.0\"?>\n<graphml>\n", "the file is GraphML"));
    CHECK(starts("\xEF\xBB\xBF<gexf>\n", "the file is GEXF"));
    CHECK(starts("<!DOCTYPE html>\n<html>", "the file is a web page"));
    CHECK(starts("digraph G {\n a -> b\n}\n", "the file is DOT"));
    CHECK(starts("graph [\n node [ id 1 ]\n]\n", "the file is GML"));
    CHECK(starts("*Vertices 3\n1 \"a\"\n", "the file is Pajek"));
    CHECK(starts("%PDF-1.7\n", "the file is a PDF"));
    CHECK(said("graph,source,target\n1,a,b\n").empty());
}

TEST_CASE("a table given as one that it is not is told what it looks like") {
    const auto starts = [](const std::string& text, const std::string& message) {
        return said(text).find("ties.csv:1:1: error: " + message) == 0;
    };
    CHECK(starts("id,label,kind\na,A,state\n",
                 "this looks like a file of actors, not of ties: give it beside the ties, as in 'entente "
                 "check TIES.csv --actors "));
    CHECK(starts("id,title,publisher,url\na,A,B,\n", "this looks like a file of sources, not of ties"));
    CHECK(starts("relation,label,sign\nwar,War,-\n", "this looks like a file of relations, not of ties"));
    CHECK(starts("SUID,interaction,name,shared name\n1,ally,A (ally) B,A (ally) B\n",
                 "this looks like Cytoscape's table of edges"));
    CHECK(starts("x;A;B;C\nA;0;1;0\n", "no column is called source or target, nor by another name"));
    CHECK(said(";A;B;C\nA;0;1;0\n").find("this looks like a matrix") != std::string::npos);
    CHECK(starts("1234\t20200101\tUSA\tIRN\n", "the first line is no header but a row already"));
    CHECK(starts("A\tally\tB\nB\trival\tC\n",
                 "no column is called source or target, nor by another name for them; if the first line "
                 "names the columns, say which they are (--columns source=A,target=B)"));
    CHECK(said({{"actors.csv", "source,target\na,b\n"}, {"ties.csv", "source,target\na,b\n"}})
              .find("actors.csv:1:1: error: this looks like a file of ties, not of actors") == 0);
}

TEST_CASE("a dataset may name its own columns in entente.toml, which --columns overrides") {
    const std::string ties = "Von;Nach;Gewicht;Stärke\nä;b;2;5\n";
    const std::string settings =
        "title = \"x\"\n[columns]\nsource = \"Von\"\ntarget = \"Nach\"\nweight = \"Gewicht\"\n";
    CHECK(ties_of(read({{"ties.csv", ties}, {"entente.toml", settings}}).network) == "ä - b 2 Stärke=5\n");
    io::ReadOptions options;
    options.columns = {{"weight", "Stärke"}};
    CHECK(ties_of(read({{"ties.csv", ties}, {"entente.toml", settings}}, options).network) ==
          "ä - b 5 Gewicht=2\n");
    CHECK(said({{"ties.csv", ties}, {"entente.toml", "[columns]\nfarbe = \"Von\"\n"}})
              .find("entente.toml:2:1: error: unknown column 'farbe'") != std::string::npos);
    CHECK(said({{"ties.csv", "source,target\na,b\n"},
                {"entente.toml", "[defaults]\ncolumns = [\"source=Von\"]\n"}})
              .find("columns have a table of their own") != std::string::npos);
    CHECK_THROWS_WITH(
        read({{"ties.csv", "source,target\na,b\n"}, {"entente.toml", "[columns]\nweight = \"Gewicht\"\n"}}),
        Catch::Contains("[columns]: no file has a column 'Gewicht' for weight"));
}

TEST_CASE("the ledger tells as what each column was read") {
    const auto columns = [](const std::string& text) {
        std::string told;
        const io::Reading reading = read(text);
        for (const FileColumns::Taken& column : reading.ledger.columns.at(0).taken)
            told += column.ours + "=" + column.header + " ";
        for (const std::string& header : reading.ledger.columns.at(0).others) told += "(" + header + ")";
        return told;
    };
    CHECK(columns("From,To,Strength,Colour\na,b,1,red\n") ==
          "source=From target=To weight=Strength (Colour)");
    CHECK(columns("Source;Target;Type\na;b;Directed\n") == "source=Source target=Target directed=Type ");
    CHECK(columns("Source;Target;Type\na;b;ally\n") == "source=Source target=Target relation=Type ");
    CHECK(columns("Source;Target;Kind;Type\na;b;ally;x\n") ==
          "source=Source target=Target relation=Kind (Type)");
    CHECK(columns("source,target,year\na,b,1914\n") == "source=source target=target start and end=year ");
}
