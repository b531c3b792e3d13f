#include "analysis/robustness/robustness.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "analysis/robustness/ranking.hpp"
#include "analysis/robustness/replicates.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "model/cited_sources.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::network_of;

namespace {

Network with_confidences(Network network, const std::vector<double>& confidences) {
    network.ties.confidence = confidences;
    return network;
}

Network with_citations(Network network, const std::vector<std::string>& citations) {
    for (const std::string& citation : citations) network.ties.citation.push_back(citation);
    return network;
}

Robustness assess(const Network& network, RobustnessOptions options) {
    return assess_robustness(network, {}, options, {});
}

// From the definition, pair by pair.
double slow_tau_b(const std::vector<double>& a, const std::vector<double>& b) {
    double concordant = 0, discordant = 0, only_a = 0, only_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = i + 1; j < a.size(); ++j) {
            const double x = a[i] - a[j], y = b[i] - b[j];
            if (x * y > 0) ++concordant;
            if (x * y < 0) ++discordant;
            if (x == 0 && y != 0) ++only_b;
            if (y == 0 && x != 0) ++only_a;
        }
    }
    return (concordant - discordant) /
           std::sqrt((concordant + discordant + only_a) * (concordant + discordant + only_b));
}

}  // namespace

TEST_CASE("Ranks are standard competition ranks and mid-ranks, level within a relative tolerance") {
    const Ranking r = ranking({1, 3, 3 * (1 + 1e-12), 2, std::nan("")});
    CHECK(r.rank == std::vector<std::uint32_t>{4, 1, 1, 3, 5});
    CHECK(r.mid_rank == std::vector<double>{4, 1.5, 1.5, 3, 5});
    CHECK(r.order == std::vector<std::uint32_t>{1, 2, 3, 0, 4});
}

TEST_CASE("Kendall's tau-b is that of its definition") {
    // scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]), SciPy's documentation: -0.47140452079103173
    CHECK(kendall_tau_b(ranking({12, 2, 1, 12, 2}), ranking({1, 4, 7, 1, 0})) ==
          Approx(-0.47140452079103173));
    Random random(1);
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> a, b;
        for (int i = 0; i < 12; ++i) {
            a.push_back(static_cast<double>(random.below(6)));
            b.push_back(static_cast<double>(random.below(5)));
        }
        CHECK(kendall_tau_b(ranking(a), ranking(b)) == Approx(slow_tau_b(a, b)));
    }
    CHECK(std::isnan(kendall_tau_b(ranking({1, 1}), ranking({1, 2}))));
}

TEST_CASE("The probability of coming first is that of the tie on which it depends") {
    //   a - b - c - d      b - e has confidence 0.3: b has three neighbors with it and two without, c always
    //   two
    //       |
    //       e
    const Network network = with_confidences(network_of("a-b, b-c, c-d, b-e"), {1, 1, 1, 0.3});
    RobustnessOptions options;
    options.measure = "degree";
    options.replicates = 4000;
    options.top_k = 1;
    const Robustness result = assess(network, options);
    CHECK(result.actors[1].value == 3);
    CHECK(result.actors[1].rank == 1);
    CHECK(result.actors[1].top_probability == 1);
    CHECK(result.actors[2].top_probability == Approx(0.7).margin(0.03));
    CHECK(result.actors[2].rank_low == 1);
    CHECK(result.actors[2].rank_high == 2);
    CHECK(result.actors[4].rank_high == 5);
    REQUIRE(result.hinge_ties.size() ==
            2);  // without b-a or b-e, c comes level; without b-c, b stays first alone
    CHECK(index(*result.hinge_ties[0].tie) == 0);
    CHECK(index(*result.hinge_ties[1].tie) == 3);
    CHECK(result.hinge_ties[1].first == std::vector<ActorId>{ActorId{1}, ActorId{2}});
}

TEST_CASE("Pairs whose order no replicate changes are counted and the first ones listed") {
    const Network network = with_confidences(network_of("a-b, b-c, c-d, b-e"), {1, 1, 1, 0.3});
    RobustnessOptions options;
    options.measure = "degree";
    options.replicates = 500;
    const Robustness result = assess(network, options);
    // b 3, c 2, the others 1: b > a, c, d, e and c > a, d, e; b and c come level, e.g. when b-e is absent
    CHECK(result.pairs == 7);
    CHECK(result.stable_pairs == 6);
    CHECK(result.stable_top.size() == 6);
    CHECK(result.kendall_high == Approx(1));
    CHECK(result.kendall_low < 1);
}

