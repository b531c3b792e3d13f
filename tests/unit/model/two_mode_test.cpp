#include "model/two_mode.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "support/networks.hpp"
#include "support/reading.hpp"

using namespace entente;
using Catch::Contains;
using test::network_of;
using test::read;

namespace {

const char* const memberships = "h-C, h-F, b-F, b-U, c-U, c-F, d-C, e-X, f-X, f-C";

// "h b 1, h c 1": the ties merged, in order.
std::string pairs_of(const Network& network) {
    std::string text;
    const Graph graph = build_graph(network, {.signs = SignFilter::all});
    for (const MergedTie& tie : graph.merged.ties)
        text += std::string(text.empty() ? "" : ", ") + std::string(network.id(tie.source)) + " " +
                std::string(network.id(tie.target)) + " " + std::to_string(static_cast<int>(tie.strength));
    return text;
}

}  // namespace

TEST_CASE("ties that lead from one set of actors to another are two-mode data") {
    const auto modes = two_mode(network_of(memberships));
    REQUIRE(modes);
    CHECK(modes->sources == 6);
    CHECK(modes->targets == 4);
    CHECK(modes->of[0] == Mode::source);
    CHECK(modes->of[1] == Mode::target);
    CHECK_FALSE(two_mode(network_of("h-C, h-F, b-F, b-U, c-U, c-F, F-U")));
    CHECK_FALSE(two_mode(network_of("a-b, c-d, e-f, a-d")));       // too few to say
    CHECK_FALSE(two_mode(network_of("a-b, a-c, a-d, a-e, a-f")));  // a star
    CHECK_FALSE(two_mode(network_of("")));
}

TEST_CASE("actors of one kind on both sides are no two modes") {
    const char* const ties = "source,target\na,x\na,y\nb,x\nb,z\nc,z\n";
    const auto with_kinds = [&](const char* of_a, const char* of_x) {
        const std::string actors = std::string("id,kind\na,") + of_a + "\nb,group\nc,group\nx," + of_x +
                                   "\ny,state\nz,state\nw,state\n";
        return two_mode(read({{"actors.csv", actors}, {"ties.csv", ties}}).network);
    };
    CHECK_FALSE(with_kinds("group", "group"));
    const auto modes = with_kinds("group", "state");
    REQUIRE(modes);
    CHECK(modes->targets == 4);  // w, who has no tie, is placed by its kind
}

// Weights by NetworkX 2.8.8, bipartite.weighted_projected_graph.
TEST_CASE("a projection ties actors of one mode as often as they share a partner") {
    const Network network = network_of(memberships);
    CHECK(pairs_of(project(network, Projection::source)) ==
          "h d 1, h f 1, d f 1, h b 1, h c 1, b c 2, e f 1");
    CHECK(pairs_of(project(network, Projection::target)) == "C F 1, F U 2, X C 1");
    CHECK(project(network, Projection::source).ties.note[0] == "C");
}

TEST_CASE("a repeated tie to a partner is shared once") {
    CHECK(pairs_of(project(network_of("a-P, a-P, b-P, b-Q, a-Q"), Projection::source)) == "a b 2");
}

TEST_CASE("two actors who agree about a partner are friendly, who disagree hostile") {
    const Network network = project(network_of("a-P +, b-P +, c-P -, d-P -, e-P"), Projection::source);
    REQUIRE(network.tie_count() == 10);
    const auto sign = [&](const char* one, const char* other) {
        for (std::size_t row = 0; row < network.tie_count(); ++row) {
            if (network.id(network.ties.source[row]) == one && network.id(network.ties.target[row]) == other)
                return network.sign(static_cast<TieId>(row));
        }
        throw std::runtime_error("no such tie");
    };
    CHECK(sign("a", "b") == Sign::positive);
    CHECK(sign("a", "c") == Sign::negative);
    CHECK(sign("c", "d") == Sign::positive);
    CHECK(sign("a", "e") == Sign::none);
}

