#include "analysis/balance/balance.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "analysis/balance/null_models.hpp"
#include "analysis/balance/walk_balance.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::network_of;

namespace {

BalanceOptions without_nulls(ConflictRule rule = ConflictRule::net) {
    BalanceOptions options;
    options.conflict = rule;
    options.draws = 0;
    return options;
}

Balance balance_of(std::string_view text, ConflictRule rule = ConflictRule::net,
                   Weighting weighting = Weighting::automatic) {
    TieSelection selection;
    selection.weighting = weighting;
    return analyze_balance(network_of(text), selection, without_nulls(rule), {});
}

// Alliances and enmities of sixteen tribes (Read 1954; Hage & Harary 1983).
constexpr std::string_view tribes = R"(
gavev-kotun +, gavev-ove -, gavev-alika -, gavev-nagam -, gavev-gahuk -, gavev-asaro -, gavev-nagad +,
gavev-gama +, kotun-ove -,
kotun-nagam -, kotun-gahuk -, kotun-notoh -, kotun-kohik -, kotun-nagad +, kotun-gama +, ove-alika +,
ove-gahuk +, ove-masil +, ove-ukudz +,
alika-ukudz +, nagam-masil +, nagam-notoh +, nagam-seuve +, nagam-nagad -, nagam-gama -, gahuk-masil +,
gahuk-ukudz +, gahuk-notoh -,
gahuk-geham +, gahuk-asaro +, gahuk-uheto -, gahuk-gama -, masil-ukudz +, masil-geham +, masil-asaro +,
masil-uheto +, ukudz-geham +,
ukudz-asaro +, ukudz-seuve -, notoh-kohik +, notoh-geham -, notoh-uheto +, notoh-nagad -, kohik-geham -,
kohik-uheto +, kohik-nagad -,
geham-asaro +, geham-uheto -, geham-nagad -, geham-gama -, asaro-seuve -, asaro-nagad -, asaro-gama -,
uheto-seuve +, uheto-nagad -,
uheto-gama -, seuve-gama -, nagad-gama +)";

// The great powers 1872-1907 (Antal, Krapivsky & Redner 2006, figure 6): who was allied (+) or opposed (-)
// from which year up to which.
struct Relation {
    std::string_view pair;
    char sign;
    int begin, end;
};
constexpr Relation great_powers[] = {
    {"gb-fr", '-', 1872, 1904}, {"gb-ru", '-', 1872, 1907}, {"gb-ah", '-', 1872, 1918},
    {"fr-ru", '-', 1872, 1890}, {"fr-ah", '-', 1872, 1918}, {"fr-de", '-', 1872, 1918},
    {"ru-ah", '+', 1872, 1890}, {"ru-de", '+', 1872, 1890}, {"ah-de", '+', 1872, 1918},
    {"ah-it", '+', 1882, 1918}, {"de-it", '+', 1882, 1918}, {"ru-ah", '-', 1890, 1918},
    {"ru-de", '-', 1890, 1918}, {"fr-ru", '+', 1891, 1918}, {"gb-fr", '+', 1904, 1918},
    {"gb-ru", '+', 1907, 1918}, {"gb-de", '-', 1907, 1918}, {"gb-it", '-', 1907, 1918},
    {"fr-it", '-', 1907, 1918}, {"ru-it", '-', 1907, 1918},
};

Balance great_powers_in(int year) {
    std::string text;
    for (const Relation& r : great_powers) {
        if (r.begin <= year && year < r.end) text += std::string(r.pair) + " " + r.sign + ",";
    }
    return balance_of(text);
}

}  // namespace

TEST_CASE("Read's highland tribes have the known triangles, index, blocs and walk balance") {
    const Balance balance = balance_of(tribes);
    CHECK(balance.positive_ties == 29);
    CHECK(balance.negative_ties == 29);
    CHECK(balance.triangles == TriangleCounts{19, 2, 40, 7});
    CHECK(balance.balanced_strong == Approx(59.0 / 68));
    CHECK(balance.balanced_weak == Approx(66.0 / 68));
    CHECK(balance.frustration.index == 7);
    CHECK(balance.frustration.lower_bound == 7);
    CHECK(balance.frustration.status == ProofStatus::optimal);
    CHECK(balance.frustration.normalized == Approx(1 - 14.0 / 58));
    CHECK(balance.optima == 1U);
    CHECK(balance.weak.errors == 2);
    CHECK(balance.weak.blocs == 3);
    CHECK(balance.weak.status == ProofStatus::optimal);
    CHECK(balance.walk_balance ==
          Approx(0.3575761).margin(1e-7));  // as the documentation of R signnet prints it
    CHECK(std::count_if(balance.ties.begin(), balance.ties.end(),
                        [](const SignedTie& t) { return t.frustrated; }) == 7);
    std::uint64_t unbalanced = 0;
    for (const std::uint64_t n : balance.actor_unbalanced_triangles) unbalanced += n;
    CHECK(unbalanced == 3 * 9);
}