TEST_CASE("Leaving out each tie is exact and leaves out each tie once") {
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_tie;
    options.top_k = 1;
    const Robustness result = assess(network_of("a-b, b-c, c-d, b-e"), options);
    CHECK(result.replicates == 4);
    CHECK(result.actors[1].top_probability == 1);
    CHECK(result.actors[2].top_probability == Approx(0.5));  // level without a-b and without b-e
}

TEST_CASE("Leaving out a source leaves out the ties that no other source backs") {
    const Network network =
        with_citations(network_of("a-b, b-c, c-d, b-e, d-f"), {"times", " times ", "post", "times;post", ""});
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_source;
    options.top_k = 1;
    const Robustness result = assess(network, options);
    CHECK(result.replicates == 2);
    REQUIRE(result.hinge_sources.size() == 1);
    CHECK(result.hinge_sources[0].source == "times");
    CHECK(result.hinge_sources[0].first == std::vector<ActorId>{ActorId{3}});
    CHECK(result.actors[1].rank_high == 2);  // without the times b keeps the tie that the post reports too
    CHECK_THROWS_AS(assess(network_of("a-b"), options), Error);
}

TEST_CASE("A certain network has no uncertainty, and says so") {
    RobustnessOptions options;
    options.replicates = 20;
    const Robustness result = assess(network_of("a-b, b-c, c-d, d-e, b-d"), options);
    for (const ActorRobustness& actor : result.actors) {
        CHECK(actor.rank_low == actor.rank);
        CHECK(actor.rank_high == actor.rank);
    }
    CHECK(result.kendall_mean == Approx(1));
    CHECK(result.top_overlap == 1);
    CHECK_FALSE(result.remarks.empty());
}

TEST_CASE(
    "The stability coefficient is high for the degrees of a star's heart and low for a ring's betweenness") {
    RobustnessOptions options;
    options.measure = "degree";
    options.replicates = 10;
    std::string star;
    for (int i = 0; i < 40; ++i) star += "hub-x" + std::to_string(i) + ",";
    CHECK(assess(network_of(star), options).stability.value >= 0.5);
    std::string chords;
    for (int i = 0; i < 30; ++i)
        chords += "y" + std::to_string(i) + "-y" + std::to_string((i + 1) % 30) + ",";
    options.measure = "betweenness";
    CHECK(assess(network_of(chords + "y0-y15"), options).stability.value <= 0.1);
}

TEST_CASE("Robustness has the same result for any number of threads, and a seed of its own") {
    std::vector<double> confidences;
    std::string text;
    Random random(3);
    for (int i = 0; i < 60; ++i) {
        text += "v" + std::to_string(random.below(20)) + "-w" + std::to_string(random.below(20)) + ",";
        confidences.push_back(0.5);
    }
    const Network network = with_confidences(network_of(text), confidences);
    RobustnessOptions options;
    options.replicates = 50;
    Control two;
    two.threads = 2;
    const Robustness a = assess_robustness(network, {}, options, {});
    const Robustness b = assess_robustness(network, {}, options, two);
    for (std::size_t i = 0; i < a.actors.size(); ++i) {
        CHECK(a.actors[i].rank_low == b.actors[i].rank_low);
        CHECK(a.actors[i].top_probability == b.actors[i].top_probability);
    }
    CHECK(a.kendall_mean == b.kendall_mean);
    CHECK(a.stable_pairs == b.stable_pairs);
    CHECK(a.stability.value == b.stability.value);
    options.seed = 2;
    CHECK(assess_robustness(network, {}, options, {}).kendall_mean != a.kendall_mean);
}

