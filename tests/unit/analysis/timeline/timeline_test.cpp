#include "analysis/timeline/timeline.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <tuple>

#include "analysis/balance/balance.hpp"
#include "analysis/centrality/measures.hpp"
#include "analysis/robustness/ranking.hpp"
#include "analysis/summary/summary.hpp"
#include "analysis/timeline/alike.hpp"
#include "analysis/timeline/community_tracking.hpp"
#include "analysis/timeline/periods.hpp"
#include "analysis/timeline/slice_balance.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "support/places.hpp"
#include "support/random_networks.hpp"
#include "support/reading.hpp"

using namespace entente;

namespace {

DayInterval date(const char* text) { return parse_date(text).value(); }

// A random network whose ties hold from some year to some year, some as precise as a month, some open.
Network through_time(std::uint64_t seed, const test::RandomRows& shape) {
    Network network = test::random_rows(seed, shape);
    Random random(seed, 7);
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const int start = 1900 + static_cast<int>(random.below(6));
        const int end = start + static_cast<int>(random.below(4));
        Period period;
        if (random.below(8) != 0) period.start = date(std::to_string(start).c_str());
        if (random.below(3) == 0) period.start = date((std::to_string(start) + "-05").c_str());
        if (random.below(4) != 0) period.end = date(std::to_string(end).c_str());
        if (period.end.latest < period.start.earliest) period.end = period.start;
        network.ties.period.push_back(period);
    }
    return network;
}

std::vector<double> by_themselves(const Network& network, TieSelection selection, const DayInterval& window,
                                  Holding holding, const std::string& measure) {
    selection.window = window;
    selection.holding = holding;
    const Graph graph = build_graph(network, selection);
    return score_table({network, selection, graph}, {measure}, {}, {}).columns.front().values;
}

bool same(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || a == Approx(b).epsilon(1e-9).margin(1e-12);
}

std::vector<DayInterval> years(int first, int last) {
    return calendar_periods(PeriodUnit::year, date(std::to_string(first).c_str()).earliest,
                            date(std::to_string(last).c_str()).latest);
}

}  // namespace

TEST_CASE("a slice is what the other commands say of its time, for every measure") {
    for (const bool directed : {false, true}) {
        const Network network =
            through_time(directed ? 2 : 1, {.actors = 8, .rows = 30, .directed = directed, .weighted = true});
        const TieSelection selection{.direction = directed ? Direction::directed : Direction::undirected};
        TimelineOptions options;
        options.measures.clear();
        for (const Measure& measure : measures()) {
            const bool needs =
                measure.applies == Applies::to_directed || measure.applies == Applies::to_signed_directed;
            if (directed || !needs) options.measures.emplace_back(measure.name);
        }
        options.slices = windows_over(years(1900, 1908), 2, 1);
        options.population = Population::all;
        const Timeline found = follow_network(network, selection, options, {.threads = 2});
        REQUIRE(found.slices.size() == 9);
        for (const Slice& slice : found.slices) {
            for (std::size_t m = 0; m < options.measures.size(); ++m) {
                const std::string& name = options.measures[m];
                const std::vector<double> possible = by_themselves(network, selection, slice.window,
                                                                   Holding::possible, name),
                                          certain = by_themselves(network, selection, slice.window,
                                                                  Holding::certain, name);
                const Ranking ranks = ranking(possible);
                for (std::size_t a = 0; a < network.actor_count(); ++a) {
                    INFO(name << " of " << a << " in " << to_string(slice.window));
                    CHECK(same(slice.of_actor[a].value[m], possible[a]));
                    CHECK(same(slice.of_actor[a].certain[m], certain[a]));
                    if (!std::isnan(possible[a])) CHECK(slice.of_actor[a].rank[m] == ranks.rank[a]);
                }
            }
        }
    }
}

