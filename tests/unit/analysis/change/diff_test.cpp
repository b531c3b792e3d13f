#include "analysis/change/diff.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <set>

#include "analysis/centrality/measures.hpp"
#include "analysis/change/shapley.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"
#include "support/random_networks.hpp"
#include "support/reading.hpp"

using namespace entente;
using test::network_of;

namespace {

using Pair = std::pair<ActorId, ActorId>;

Pair pair_of(const Network& network, std::size_t row) {
    return {std::min(network.ties.source[row], network.ties.target[row]),
            std::max(network.ties.source[row], network.ties.target[row])};
}

void add_row(Network& to, const Network& from, std::size_t row) {
    to.ties.source.push_back(from.ties.source[row]);
    to.ties.target.push_back(from.ties.target[row]);
    to.ties.relation.push_back(from.ties.relation[row]);
    if (from.has_signs()) to.ties.sign.push_back(from.ties.sign[row]);
    if (from.has_weights()) to.ties.strength.push_back(from.ties.strength[row]);
    if (!from.ties.directed.empty()) to.ties.directed.push_back(from.ties.directed[row]);
    to.ties.place.push_back({0, static_cast<std::uint32_t>(to.tie_count() + 1)});
}

// The pairs of `before`, but those of `changed` as `after` has them.
Network mixed(const Network& before, const Network& after, const std::set<Pair>& changed) {
    Network result;
    result.files = before.files;
    result.actors = before.actors;
    for (std::size_t row = 0; row < before.tie_count(); ++row) {
        if (!changed.contains(pair_of(before, row))) add_row(result, before, row);
    }
    for (std::size_t row = 0; row < after.tie_count(); ++row) {
        if (changed.contains(pair_of(after, row))) add_row(result, after, row);
    }
    return result;
}

// Two random networks that differ in so many pairs.
struct Twins {
    Network before, after;
    std::vector<Pair> changed;
};

Twins twins(std::uint64_t seed, std::size_t changes, const test::RandomRows& shape) {
    Twins twins{test::random_rows(seed, shape), {}, {}};
    const Network other = test::random_rows(seed + 1000, shape);
    std::set<Pair> pairs;
    for (const Network* network : std::initializer_list<const Network*>{&twins.before, &other}) {
        for (std::size_t row = 0; row < network->tie_count(); ++row) pairs.insert(pair_of(*network, row));
    }
    std::vector<Pair> order(pairs.begin(), pairs.end());
    Random random(seed);
    random.shuffle(std::span(order));
    order.resize(std::min(changes, order.size()));
    twins.after = mixed(twins.before, other, {order.begin(), order.end()});
    twins.changed = order;
    return twins;
}

std::vector<double> scores(const Network& network, const TieSelection& selection,
                           const std::string& measure) {
    const Graph graph = build_graph(network, selection);
    std::vector<double> values =
        score_table({network, selection, graph}, {measure}, {}, {}).columns.front().values;
    for (double& value : values) value = std::isnan(value) ? 0 : value;
    return values;
}

double score(const Network& network, const TieSelection& selection, const std::string& measure,
             ActorId actor) {
    return scores(network, selection, measure)[index(actor)];
}

// What each change adds to each actor's score, the mean over all orders, one after the other.
std::vector<std::vector<double>> mean_over_orders(std::size_t changes,
                                                  const std::vector<std::vector<double>>& of_set) {
    const std::size_t actors = of_set.front().size();
    std::vector<std::vector<double>> sum(changes, std::vector<double>(actors, 0));
    std::vector<std::size_t> order(changes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    double orders = 0;
    do {
        std::size_t set = 0;
        for (const std::size_t change : order) {
            const std::size_t with = set | std::size_t{1} << change;
            for (std::size_t a = 0; a < actors; ++a) sum[change][a] += of_set[with][a] - of_set[set][a];
            set = with;
        }
        ++orders;
    } while (std::ranges::next_permutation(order).found);
    for (auto& of_change : sum) {
        for (double& value : of_change) value /= orders;
    }
    return sum;
}

Difference differences(const Network& before, const Network& after, const TieSelection& selection,
                       DiffOptions options) {
    return compare_networks({before, selection}, {after, selection}, options, {});
}

double sum_of(const MeasureDifference& measure, ActorId actor) {
    double sum = 0;
    for (const Contribution& contribution : measure.contributions) {
        if (contribution.actor == actor) sum += contribution.contribution;
    }
    return sum;
}

std::vector<std::string> measures_for(bool directed) {
    std::vector<std::string> names;
    for (const Measure& measure : measures()) {
        const bool needs =
            measure.applies == Applies::to_directed || measure.applies == Applies::to_signed_directed;
        if (directed || !needs) names.emplace_back(measure.name);
    }
    return names;
}

std::set<Pair> pairs_of(const Difference& found, const ChangeGroup& group) {
    std::set<Pair> pairs;
    for (const std::size_t i : group.changes) {
        const Change& change = found.changes[i];
        pairs.insert({std::min(change.source, change.target), std::max(change.source, change.target)});
    }
    return pairs;
}

}  // namespace

TEST_CASE("contributions are the mean over all orders of eight changes, for every measure", "[slow]") {
    for (const bool directed : {false, true}) {
        const TieSelection selection{.direction = directed ? Direction::directed : Direction::undirected};
        const Twins data = twins(directed ? 4 : 3, 9, {.actors = 6, .rows = 12, .directed = directed});
        for (const std::string& name : measures_for(directed)) {
            const Difference found =
                differences(data.before, data.after, selection, {.measures = {name}, .explain = 100});
            const std::size_t changes = found.groups.size();
            REQUIRE(changes <= 9);
            // The scores of everyone with any of the changes made.
            std::vector<std::vector<double>> of_set(std::size_t{1} << changes);
            for (std::size_t set = 0; set < of_set.size(); ++set) {
                std::set<Pair> made;
                for (std::size_t change = 0; change < changes; ++change) {
                    if ((set >> change & 1U) != 0) made.merge(pairs_of(found, found.groups[change]));
                }
                of_set[set] = scores(mixed(data.before, data.after, made), selection, name);
            }
            const std::vector<std::vector<double>> mean = mean_over_orders(changes, of_set);
            for (const RankMove& move : found.measures[0].moves) {
                if (move.cause == MoveCause::none || std::isnan(move.delta())) continue;
                for (std::size_t change = 0; change < changes; ++change) {
                    double told = 0;
                    for (const Contribution& contribution : found.measures[0].contributions) {
                        if (contribution.actor == move.actor && contribution.group == change)
                            told = contribution.contribution;
                    }
                    INFO(name << " of " << index(move.actor) << ", change " << change);
                    CHECK(told == Approx(mean[change][index(move.actor)]).epsilon(1e-7).margin(1e-9));
                }
            }
        }
    }
}

TEST_CASE("contributions add up to the change of the score, over all orders and over drawn ones") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const bool directed = seed % 2 == 0;
        const Twins data = twins(seed, seed <= 2 ? 5 : 14,
                                 {.actors = 8, .rows = 20, .directed = directed, .weighted = seed > 2});
        const TieSelection selection{.signs = seed == 3 ? SignFilter::all : SignFilter::nonnegative};
        const Difference found =
            differences(data.before, data.after, selection,
                        {.measures = measures_for(directed), .explain = 100, .orders = 7, .seed = seed});
        for (const MeasureDifference& measure : found.measures) {
            for (const RankMove& move : measure.moves) {
                if (move.cause == MoveCause::none || std::isnan(move.delta())) continue;
                INFO(measure.measure << " of " << index(move.actor) << " seed " << seed);
                CHECK(sum_of(measure, move.actor) == Approx(move.delta()).epsilon(1e-7).margin(1e-9));
            }
        }
    }
}

