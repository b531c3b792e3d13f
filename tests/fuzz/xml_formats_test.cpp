// GraphML, GEXF and workbooks, altered at random but the same on every run: reading them gives tables of
// valid text or diagnostics, and never anything else.
#include <catch2/catch.hpp>

#include "base/random.hpp"
#include "base/text.hpp"
#include "io/formats/workbook/xlsx.hpp"
#include "io/formats/xml/gexf.hpp"
#include "io/formats/xml/graphml.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"
#include "support/zip_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string graphml =
    "<?xml version='1.0'?>\n<graphml><key id='d0' for='node' "
    "attr.name='label'><default>x</default></key><key id='d1' "
    "for='edge' attr.name='weight' attr.type='double'/><graph id='g' edgedefault='directed'><data "
    "key='t'>T</data><node "
    "id='a'><data key='d0'>حزب</data><graph edgedefault='undirected'><node id='b'/></graph></node><edge "
    "source='a' "
    "target='b'><data key='d1'>2</data></edge><hyperedge/></graph><graph id='h'><edge source='b' "
    "target='a'/></graph>"
    "</graphml>";

const std::string gexf =
    "<gexf version='1.3'><meta><keywords>k</keywords></meta><graph defaultedgetype='directed' "
    "timeformat='double'>"
    "<attributes class='edge' mode='dynamic'><attribute id='w' title='Weight' "
    "type='double'><default>1</default>"
    "</attribute></attributes><nodes><node id='a' label='A' start='2001'><viz:color r='1'/><nodes><node "
    "id='b'/></nodes>"
    "</node></nodes><edges><edge source='a' target='b' kind='k' intervals='&lt;[2001, 2003); (2004, "
    "Infinity]>'><spells>"
    "<spell start='2001.0' endopen='true' end='2004'/></spells><attvalues><attvalue for='w' value='2' "
    "end='2002'/>"
    "</attvalues></edge></edges></graph></gexf>";

// Changes, inserts, deletes and repeats a few bytes or stretches.
std::string altered(std::string text, Random& random) {
    static const std::vector<std::string> pieces{"<",
                                                 ">",
                                                 "&",
                                                 "\"",
                                                 "'",
                                                 "/",
                                                 "<a>",
                                                 "</a>",
                                                 "<node id='c'>",
                                                 "<edge/>",
                                                 "<graph>",
                                                 "</graph>",
                                                 "]]>",
                                                 "<![CDATA[",
                                                 "<!--",
                                                 "&amp;",
                                                 "&x;",
                                                 "\xFF",
                                                 std::string(1, '\0'),
                                                 "<data key='d0'>",
                                                 "<!DOCTYPE x [<!ENTITY y 'z'>]>",
                                                 "1e999",
                                                 "-1",
                                                 "(",
                                                 ")",
                                                 "xmlns:"};
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random.below(below)); };
    for (std::size_t changes = 1 + pick(4); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = pick(text.size()), length = std::min(text.size() - at, 1 + pick(20));
        switch (pick(4)) {
            case 0:
                text[at] = static_cast<char>(pick(256));
                break;
            case 1:
                text.insert(at, pieces[pick(pieces.size())]);
                break;
            case 2:
                text.erase(at, length);
                break;
            default:
                text.insert(at, text.substr(at, length));
                break;
        }
    }
    return text;
}

void check(const io::RawFile& file) {
    std::string all = text_of(file);
    for (const io::RawNetwork& network : file.networks)
        all += network.title + text_of(network.actors) + text_of(network.ties) + text_of(network.relations) +
               text_of(network.sources);
    CHECK_FALSE(first_invalid_utf8(all));
    CHECK(file.networks.size() >= 1);
}

}  // namespace

TEST_CASE("altered GraphML and GEXF give tables or diagnostics") {
    Random random(1);
    for (int i = 0; i < 500; ++i) {
        const Folder folder(std::map<std::string, std::string>{{"a.graphml", altered(graphml, random)},
                                                               {"a.gexf", altered(gexf, random)}});
        check(io::read_graphml(folder / "a.graphml", {}));
        check(io::read_gexf(folder / "a.gexf", {}));
    }
}

TEST_CASE("altered workbooks, and the XML within them, give tables or diagnostics") {
    Random random(2);
    const std::string ties = rows("Source,Target,Start\na,b,1914\nc,d,2\n"), actors = rows("Id,Label\na,A\n");
    const std::string styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]yyyy\"x'/></numFmts><cellXfs><xf "
        "numFmtId='164'/></cellXfs></styleSheet>";
    const std::string bytes = workbook({{"Edges", ties}, {"Nodes", actors}});
    for (int i = 0; i < 150; ++i) {
        const Folder folder(std::map<std::string, std::string>{
            {"a.xlsx", altered(bytes, random)},
            {"b.xlsx", workbook({{"Edges", altered(ties, random)}, {"Nodes", altered(actors, random)}},
                                {{"xl/styles.xml", altered(styles, random)}})}});
        check(io::read_xlsx(folder / "a.xlsx", {}));
        check(io::read_xlsx(folder / "b.xlsx", {}));
    }
}