TEST_CASE("every slice is directed where a tie of any slice is, for every measure and in both networks") {
    Network network = through_time(3, {.actors = 8, .rows = 30, .directed = true, .weighted = true});
    // Directed rows from 1904 on alone: before, none says it of itself.
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        if (network.ties.period[row].start.latest < date("1904").earliest &&
            network.ties.directed[row] == Directedness::directed)
            network.ties.directed[row] = Directedness::unsaid;
    }
    TimelineOptions options;
    options.measures.clear();
    for (const Measure& measure : measures()) options.measures.emplace_back(measure.name);
    options.slices = years(1900, 1908);
    options.population = Population::all;
    const Timeline found = follow_network(network, {}, options, {});
    const TieSelection directed{.direction = Direction::directed};
    std::size_t by_themselves_undirected = 0;
    for (const Slice& slice : found.slices) {
        const TieSelection then{.signs = SignFilter::all, .window = slice.window};
        by_themselves_undirected += resolve(network, then, select_rows(network, then)).directed ? 0 : 1;
        TieSelection all = then;
        all.direction = Direction::directed;
        CHECK(slice.ties == build_graph(network, all).tie_count());
        for (std::size_t m = 0; m < options.measures.size(); ++m) {
            const std::string& name = options.measures[m];
            const std::vector<double> possible = by_themselves(network, directed, slice.window,
                                                               Holding::possible, name),
                                      certain = by_themselves(network, directed, slice.window,
                                                              Holding::certain, name);
            for (std::size_t a = 0; a < network.actor_count(); ++a) {
                INFO(name << " of " << a << " in " << to_string(slice.window));
                CHECK(same(slice.of_actor[a].value[m], possible[a]));
                CHECK(same(slice.of_actor[a].certain[m], certain[a]));
            }
        }
    }
    CHECK(by_themselves_undirected > 0);  // else nothing was at stake
    CHECK(resolve_through_time(network, {}, options).directed);
}

TEST_CASE("the direction of a timeline is that of the ties in its slices, of either choice of signs") {
    const Network network =
        test::read(
            "source,target,sign,directed,start,end\na,b,,,1900,1901\nb,c,-,true,1901,1901\n"
            "c,d,,true,1950,1950\n")
            .network;
    TimelineOptions options;
    options.measures = {"degree"};
    options.slices = years(1900, 1901);
    const Timeline found = follow_network(network, {}, options, {});
    CHECK(found.slices[0].of_actor[0].value[0] == 1);  // the hostile tie is in no measure's network
    CHECK(found.slices[0].ties == 2);                  // in that of both signs an arc either way
    CHECK(found.slices[1].ties == 3);
    CHECK_FALSE(resolve_through_time(network, {}, options).directed);
    options.slices = years(1900, 1950);
    CHECK(resolve_through_time(network, {}, options).directed);
    CHECK(follow_network(network, {}, options, {}).slices[0].of_actor[0].value[0] == 2);
}

TEST_CASE("the figures of a slice are those of summary and balance at its time") {
    const Network network = through_time(5, {.actors = 9, .rows = 40});
    TimelineOptions options;
    options.slices = years(1900, 1908);
    options.population = Population::all;
    const Timeline found = follow_network(network, {}, options, {});
    for (const Slice& slice : found.slices) {
        const TieSelection then{.signs = SignFilter::all, .window = slice.window};
        const Graph graph = build_graph(network, then);
        const Summary summary = summarize({network, then, graph}, {});
        INFO(to_string(slice.window));
        CHECK(slice.actors == summary.actors);
        CHECK(slice.ties == summary.ties);
        CHECK(slice.positive == summary.positive_ties);
        CHECK(slice.negative == summary.hostile_ties);
        CHECK(same(slice.figures.density, summary.density));
        CHECK(same(slice.figures.transitivity, summary.transitivity));
        CHECK(slice.figures.components == static_cast<double>(summary.components));
        const Balance balance = analyze_balance(network, then, {.draws = 0, .walks = false}, {});
        if (slice.positive + slice.negative > 0)
            CHECK(slice.figures.frustration == balance.frustration.index);
        else CHECK(std::isnan(slice.figures.frustration));
    }
}

TEST_CASE("who is not active has empty values, unless everyone counts") {
    const Network network =
        test::read({{"actors.csv", "id,start,end\na,,\nb,,\nc,,\nd,1900,1910\n"},
                    {"ties.csv", "source,target,start,end\na,b,1900,1901\nb,c,1903,1903\n"}})
            .network;
    TimelineOptions options;
    options.slices = years(1901, 1903);
    const Timeline found = follow_network(network, {}, options, {});
    REQUIRE(found.slices.size() == 3);
    CHECK(found.slices[0].actors == 3);  // a, b, and d by its own dates
    CHECK_FALSE(found.slices[0].of_actor[2].active);
    CHECK(std::isnan(found.slices[0].of_actor[2].value[0]));
    CHECK(found.slices[0].of_actor[3].value[0] == 0);
    CHECK(found.slices[1].actors == 1);
    CHECK(found.slices[1].ties == 0);
    CHECK(found.slices[2].figures.turnover == Approx(1));
    options.population = Population::all;
    CHECK(follow_network(network, {}, options, {}).slices[1].of_actor[2].value[0] == 0);
}