TEST_CASE("values before and after are those of either network by itself") {
    const Twins data = twins(11, 6, {.actors = 8, .rows = 18});
    const Difference found = differences(data.before, data.after, {}, {.measures = measures_for(false)});
    for (const MeasureDifference& measure : found.measures) {
        for (const RankMove& move : measure.moves) {
            INFO(measure.measure << " of " << index(move.actor));
            const auto value = [](double x) { return std::isnan(x) ? 0 : x; };
            CHECK(value(move.old_value) == Approx(score(data.before, {}, measure.measure, move.actor)));
            CHECK(value(move.new_value) == Approx(score(data.after, {}, measure.measure, move.actor)));
        }
    }
}

TEST_CASE("where one side alone says how ties run, both are taken alike, for every measure") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Twins data = twins(seed, seed <= 4 ? 5 : 14,
                           {.actors = 8, .rows = 20, .directed = true, .weighted = seed % 2 == 0});
        // One side says nothing of its ties, or nothing of some and of others that they run both ways.
        Network& silent = seed % 3 == 0 ? data.after : data.before;
        for (Directedness& said : silent.ties.directed) {
            if (seed <= 3 || said == Directedness::directed) said = Directedness::unsaid;
        }
        const Difference found =
            differences(data.before, data.after, {},
                        {.measures = measures_for(true), .explain = 100, .orders = 7, .seed = seed});
        // By itself: rows that say nothing run both ways, the network is directed.
        Network alike = silent;
        for (Directedness& said : alike.ties.directed) said = Directedness::undirected;
        const TieSelection directed{.direction = Direction::directed};
        for (const MeasureDifference& measure : found.measures) {
            for (const RankMove& move : measure.moves) {
                INFO(measure.measure << " of " << index(move.actor) << " seed " << seed);
                const auto value = [](double x) { return std::isnan(x) ? 0 : x; };
                const double told = value(seed % 3 == 0 ? move.new_value : move.old_value);
                CHECK(told ==
                      Approx(score(alike, directed, measure.measure, move.actor)).epsilon(1e-7).margin(1e-9));
                if (std::isnan(move.delta()) || !(std::abs(move.delta()) > 1e-9)) continue;
                CHECK(sum_of(measure, move.actor) == Approx(move.delta()).epsilon(1e-7).margin(1e-9));
            }
        }
    }
}

