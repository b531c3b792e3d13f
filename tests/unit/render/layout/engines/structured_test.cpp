#include "render/layout/engines/structured.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture_of_all(const Network& network) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), {});
}

LayoutProblem problem_of(const char* text) {
    return layout_problem_of(picture_of_all(test::network_of(text)));
}

bool all_straight(const Layout& layout) { return layout.score.turning < 1e-6 && layout.score.crossings == 0; }

}  // namespace

TEST_CASE("The plain forms are told apart") {
    CHECK(form_of(problem_of("a-b")) == NetworkForm::path);
    CHECK(form_of(problem_of("a-b, b-c, c-d")) == NetworkForm::path);
    CHECK(form_of(problem_of("a-b, b-c, c-a")) == NetworkForm::ring);
    CHECK(form_of(problem_of("a-b, a-c, a-d")) == NetworkForm::tree);
    CHECK(form_of(problem_of("a-b, a-c, a-d, b-c, b-d, c-d")) == NetworkForm::clique);
    CHECK(form_of(problem_of("a-b, b-c, c-a, c-d")) == NetworkForm::none);
}

TEST_CASE("A star, a tree and a path are drawn with straight ties that do not cross") {
    std::string star, tree = "r-a, r-b, r-c", path;
    for (int i = 0; i < 40; ++i) star += (i > 0 ? ", " : "") + std::string("hub-n") + std::to_string(i);
    for (const char* from : {"a", "b", "c"}) {
        for (int i = 0; i < 4; ++i) tree += std::string(", ") + from + "-" + from + std::to_string(i);
    }
    for (int i = 0; i < 19; ++i)
        path += (i > 0 ? ", s" : "s") + std::to_string(i) + "-s" + std::to_string(i + 1);
    for (const std::string& text : {star, tree, path}) {
        const Layout layout = lay_out(picture_of_all(test::network_of(text.c_str())), {}, Control{});
        CHECK(layout.name == "plain form");
        CHECK(all_straight(layout));
        CHECK(layout.score.overlaps == 0);
    }
}

TEST_CASE("The corners of a clique stand on an ellipse") {
    const Layout layout = lay_out(
        picture_of_all(test::network_of("a-b, a-c, a-d, a-e, b-c, b-d, b-e, c-d, c-e, d-e")), {}, Control{});
    CHECK(layout.score.crossings == 5);
    CHECK(layout.score.turning < 1e-6);
}
