#include <catch2/catch.hpp>

#include "support/places.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("the datasets of the repository are read without a complaint") {
    for (const char* name :
         {"jerusalem-axis", "great-powers-1872-1907", "florentine-families", "highland-tribes"}) {
        INFO(name);
        io::ReadOptions options;
        options.data = {test::project_root() + "/data/" + name};
        const io::Reading reading = io::read_network(options, Control{});
        CHECK(reading.network.info.name == name);
        CHECK(!reading.network.info.title.empty());
        CHECK(reading.ledger.tie_rows == reading.network.tie_count());
        CHECK(reading.ledger.actor_rows == reading.network.actor_count());
        // The Pucci are the one family without a tie.
        CHECK(reading.remarks.size() == (std::string(name) == "florentine-families" ? 1U : 0U));
    }
}

TEST_CASE("a ties file needs two columns, and its actors come in order of mention") {
    const io::Reading reading = read("source,target\nprussia,austria\naustria,france\n");
    CHECK(ties_of(reading.network) == "prussia - austria\naustria - france\n");
    CHECK(reading.network.actors.id[2] == "france");
    CHECK(reading.network.label(static_cast<ActorId>(2)) == "france");
    CHECK(!reading.network.has_weights());
    CHECK(!reading.network.has_signs());
    CHECK(!reading.network.has_dates());
    CHECK(!reading.network.has_confidences());
    CHECK(reading.remarks.empty());
}

TEST_CASE("every column of a tie is read") {
    const io::Reading reading = read(
        "source,target,relation,sign,weight,directed,start,end,confidence,citation,note,place\n"
        "a,b,ally,+,2,true,1904,1907-08-31,0.5,blue book,first,Berlin\n"
        "b,c,war,-,,false,,,,,,\n");
    CHECK(ties_of(reading.network) ==
          "a -> b ally + 2 1904..1907-08-31 p=0.5 [blue book] \"first\" place=Berlin\nb -- c war - 1 p=1\n");
}