TEST_CASE("a tie that becomes directed moves its own actors alone") {
    const Network before = test::read("source,target,directed\na,b,\nb,c,\nc,d,\n").network,
                  after = test::read("source,target,directed\na,b,\nb,c,\nc,d,true\n").network;
    const Difference found = differences(before, after, {}, {.measures = {"degree"}, .explain = 100});
    const std::vector<RankMove>& moves = found.measures[0].moves;
    CHECK(std::pair(moves[0].old_value, moves[0].new_value) == std::pair(2.0, 2.0));
    CHECK(std::pair(moves[1].old_value, moves[1].new_value) == std::pair(4.0, 4.0));
    CHECK(std::pair(moves[2].old_value, moves[2].new_value) == std::pair(4.0, 3.0));
    CHECK(std::pair(moves[3].old_value, moves[3].new_value) == std::pair(2.0, 1.0));
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].kind == ChangeKind::direction);
}

TEST_CASE("without a change the score is that of the new network with that pair as it was") {
    const Twins data = twins(12, 5, {.actors = 8, .rows = 18});
    const Difference found = differences(data.before, data.after, {},
                                         {.measures = {"degree", "betweenness", "pn"}, .explain = 100});
    for (const MeasureDifference& measure : found.measures) {
        for (const Contribution& contribution : measure.contributions) {
            std::set<Pair> made(data.changed.begin(), data.changed.end());
            for (const Pair& pair : pairs_of(found, found.groups[contribution.group])) made.erase(pair);
            CHECK(contribution.score_without ==
                  Approx(score(mixed(data.before, data.after, made), {}, measure.measure, contribution.actor))
                      .margin(1e-12));
        }
    }
}

