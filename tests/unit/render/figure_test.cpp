// The promises that figures keep on the data sets of this repository and on a network of sixty actors.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "base/random.hpp"
#include "io/network_reader.hpp"
#include "render/layout/node_shape.hpp"
#include "render/lines/geometry.hpp"
#include "render/write/draw.hpp"
#include "support/networks.hpp"
#include "support/places.hpp"

using namespace entente;
using namespace entente::render;

namespace {

Picture picture_of_all(const Network& network, PictureOptions options = {}) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return picture_of(network, actors, test::ties_of(network), options);
}

Layout laid_out(const Picture& picture, const std::string& layout = "auto") {
    Control control;
    control.threads = 2;
    return lay_out(picture, {layout, 1}, control);
}

Network dataset(const std::string& name) {
    return io::read_network(
               {.data = {test::project_root() + "/data/" + name}, .actors_file = "", .columns = {}}, {})
        .network;
}

}  // namespace

TEST_CASE("No label, shape or tie of the repository's own data sets lies on another one") {
    const std::string name = GENERATE(as<std::string>{}, "jerusalem-axis", "great-powers-1872-1907",
                                      "florentine-families", "highland-tribes");
    CAPTURE(name);
    const Network network = dataset(name);
    Scores scores;
    scores.measure = "degree";
    for (std::size_t i = 0; i < network.actor_count(); ++i)
        scores.values.push_back(static_cast<double>(i % 7));
    const bool sized = GENERATE(false, true);
    PictureOptions options;
    if (sized) options.size = &scores;
    const Layout layout = laid_out(picture_of_all(network, options), "stress");
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.hits == 0);
    // The smallest text has 12.4 units: at 1,200 pixels it has 9 and more.
    CHECK(1200 * 12.4 / (layout.width + 100) >= 9);
}

TEST_CASE("Sixty actors with half as many ties again are drawn without anything on top of anything") {
    Random random(7);
    std::string text;
    for (int i = 1; i < 60; ++i)
        text += (i > 1 ? ", n" : "n") + std::to_string(i) + "-n" +
                std::to_string(random.below(static_cast<std::uint64_t>(i)));
    for (int i = 0; i < 30; ++i)
        text += ", n" + std::to_string(random.below(30)) + "-n" + std::to_string(30 + random.below(30)) +
                (i % 3 == 0 ? " -" : " +");
    const Layout layout = laid_out(picture_of_all(test::network_of(text)), "stress");
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.hits == 0);
    CHECK(1200 * 12.4 / (layout.width + 100) >= 9);
}

TEST_CASE("Factions stand on two sides of the page") {
    PictureOptions options;
    options.factions = {1, 1, 1, 2, 2, 2};
    const Picture picture = picture_of_all(
        test::network_of("a-b +, b-c +, a-c +, d-e +, e-f +, d-f +, a-d -, b-e -, c-f -"), options);
    const Layout layout = laid_out(picture);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 3; j < 6; ++j) CHECK(layout.nodes[i].x < layout.nodes[j].x);
    }
}

TEST_CASE("Factions of unlike size stay apart however many ties join them") {
    Random random(11);
    PictureOptions options;
    std::string text;
    for (int i = 0; i < 40; ++i) options.factions.push_back(i % 5 == 0 ? 2 : 1);
    for (int i = 1; i < 40; ++i)
        text += (i > 1 ? ", n" : "n") + std::to_string(i) + "-n" +
                std::to_string(random.below(static_cast<std::uint64_t>(i))) + " +";
    for (int i = 0; i < 60; ++i)
        text +=
            ", n" + std::to_string(random.below(20)) + "-n" + std::to_string(20 + random.below(20)) + " -";
    const Network network = test::network_of(text);
    // network_of numbers actors by first mention; the factions go by position.
    const Layout layout = laid_out(picture_of_all(network, options));
    double leftmost_right = 1e9, rightmost_left = -1e9;
    for (std::size_t i = 0; i < 40; ++i) {
        if (options.factions[i] == 2) leftmost_right = std::min(leftmost_right, layout.nodes[i].x);
        else rightmost_left = std::max(rightmost_left, layout.nodes[i].x);
    }
    CHECK(rightmost_left < leftmost_right);
    CHECK(layout.score.overlaps == 0);
}