TEST_CASE("ties without any date are possible in every slice, certain in none, and can be left out") {
    const Network network = test::read("source,target,start,end\na,b,1900,1900\nb,c,,\n").network;
    TimelineOptions options;
    options.slices = years(1900, 1901);
    const Timeline kept = follow_network(network, {}, options, {});
    CHECK(kept.undated == 1);
    CHECK(kept.slices[0].ties == 2);
    CHECK(kept.slices[0].certain_ties == 1);
    CHECK(kept.slices[1].ties == 1);
    CHECK(kept.slices[1].certain_ties == 0);
    options.undated = TimeData::Undated::drop;
    CHECK(follow_network(network, {}, options, {}).slices[1].ties == 0);
}

TEST_CASE("the great powers are out of balance by one tie until the Anglo-Russian convention of 1907") {
    io::ReadOptions read;
    read.data = {test::project_root() + "/data/great-powers-1872-1907"};
    const Network network = io::read_network(read, {}).network;
    TimelineOptions options;
    options.slices = years(1872, 1907);
    const Timeline found = follow_network(network, {}, options, {});
    REQUIRE(found.slices.size() == 36);
    CHECK(found.slices[34].figures.frustration == 1);  // 1906
    CHECK(found.slices[35].figures.frustration == 0);
    for (const Slice& slice : found.slices) CHECK(slice.frustration_low == slice.frustration_high);
}

TEST_CASE("periods are those of the calendar") {
    const auto quarters =
        calendar_periods(PeriodUnit::quarter, date("1904-05-03").earliest, date("1905-01").latest);
    REQUIRE(quarters.size() == 4);
    CHECK(quarters.front() == DayInterval{date("1904-04").earliest, date("1904-06").latest});
    CHECK(quarters.back() == DayInterval{date("1905-01").earliest, date("1905-03").latest});
    CHECK(calendar_periods(PeriodUnit::month, date("1904-02").earliest, date("1904-04").latest).size() == 3);
    const auto windows = windows_over(years(1900, 1905), 3, 2);
    REQUIRE(windows.size() == 3);
    CHECK(windows[0] == DayInterval{date("1900").earliest, date("1900").latest});
    CHECK(windows[2] == DayInterval{date("1902").earliest, date("1904").latest});
    CHECK_THROWS_AS(calendar_periods(PeriodUnit::month, date("0001").earliest, date("9999").latest), Error);
    CHECK_FALSE(span_of(test::read("source,target\na,b\n").network, {TieId{0}}));
}

TEST_CASE("communities keep their number, split, merge, end and come back") {
    using Groups = std::vector<std::uint32_t>;
    CommunityTracker tracker(8);
    CHECK(tracker.follow(0, Groups{1, 1, 1, 1, 2, 2, 2, 0}) == Groups{1, 1, 1, 1, 2, 2, 2, 0});
    CHECK(tracker.follow(1, Groups{2, 2, 3, 3, 1, 1, 1, 1}) == Groups{1, 1, 3, 3, 2, 2, 2, 2});
    CHECK(tracker.follow(2, Groups{1, 1, 1, 1, 0, 0, 0, 0}) == Groups{1, 1, 1, 1, 0, 0, 0, 0});
    CHECK(tracker.follow(3, Groups{2, 2, 2, 2, 1, 1, 1, 1}) == Groups{1, 1, 1, 1, 2, 2, 2, 2});
    std::vector<std::pair<std::size_t, CommunityFate>> fates;
    for (const CommunityEvent& event : tracker.events()) fates.emplace_back(event.slice, event.fate);
    using F = CommunityFate;
    CHECK(fates == std::vector<std::pair<std::size_t, F>>{{0, F::born},
                                                          {0, F::born},
                                                          {1, F::grows},
                                                          {1, F::shrinks},
                                                          {1, F::splits},
                                                          {2, F::merges},
                                                          {2, F::dies},
                                                          {3, F::continues},
                                                          {3, F::continues}});
}

