#include "render/picture/theme.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace entente;
using namespace entente::render;

namespace {

using Color = std::array<double, 3>;  // linear red, green, blue, 0..1

Color color(std::string_view hex) {
    Color result{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double value = std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        result[i] = value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return result;
}

double luminance(const Color& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; }

// WCAG 2.1, 1.4.3.
double contrast(std::string_view a, std::string_view b) {
    const double x = luminance(color(a)), y = luminance(color(b));
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// What a reader without green cones sees (Viénot, Brettel & Mollon 1999), linear.
Color deuteranope(const Color& c) {
    return {0.29275 * c[0] + 0.70725 * c[1], 0.29275 * c[0] + 0.70725 * c[1],
            -0.02234 * c[0] + 0.02234 * c[1] + c[2]};
}

double distance(const Color& a, const Color& b) {
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i)
        sum += std::pow(std::cbrt(std::max(a[i], 0.0)) - std::cbrt(std::max(b[i], 0.0)), 2);
    return std::sqrt(sum);
}

}  // namespace

TEST_CASE("Text is readable in every theme: 4.5 to 1 on the paper and in every shape") {
    for (const Theme& theme : themes()) {
        CAPTURE(theme.name);
        CHECK(contrast(theme.ink, theme.paper) >= 7);
        CHECK(contrast(theme.faint_ink, theme.paper) >= 4.5);
        CHECK(contrast(theme.ink, theme.neutral.pale) >= 4.5);
        for (const Tone& tone : theme.tones) {
            CAPTURE(tone.pale);
            CHECK(contrast(theme.ink, tone.pale) >= 4.5);
        }
    }
}

TEST_CASE("Ties and shapes stand out from the paper: 3 to 1") {
    for (const Theme& theme : themes()) {
        CAPTURE(theme.name);
        for (const std::string_view line : {theme.positive, theme.negative, theme.plain, theme.emphasis}) {
            CAPTURE(line);
            CHECK(contrast(line, theme.paper) >= 3);
        }
        for (const Tone& tone : theme.tones) {
            CAPTURE(tone.strong);
            CHECK(contrast(tone.strong, theme.paper) >= 3);
        }
    }
}

TEST_CASE("Allies and opponents, and the first colours, differ for readers who do not see green") {
    for (const Theme& theme : themes()) {
        if (theme.name == "print") continue;  // dashes carry the meaning there
        CAPTURE(theme.name);
        CHECK(distance(deuteranope(color(theme.positive)), deuteranope(color(theme.negative))) > 0.25);
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                CAPTURE(i, j);
                CHECK(distance(deuteranope(color(theme.tones[i].strong)),
                               deuteranope(color(theme.tones[j].strong))) > 0.1);
            }
        }
    }
}
