#include "analysis/community/comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace entente;

namespace {

using Labels = std::vector<std::uint32_t>;

Grouping grouping(const std::vector<std::string_view>& words) { return grouping_of("group", words, false); }

}  // namespace

TEST_CASE("a division compared with itself, however numbered, agrees fully") {
    const Labels a{0, 0, 1, 1, 2}, b{4, 4, 0, 0, 1};
    CHECK(adjusted_rand_index(a, b) == Approx(1));
    CHECK(normalized_mutual_information(a, b) == Approx(1));
    CHECK(variation_of_information(a, b) == 0);
}

TEST_CASE("agreement of two divisions is igraph's") {
    // igraph.compare_communities, 0.10.2: adjusted_rand, nmi, vi
    const Labels a{0, 0, 0, 1, 1, 1, 2, 2, 2, 2}, b{0, 0, 1, 1, 1, 2, 2, 2, 2, 0};
    CHECK(adjusted_rand_index(a, b) == Approx(0.204545454545455).epsilon(1e-12));
    CHECK(normalized_mutual_information(a, b) == Approx(0.44270128334605).epsilon(1e-12));
    CHECK(variation_of_information(a, b) == Approx(1.21368511764882).epsilon(1e-12));
}

TEST_CASE("trivial divisions have an answer") {
    const Labels one{0, 0, 0}, each{0, 1, 2};
    CHECK(adjusted_rand_index(one, one) == 1);
    CHECK(adjusted_rand_index(one, each) == 0);
    CHECK(normalized_mutual_information(one, one) == 1);
    CHECK(variation_of_information(one, each) == Approx(std::log(3)));
    CHECK(std::isnan(adjusted_rand_index(Labels{}, Labels{})));
}

TEST_CASE("the p of a comparison is the share of permutations that agree as well") {
    // six actors in two threes: of the 20 ways to draw one three, two give the same division
    const PartitionComparison result = compare(grouping({"x", "x", "x", "y", "y", "y"}),
                                               grouping({"p", "p", "p", "q", "q", "q"}), 4000, 1, {});
    CHECK(result.adjusted_rand == Approx(1));
    CHECK(result.p == Approx(0.1).margin(0.02));
    CHECK(result.first_groups == 2);
}

TEST_CASE("actors that only one of the divisions has are left out and counted") {
    const PartitionComparison result =
        compare(grouping({"x", "x", "y", "y", "", ""}), grouping({"p", "p", "q", "q", "q", ""}), 10, 1, {});
    CHECK(result.actors == 4);
    CHECK(result.left_out == 1);
    CHECK(result.adjusted_rand == Approx(1));
}

TEST_CASE("a comparison is the same for any number of threads") {
    Control three;
    three.threads = 3;
    const Grouping a = grouping({"x", "x", "y", "y", "z", "z", "x"}),
                   b = grouping({"p", "p", "q", "p", "q", "q", "p"});
    CHECK(compare(a, b, 500, 3, {}).p == compare(a, b, 500, 3, three).p);
}