TEST_CASE("a timeline is the same for any number of threads") {
    const Network network = through_time(3, {.actors = 10, .rows = 40});
    TimelineOptions options;
    options.slices = years(1900, 1908);
    options.shuffles = 5;
    const Timeline one = follow_network(network, {}, options, {.threads = 1}),
                   three = follow_network(network, {}, options, {.threads = 3});
    for (std::size_t i = 0; i < one.slices.size(); ++i) {
        CHECK(same(one.slices[i].z->density, three.slices[i].z->density));
        for (std::size_t a = 0; a < one.actors.size(); ++a) {
            CHECK(one.slices[i].of_actor[a].community == three.slices[i].of_actor[a].community);
            CHECK(same(one.slices[i].of_actor[a].value[1], three.slices[i].of_actor[a].value[1]));
        }
    }
}

TEST_CASE("shuffles of the dates keep how many ties hold when, so that it cannot be a change point") {
    std::string text = "source,target,sign,start,end\n";
    for (int i = 0; i < 10; ++i) {
        text += "a" + std::to_string(i) + ",b" + std::to_string(i) + ",+,1900,1907\n";
        text += "c" + std::to_string(i) + ",d" + std::to_string(i) + ",+,1904,1907\n";
    }
    const Network network = test::read(text).network;
    TimelineOptions options;
    options.slices = years(1900, 1907);
    options.shuffles = 99;
    options.algorithm = "";
    options.population = Population::all;
    const Timeline found = follow_network(network, {}, options, {.threads = 2});
    CHECK(std::isnan(found.slices[4].z->density));
    for (const ChangePoint& point : found.change_points) CHECK(point.what != "density");
}

TEST_CASE("slices of the same ties have the same communities and factions") {
    // A ring of eight in which several divisions are equally good, said anew by other rows every year.
    std::string text = "source,target,sign,start,end\n";
    for (int year = 1900; year < 1906; ++year) {
        for (int i = 0; i < 8; ++i) {
            const int a = (i + year) % 8;
            text += "v" + std::to_string(a) + ",v" + std::to_string((a + 1) % 8) + (a == 3 ? ",-," : ",+,") +
                    std::to_string(year) + "," + std::to_string(year) + "\n";
        }
    }
    const Network network = test::read(text).network;
    TimelineOptions options;
    options.slices = years(1900, 1905);
    const Timeline found = follow_network(network, {}, options, {.threads = 2});
    for (const Slice& slice : found.slices) {
        CHECK(slice.figures.frustration == 1);
        CHECK(slice.figures.modularity == found.slices[0].figures.modularity);
        for (std::size_t a = 0; a < 8; ++a) {
            CHECK(slice.of_actor[a].community == found.slices[0].of_actor[a].community);
            CHECK(slice.of_actor[a].faction == found.slices[0].of_actor[a].faction);
        }
    }
    for (const CommunityEvent& event : found.communities)
        CHECK((event.slice == 0 || event.fate == CommunityFate::continues));
}

TEST_CASE("actors keep their faction as long as no division is better") {
    const Network network = test::read(
                                "source,target,sign,start,end\n"
                                "a,b,-,1900,1903\nc,a,+,1901,1903\nd,a,+,1902,1903\ne,a,+,1902,1903\n"
                                "x,y,-,1903,1903\n")
                                .network;
    TimelineOptions options;
    options.slices = years(1900, 1903);
    const Timeline found = follow_network(network, {}, options, {});
    const auto faction = [&](std::size_t slice, std::size_t actor) {
        return static_cast<int>(found.slices[slice].of_actor[actor].faction);
    };
    for (std::size_t slice = 1; slice < 4; ++slice) {
        CHECK(faction(slice, 0) == faction(0, 0));
        CHECK(faction(slice, 1) == faction(0, 1));
        CHECK(faction(slice, 2) == faction(0, 0));
    }
    CHECK(faction(0, 2) == 0);
    CHECK(faction(3, 5) != faction(3, 6));
}