TEST_CASE("The great powers were frustrated by one tie in each year until 1906 and by none in 1907") {
    for (int year = 1872; year <= 1906; ++year) {
        INFO(year);
        const Balance balance = great_powers_in(year);
        CHECK(balance.frustration.index == 1);
        CHECK(balance.frustration.status == ProofStatus::optimal);
    }
    CHECK(great_powers_in(1907).frustration.index == 0);
    CHECK(great_powers_in(1907).frustration.normalized == 1);
}

TEST_CASE("A pair with both signs is netted, kept as two ties, or dropped") {
    // a and b are friends by three strengths and enemies by one; the triangle is otherwise balanced with them
    // as enemies.
    constexpr std::string_view text = "a-b +2, a-b +1, b-a -1, b-c +2, a-c -5";
    const Balance net = balance_of(text);
    CHECK(net.positive_ties == 2);
    CHECK(net.negative_ties == 1);
    CHECK(net.conflicting_pairs == 1);
    CHECK(net.frustration.index == 2);
    CHECK(net.frustration.total == 9);
    REQUIRE(net.under_keep);
    CHECK(net.under_keep->index == 3);
    CHECK(net.under_net->index == 2);

    const Balance keep = balance_of(text, ConflictRule::keep);
    CHECK(keep.positive_ties == 3);
    CHECK(keep.negative_ties == 2);
    CHECK(keep.frustration.index == 3);
    CHECK(keep.frustration.total == 11);
    CHECK(keep.triangles == TriangleCounts{0, 1, 1, 0});
    CHECK(keep.rows_of(0).size() == 2);
    CHECK(keep.under_net->index == 2);

    const Balance drop = balance_of(text, ConflictRule::drop);
    CHECK(drop.frustration.index == 0);
    CHECK(drop.undecided_pairs == 1);
    CHECK(drop.triangles.total() == 0);
    CHECK(std::isnan(drop.balanced_strong));
}

TEST_CASE("Kept rows that cancel leave the sides of their actors open, and both divisions count") {
    const Balance pair = balance_of("a-b +, a-b -", ConflictRule::keep);
    CHECK(pair.frustration.index == 1);
    CHECK(pair.optima == 2U);
    CHECK(pair.contested == std::vector<std::uint8_t>{0, 1});
    CHECK(pair.faction == std::vector<std::uint8_t>{1, 1});
    CHECK(pair.weak.blocs == 2);
    CHECK(pair.weak.bloc == std::vector<std::uint32_t>{1, 2});
    CHECK(pair.weak.errors == 1);

    const Balance path = balance_of("a-b -, a-c -, a-c +, c-d -", ConflictRule::keep);
    CHECK(path.frustration.index == 1);
    CHECK(path.optima == 2U);
    CHECK(path.contested == std::vector<std::uint8_t>{0, 0, 1, 1});
}

namespace {

// Rows between `actors` actors, as numbers of actors and a sign.
struct Row {
    unsigned a = 0, b = 0;
    bool negative = false;
};

// The least number of rows that any division frustrates, and how many divisions do so: mirror images of what
// hangs together counted once.
std::pair<unsigned, std::uint64_t> brute_force_of_rows(const std::vector<Row>& rows, unsigned actors) {
    std::vector<unsigned> part(actors);
    for (unsigned v = 0; v < actors; ++v) part[v] = v;
    for (const Row& row : rows)
        std::replace(part.begin(), part.end(), std::max(part[row.a], part[row.b]),
                     std::min(part[row.a], part[row.b]));
    std::pair<unsigned, std::uint64_t> best{static_cast<unsigned>(rows.size()) + 1, 0};
    for (unsigned mask = 0; mask < 1U << actors; ++mask) {
        const auto side = [&](unsigned v) { return (mask >> v) & 1U; };
        bool turned = false;
        for (unsigned v = 0; v < actors; ++v) turned = turned || (part[v] == v && side(v) != 0);
        if (turned) continue;
        const auto cost = static_cast<unsigned>(std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
            return (side(row.a) != side(row.b)) != row.negative;
        }));
        if (cost < best.first) best = {cost, 0};
        if (cost == best.first) ++best.second;
    }
    return best;
}

}  // namespace

