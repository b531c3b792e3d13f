#include "render/layout/label_clearing.hpp"

#include <catch2/catch.hpp>

#include "base/random.hpp"
#include "render/lines/arrowheads.hpp"
#include "support/networks.hpp"
#include "support/places.hpp"

using namespace entente;
using namespace entente::render;

namespace {

// Directed, of actors who are tied to some that lead.
Picture crowded(std::uint64_t seed) {
    Random random(seed);
    std::string text;
    for (int i = 1; i < 36; ++i) {
        for (int k = 0; k < 3; ++k) {
            const auto to = static_cast<int>(random.below(static_cast<std::uint64_t>(std::min(i, 9))));
            text += (text.empty() ? "Party_of_" : ", Party_of_") + std::to_string(i) + "->Party_of_" +
                    std::to_string(to);
        }
    }
    const Network network = test::network_of(text);
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), {});
}

}  // namespace

TEST_CASE("No label covers an arrowhead or the end of a tie in directed networks of 36 actors") {
    const std::uint64_t seed = GENERATE(1, 2, 3);
    const Picture picture = crowded(seed);
    Control control;
    control.threads = 2;
    const Layout layout = lay_out(picture, {"stress", 1}, control);
    const std::vector<NodeShape> shapes = node_shapes(picture);
    const std::vector<TieEnd> ends = tie_ends(picture, layout.ties, layout.heads);
    std::size_t heads = 0, labels = 0, covered = 0;
    for (const TieEnd& end : ends) heads += end.has_head ? 1 : 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Box label = label_box(shapes[i], layout, i);
        labels += label.empty() ? 0 : 1;
        for (const TieEnd& end : ends) covered += end.meets(label) ? 1 : 0;
    }
    CHECK(heads > 60);
    CHECK(labels == 36);
    CHECK(covered == 0);
    CHECK(layout.score.overlaps == 0);
}

TEST_CASE("A layout holds the places of its arrowheads, so that nobody has to find them again") {
    const Picture picture = crowded(2);
    Control control;
    control.threads = 2;
    const Layout layout = lay_out(picture, {"stress", 1}, control);
    REQUIRE(layout.heads.size() == picture.ties.size());
    const std::vector<HeadPlaces> found = head_places(picture, layout.ties);
    std::size_t back = 0;
    for (std::size_t t = 0; t < found.size(); ++t) {
        CHECK(layout.heads[t].at_source == Approx(found[t].at_source));
        CHECK(layout.heads[t].at_target == Approx(found[t].at_target));
        back += found[t].at_target > 0 ? 1 : 0;
    }
    CHECK(back > 0);
}

TEST_CASE("A label with ties on every side moves out, one without stays") {
    Picture picture;
    picture.nodes.resize(30);
    for (std::size_t i = 0; i < 30; ++i) {
        picture.nodes[i].labeled = i == 0 || i == 29;
        picture.nodes[i].label = "Assembly";
    }
    LayoutProblem problem;
    problem.shapes.resize(30);
    for (NodeShape& shape : problem.shapes) {
        shape.half_width = shape.half_height = 5;
        shape.lines = {"Assembly"};
        shape.text_width = 60;
    }
    Arrangement arrangement{{{300, 300}}, std::vector<LabelSide>(30, LabelSide::below)};
    std::vector<std::vector<Point>> ties;
    for (std::uint32_t i = 1; i < 29; ++i) {  // a wheel whose rim is far away
        problem.shapes[i].lines.clear();
        const double side = i <= 14 ? 1 : -1, along = -1 + 2 * ((i - 1) % 14) / 14.0;
        const Point out = i % 2 == 0 ? Point{side * 290, along * 290} : Point{along * 290, side * 290};
        const Point from = Point{300, 300} + out * (6.5 / length(out)), to = Point{300, 300} + out;
        arrangement.middle.push_back(to);
        ties.push_back({from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to});
        PictureTie tie;
        tie.target = i;
        picture.ties.push_back(tie);
    }
    arrangement.middle.push_back({900, 300});
    const std::vector<TieEnd> ends = tie_ends(picture, ties, head_places(picture, ties));
    const Arrangement cleared = with_clear_ends(picture, problem, arrangement, ties, ends);
    CHECK(cleared.moved_label(29) == Point{});
    CHECK(length(cleared.moved_label(0)) >= 8);
    const Box label = problem.shapes[0].label(cleared.side[0]).at(cleared.middle[0] + cleared.moved_label(0));
    for (const TieEnd& end : ends) CHECK_FALSE(end.meets(label));
}