TEST_CASE("bounds of the frustration hold however few steps its proof may take") {
    const Network network = through_time(21, {.actors = 26, .rows = 260, .weighted = true});
    const std::vector<DayInterval> slices = years(1900, 1908);
    const TimeData data(network, {}, Population::active, TimeData::Undated::keep);
    std::vector<std::size_t> alike = first_alike(data, slices);
    const std::vector<SliceBalance> brief =
        balance_through_time(data, slices, alike, {.proof_steps = 9000}, {.threads = 2});
    bool open = false;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const TieSelection then{.signs = SignFilter::all, .window = slices[i]};
        const Balance full = analyze_balance(network, then, {.draws = 0, .walks = false}, {});
        REQUIRE(full.frustration.status == ProofStatus::optimal);
        CHECK(brief[i].low <= full.frustration.index);
        CHECK(brief[i].index >= full.frustration.index);
        CHECK(brief[i].index == brief[i].high);
        CHECK(brief[i].balanced_strong == full.balanced_strong);
        open = open || brief[i].low < brief[i].high;
        double cost = 0;  // what the rows that contradict the factions cost, pair by pair
        for (const SignedTie& tie : full.ties) {
            const bool apart = brief[i].faction[index(tie.source)] != brief[i].faction[index(tie.target)];
            cost += apart != (tie.sign == Sign::negative) ? tie.strength : 0;
        }
        CHECK(cost == Approx(brief[i].index));
    }
    CHECK(open);
}

TEST_CASE("a slice names its rows, those that surely hold, and what changed since the one before") {
    const Network network = through_time(8, {.actors = 9, .rows = 40, .directed = true});
    TimelineOptions options;
    options.slices = years(1900, 1908);
    const Timeline found = follow_network(network, {}, options, {});
    std::set<std::tuple<std::uint32_t, std::uint32_t, Sign>> before;
    for (std::size_t i = 0; i < found.slices.size(); ++i) {
        TieSelection then{.signs = SignFilter::all, .window = options.slices[i]};
        CHECK(found.slices[i].rows == select_rows(network, then));
        then.holding = Holding::certain;
        CHECK(found.slices[i].surely == select_rows(network, then));
        std::set<std::tuple<std::uint32_t, std::uint32_t, Sign>> now;
        for (const TieId row : found.slices[i].rows) {
            const auto a = static_cast<std::uint32_t>(index(network.ties.source[index(row)])),
                       b = static_cast<std::uint32_t>(index(network.ties.target[index(row)]));
            const TieDirections directions(network, Direction::automatic, true);
            now.emplace(a, b, network.sign(row));
            if (!directions.one_way(network, row)) now.emplace(b, a, network.sign(row));
        }
        if (i > 0) {
            std::size_t both = 0;
            for (const auto& pair : now) both += before.contains(pair) ? 1 : 0;
            CHECK(found.slices[i].ties_new == static_cast<double>(now.size() - both));
            CHECK(found.slices[i].ties_gone == static_cast<double>(before.size() - both));
            CHECK(found.slices[i].figures.turnover ==
                  Approx(1 -
                         static_cast<double>(both) / static_cast<double>(now.size() + before.size() - both)));
        } else CHECK(std::isnan(found.slices[i].ties_new));
        before = std::move(now);
    }
}

TEST_CASE("slices are called as people call them") {
    const auto label = [](const char* from, const char* to) {
        return slice_label({date(from).earliest, date(to).latest});
    };
    CHECK(label("1904", "1904") == "1904");
    CHECK(label("1904", "1908") == "1904–1908");
    CHECK(label("1904-04", "1904-04") == "1904-04");
    CHECK(label("1904-04", "1904-06") == "1904-04–1904-06");
    CHECK(label("1904-04-01", "1904-06-15") == "1904-04-01–1904-06-15");
}

TEST_CASE("z is the distance from the mean of the shuffles in standard deviations") {
    const Network network = through_time(13, {.actors = 8, .rows = 25});
    TimelineOptions options;
    options.slices = years(1901, 1905);
    options.shuffles = 20;
    options.algorithm = "";
    const Timeline found = follow_network(network, {}, options, {.threads = 2});
    const TimeData data(network, {}, Population::active, TimeData::Undated::keep);
    for (std::size_t i = 0; i < options.slices.size(); ++i) {
        std::vector<double> density, frustration;
        for (std::uint64_t draw = 0; draw < 20; ++draw) {
            const TimeData shuffled = data.shuffled(options.seed, draw);
            const DayInterval& window = options.slices[i];
            density.push_back(counted_slice(shuffled, window, {}).figures.density);
            frustration.push_back(analyze_balance(shuffled.rows(),
                                                  shuffled.both_signs(window, Holding::possible),
                                                  {.draws = 0, .walks = false}, {})
                                      .frustration.index);
        }
        const auto z = [](const std::vector<double>& values, double own) {
            double mean = 0, squares = 0;
            for (const double value : values) mean += value / 20;
            for (const double value : values) squares += (value - mean) * (value - mean);
            return (own - mean) / std::sqrt(squares / 19);
        };
        CHECK(found.slices[i].z->density == Approx(z(density, found.slices[i].figures.density)));
        CHECK(found.slices[i].z->frustration == Approx(z(frustration, found.slices[i].figures.frustration)));
    }
}

