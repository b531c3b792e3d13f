#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "base/error.hpp"
#include "base/random.hpp"
#include "render/write/draw.hpp"
#include "support/networks.hpp"

using namespace entente;
using namespace entente::render;

namespace {

std::vector<ActorId> all_actors(const Network& network) {
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < network.actor_count(); ++i) actors.push_back(static_cast<ActorId>(i));
    return actors;
}

Picture picture(const Network& network, const PictureOptions& options = {}) {
    return picture_of(network, all_actors(network), test::ties_of(network), options);
}

std::string svg_of(const Picture& shown, const SvgOptions& options = {}, const std::string& layout = "stress",
                   unsigned threads = 1) {
    Control control;
    control.threads = threads;
    return to_svg(shown, lay_out(shown, {layout, 1}, control), options);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

std::string legend_of(const std::string& svg) {
    const std::size_t start = svg.find("<g class=\"legend\"");
    return start == std::string::npos ? "" : svg.substr(start, svg.find("\n</g>", start) - start);
}

//   a ─ b ⇢ c    d
const char* small = "a-b +2, b->c -, d";

}  // namespace

TEST_CASE("Every actor and every merged tie is drawn with its identity") {
    const std::string svg = svg_of(picture(test::network_of(small)));
    CHECK(count(svg, "<g class=\"node\"") == 4);
    CHECK(count(svg, "<g class=\"edge\"") == 2);
    CHECK(svg.find("<g class=\"node\" data-id=\"d\"") != std::string::npos);
    CHECK(svg.find("<g class=\"edge\" data-source=\"b\" data-target=\"c\" data-sign=\"-\"") !=
          std::string::npos);
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(std::regex_search(
        svg, std::regex("<svg[^>]*>\\s*<title[^>]*>[^<]*</title>\\s*<desc[^>]*>[^<]+</desc>")));
}

TEST_CASE("Rows of one pair and sign are one line that knows its rows") {
    const Picture shown = picture(test::network_of("a->b +, a->b +, b->a +, a->b -"));
    REQUIRE(shown.ties.size() == 2);
    CHECK(shown.ties[0].rows.size() == 3);
    CHECK(shown.ties[0].to_target);
    CHECK(shown.ties[0].to_source);
    CHECK(shown.ties[1].sign == Sign::negative);
    CHECK_FALSE(shown.ties[1].to_source);
}

