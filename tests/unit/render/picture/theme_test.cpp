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

// What readers without red, green or blue cones see, linear (Viénot, Brettel & Mollon 1999; the last after
// Machado, Oliveira & Fernandes 2009).
Color protanope(const Color& c) {
    return {0.11238 * c[0] + 0.88762 * c[1], 0.11238 * c[0] + 0.88762 * c[1],
            0.00401 * c[0] - 0.00401 * c[1] + c[2]};
}
Color deuteranope(const Color& c) {
    return {0.29275 * c[0] + 0.70725 * c[1], 0.29275 * c[0] + 0.70725 * c[1],
            -0.02234 * c[0] + 0.02234 * c[1] + c[2]};
}
Color tritanope(const Color& c) {
    return {1.255528 * c[0] - 0.076749 * c[1] - 0.178779 * c[2],
            -0.078411 * c[0] + 0.930809 * c[1] + 0.147602 * c[2],
            0.004733 * c[0] + 0.691367 * c[1] + 0.3039 * c[2]};
}

// Of CIELAB, in degrees.
double hue(std::string_view hex) {
    const Color c = color(hex);
    const double x = (0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505, y = luminance(c),
                 z = (0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089;
    return std::atan2(200 * (std::cbrt(y) - std::cbrt(z)), 500 * (std::cbrt(x) - std::cbrt(y))) * 180 /
           3.14159265;
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

TEST_CASE("Allies and opponents, and the first colours, differ for readers who lack a kind of cone") {
    for (const Theme& theme : themes()) {
        if (theme.name == "print") continue;  // dashes and shapes carry the meaning there
        for (const auto seen : {protanope, deuteranope, tritanope}) {
            const auto apart = [&](std::string_view a, std::string_view b) {
                return distance(seen(color(a)), seen(color(b)));
            };
            CAPTURE(theme.name);
            CHECK(apart(theme.positive, theme.negative) > 0.2);
            for (std::size_t i = 0; i < 4; ++i) {
                CAPTURE(i);
                for (std::size_t j = 0; j < i; ++j)
                    CHECK(apart(theme.tones[i].strong, theme.tones[j].strong) > 0.09);
            }
        }
    }
}

TEST_CASE("No category has the hue of a sign") {
    for (const Theme& theme : themes()) {
        if (theme.name == "print") continue;
        for (const Tone& tone : theme.tones) {
            for (const std::string_view sign : {theme.positive, theme.negative}) {
                CAPTURE(theme.name, tone.strong, sign);
                CHECK(std::abs(std::remainder(hue(tone.strong) - hue(sign), 360)) > 33);
            }
        }
    }
}