TEST_CASE("turnover counts the pairs of an undirected analysis and the arcs of a directed one") {
    const auto changes = [](const char* text, Direction direction) {
        const Network network = test::read(text).network;
        const TieSelection selection{.direction = direction};
        TimelineOptions options;
        options.slices = years(1900, 1901);
        options.algorithm = "";
        const Slice after = follow_network(network, selection, options, {}).slices[1];
        return std::tuple(after.figures.turnover, after.ties_new, after.ties_gone);
    };
    // Turned about from one year to the next.
    const char* turned = "source,target,directed,start,end\na,b,true,1900,1900\nb,a,true,1901,1901\n";
    CHECK(changes(turned, Direction::automatic) == std::tuple(1.0, 1.0, 1.0));
    CHECK(changes(turned, Direction::undirected) == std::tuple(0.0, 0.0, 0.0));
    const char* unsaid = "source,target,start,end\na,b,1900,1900\nb,a,1901,1901\n";
    CHECK(changes(unsaid, Direction::directed) == std::tuple(1.0, 1.0, 1.0));
    CHECK(changes(unsaid, Direction::automatic) == std::tuple(0.0, 0.0, 0.0));
    // A tie both ways is two arcs, of which one stays.
    const char* both_ways =
        "source,target,directed,start,end\na,b,false,1900,1900\nc,d,true,1900,1901\nb,a,true,1901,1901\n";
    CHECK(changes(both_ways, Direction::automatic) == std::tuple(1.0 - 2.0 / 3, 0.0, 1.0));
    // From a year without directions to one with: what stays is still the same.
    const char* later = "source,target,directed,start,end\na,b,false,1900,1901\nc,d,true,1901,1901\n";
    CHECK(changes(later, Direction::automatic) == std::tuple(1.0 - 2.0 / 3, 1.0, 0.0));
    CHECK(changes(later, Direction::undirected) == std::tuple(0.5, 1.0, 0.0));
}

TEST_CASE("what is new less what is gone is the change of the ties, either way they are taken") {
    for (const Direction direction : {Direction::undirected, Direction::directed, Direction::reversed}) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const Network network =
                through_time(seed, {.actors = 7, .rows = 30, .directed = true, .with_signs = false});
            TimelineOptions options;
            options.slices = years(1900, 1908);
            options.algorithm = "";
            const Timeline found = follow_network(network, {.direction = direction}, options, {});
            for (std::size_t i = 1; i < found.slices.size(); ++i) {
                const auto ties = [&](std::size_t k) { return static_cast<double>(found.slices[k].ties); };
                INFO("seed " << seed << ", " << found.slices[i].label);
                CHECK(ties(i) - ties(i - 1) == found.slices[i].ties_new - found.slices[i].ties_gone);
            }
        }
    }
}

TEST_CASE("slices of the same pairs tied the other way are no alike networks where directions count") {
    const Network network = test::read("source,target,start,end\na,b,1900,1900\nb,a,1901,1901\n").network;
    for (const bool directed : {false, true}) {
        const TieSelection selection{.direction = directed ? Direction::directed : Direction::undirected};
        const TimeData data(network, selection, Population::active, TimeData::Undated::keep);
        CHECK(first_alike(data, years(1900, 1901)) == std::vector<std::size_t>{0, directed ? 1U : 0U});
    }
}

TEST_CASE("nobody takes the lead from who is still level with the first, below zero too") {
    const std::vector<ActorId> actors{ActorId{3}, ActorId{5}, ActorId{8}};
    const std::vector<double> level{-2, -2, -3}, beaten{-2, -1, undefined},
        none{undefined, undefined, undefined};
    CHECK(leader_of(actors, level, std::nullopt) == ActorId{3});
    CHECK(leader_of(actors, level, ActorId{5}) == ActorId{5});
    CHECK(leader_of(actors, level, ActorId{8}) == ActorId{3});
    CHECK(leader_of(actors, beaten, ActorId{3}) == ActorId{5});
    CHECK_FALSE(leader_of(actors, none, ActorId{3}).has_value());
}
