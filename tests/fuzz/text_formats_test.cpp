// GML, Pajek, DL, DOT, JSON, matrices and lists, altered at random but the same on every run: reading them
// gives tables of valid text or diagnostics, and never anything else.
#include <catch2/catch.hpp>

#include "base/random.hpp"
#include "base/text.hpp"
#include "io/formats/formats.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Sample {
    const char* format;
    std::string text;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all{
        {"gml",
         "Creator \"x\"\ngraph [ directed 1 entente \"{&quot;ties&quot;: []}\"\n node [ id 1 label "
         "\"A&#228;\" a [ b 2 ] ]\n"
         " node [ id 2 name \"حزب\" graphics [ x 1 ] ]\n edge [ source 1 target 2 value -2 ]\n]\n"},
        {"pajek",
         "*Network n\n*Vertices 3 1\n1 \"a&#34;\" 0.1 0.2 ellipse bc Red [1-3]\n2 b kind \"x\"\n*Arcs :1 "
         "\"r\"\n1 2 -1 [1914-1918]\n"
         "2: 2 3 1 l \"n\"\n*Edgeslist\n1 2 3\n*Matrix :2\n0 1\n*Partition p\n*Vertices 3\n1\n2\n1\n*Vector "
         "v\n*Vertices 3\n1 2 3\n"},
        {"dl",
         "dl n=3 nm=2\nformat = fullmatrix diagonal absent\nlabels:\na,\"b c\" d\nmatrix "
         "labels:\nx\ny\ndata:\n1 0\n1 2\n"
         "0 2\n1 1\n1 1\n1 1\n"},
        {"dl",
         "DL nr=2 nc=2 format=edgelist2 row labels embedded column labels embedded\ndata:\na e 1\nb f "
         "-2\n!\na f\n"},
        {"dot",
         "strict digraph \"g\" { graph [entente=\"{}\"]; node [kind=\"a\\\"b\"]; subgraph cluster_1 { "
         "label=<x<b>y</b>>; a; b }\n"
         "a:p:n -> {c d} -> \"e\" + \"f\" [weight=2, label=\"x\\n\"]; /* c */ }\n"},
        {"node-link",
         "{\"directed\": true, \"graph\": {\"entente\": {\"ties\": [\"source\", [\"k\", \"t\"]]}}, "
         "\"nodes\": [{\"id\": 1, "
         "\"x\": [1, {\"y\": 2}]}, {\"id\": \"\\u00e4\\ud83d\\ude00\"}], \"links\": [{\"source\": 1, "
         "\"target\": 1}]}"},
        {"cytoscape",
         "{\"elements\": {\"nodes\": [{\"data\": {\"id\": \"a\", \"parent\": \"b\"}}, {\"data\": {\"id\": "
         "\"b\"}}], "
         "\"edges\": [{\"data\": {\"source\": \"a\", \"target\": \"b\", \"weight\": 1e3}}]}}"},
        {"kumu",
         "{\"elements\": [{\"_id\": \"1\", \"attributes\": {\"label\": \"A\", \"tags\": [\"x\", \"y\"]}}], "
         "\"connections\": "
         "[{\"from\": \"1\", \"to\": \"1\", \"direction\": \"mutual\"}]}"},
        {"ftm",
         "{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {\"name\": [\"A\"]}}\n{\"id\": \"o\", "
         "\"schema\": \"Ownership\", "
         "\"properties\": {\"owner\": [\"a\"], \"asset\": [\"a\"]}}\n"},
        {"matrix", ";a;b\na;0;-1\n\"b\";1;0\n"},
        {"edge-list", "# c\na b 2 x\nb\tc\n"},
        {"adjacency-list", "a;b\nc\n"},
        {"sif", "a r b c\nd\n"},
        {"spaced", "from to \"a note\"\na b \"c d\"\n"}};
    return all;
}

// Changes, inserts, deletes and repeats a few bytes or stretches.
std::string altered(std::string text, Random& random) {
    static const std::vector<std::string> pieces{"[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 "\"",
                                                 "\\",
                                                 "\\u",
                                                 "&#",
                                                 ";",
                                                 "&#1114112;",
                                                 "\n",
                                                 "*Vertices 2\n",
                                                 "*Matrix\n",
                                                 "-",
                                                 "->",
                                                 "--",
                                                 "<",
                                                 "/*",
                                                 "#",
                                                 "%",
                                                 "99999999999",
                                                 "0",
                                                 "1e999",
                                                 ":",
                                                 ",",
                                                 "\xFF",
                                                 std::string(1, '\0'),
                                                 "\xEF\xBB\xBF",
                                                 "\r",
                                                 " ",
                                                 "=",
                                                 "null"};
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

}  // namespace

TEST_CASE("altered text formats and JSON give tables or diagnostics, and a network or an error") {
    Random random(3);
    for (int i = 0; i < 150; ++i) {
        for (const Sample& sample : samples()) {
            const std::string text = altered(sample.text, random);
            CAPTURE(sample.format, text);
            const Folder folder(std::map<std::string, std::string>{{"net", text}});
            const io::RawFile file = io::format_named(sample.format).read(folder / "net", 0, {});
            std::string all = text_of(file);
            for (const io::RawNetwork& network : file.networks)
                all += network.title + text_of(network.actors) + text_of(network.ties) +
                       text_of(network.relations) + text_of(network.sources);
            CHECK_FALSE(first_invalid_utf8(all));
            CHECK((!file.networks.empty() || !file.diagnostics.empty()));
            try {
                io::ReadOptions options;
                options.data = {folder / "net"};
                io::read_network(options, {});
            } catch (const Error& error) {
                CHECK((error.fault() == Fault::data && !error.diagnostics().empty()));
            }
        }
    }
}
