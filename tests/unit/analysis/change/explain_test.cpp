#include "analysis/change/explain.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>

#include "analysis/centrality/measures.hpp"
#include "analysis/change/shares.hpp"
#include "analysis/change/tied_pairs.hpp"
#include "analysis/robustness/ranking.hpp"
#include "base/error.hpp"
#include "support/networks.hpp"
#include "support/random_networks.hpp"

using namespace entente;
using test::network_of;

namespace {

std::vector<double> scores(const Network& network, const TieSelection& selection,
                           const std::string& measure) {
    const Graph graph = build_graph(network, selection);
    return score_table({network, selection, graph}, {measure}, {}, {}).columns.front().values;
}

// The network as if these rows stood in no file.
Network less(const Network& network, const std::vector<TieId>& left_out) {
    Network result;
    result.actors = network.actors;
    const auto take = [&](const auto& column, auto& to) {
        if (column.empty()) return;
        for (std::size_t row = 0; row < network.tie_count(); ++row) {
            if (std::find(left_out.begin(), left_out.end(), static_cast<TieId>(row)) == left_out.end())
                to.push_back(column[row]);
        }
    };
    take(network.ties.source, result.ties.source);
    take(network.ties.target, result.ties.target);
    take(network.ties.sign, result.ties.sign);
    take(network.ties.strength, result.ties.strength);
    take(network.ties.directed, result.ties.directed);
    return result;
}

double sum_of(const Explanation& explanation) {
    double sum = explanation.rest;
    for (const ExplainedPart& part : explanation.parts) sum += part.share;
    return sum;
}

struct Shape {
    test::RandomRows rows;
    TieSelection selection;
};

// Undirected, directed, weighted and largest component; connected enough for every measure.
std::vector<Shape> shapes() {
    return {{{.directed = false, .weighted = false}, {}},
            {{.directed = false, .weighted = true}, {.signs = SignFilter::all}},
            {{.rows = 18, .directed = true, .weighted = false}, {}},
            {{.rows = 18, .directed = true, .weighted = true}, {.signs = SignFilter::all}},
            {{.rows = 9, .weighted = true}, {.largest_component = true}},
            {{.rows = 18, .directed = true}, {.direction = Direction::reversed}}};
}

// That the shares of every measure that is a sum are its value, for every actor.
void check_sums(const Shape& shape, std::uint64_t seed, ExplainBy by) {
    test::RandomRows rows = shape.rows;
    rows.with_sources = true;
    const Network network = test::random_rows(seed, rows);
    for (const Measure& measure : measures()) {
        if (!has_shares(measure.name)) continue;
        for (const ActorId actor : build_graph(network, shape.selection).actors) {
            INFO(measure.name << " seed " << seed << " actor " << index(actor) << " by "
                              << static_cast<int>(by));
            const Explanation found =
                explain(network, shape.selection, actor, {std::string(measure.name), by}, {});
            if (std::isnan(found.value)) continue;
            CHECK(found.additive);
            CHECK(sum_of(found) == Approx(found.value).epsilon(1e-9).margin(1e-12));
        }
    }
}

}  // namespace

TEST_CASE(
    "the shares of a measure that is a sum add up to the value, for every actor and every way to take it "
    "apart",
    "[slow]") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        for (const Shape& shape : shapes()) {
            for (const ExplainBy by :
                 {ExplainBy::tie, ExplainBy::actor, ExplainBy::relation, ExplainBy::source})
                check_sums(shape, seed, by);
        }
    }
}

TEST_CASE("the shares of ties add up to the value, of neighbors, relations and sources as well") {
    check_sums(shapes()[1], 4, ExplainBy::tie);
    check_sums(shapes()[3], 4, ExplainBy::actor);
    check_sums(shapes()[1], 5, ExplainBy::relation);
    check_sums(shapes()[2], 5, ExplainBy::source);
}

TEST_CASE("a relation has a share only of what its rows can give, by their direction and sign") {
    const auto shares = [](const Network& network, const char* measure) {
        std::map<std::string, double> found;
        for (const ExplainedPart& part :
             explain(network, {}, ActorId{0}, {measure, ExplainBy::relation}, {}).parts)
            found[part.name] = part.share;
        return found;
    };
    Network directed = network_of("a->b, b->a, a->c");
    for (const char* name : {"sent", "received", "sent"}) directed.ties.relation.push_back(name);
    CHECK(shares(directed, "in_degree") == std::map<std::string, double>{{"received", 1}});
    CHECK(shares(directed, "out_degree")["sent"] == 2);
    CHECK(shares(directed, "out_degree")["received"] == 0);
    CHECK(shares(directed, "degree") == std::map<std::string, double>{{"received", 1}, {"sent", 2}});
    CHECK(shares(directed, "pagerank")["sent"] == 0);
    CHECK(shares(directed, "harmonic")["received"] == 0);
    CHECK(shares(directed, "harmonic")["sent"] == 2);

    Network mixed = network_of("a-b +, a-b -, a-c +");
    for (const char* name : {"helps", "fights", "helps"}) mixed.ties.relation.push_back(name);
    CHECK(shares(mixed, "positive_degree")["helps"] == 2);
    CHECK(shares(mixed, "positive_degree")["fights"] == 0);
    CHECK(shares(mixed, "negative_degree")["helps"] == 0);
    CHECK(shares(mixed, "negative_degree")["fights"] == 1);
    CHECK(shares(mixed, "net_degree") == std::map<std::string, double>{{"fights", -1}, {"helps", 2}});
    CHECK(shares(mixed, "pn")["helps"] > 0);
    CHECK(shares(mixed, "pn")["fights"] < 0);
}

