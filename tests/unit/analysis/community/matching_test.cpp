#include "analysis/community/matching.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "base/random.hpp"

using namespace entente;

TEST_CASE("an assignment is the best of all") {
    Random random(1);
    for (std::size_t n = 1; n <= 5; ++n) {
        for (int round = 0; round < 20; ++round) {
            std::vector<double> gains(n * n);
            for (double& gain : gains) gain = random.below(4) == 0 ? -1 : random.uniform();
            double best = 0;
            std::vector<std::size_t> order(n);
            std::iota(order.begin(), order.end(), std::size_t{0});
            do {
                double sum = 0;
                for (std::size_t row = 0; row < n; ++row) sum += std::max(0.0, gains[row * n + order[row]]);
                best = std::max(best, sum);
            } while (std::ranges::next_permutation(order).found);
            double found = 0;
            const auto columns = assignment(gains, n, n);
            for (std::size_t row = 0; row < n; ++row) {
                if (columns[row]) found += gains[row * n + *columns[row]];
            }
            CHECK(found == Approx(best));
        }
    }
}

TEST_CASE("groups go on as those that they overlap most, one as one") {
    using Groups = std::vector<std::uint32_t>;
    const Groups before{1, 1, 1, 1, 2, 2, 2, 0}, after{2, 2, 2, 3, 1, 1, 3, 1};
    const std::vector<GroupMatch> found = match_groups(before, after, 0.3);
    REQUIRE(found.size() == 2);
    CHECK(found[0].before == 2);
    CHECK(found[0].after == 1);
    CHECK(found[0].overlap == Approx(2.0 / 4));
    CHECK(found[1].before == 1);
    CHECK(found[1].after == 2);
    CHECK(found[1].overlap == Approx(3.0 / 4));
    CHECK(match_groups(Groups{1, 0}, Groups{0, 1}, 0.3).empty());
    CHECK(match_groups(Groups{}, Groups{}, 0.3).empty());
    CHECK(match_groups(Groups{1, 1, 1, 1}, Groups{1, 2, 3, 4}, 0.3).empty());
}