TEST_CASE(
    "With every row kept, index and number of divisions are those of trying all, whether rows cancel or "
    "not") {
    unsigned canceling = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Random random(seed);
        const unsigned actors = 2 + static_cast<unsigned>(random.below(5));
        std::vector<Row> rows;
        std::string text;
        for (std::uint64_t i = 1 + random.below(2 * actors); i > 0; --i) {
            const auto a = static_cast<unsigned>(random.below(actors)),
                       b = static_cast<unsigned>(random.below(actors));
            if (a == b) continue;
            rows.push_back({a, b, random.below(2) == 0});
            text += std::string(text.empty() ? "" : ", ") + static_cast<char>('a' + a) + "-" +
                    static_cast<char>('a' + b) + (rows.back().negative ? " -" : " +");
        }
        INFO(text);
        const auto [index, optima] = brute_force_of_rows(rows, actors);
        const Balance balance = balance_of(text, ConflictRule::keep);
        REQUIRE(balance.frustration.index == index);
        REQUIRE(balance.optima == optima);
        canceling += balance.optima > 1U && balance.conflicting_pairs > 0 ? 1 : 0;
    }
    CHECK(canceling > 20);
}

TEST_CASE("Unweighted, rows decide a pair's sign and a pair costs one; kept rows cost one each") {
    constexpr std::string_view text = "a-b +9, a-b -1, a-b -1, b-c +2, a-c +5";
    const Balance net = balance_of(text, ConflictRule::net, Weighting::unweighted);
    CHECK(net.negative_ties == 1);
    CHECK(net.frustration.index == 1);
    CHECK(net.frustration.total == 3);
    const Balance keep = balance_of(text, ConflictRule::keep, Weighting::unweighted);
    CHECK(keep.frustration.index == 2);
    CHECK(keep.frustration.total == 5);
}

TEST_CASE("A pair whose strengths add up to zero is left out and said so") {
    const Balance balance = balance_of("a-b +2, a-b -2, b-c +1, c-d");
    CHECK(balance.undecided_pairs == 1);
    CHECK(balance.unsigned_rows == 1);
    CHECK(balance.positive_ties == 1);
    CHECK(balance.faction == std::vector<std::uint8_t>{0, 1, 1, 0});
}

TEST_CASE("Decimal strengths are summed without rounding error") {
    const Balance balance = balance_of("a-b +0.1, a-b +0.2, b-c -0.3, a-c +0.7, c-d -1.05");
    CHECK(balance.frustration.index == 0.3);
    CHECK(balance.frustration.lower_bound == 0.3);
    CHECK(balance.frustration.tolerance == 0);
    CHECK(balance.frustration.total == 2.35);
}

TEST_CASE("Strengths of no decimal scale are proven up to a stated tolerance") {
    const Balance balance = balance_of("a-b +0.33333333333333331, b-c -0.14285714285714285, a-c +0.5");
    CHECK(balance.frustration.index == Approx(1.0 / 7).epsilon(1e-12));
    CHECK(balance.frustration.status == ProofStatus::optimal);
    CHECK(balance.frustration.tolerance > 0);
    CHECK(balance.frustration.tolerance < 1e-12);
}

TEST_CASE("The larger side of each component is the first faction, of equal sides the first actor's") {
    const Balance balance = balance_of("a-b -, b-c +, d-e -, f");
    CHECK(balance.faction == std::vector<std::uint8_t>{2, 1, 1, 1, 2, 0});
    CHECK(balance.weak.blocs == 4);
    CHECK(balance.weak.bloc == std::vector<std::uint32_t>{2, 1, 1, 3, 4, 0});
}

TEST_CASE("An actor who could sit on either side at no cost is contested") {
    const Balance balance = balance_of("a-b +, b-c +, a-c +, d-a +, d-b -");
    CHECK(balance.frustration.index == 1);
    CHECK(balance.contested == std::vector<std::uint8_t>{0, 0, 0, 1});
    CHECK(balance.optima == 2U);
}

TEST_CASE("A network without signs has no balance to speak of") {
    for (const std::string_view text : {"", "a-b, b-c", "a, b"}) {
        const Balance balance = balance_of(text);
        CHECK(balance.frustration.index == 0);
        CHECK(std::isnan(balance.frustration.normalized));
        CHECK(std::isnan(balance.balanced_strong));
        CHECK(std::isnan(balance.walk_balance));
        CHECK(balance.weak.blocs == 0);
        CHECK(balance.nulls.empty());
    }
}

