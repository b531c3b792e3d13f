// Valid data sets, altered at random but the same on every run: reading them gives a network of which every
// row is accounted for, or diagnostics that a person can find and read, and never anything else.
#include "support/reading.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <numeric>

#include "base/random.hpp"
#include "base/text.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Files = std::map<std::string, std::string>;

const std::vector<Files>& valid_data() {
    static const std::vector<Files> data{
        {{"actors.csv",
          "id,label,kind,party\na,Ä,state,x\nb,B,group,\nc,\"C, \"\"the\"\" third\",leader,y\n"},
         {"ties.csv",
          "source,target,relation,sign,weight,directed,start,end,confidence,citation,note\na,b,ally,+,2,true,"
          "1904,1907-03,0.5,s1,\"x\"\"y\"\nb,c,,-,0.5,,1904-04-08,,A,,\"two\nlines\"\n"},
         {"relations.csv", "relation,label,sign,directed,weight\nally,is allied with,+,false,2\n"},
         {"sources.csv", "id,title,publisher,date,url\ns1,T,P,1990,https://example.org\n"},
         {"entente.toml", "title = \"x\"\n[defaults]\nties = \"all\"\nrelation = [\"ally\"]\n"}},
        {{"ties.csv",
          "\xEF\xBB\xBFsep=;\r\nFrom;To;Type;Weight\r\nKöln;Genève;Directed;1\r\nGenève;Köln;Undirected;-"
          "2\r\n;;;\r\n"}},
        {{"ties.csv",
          "vertex1\tvertex2\tyear\tinteraction\n耶路撒冷\tعلي\t1914\tmeets\nعلي\tb\t1915-08\tfights\n"}},
    };
    return data;
}

const std::vector<std::string>& pieces() {
    static const std::vector<std::string> pieces{"\"",
                                                 "\"\"",
                                                 ",",
                                                 ";",
                                                 "\t",
                                                 "|",
                                                 "\n",
                                                 "\r",
                                                 "\r\n",
                                                 "\n\n",
                                                 " ",
                                                 "\xC2\xA0",
                                                 "\xE2\x80\x8B",
                                                 std::string(1, '\0'),
                                                 "\xFF",
                                                 "\xC3",
                                                 "\xE2\x82",
                                                 "\xF0\x9F",
                                                 "\xEF\xBB\xBF",
                                                 "a",
                                                 "-",
                                                 "+",
                                                 "=",
                                                 "[",
                                                 "]",
                                                 "'",
                                                 "#",
                                                 "<",
                                                 "{",
                                                 "PK\x03\x04",
                                                 "sep=,\n",
                                                 "source",
                                                 "target",
                                                 "id",
                                                 "type",
                                                 "date",
                                                 "1e400",
                                                 "nan",
                                                 "0x10",
                                                 "1,5",
                                                 "-0",
                                                 "9999-99-99",
                                                 "1914/8/1",
                                                 "01.08.1914",
                                                 "August 1914",
                                                 "\x1B[31m",
                                                 "%s%n",
                                                 "../../x",
                                                 "ally"};
    return pieces;
}

void alter(std::string& text, Random& random) {
    const std::size_t at = random.below(text.size() + 1);
    switch (random.below(8)) {
        case 0:
            text.erase(at, random.below(6));
            break;
        case 1:
            text.resize(at);
            break;  // truncated, within a character or a quote
        case 2:
            text.insert(at, text.substr(random.below(text.size() + 1), 40));
            break;  // a part twice
        case 3:
            if (at < text.size()) text[at] = static_cast<char>(random.below(256));
            break;
        case 4:
            text.insert(at, random.below(20) == 0 ? 70'000 : 300, static_cast<char>('a' + random.below(26)));
            break;
        default:
            text.insert(at, pieces()[random.below(pieces().size())]);
    }
}

std::string shown_files(const Files& files) {
    std::string text;
    for (const auto& [name, content] : files) text += fmt::format("--- {}\n{}\n", name, content);
    return text;
}

void check_reading(const io::Reading& reading) {
    const Network& network = reading.network;
    const auto dropped =
        std::accumulate(reading.ledger.dropped.begin(), reading.ledger.dropped.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const LedgerEntry& entry) { return sum + entry.rows; });
    REQUIRE(reading.ledger.tie_rows == network.tie_count() + dropped);
    REQUIRE(network.ties.place.size() == network.tie_count());
    REQUIRE(network.ties.target.size() == network.tie_count());
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        REQUIRE(index(network.ties.source[row]) < network.actor_count());
        REQUIRE(index(network.ties.target[row]) < network.actor_count());
        REQUIRE(network.strength(static_cast<TieId>(row)) >= 0);
        REQUIRE(network.ties.place[row].line >= 2);
    }
    for (std::size_t actor = 0; actor < network.actor_count(); ++actor)
        REQUIRE_FALSE(network.id(static_cast<ActorId>(actor)).empty());
}

// A diagnostic about a cell or row stands at a line and column; only one about a file as a whole, or a
// closing count, has none.
void check_complaints(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string text = to_string(diagnostic);
        REQUIRE_FALSE(first_invalid_utf8(text));
        REQUIRE(text.find('\x1B') == std::string::npos);
        REQUIRE_FALSE(diagnostic.message.empty());
        const bool whole = diagnostic.message.find("is empty; it should begin") != std::string::npos ||
                           diagnostic.message.starts_with("and ");
        if (whole) continue;
        INFO(text);
        REQUIRE(diagnostic.spot.line >= 1);
        REQUIRE(diagnostic.spot.column >= 1);
    }
}

}  // namespace

TEST_CASE("data altered at random give a network that accounts for every row, or complaints with a place") {
    Random random(20261122);
    std::size_t networks = 0, refusals = 0;
    for (int round = 0; round < 1500; ++round) {
        Files files = valid_data()[random.below(valid_data().size())];
        for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
            auto file = files.begin();
            std::advance(file, static_cast<std::ptrdiff_t>(random.below(files.size())));
            alter(file->second, random);
        }
        INFO(shown_files(files));
        try {
            const io::Reading reading = read(files);
            check_reading(reading);
            check_complaints(reading.remarks);
            ++networks;
        } catch (const Error& error) {
            REQUIRE(error.fault() == Fault::data);
            REQUIRE_FALSE(error.diagnostics().empty());
            check_complaints(error.diagnostics());
            ++refusals;
        }
    }
    // Both happen often enough that neither is all there is.
    CHECK(networks > 150);
    CHECK(refusals > 150);
}