TEST_CASE("an actor who comes shares what its ties bring with the ties themselves") {
    const Network before = network_of("a-b,b-c");
    const Network after = network_of("a-b,b-c,a-d");
    const Difference found = differences(before, after, {}, {.measures = {"degree"}});
    REQUIRE(found.added.size() == 1);
    REQUIRE(found.groups.size() == 2);
    CHECK(found.groups[0].of_actors);
    const MeasureDifference& degree = found.measures[0];
    CHECK(degree.moves[0].delta() == 1);
    CHECK(degree.moves[0].cause == MoveCause::both);
    CHECK(std::isnan(degree.moves[3].old_value));
    REQUIRE(degree.contributions.size() == 2);
    CHECK(degree.contributions[0].contribution == 0.5);
    CHECK(degree.contributions[1].contribution == 0.5);
}

TEST_CASE("a score that moves only because the largest one does has the scale for its cause") {
    // Two components: the triangle stays as it is, the other part outgrows it.
    const Network before = network_of("a-b,b-c,c-a,d-e");
    const Network after = network_of("a-b,b-c,c-a,d-e,e-f,f-d,d-g,e-g,f-g");
    const Difference found = differences(before, after, {}, {.measures = {"eigenvector"}});
    CHECK(found.measures[0].moves[0].old_value == Approx(1));
    CHECK(found.measures[0].moves[0].new_value == Approx(0).margin(1e-9));
    CHECK(found.measures[0].moves[0].cause == MoveCause::scale);
    CHECK(found.measures[0].moves[3].cause == MoveCause::both);
}

TEST_CASE("rows are matched by pair, relation and sign, and a change is named by what differs first") {
    const std::string head = "source,target,relation,sign,weight,start,end,confidence,citation,note\n";
    const Network before = test::read({{"old.csv", head + "a,b,ally,+,1,1900,1910,1,x,\n"
                                                          "a,c,ally,+,1,1900,,1,x,\n"
                                                          "a,d,ally,+,1,1900,,1,x,\n"
                                                          "b,c,ally,+,1,1900,1905,1,x,\n"
                                                          "b,d,trade,,1,1900,,1,x,\n"
                                                          "c,d,ally,+,1,1900,,0.5,x,\n"
                                                          "d,e,ally,+,1,1900,,1,x,\n"
                                                          "c,e,ally,+,1,1900,,1,x,\n"}})
                               .network;
    const Network after = test::read({{"new.csv", head + "b,a,ally,+,1,1900,1910,1,x,\n"
                                                         "a,c,rival,-,1,1900,,1,x,\n"
                                                         "a,d,ally,+,2,1900,,1,x,\n"
                                                         "b,c,ally,+,1,1900,1907,1,x,\n"
                                                         "b,d,aid,,1,1900,,1,x,\n"
                                                         "c,d,ally,+,1,1900,,0.7,x,\n"
                                                         "d,e,ally,+,1,1900,,1,y,\n"
                                                         "a,e,ally,+,1,1900,,1,x,\n"}})
                              .network;
    const Difference found = differences(before, after, {}, {});
    std::vector<ChangeKind> kinds;
    for (const Change& change : found.changes) kinds.push_back(change.kind);
    CHECK(kinds == std::vector{ChangeKind::sign, ChangeKind::weight, ChangeKind::dates, ChangeKind::relation,
                               ChangeKind::confidence, ChangeKind::citation, ChangeKind::gone,
                               ChangeKind::added});
    CHECK(found.groups.size() == 4);  // no measure sees dates, relations, confidences or citations
}

TEST_CASE("of several rows of a pair those with the nearest starts are one") {
    const Network before =
        test::read("source,target,start,end\na,b,1900,1901\na,b,1910,1911\na,b,1920,1921\n").network;
    const Network after = test::read("source,target,start,end\na,b,1911,1911\na,b,1920,1921\n").network;
    const Difference found = differences(before, after, {}, {});
    REQUIRE(found.changes.size() == 2);
    CHECK(found.changes[0].kind == ChangeKind::gone);
    CHECK(index(*found.changes[0].old_row) == 0);
    CHECK(found.changes[1].kind == ChangeKind::dates);
    CHECK(index(*found.changes[1].old_row) == 1);
}