TEST_CASE("partners are shared while both ties may hold, with the product of the confidences") {
    const Network network = project(read("source,target,start,end,confidence,citation\n"
                                         "a,P,1990,1995,0.5,one\n"
                                         "b,P,1993,1999,0.5,two\n"
                                         "c,P,1997,1998,1,two\n"
                                         "d,P,,,1,\n")
                                        .network,
                                    Projection::source);
    std::string (*const text_of)(const Network&) = test::ties_of;
    CHECK(text_of(network) ==
          "a - b 1 1993..1995 p=0.25 [one; two] \"P\"\n"
          "a - d 1 1990..1995 p=0.5 [one] \"P\"\n"
          "b - c 1 1997..1998 p=0.5 [two] \"P\"\n"
          "b - d 1 1993..1999 p=0.5 [two] \"P\"\n"
          "c - d 1 1997..1998 p=1 [two] \"P\"\n");
}

TEST_CASE("data whose sources are targets cannot be projected") {
    CHECK_THROWS_WITH(project(network_of("a-b, b-c"), Projection::source), Contains("'b' is both"));
    CHECK_THROWS_AS(project(network_of("a"), Projection::target), Error);
}

TEST_CASE("the kinds of two modes are the names of their columns unless these name any ends") {
    const std::string rows = "\na,x\na,y\nb,x\nb,z\nc,z\n";
    const Network named = read("member,organization" + rows).network;
    CHECK(named.kind(ActorId{0}) == "member");
    CHECK(named.kind(ActorId{1}) == "organization");
    io::ReadOptions chosen;
    chosen.columns = {{"source", "person"}, {"target", "event"}};
    CHECK(read("person,event" + rows, chosen).network.kind(ActorId{1}) == "event");
    for (const char* header : {"source,target", "from,to", "state1,state2", "quelle,ziel"})
        CHECK(read(header + rows).network.kind(ActorId{0}).empty());
    CHECK(read({{"actors.csv", "id,kind\na,\nb,\nc,\nx,party\ny,\nz,\n"},
                {"ties.csv", "member,organization" + rows}})
              .network.kind(ActorId{0})
              .empty());
}

TEST_CASE("two-mode data are noted with the way to one mode") {
    CHECK(test::said("member,organization\na,x\na,y\nb,x\nb,z\nc,z\n") ==
          "ties.csv:1:1: note: no source is a target: two-mode data of 3 sources (member) and 3 targets "
          "(organization); clustering and transitivity stay empty and --normalized divides by what a mode "
          "can have; --project source or --project target makes the network of one mode");
    CHECK(test::said("source,target\na,x\na,y\nb,x\nb,z\nc,a\n").empty());
}

TEST_CASE("what a projection makes is not taken for two modes again, whoever its ties lead to") {
    // Sources in an order in which no one is first and second of a pair.
    const Network network = network_of("a1-P, b1-P, a2-Q, b1-Q, a1-R, b2-R, a2-S, b2-S, a1-T, b3-T");
    const Network projected = project(network, Projection::source);
    CHECK(projected.projected);
    CHECK_FALSE(two_mode(projected));
}

TEST_CASE("memberships that are said again are one, whatever the order of their rows") {
    const std::vector<std::string> rows{"A,P,1900,1902,.1,s1", "A,P,1908,1910,.9,s2", "A,P,1901,1909,.5,s3"};
    std::vector<int> order{0, 1, 2};
    do {
        std::string text = "source,target,start,end,confidence,citation\n";
        for (const int i : order) text += rows[static_cast<std::size_t>(i)] + "\n";
        const Network projected = project(read(text + "B,P,1900,1910,.5,s4\n").network, Projection::source);
        REQUIRE(projected.tie_count() == 1);
        CHECK(projected.ties.confidence[0] == Approx(.45));
        CHECK(projected.ties.citation[0] == "s1; s3; s2; s4");
    } while (std::next_permutation(order.begin(), order.end()));
}