TEST_CASE("Ties can be removed, added and rewired at random; signed measures are resampled with both signs") {
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_random;
    options.share = 0.4;
    options.replicates = 30;
    const Network network = network_of("a-b, b-c, c-d, b-e, d-f");
    for (const RandomChange change : {RandomChange::remove, RandomChange::add, RandomChange::rewire}) {
        options.change = change;
        CHECK(assess(network, options).kendall_mean < 1);
    }
    options.change = RandomChange::remove;
    options.measure = "net_degree";
    const Robustness net = assess(network_of("a-b +, b-c -, c-d +, b-e +, d-f -"), options);
    CHECK(net.actors[1].value == 1);
    CHECK(net.kendall_mean < 1);
    for (const RandomChange change : {RandomChange::add, RandomChange::rewire}) {
        options.change = change;
        CHECK(assess(network_of("a-b +, b-c -, c-d +, b-e +, d-f -"), options).kendall_mean < 1);
    }
    options.measure = "betweeness";
    CHECK_THROWS_AS(assess(network, options), Error);
    options.measure = "degree";
    options.share = 1.5;
    CHECK_THROWS_AS(assess(network, options), Error);
}

// Four enemies in a row: no random tie may become friendly, and how many there are stays (rewire) or grows by
// the share (add).
TEST_CASE("Signed measures are resampled among the actors of the chosen kinds only") {
    Network network = network_of("a-b +, b-c -, a-c +, c-d -, d-x +, a-x -, x-y +");
    network.actors.kind = {};
    for (const char* kind : {"state", "state", "state", "state", "group", "group"})
        network.actors.kind.push_back(kind);
    const Network states = network_of("a-b +, b-c -, a-c +, c-d -");
    TieSelection of_states;
    of_states.kinds = {"state"};
    RobustnessOptions options;
    options.measure = "pn";
    options.by = Perturbation::by_random;
    options.replicates = 50;
    options.share = 0.25;
    for (const RandomChange change : {RandomChange::remove, RandomChange::add, RandomChange::rewire}) {
        options.change = change;
        const Robustness chosen = assess_robustness(network, of_states, options, {}),
                         alone = assess(states, options);
        REQUIRE(chosen.actors.size() == 4);
        CHECK(chosen.kendall_mean == alone.kendall_mean);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(chosen.actors[i].value == alone.actors[i].value);
            CHECK(chosen.actors[i].rank_low == alone.actors[i].rank_low);
            CHECK(chosen.actors[i].rank_high == alone.actors[i].rank_high);
        }
    }
}

TEST_CASE("Ties added or rewired at random for signed measures keep sign and number") {
    const Network network = network_of("a-b -, b-c -, c-d -");
    for (const RandomChange change : {RandomChange::add, RandomChange::rewire}) {
        RobustnessOptions options;
        options.by = Perturbation::by_random;
        options.change = change;
        options.share = 2.0 / 3;
        for (const auto& [measure, sum] :
             {std::pair("positive_degree", 0.0),
              std::pair("negative_degree", change == RandomChange::add ? 10.0 : 6.0)}) {
            options.measure = measure;
            const TieSelection selection;
            const Resampler resampler(network, selection, options);
            for (std::uint64_t stream = 0; stream < 20; ++stream) {
                const std::vector<double> values = resampler.replicate(0, stream);
                CHECK(std::accumulate(values.begin(), values.end(), 0.0) == sum);
            }
        }
    }
}

namespace {

// Numbers of neighbors from the rows that are left, undirected.
std::vector<double> slow_degrees(const Network& network, const std::vector<char>& kept) {
    std::vector<std::set<std::size_t>> neighbors(network.actor_count());
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const std::size_t a = index(network.ties.source[row]), b = index(network.ties.target[row]);
        if (kept[row] == 0 || a == b) continue;
        neighbors[a].insert(b);
        neighbors[b].insert(a);
    }
    std::vector<double> degrees;
    for (const auto& of : neighbors) degrees.push_back(static_cast<double>(of.size()));
    return degrees;
}

std::vector<double> slow_ranks(const std::vector<double>& values) {
    std::vector<double> ranks;
    for (const double value : values)
        ranks.push_back(1 + static_cast<double>(
                                std::ranges::count_if(values, [&](double other) { return other > value; })));
    return ranks;
}