TEST_CASE("Each of several blocs has a part of the page, and none of another's actors stands in it") {
    const std::size_t blocs = GENERATE(3U, 4U, 5U);
    CAPTURE(blocs);
    Random random(5);
    PictureOptions options;
    std::string text;
    const std::size_t n = 9 * blocs;
    const auto name = [](std::size_t i) { return "n" + std::to_string(i); };
    for (std::size_t i = 0; i < n; ++i) options.factions.push_back(static_cast<std::uint8_t>(i / 9 + 1));
    for (std::size_t i = 1; i < n; ++i) {
        if (i % 9 > 0) text += ", " + name(i) + "-" + name(i - 1 - random.below(i % 9)) + " +";
        else text += ", " + name(i - 9) + "-" + name(i) + " -";
    }
    for (int k = 0; k < 30; ++k) {
        const std::size_t a = random.below(n), b = random.below(n);
        if (a / 9 != b / 9) text += ", " + name(a) + "-" + name(b) + " -";
    }
    const Network network = test::network_of(text.substr(2));
    // network_of numbers actors by first mention.
    for (std::size_t i = 0; i < n; ++i)
        options.factions[i] = static_cast<std::uint8_t>(
            std::stoul(std::string(network.id(static_cast<ActorId>(i))).substr(1)) / 9 + 1);
    const Picture picture = picture_of_all(network, options);
    const Layout layout = laid_out(picture);
    CHECK(layout.score.overlaps == 0);
    std::vector<Box> extent(blocs + 1);
    for (std::size_t i = 0; i < n; ++i) {
        const Point p = layout.nodes[i];
        extent[options.factions[i]] = extent[options.factions[i]].with({p.x, p.y, p.x, p.y});
    }
    for (std::size_t a = 1; a <= blocs; ++a) {
        for (std::size_t b = 1; b < a; ++b) CHECK_FALSE(extent[a].meets(extent[b]));
    }
    const std::string svg = to_svg(picture, layout);
    CHECK(svg.find("data-bloc=\"" + std::to_string(blocs) + "\"") != std::string::npos);
    CHECK(svg.find("region: one bloc, opponents apart") != std::string::npos);
    CHECK(svg.find("left and right: the two camps") == std::string::npos);
}

TEST_CASE("Networks in many parts are packed to a page that is not too high") {
    const int kind = GENERATE(range(0, 7));
    CAPTURE(kind);
    Random random(static_cast<std::uint64_t>(100 + kind));
    const std::size_t most = kind % 3 == 0 ? 4 : kind % 3 == 1 ? 9 : 16;
    const std::string words = kind == 6       ? "Firm "
                              : kind % 2 == 0 ? "Abdelrahman "
                                              : "Khalid Abdelrahman al-Masri ";
    std::string text;
    std::size_t actors = 0;
    const auto tie = [&](std::size_t a, std::size_t b) {
        text += (text.empty() ? "n" : ", n") + std::to_string(a) + "-n" + std::to_string(b);
    };
    for (std::size_t part = 0; part < 40 && actors < 270; ++part) {
        std::size_t size = part == 0 && kind > 2 ? 60 : 2 + random.below(most - 1);
        if (kind == 6) size = 3 + (part + 1) * (part + 1) % 11;  // many small stars and trees
        for (std::size_t i = 1; i < size; ++i)
            tie(actors + i, actors + (kind == 6 ? i / 2 : random.below(i)));
        for (std::size_t i = 3; i < size && kind < 6; i += 3) tie(actors + i - 1, actors + i);
        actors += size;
    }
    Network network = test::network_of(text);
    network.actors.label = {};
    for (std::size_t i = 0; i < network.actor_count(); ++i)
        network.actors.label.push_back(words + std::to_string(i));
    const Picture picture = picture_of_all(network);
    const Layout layout = laid_out(picture, kind == 6 ? "auto" : "stress");
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.text >= 9);
    CHECK(layout.height <= 1.45 * layout.width);  // with legend 1.6
}

TEST_CASE("Ties end at the borders of their own actors") {
    const Picture picture = picture_of_all(dataset("jerusalem-axis"));
    const Layout layout = laid_out(picture, "stress");
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        REQUIRE(layout.ties[t].size() % 3 == 1);
        const double from_source = length(layout.ties[t].front() - layout.nodes[picture.ties[t].source]);
        const double from_target = length(layout.ties[t].back() - layout.nodes[picture.ties[t].target]);
        CHECK(from_source > 5);
        CHECK(from_source < 130);
        CHECK(from_target > 5);
        CHECK(from_target < 130);
    }
}

TEST_CASE("Right-to-left labels say so and every tie carries its source") {
    Network network = test::network_of("a->b +");
    network.actors.label = {};
    network.actors.label.push_back("حزب الله");
    network.actors.label.push_back("Иран");
    network.ties.citation = {};
    network.ties.citation.push_back("report-7");
    const Picture picture = picture_of_all(network);
    const std::string svg = to_svg(picture, laid_out(picture, "stress"));
    CHECK(svg.find("direction=\"rtl\"") != std::string::npos);
    CHECK(svg.find("data-citation=\"report-7\"") != std::string::npos);
    CHECK(svg.find("source: report-7</title>") != std::string::npos);
}