TEST_CASE("A hostile label stays text") {
    Network network;
    network.actors.id.push_back("x\"><script>");
    network.actors.label.push_back("</text><script>alert(1)</script>&amp;\x01\x1b]\xE2\x80\xAE");
    network.actors.kind.push_back("<b>");
    network.info.title = "A & B <c>";
    const std::string svg = svg_of(picture(network));
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<b>") == std::string::npos);
    CHECK(svg.find("&amp;amp;") != std::string::npos);
    CHECK(svg.find("A &amp; B &lt;c&gt;") != std::string::npos);
    CHECK(svg.find('\x01') == std::string::npos);
    CHECK(svg.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("The legend names exactly the encodings in use") {
    const std::string plain = legend_of(svg_of(picture(test::network_of("a--b, b--c"))));
    CHECK(plain.find("hostile") == std::string::npos);
    CHECK(plain.find("positive") == std::string::npos);
    CHECK(plain.find("arrow") == std::string::npos);
    CHECK(plain.find("Strength") == std::string::npos);
    CHECK(plain.find("Kind") == std::string::npos);
    const std::string rich = legend_of(svg_of(picture(test::network_of("a->b +2, b->c -1, c--d 3"))));
    for (const char* word :
         {"positive", "hostile", "unsigned", "arrow: source to target", "no arrow: mutual", "Strength"}) {
        CAPTURE(word);
        CHECK(rich.find(word) != std::string::npos);
    }
    Scores scores;
    scores.measure = "betweenness";
    scores.values = {1, 2, 3, undefined};
    PictureOptions options;
    options.size = &scores;
    CHECK(legend_of(svg_of(picture(test::network_of(small), options))).find("Betweenness (area)") !=
          std::string::npos);
}

TEST_CASE("The same picture has the same bytes, for any number of threads") {
    const Picture shown = picture(test::network_of("a-b +, b-c -, c-d +, d-a -, a-c +, e-f -, g"));
    const std::string once = svg_of(shown, {}, "auto", 1);
    CHECK(once == svg_of(shown, {}, "auto", 2));
    CHECK(once == svg_of(shown, {}, "auto", 1));
}

TEST_CASE("Empty and smallest networks are drawn") {
    for (const char* text : {"", "a", "a-b", "a, b, c"}) {
        CAPTURE(text);
        const Network network = test::network_of(text);
        const std::string svg = svg_of(picture(network), {}, "auto");
        CHECK(count(svg, "<g class=\"node\"") == network.actor_count());
        CHECK(svg.find("nan") == std::string::npos);
        CHECK(svg.ends_with("</svg>\n"));
    }
}

TEST_CASE("Auto is never worse than the best single engine") {
    Control control;
    control.threads = 2;
    // By hand, a tree, a ring and a dense random network.
    std::vector<std::string> texts{"a-b, b-c, c-a, c-d, d-e, e-f, f-d, g-a",
                                   "a->b +, a->c +, b->d -, c->d -, d->e +, e->a -, f->e +, f->b -"};
    Random random(2);
    std::string tree, ring, dense;
    for (std::uint64_t i = 1; i < 35; ++i) tree += fmt::format("n{}->n{}, ", random.below(i), i);
    for (int i = 0; i < 30; ++i) ring += fmt::format("n{}-n{}, ", i, (i + 1) % 30);
    for (int i = 0; i < 60; ++i) {
        const std::uint64_t a = random.below(14);
        dense += fmt::format("n{}-n{}{}, ", a, (a + 1 + random.below(13)) % 14, i % 4 == 0 ? " -" : " +");
    }
    for (const std::string& text : {tree, ring, dense}) texts.push_back(text.substr(0, text.size() - 2));
    for (const std::string& text : texts) {
        const Picture shown = picture(test::network_of(text));
        const Layout best = lay_out(shown, {"auto", 1}, control);
        for (const LayoutEngine& engine : layouts()) {
            CAPTURE(text, engine.name);
            CHECK_FALSE(lay_out(shown, {std::string(engine.name), 1}, control).score.beats(best.score));
        }
        CHECK(best.score.overlaps == 0);
        CHECK(best.score.hits == 0);
    }
}

TEST_CASE("Positions found elsewhere enter the contest under their name") {
    std::string text = "n0-n1";
    for (int i = 2; i < 12; ++i) text += fmt::format(", n{}-n{}", i - 1, i);
    text += ", n0-n5, n3-n9";
    const Picture shown = picture(test::network_of(text));
    Positions start{"by hand", {}, {}};
    for (int i = 0; i < 12; ++i) {
        start.x.push_back(i);
        start.y.push_back(i % 2);
    }
    const auto entered = [&](const Picture& drawn, const std::string& layout) {
        const Layout best = lay_out(drawn, {layout, 1, {start}}, Control{});
        return std::any_of(best.contest.begin(), best.contest.end(), [](const Candidate& candidate) {
            return candidate.name == "by hand, annealed" && !candidate.failed;
        });
    };
    CHECK(entered(shown, "auto"));
    CHECK_FALSE(entered(shown, "sfdp"));
}

TEST_CASE("Engines that would take minutes refuse and name others") {
    std::string text = "n0-n1";
    for (int i = 0; i < 1100; ++i) text += fmt::format(", n{}-n{}", i % 50, 51 + i / 50);
    const Picture shown = picture(test::network_of(text));
    CHECK_THROWS_WITH(lay_out(shown, {"dot", 1}, {}),
                      Catch::Contains("at most 1000") && Catch::Contains("sfdp"));
    CHECK_THROWS_WITH(lay_out(shown, {"circo", 1}, {}), Catch::Contains("at most 300"));
}

TEST_CASE("A misspelt layout or theme is answered with the nearest one") {
    const Picture shown = picture(test::network_of(small));
    CHECK_THROWS_WITH(lay_out(shown, {"neatoo", 1}, {}), Catch::Contains("did you mean 'neato'"));
    SvgOptions options;
    options.theme = "drak";
    CHECK_THROWS_AS(svg_of(shown, options), Error);
}

TEST_CASE("A PNG is as wide as asked") {
    const auto sides = [](const std::string& png) {
        const auto number = [&](std::size_t at) {
            std::uint32_t value = 0;
            for (std::size_t i = 0; i < 4; ++i)
                value = value << 8 | static_cast<unsigned char>(png.at(at + i));
            return value;
        };
        return std::pair(number(16), number(20));  // of its header
    };
    const std::string svg =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>)";
    CHECK(sides(to_png(svg, 500)) == std::pair(500U, 375U));
    CHECK(sides(to_png(svg, 2400)) == std::pair(2400U, 1800U));
    const std::string column =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="90" viewBox="0 0 1 9"><rect width="1" height="9"/></svg>)";
    CHECK_THROWS_WITH(to_png(column, 3000), Catch::Contains("27000 high") && Catch::Contains("SVG"));
}

TEST_CASE("A figure written for several uses at once is in each what it is alone") {
    const Picture shown = picture(test::network_of(small));
    for (const std::string layout : {"stress", "matrix"}) {
        const Layout laid = lay_out(shown, {layout, 1}, {});
        SvgOptions file, part;
        file.theme = part.theme = "dark";
        part.name = "other";
        part.page_label = "Label";
        const std::vector<std::string> both = to_svgs(shown, laid, {file, part});
        REQUIRE(both.size() == 2);
        CHECK(both[0] == to_svg(shown, laid, file));
        CHECK(both[1] == to_svg(shown, laid, part));
        CHECK(both[0] != both[1]);
    }
    CHECK(to_svgs(shown, lay_out(shown, {"stress", 1}, {}), {}).empty());
}

TEST_CASE("PNG and PDF are made from the figure, DOT from the picture") {
    const Picture shown = picture(test::network_of(small));
    const Layout layout = lay_out(shown, {"stress", 1}, {});
    const std::string svg = to_svg(shown, layout);
    CHECK(to_png(svg, 600).starts_with("\x89PNG"));
    const std::string pdf = to_pdf(svg, "Title");
    CHECK(pdf.starts_with("%PDF"));
    CHECK(pdf == to_pdf(svg, "Title"));
    CHECK(to_dot(shown, layout).find("\"b\" -> \"c\" [dir=forward, sign=\"-\"") != std::string::npos);
}