TEST_CASE("rows with ids are matched by their ids") {
    const Network before = test::read("id,source,target,sign\nt1,a,b,+\nt2,a,b,+\nt3,a,c,+\n").network;
    const Network after = test::read("id,source,target,sign\nt2,a,b,-\nt1,a,b,+\nt3,b,c,+\n").network;
    const Difference found = differences(before, after, {}, {});
    REQUIRE(found.changes.size() == 3);
    CHECK(found.changes[0].kind == ChangeKind::sign);
    CHECK(index(*found.changes[0].old_row) == 1);
    CHECK(found.changes[1].kind == ChangeKind::gone);
    CHECK(found.changes[2].kind == ChangeKind::added);
}

TEST_CASE("the same data differ in nothing") {
    const Network network = test::random_rows(7, {});
    const Difference found = differences(network, network, {}, {.measures = measures_for(false)});
    CHECK(found.same());
    CHECK(found.groups.empty());
    for (const MeasureDifference& measure : found.measures) CHECK(measure.contributions.empty());
    REQUIRE(found.communities);
    CHECK(found.communities->adjusted_rand == 1);
    CHECK(found.communities->moved.empty());
}

TEST_CASE("an actor under two ids is one when --same says so") {
    const Network before = network_of("a-b,b-c"), after = network_of("x-b,b-c");
    CHECK(differences(before, after, {}, {.same = {{"a", "x"}}}).same());
    CHECK_FALSE(differences(before, after, {}, {}).same());
    CHECK_THROWS_AS(differences(before, after, {}, {.same = {{"z", "x"}}}), Error);
}

TEST_CASE("more than two hundred changed pairs are explained by relation") {
    Network before, after;
    for (int i = 0; i < 60; ++i) {
        for (Network* network : {&before, &after}) {
            const std::string id = std::to_string(i);
            network->actors.id.push_back(id);
            network->actors.label.push_back(id);
            network->actors.kind.push_back("");
        }
    }
    for (std::uint32_t i = 0; i < 60; ++i) {
        for (std::uint32_t step = 1; step <= 4; ++step) {
            after.ties.source.push_back(ActorId{i});
            after.ties.target.push_back(ActorId{(i + step) % 60});
            after.ties.relation.push_back(step % 2 == 0 ? "even" : "odd");
        }
    }
    const Difference found = differences(before, after, {}, {});
    CHECK(found.grouped_by == "relation");
    REQUIRE(found.groups.size() == 2);
    CHECK(found.groups[0].changes.size() == 120);
    const MeasureDifference& degree = found.measures[0];
    CHECK(degree.moves[0].delta() == 8);
    CHECK(sum_of(degree, ActorId{0}) == Approx(8));
}

TEST_CASE("the Shapley value of the glove game is known") {
    // One left glove (0) and two right ones (1, 2) make a pair worth 1: 2/3, 1/6, 1/6 (Shapley 1953).
    const ChangedScores glove = [](const std::vector<char>& made) {
        return std::vector<double>{made[0] != 0 && (made[1] != 0 || made[2] != 0) ? 1.0 : 0.0};
    };
    const ShapleyValues exact = shapley_values(3, glove, {});
    CHECK(exact.value[0][0] == Approx(2.0 / 3));
    CHECK(exact.value[1][0] == Approx(1.0 / 6));
    CHECK(exact.value[2][0] == Approx(1.0 / 6));
    const ShapleyValues drawn = sampled_shapley_values(3, glove, 2000, 1, {.threads = 2});
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(std::abs(drawn.value[i][0] - exact.value[i][0]) < 4 * drawn.error[i][0]);
    CHECK(drawn.value[0][0] + drawn.value[1][0] + drawn.value[2][0] == Approx(1));
    CHECK(sampled_shapley_values(3, glove, 50, 1, {.threads = 1}).value ==
          sampled_shapley_values(3, glove, 50, 1, {.threads = 3}).value);
}

TEST_CASE("the standard error of drawn orders is that of the mean, and falls with their number") {
    const ChangedScores glove = [](const std::vector<char>& made) {
        return std::vector<double>{made[0] != 0 && (made[1] != 0 || made[2] != 0) ? 1.0 : 0.0};
    };
    // The left glove adds 1 unless it comes first: a coin of 2/3, whose mean over n has the error
    // sqrt(2/3 * 1/3 / n).
    for (const unsigned orders : {400U, 1600U}) {
        const ShapleyValues drawn = sampled_shapley_values(3, glove, orders, 5, {});
        CHECK(drawn.error[0][0] == Approx(std::sqrt(2.0 / 9 / orders)).epsilon(0.05));
    }
}