TEST_CASE("Balanced networks have walk balance one, and a negative triangle the value of its spectrum") {
    CHECK(balance_of("a-b +, b-c -, a-c -, c-d +").walk_balance == Approx(1));
    // signs of the all-negative triangle: eigenvalues 1, 1, -2; without signs 2, -1, -1
    CHECK(balance_of("a-b -, b-c -, a-c -").walk_balance ==
          Approx((2 * std::exp(1.0) + std::exp(-2.0)) / (std::exp(2.0) + 2 * std::exp(-1.0))));
}

TEST_CASE("Eigenvalues of the path of four are those of its closed form") {
    const std::vector<double> path{0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0};
    const std::vector<double> values = balance::symmetric_eigenvalues(path, 4, {});
    for (int k = 0; k < 4; ++k)
        CHECK(values[static_cast<std::size_t>(k)] ==
              Approx(2 * std::cos(3.14159265358979323846 * (4 - k) / 5)));
}

TEST_CASE(
    "Rewired signs keep every actor's positive and negative degree, shuffled ones the number of either "
    "sign") {
    Random random(4);
    balance::FrustrationProblem problem{30, {}};
    for (std::uint32_t u = 0; u < 30; ++u) {
        for (std::uint32_t v = u + 1; v < 30; ++v) {
            if (random.uniform() < 0.3) problem.edges.push_back({u, v, random.uniform() < 0.4 ? -1 : 1});
        }
    }
    const auto degrees = [](const balance::FrustrationProblem& p) {
        std::map<std::pair<std::uint32_t, bool>, int> counts;
        for (const balance::SignedEdge& e : p.edges) {
            ++counts[{e.u, e.negative()}];
            ++counts[{e.v, e.negative()}];
        }
        return counts;
    };
    const auto pairs = [](const balance::FrustrationProblem& p) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> set;
        for (const balance::SignedEdge& e : p.edges) {
            CHECK(e.u != e.v);
            set.insert({std::min(e.u, e.v), std::max(e.u, e.v)});
        }
        return set;
    };
    const balance::FrustrationProblem rewired =
        balance::rewired_signs(problem, 10 * problem.edges.size(), 1, 0).problem;
    CHECK(degrees(rewired) == degrees(problem));
    CHECK(pairs(rewired).size() == problem.edges.size());
    CHECK(pairs(rewired) != pairs(problem));
    const balance::FrustrationProblem shuffled = balance::shuffled_signs(problem, 1, 0);
    CHECK(pairs(shuffled) == pairs(problem));
    const auto negatives = [](const balance::FrustrationProblem& p) {
        return std::count_if(p.edges.begin(), p.edges.end(), [](const auto& e) { return e.negative(); });
    };
    CHECK(negatives(shuffled) == negatives(problem));
}

TEST_CASE("The tribes are more balanced than chance, and draws do not depend on threads") {
    BalanceOptions options;
    options.draws = 300;
    Control two;
    two.threads = 2;
    const Network network = network_of(tribes);
    const Balance one = analyze_balance(network, {}, options, {});
    const Balance other = analyze_balance(network, {}, options, two);
    REQUIRE(one.nulls.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const BalanceNull& null = one.nulls[i];
        INFO(null.name);
        CHECK(null.balanced.draws == 300);
        CHECK(null.balanced.observed == Approx(59.0 / 68));
        CHECK(null.balanced.z > 4);
        CHECK(null.balanced.p < 0.01);
        CHECK(null.frustration.observed == 7);
        CHECK(null.frustration.z < -4);
        CHECK(null.frustration.p < 0.01);
        CHECK(null.balanced.mean == other.nulls[i].balanced.mean);
        CHECK(null.frustration.mean == other.nulls[i].frustration.mean);
        CHECK(null.frustration.deviation == other.nulls[i].frustration.deviation);
    }
    // Dealt at random, half the signs negative: a triangle is balanced as often as not, nearly.
    CHECK(one.nulls[0].balanced.mean == Approx(0.5).margin(0.03));
}

TEST_CASE("When stopped, balance gives the bounds it has and says what it left out") {
    std::atomic<bool> stop{true};
    Control control;
    control.stop = &stop;
    const Balance balance = analyze_balance(network_of(tribes), {}, {}, control);
    CHECK(balance.triangles.total() == 68);
    CHECK(balance.frustration.lower_bound <= 7);
    CHECK(balance.frustration.upper_bound >= 7);
    CHECK_FALSE(balance.left_out.empty());
}