TEST_CASE("a measure without a decomposition says so and still tells what the score is without each tie") {
    const Network network = network_of("a-b,b-c,c-d,d-a,a-c");
    const Explanation found = explain(network, {}, ActorId{0}, {"subgraph"}, {});
    CHECK_FALSE(found.additive);
    CHECK(found.parts.size() == 5);
    CHECK(std::isnan(found.parts.front().share));
}

TEST_CASE(
    "the value without a tie is the measure on the data less the rows of that pair, for every measure") {
    for (const Measure& measure : measures()) {
        for (const bool directed : {false, true}) {
            const Network network = test::random_rows(
                5, {.rows = 16, .directed = directed, .weighted = true, .with_signs = true});
            // Told outright: a network less its only directed row would be undirected.
            TieSelection selection{.direction = directed ? Direction::directed : Direction::undirected};
            if (measure.applies == Applies::to_directed && !directed) continue;
            const std::string name(measure.name);
            for (std::uint32_t a = 0; a < network.actor_count(); ++a) {
                const Explanation found = explain(network, selection, ActorId{a}, {name}, {});
                CHECK((std::isnan(found.value) ||
                       found.value == Approx(scores(network, selection, name)[a]).epsilon(1e-9)));
                for (const ExplainedPart& part : found.parts) {
                    INFO(name << " of " << a << " without " << index(part.source) << "–"
                              << index(part.target));
                    const std::vector<double> without = scores(less(network, part.rows), selection, name);
                    CHECK(((std::isnan(without[a]) && std::isnan(part.without)) ||
                           part.without == Approx(without[a]).epsilon(1e-9).margin(1e-12)));
                    if (!std::isnan(without[a])) CHECK(part.rank_without == ranking(without).rank[a]);
                }
            }
        }
    }
}

TEST_CASE("ties that are not listed change nothing") {
    const Network network = test::random_rows(9, {.rows = 12});
    for (const char* measure : {"degree", "betweenness", "eigenvector", "clustering"}) {
        const Explanation found = explain(network, {}, ActorId{0}, {measure}, {});
        const TieSelection selection;
        for (const TiedPair& pair : tied_pairs(network, select_rows(network, selection))) {
            const bool listed = std::any_of(found.parts.begin(), found.parts.end(), [&](const auto& part) {
                return part.source == pair.source && part.target == pair.target;
            });
            if (listed) continue;
            const double without = scores(less(network, pair.rows), selection, measure)[0];
            INFO(measure << " " << index(pair.source) << "–" << index(pair.target));
            CHECK(((std::isnan(without) && std::isnan(found.value)) ||
                   without == Approx(found.value).epsilon(1e-9).margin(1e-12)));
        }
    }
}

//   b         without b, a is as far from the others as c
//   |
//   a – c – d
TEST_CASE("betweenness is taken apart by pairs of others and by the ties on which their paths arrive") {
    const Explanation found = explain(network_of("a-b,a-c,c-d"), {}, ActorId{0}, {"betweenness"}, {});
    CHECK(found.value == 2);
    REQUIRE(found.pairs.size() == 2);
    CHECK(found.pairs[0].share == 1);
    REQUIRE(found.parts.size() == 3);
    CHECK(found.parts[0].share == 1);
    CHECK(found.parts[1].share == 1);
    CHECK(found.parts[2].share == 0);  // c–d carries a pair through a, but does not arrive at a
    CHECK(found.parts[2].without == 1);
}

TEST_CASE("a source is left out with the rows that it alone backs") {
    Network network = network_of("a-b,a-c,a-d,e-b,e-c,f-b");
    for (const char* citation : {"[1]", "[1]", "[1]; [2]", "[2]", "[2]", "[3]"})
        network.ties.citation.push_back(citation);
    const Explanation found = explain(network, {}, ActorId{0}, {"degree"}, {});
    CHECK(found.rank == 1);
    REQUIRE(found.sources.size() == 3);
    CHECK(found.sources[0].name == "[1]");
    CHECK(found.sources[0].rows.size() == 2);
    CHECK(found.sources[0].without == 1);
    CHECK(found.sources[0].rank_without == 3);
}

TEST_CASE("an actor whom the selection leaves out cannot be explained") {
    Network network = network_of("a-b,c");
    TieSelection selection;
    selection.kinds = {"x"};
    network.actors.kind = {};
    for (const char* kind : {"x", "x", "y"}) network.actors.kind.push_back(kind);
    CHECK_THROWS_AS(explain(network, selection, ActorId{2}, {"degree"}, {}), Error);
}

TEST_CASE("an explanation is the same for any number of threads") {
    const Network network = test::random_rows(3, {.actors = 12, .rows = 40, .weighted = true});
    const Explanation one = explain(network, {}, ActorId{1}, {"betweenness"}, {.threads = 1});
    const Explanation four = explain(network, {}, ActorId{1}, {"betweenness"}, {.threads = 4});
    REQUIRE(one.parts.size() == four.parts.size());
    for (std::size_t i = 0; i < one.parts.size(); ++i) {
        CHECK(one.parts[i].share == four.parts[i].share);
        CHECK(one.parts[i].rows == four.parts[i].rows);
    }
}