TEST_CASE("a place is told from the first to the last of those level with the actor") {
    const Difference found = differences(network_of("a-b,a-c,d"), network_of("a-b,a-c,a-d"), {},
                                         {.measures = {"degree"}, .explain = 9});
    const RankMove& b = found.measures[0].moves[1];
    CHECK(b.old_rank == 2);
    CHECK(b.old_last == 3);
    CHECK(b.new_rank == 2);
    CHECK(b.new_last == 4);
    for (const Contribution& contribution : found.measures[0].contributions) {
        if (index(contribution.actor) != 3) continue;
        CHECK(contribution.rank_without == 4);  // d without its only tie
        CHECK(contribution.last_without == 4);
    }
}

TEST_CASE("a move within the noise of both networks is marked where ties have confidences") {
    // Two hubs of ten uncertain ties; one gains a tie. And a hub that gains twenty certain ones.
    std::string old_text = "source,target,confidence\n";
    for (int i = 0; i < 10; ++i) {
        old_text += "p,p" + std::to_string(i) + ",0.5\n";
        old_text += "q,q" + std::to_string(i) + ",0.5\n";
    }
    std::string new_text = old_text + "q,p0,0.5\n";
    for (int i = 0; i < 20; ++i) new_text += "r,p" + std::to_string(i % 10) + (i < 10 ? ",1\n" : "x,1\n");
    old_text += "r,p0,1\n";
    const Network before = test::read(old_text).network, after = test::read(new_text).network;
    const Difference found = differences(before, after, {}, {.measures = {"degree"}, .explain = 0});
    const auto move_of = [&](const std::string& id) {
        std::size_t place = 0;
        while (found.actors.id[place] != id) ++place;
        return found.measures[0].moves[place];
    };
    CHECK(move_of("r").moved() > 0);
    REQUIRE(move_of("r").within_noise);
    CHECK_FALSE(*move_of("r").within_noise);  // first by ten certain ties more than anyone can have
    REQUIRE(move_of("q").within_noise);
    const Difference certain =
        differences(network_of("a-b"), network_of("a-b,b-c"), {}, {.measures = {"degree"}});
    for (const RankMove& move : certain.measures[0].moves) CHECK_FALSE(move.within_noise);
}

TEST_CASE("a row that is turned, or one way where it was both, has another direction") {
    const Network before = test::read("source,target,directed\na,b,true\nb,c,false\nc,d,true\n").network;
    const Network after = test::read("source,target,directed\nb,a,true\nb,c,true\nc,d,true\n").network;
    const Difference found = differences(before, after, {}, {.measures = {"in_degree"}, .explain = 9});
    REQUIRE(found.changes.size() == 2);
    for (const Change& change : found.changes) CHECK(change.kind == ChangeKind::direction);
    CHECK(found.measures[0].moves[0].delta() == 1);
    CHECK(sum_of(found.measures[0], ActorId{1}) == Approx(found.measures[0].moves[1].delta()).margin(1e-12));
}

TEST_CASE("ties that begin or cease to contradict the factions are told, and balance before and after") {
    const Network before = test::read("source,target,sign\na,b,+\nb,c,+\na,c,+\nc,d,-\n").network;
    const Network after = test::read("source,target,sign\na,b,+\nb,c,+\na,c,-\nc,d,-\n").network;
    const Difference found = differences(before, after, {}, {.explain = 0});
    REQUIRE(found.balance);
    CHECK(found.balance->old_balance.frustration.index == 0);
    CHECK(found.balance->new_balance.frustration.index == 1);
    CHECK(found.balance->frustrated_new.size() == 1);
    CHECK(found.balance->frustrated_gone.empty());
    const Difference back = differences(after, before, {}, {.explain = 0});
    CHECK(back.balance->frustrated_gone.size() == 1);
}
