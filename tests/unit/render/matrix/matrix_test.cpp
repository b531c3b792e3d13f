#include "render/matrix/matrix.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "render/matrix/matrix_order.hpp"
#include "render/picture/groups.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture(const Network& network, const PictureOptions& options = {}) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), options);
}

std::string drawn(const Picture& shown) { return to_svg(shown, lay_out(shown, {"matrix", 1}, {})); }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

// The part of the figure that holds the cells.
std::string cells_of(const std::string& svg) {
    const std::size_t start = svg.find("<g class=\"ties\""), end = svg.find("<g class=\"nodes\"");
    return svg.substr(start, end - start);
}

std::vector<std::string> ids(const Picture& shown, const std::vector<std::uint32_t>& nodes) {
    std::vector<std::string> names;
    for (const std::uint32_t node : nodes) names.push_back(shown.nodes[node].id);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A matrix has two cells for a tie without direction and one for an arc") {
    const std::string mutual = cells_of(drawn(picture(test::network_of("a-b, b-c"))));
    CHECK(count(mutual, "<g class=\"edge\"") == 2);
    CHECK(count(mutual, "<path") == 2);
    CHECK(count(mutual, "<polygon") == 2);
    const std::string arcs = cells_of(drawn(picture(test::network_of("a->b, b->c, c->a"))));
    CHECK(count(arcs, "<path") == 3);
    CHECK(count(arcs, "<polygon") == 0);
}

TEST_CASE("A matrix says how it is read") {
    CHECK(drawn(picture(test::network_of("a->b, b->c, c->a"))).find("lead from rows to columns") !=
          std::string::npos);
    CHECK(drawn(picture(test::network_of("a-b, b-c"))).find("both sides of the diagonal") !=
          std::string::npos);
    const std::string signs = drawn(picture(test::network_of("a-b +, b-c -")));
    CHECK(signs.find(">positive<") != std::string::npos);
    CHECK(signs.find(">hostile<") != std::string::npos);
}

TEST_CASE("Data in which no source is a target make a matrix of sources by targets") {
    const Picture shown = picture(test::network_of("p->x, q->x, q->y, r->x, r->y, r->z"));
    const MatrixOrder order = matrix_order(shown);
    CHECK(order.two_modes);
    CHECK(ids(shown, order.rows) == Names{"r", "q", "p"});
    CHECK(ids(shown, order.columns) == Names{"x", "y", "z"});
    CHECK(count(drawn(shown), "<g class=\"node\"") == 6);
    CHECK_FALSE(has_two_modes(picture(test::network_of("p->x, q->x, x->y"))));
}

TEST_CASE("Actors of one faction stand together, those with most ties first") {
    const Network network = test::network_of("a-b +, c-d +, d-e +, a-c -, b-d -");
    PictureOptions options;
    options.factions = {1, 1, 2, 2, 2};
    const Picture shown = picture(network, options);
    const MatrixOrder order = matrix_order(shown);
    CHECK(ids(shown, order.rows) == Names{"a", "b", "d", "c", "e"});
    CHECK(order.columns == order.rows);
    REQUIRE(order.blocks.size() == 2);
    CHECK(order.blocks[1].name == "faction 2 (3)");
    CHECK(order.blocks[1].row == 2);
    CHECK(order.blocks[1].rows == 3);
}

TEST_CASE("Ties of both signs share a cell") {
    const std::string svg = cells_of(drawn(picture(test::network_of("a->b +, a->b -"))));
    CHECK(count(svg, "<g class=\"edge\"") == 2);
    CHECK(count(svg, "<path") == 2);
}

TEST_CASE("A community is named after the member with most ties inside it") {
    const Network network = test::network_of("a-b, b-c, b-d, d-e, d-f, d-g");
    Partition partition;
    partition.actors = {ActorId{0}, ActorId{1}, ActorId{2}, ActorId{3}, ActorId{4}};
    partition.community = {1, 1, 1, 2, 3};
    partition.count = 3;
    PictureOptions options;
    options.groups = &partition;
    CHECK(group_names(picture(network, options)) == Names{"around b (3)", "d", "e"});
}

TEST_CASE("An empty network and a single actor have a matrix too") {
    CHECK(drawn(picture(test::network_of(""))).find("<svg") != std::string::npos);
    CHECK(count(drawn(picture(test::network_of("a"))), "<g class=\"node\"") == 1);
}

TEST_CASE("A matrix is refused where its cells could not be seen, and in Graphviz' language") {
    std::string text = "n0-n1";
    for (int i = 2; i <= 1000; ++i) text += fmt::format(", n{}-n{}", i - 1, i);
    const Picture large = picture(test::network_of(text));
    CHECK_THROWS_WITH(lay_out(large, {"matrix", 1}, {}), Catch::Contains("at most 1000"));
    const Picture shown = picture(test::network_of("a-b"));
    CHECK_THROWS_AS(to_dot(shown, lay_out(shown, {"matrix", 1}, {})), Error);
}