TEST_CASE("A path and highlighted actors stand out, and the description says so") {
    const Network network = test::network_of("a-b, b-c, c-d, d-e");
    PictureOptions options;
    options.path = {ActorId{0}, ActorId{1}, ActorId{2}};
    const Picture picture = picture_of_all(network, options);
    CHECK(picture.ties[0].emphasis == Emphasis::raised);
    CHECK(picture.ties[1].emphasis == Emphasis::raised);
    CHECK(picture.ties[3].emphasis == Emphasis::faded);
    CHECK(picture.nodes[4].emphasis == Emphasis::faded);
    CHECK(describe(picture).find("On the path: a, b and c.") != std::string::npos);
}

TEST_CASE("Only the leading actors of a large picture are labelled") {
    PictureOptions options;
    options.label_top = 1;
    const Picture picture = picture_of_all(test::network_of("hub-a, hub-b, hub-c"), options);
    CHECK(picture.nodes[0].labeled);
    CHECK_FALSE(picture.nodes[1].labeled);
}

TEST_CASE("A figure in a page can be walked through with the keyboard, one by itself cannot") {
    const Picture picture = picture_of_all(test::network_of("a-b"));
    const Layout layout = laid_out(picture, "stress");
    SvgOptions options;
    CHECK(to_svg(picture, layout, options).find("tabindex") == std::string::npos);
    options.name = "network";
    options.page_label = "The \"network\"";
    const std::string svg = to_svg(picture, layout, options);
    CHECK(svg.find("role=\"group\"") != std::string::npos);
    CHECK(svg.find("aria-label=\"The &quot;network&quot;\"") != std::string::npos);
    CHECK(svg.starts_with("<svg "));
    CHECK(svg.find(" width=\"1200\"") == std::string::npos);
    CHECK(svg.find("<title id=\"network-title\">") != std::string::npos);
    CHECK(svg.find("data-id=\"a\" tabindex=\"0\"") != std::string::npos);
    CHECK(svg.find("data-id=\"b\" tabindex=\"-1\"") != std::string::npos);
    CHECK(svg.find("data-rows=\"1\" tabindex=\"0\"") != std::string::npos);
}

TEST_CASE("A star is not stretched beyond what a page can show for the sake of a few crossings") {
    LayoutScore tall, crossed;
    tall.aspect = 0.4;
    crossed.aspect = 0.8;
    crossed.crossings = 5;
    CHECK(crossed.cost() < tall.cost());
    std::string text;
    for (int i = 1; i <= 24; ++i) text += (i > 1 ? ", hub-n" : "hub-n") + std::to_string(i);
    PictureOptions options;
    Scores scores;
    scores.measure = "degree";
    for (int i = 0; i <= 24; ++i) scores.values.push_back(i == 0 ? 24 : 1);
    options.size = &scores;
    const Layout layout = laid_out(picture_of_all(test::network_of(text), options));
    CHECK(layout.width < 2.7 * layout.height);
    CHECK(layout.height < 1.6 * layout.width);
}

TEST_CASE(
    "In a crowded figure no label lies on anything and no tie is drawn across the label of another actor") {
    Random random(5);
    std::string text;
    for (int i = 0; i < 900; ++i) {
        const std::uint64_t a = random.below(12) * random.below(10), b = random.below(110);
        if (a != b)
            text += fmt::format("{}n{}-n{}{}", text.empty() ? "" : ", ", a, b, i % 5 == 0 ? " -" : " +");
    }
    const Picture picture = picture_of_all(test::network_of(text));
    const Layout layout = laid_out(picture, "stress");
    CHECK(layout.score.overlaps == 0);
    CHECK(layout.score.hits > 0);
    CHECK(1200 * 12.4 / (layout.width + 100) >= 9);

    const std::vector<NodeShape> shapes = node_shapes(picture);
    const std::string svg = to_svg(picture, layout);
    std::size_t at = 0, sampled_points = 0, with_gaps = 0;
    for (const PictureTie& tie : picture.ties) {
        at = svg.find("<path d=\"", svg.find("class=\"edge\"", at)) + 9;
        std::istringstream data(svg.substr(at, svg.find('"', at) - at));
        Point here;
        char command = 0;
        int starts = 0;
        while (data >> command) {
            std::vector<Point> curve{here};
            for (int i = 0; i < (command == 'C' ? 3 : 1); ++i) {
                data >> curve.emplace_back().x >> curve.back().y;
            }
            here = curve.back();
            starts += command == 'M' ? 1 : 0;
            if (command == 'M') continue;
            if (command == 'L') curve = {curve[0], curve[0], curve[1], curve[1]};
            for (const Point p : sampled(curve, 2)) {
                ++sampled_points;
                for (std::uint32_t i = 0; i < shapes.size(); ++i) {
                    if (i == tie.source || i == tie.target) continue;
                    if (label_box(shapes[i], layout, i).grown(-0.5).holds(p))
                        FAIL("a tie runs through the label of " << picture.nodes[i].label);
                }
            }
        }
        with_gaps += starts > 1 ? 1 : 0;
    }
    CHECK(sampled_points > 1000);
    CHECK(with_gaps > 0);
}