Network random_cited_network(Random& random, const std::vector<std::string>& citations) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
        const std::uint64_t a = random.below(8), b = (a + 1 + random.below(7)) % 8;
        text += "v" + std::to_string(a) + "-v" + std::to_string(b) + ",";
    }
    std::vector<std::string> cited;
    for (int i = 0; i < 14; ++i) cited.push_back(citations[random.below(citations.size())]);
    return with_citations(network_of(text), cited);
}

}  // namespace

TEST_CASE("A row goes only when all of its sources are gone, as by trying every source by hand") {
    Random random(20);
    const std::vector<std::string> citations{"a", "b, p. 3", "a;b, p. 3", " c ; a", "c", "", "b, p. 4;"};
    const std::vector<std::set<std::string>> named{{"a"}, {"b, p. 3"}, {"a", "b, p. 3"}, {"a", "c"},
                                                   {"c"}, {},          {"b, p. 4"}};
    for (int trial = 0; trial < 60; ++trial) {
        const Network network = random_cited_network(random, citations);
        std::vector<std::set<std::string>> of_row;
        std::set<std::string> sources;
        for (std::size_t row = 0; row < network.tie_count(); ++row) {
            const auto at = std::ranges::find(citations, network.ties.citation[row]);
            of_row.push_back(named[static_cast<std::size_t>(at - citations.begin())]);
            sources.insert(of_row.back().begin(), of_row.back().end());
        }
        RobustnessOptions options;
        options.measure = "degree";
        options.by = Perturbation::by_source;
        options.stability = false;
        const Robustness found = assess(network, options);
        REQUIRE(found.replicates == sources.size());
        REQUIRE(found.sources.size() == sources.size());
        const std::vector<double> base = slow_degrees(network, std::vector<char>(network.tie_count(), 1));
        const auto base_ranks = slow_ranks(base);
        std::vector<double> worst(base.size(), 0);
        double before = -3;
        for (const SourceLeftOut& source : found.sources) {
            REQUIRE(sources.contains(source.source));
            std::vector<char> kept(network.tie_count(), 1);
            std::uint64_t alone = 0;
            for (std::size_t row = 0; row < kept.size(); ++row) {
                kept[row] = of_row[row] == std::set<std::string>{source.source} ? 0 : 1;
                alone += kept[row] == 0 ? 1 : 0;
            }
            CHECK(source.alone == alone);
            const auto degrees = slow_degrees(network, kept);
            const auto ranks = slow_ranks(degrees);
            for (std::size_t i = 0; i < ranks.size(); ++i) worst[i] = std::max(worst[i], ranks[i]);
            const double tau = slow_tau_b(base, degrees);
            CHECK((std::isnan(tau) ? std::isnan(source.kendall) : source.kendall == Approx(tau)));
            const double order = std::isnan(tau) ? -2 : tau;
            CHECK(order >= before - 1e-12);  // what moves the ranking most comes first
            before = order;
        }
        for (std::size_t i = 0; i < base.size(); ++i) {
            CHECK(found.actors[i].rank == base_ranks[i]);
            CHECK(found.actors[i].rank_high == worst[i]);  // of fewer than twenty, 95 % is the last
        }
    }
}

TEST_CASE("Where sources.csv names the sources, its ids are what is left out") {
    Network network = with_citations(network_of("a-b, b-c, c-d, b-e, d-f"),
                                     {"times, p. 3", "times p. 4", "times-weekly", "times-weekly: 7", "x;y"});
    network.sources = {{"times", "", "", "", ""}, {"times-weekly", "", "", "", ""}, {"x;y", "", "", "", ""}};
    const CitedSources cited(network);
    CHECK(cited.of(TieId{1}) == std::vector<std::string_view>{"times"});
    CHECK(cited.of(TieId{3}) == std::vector<std::string_view>{"times-weekly"});
    CHECK(cited.of(TieId{4}) == std::vector<std::string_view>{"x;y"});
    CHECK(cited.of("times;unlisted, p. 2; times p. 9") ==
          std::vector<std::string_view>{"times", "unlisted, p. 2"});
    CHECK(cited.of(" ; ").empty());
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_source;
    CHECK(assess(network, options).replicates == 3);
}

