#include "render/write/gathered.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "base/error.hpp"
#include "render/picture/theme.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture(const Network& network) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), {});
}

std::size_t lines_in(const std::string& markup) {
    const std::regex line("M-?[0-9]+ -?[0-9]+l-?[0-9]+ -?[0-9]+");
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(markup.begin(), markup.end(), line), std::sregex_iterator()));
}

}  // namespace

TEST_CASE("Gathered ties have one line a tie, in paths of one sign", "[render]") {
    const Picture shown = picture(test::network_of("a-b +, b-c +, c-d -, d-a"));
    const std::string markup = gathered_ties(shown, lay_out(shown, {"stress", 1}, Control{}), themes()[0]);
    CHECK(lines_in(markup) == 4);
    const std::regex path("<path class=\"gathered\"( data-sign=\".\")?");
    CHECK(std::distance(std::sregex_iterator(markup.begin(), markup.end(), path), std::sregex_iterator()) ==
          3);
    CHECK(markup.find("transform=\"scale(0.1)\"") != std::string::npos);
}

TEST_CASE("Gathered ties end where the ties of the layout end, in tenths", "[render]") {
    const Picture shown = picture(test::network_of("a-b +"));
    const Layout layout = lay_out(shown, {"stress", 1}, Control{});
    const std::string markup = gathered_ties(shown, layout, themes()[0]);
    std::smatch found;
    REQUIRE(std::regex_search(markup, found, std::regex("M(-?[0-9]+) (-?[0-9]+)l(-?[0-9]+) (-?[0-9]+)")));
    const Point from = layout.ties[0].front(), to = layout.ties[0].back();
    CHECK(std::stod(found[1]) == Approx(10 * from.x).margin(0.6));
    CHECK(std::stod(found[2]) == Approx(10 * from.y).margin(0.6));
    CHECK(std::stod(found[1]) + std::stod(found[3]) == Approx(10 * to.x).margin(0.6));
    CHECK(std::stod(found[2]) + std::stod(found[4]) == Approx(10 * to.y).margin(0.6));
}

TEST_CASE("A slim shape is one element around its middle", "[render]") {
    NodeShape shape;
    shape.half_width = shape.half_height = 4;
    CHECK(slim_shape(shape, {10.04, 20}, {"#123456", "#ffffff"}) ==
          "<circle cx=\"10\" cy=\"20\" r=\"4\" fill=\"#123456\"/>");
    shape.form = Form::box;
    const std::string box = slim_shape(shape, {10, 20}, {"#123456", "#ffffff"});
    CHECK(box.starts_with("<path d=\"M"));
    CHECK(box.ends_with("z\" fill=\"#123456\"/>"));
}
