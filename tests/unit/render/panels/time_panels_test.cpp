#include "render/panels/time_panels.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace entente;
using namespace entente::render;

namespace {

// Panels of this size with two actors.
TimePicture panels_of(double width, double height, std::size_t count) {
    TimePicture picture;
    picture.network.nodes.resize(2);
    picture.layout.width = width;
    picture.layout.height = height;
    picture.layout.nodes = {{20, 20}, {width - 20, height - 20}};
    picture.layout.sides.assign(2, LabelSide::below);
    picture.panels.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        picture.panels[i].title = std::to_string(1900 + i);
        picture.panels[i].active = {1, 1};
    }
    return picture;
}

double shape_of(const std::string& svg) {
    std::istringstream box(svg.substr(svg.find("viewBox=\"0 0 ") + 13));
    double width = 0, height = 0;
    box >> width >> height;
    return height / width;
}

}  // namespace

TEST_CASE("a page of panels becomes wider before it is many pages long, whatever their size and number") {
    for (const double width : {150.0, 700.0, 1100.0}) {
        for (const std::size_t count : {2, 5, 12}) {
            CAPTURE(width, count);
            CHECK(shape_of(to_time_svg(panels_of(width, width, count))) <= 2.4);
        }
    }
    CHECK(shape_of(to_time_svg(panels_of(1100, 1100, 5))) <= 1.6);
    // As wide as text allows: a page somewhat high is better than one nobody can read.
    CHECK(shape_of(to_time_svg(panels_of(470, 580, 12))) > 1.6);
    // Panels that are legible beside each other keep their rows: four of them, three below each other.
    const std::string small = to_time_svg(panels_of(250, 200, 12));
    CHECK(small.find("translate(20 ") != std::string::npos);
    CHECK(shape_of(small) > 0.5);
}

TEST_CASE("a page of many large panels is drawn in less room, its text legible where it is 1,200 wide") {
    for (const std::size_t count : {3, 5, 8, 12}) {
        for (const double width : {900.0, 1400.0, 2000.0}) {
            CAPTURE(count, width);
            const std::string svg = to_time_svg(panels_of(width, width, count));
            std::istringstream box(svg.substr(svg.find("viewBox=\"0 0 ") + 13));
            double page = 0;
            box >> page;
            CHECK(13 * 1200 / page >= 9);
        }
    }
}