TEST_CASE("The source whose removal moves the ranking most comes first, and hinges are in that order") {
    // b leads; without "one" it keeps a single tie, without "two" c and d trade places only
    const Network network = with_citations(network_of("b-a, b-c, b-e, c-d, d-f, b-d"),
                                           {"one", "one", "one", "two", "three", "three"});
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_source;
    const Robustness found = assess(network, options);
    REQUIRE(found.sources.size() == 3);
    CHECK(found.sources[0].source == "one");
    CHECK(found.sources[0].alone == 3);
    REQUIRE_FALSE(found.hinge_sources.empty());
    CHECK(found.hinge_sources[0].source == "one");
}

TEST_CASE("A tie rewired at random never comes back to where it was") {
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_random;
    options.change = RandomChange::rewire;
    options.share = 0.5;
    const TieSelection selection;
    const Network path = network_of("a-b, b-c");  // a–c is the only pair that is free
    const Resampler resampler(path, selection, options);
    for (std::uint64_t stream = 0; stream < 50; ++stream) {
        const std::vector<double> degrees = resampler.replicate(0, stream);
        CHECK(degrees[1] == 1);
        CHECK(degrees[0] + degrees[2] == 3);
    }
    options.measure = "net_degree";
    const Network allies = network_of("a-b +, b-c +");
    const Resampler of_signs(allies, selection, options);
    for (std::uint64_t stream = 0; stream < 50; ++stream) CHECK(of_signs.replicate(0, stream)[1] == 1);
}

TEST_CASE("A network without free pairs keeps its ties and says so") {
    RobustnessOptions options;
    options.measure = "degree";
    options.by = Perturbation::by_random;
    options.share = 0.7;
    options.replicates = 20;
    for (const RandomChange change : {RandomChange::add, RandomChange::rewire}) {
        options.change = change;
        const Robustness found = assess(network_of("a-b, b-c, a-c"), options);
        for (const ActorRobustness& actor : found.actors) CHECK(actor.rank_high == 1);
        REQUIRE(found.remarks.size() == 1);
        CHECK(found.remarks[0].find("2 of the ties") != std::string::npos);
    }
}

TEST_CASE("A rewired tie keeps its strength") {
    Network network = network_of("a-b, c-d, e-f, a-c");
    network.ties.strength = {1, 10, 100, 1000};
    RobustnessOptions options;
    options.measure = "strength";
    options.by = Perturbation::by_random;
    options.change = RandomChange::rewire;
    options.share = 1;
    const TieSelection selection;
    const Resampler resampler(network, selection, options);
    for (std::uint64_t stream = 0; stream < 20; ++stream) {
        const std::vector<double> values = resampler.replicate(0, stream);
        CHECK(std::accumulate(values.begin(), values.end(), 0.0) == 2222);
    }
}

TEST_CASE("The stability coefficient's interval holds the value of twenty thousand draws", "[slow]") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        Random random(seed);
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += "v" + std::to_string(random.below(4) * random.below(4)) + "-w" +
                    std::to_string(random.below(12)) + ",";
        const Network network = network_of(text);
        const std::size_t rows = network.tie_count();
        const std::vector<double> values = slow_degrees(network, std::vector<char>(rows, 1));
        double expected = 0;
        for (int level = 1; level < 20; ++level) {
            const auto gone =
                static_cast<std::size_t>(std::llround(level * 0.05 * static_cast<double>(rows)));
            int successes = 0;
            std::vector<char> kept(rows, 1);
            for (std::size_t i = 0; i < gone; ++i) kept[i] = 0;
            for (int draw = 0; draw < 20'000; ++draw) {
                random.shuffle(std::span(kept));
                successes += correlation(values, slow_degrees(network, kept)) >= 0.7 ? 1 : 0;
            }
            if (successes < 0.95 * 20'000) break;
            expected = level * 0.05;
        }
        RobustnessOptions options;
        options.measure = "degree";
        options.replicates = 1;
        options.seed = seed;
        const StabilityCoefficient found = assess(network, options).stability;
        CHECK(found.low <= expected + 1e-9);
        CHECK(found.high >= expected - 1e-9);
        CHECK(std::abs(found.value - expected) < 0.051);
        CHECK(found.low <= found.value);
        CHECK(found.value <= found.high);
        CHECK(found.fewest_draws >= 250);
    }
}
