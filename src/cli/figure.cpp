#include "cli/figure.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "analysis/layout/force_layouts.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace entente::cli {

namespace {

constexpr double hostile_length = 1.7;  // opponents stand further apart than allies
constexpr std::size_t most_for_both =
    60;  // of larger networks Fruchterman and Reingold's layout makes the better start

}  // namespace

FigureFormat figure_format(const std::string& path) {
    std::error_code ignored;
    if (path == "-" || std::filesystem::is_character_file(path, ignored) ||
        std::filesystem::is_fifo(path, ignored))
        return FigureFormat::svg;
    const std::string ending = lower(std::filesystem::path(path).extension().string());
    if (ending == ".svg") return FigureFormat::svg;
    if (ending == ".pdf") return FigureFormat::pdf;
    if (ending == ".png") return FigureFormat::png;
    if (ending == ".dot" || ending == ".gv") return FigureFormat::dot;
    throw Error(
        Fault::usage,
        fmt::format("a figure is drawn into a file ending in .svg, .pdf, .png or .dot, not '{}'", path));
}

double default_width(FigureFormat format) { return format == FigureFormat::png ? 2400 : 1200; }

Layout laid_out(Context& context, const Picture& picture, const std::string& layout) {
    LayoutOptions options{.layout = layout, .seed = context.seed, .starts = {}};
    if (layout == "auto" && !picture.two_sides && picture.nodes.size() <= most_for_starts) {
        std::vector<Spring> springs;
        for (const PictureTie& tie : picture.ties)
            springs.push_back({tie.source, tie.target, tie.sign == Sign::negative ? hostile_length : 1});
        options.starts = force_layouts(picture.nodes.size(), springs, context.seed, context.control);
        if (picture.nodes.size() > most_for_both) options.starts.erase(options.starts.begin());
    }
    return lay_out(picture, options, context.control);
}

std::string figure(const Picture& picture, const Layout& layout, const SvgOptions& options,
                   FigureFormat format) {
    if (format == FigureFormat::dot) return to_dot(picture, layout);
    const std::string svg = to_svg(picture, layout, options);
    if (format == FigureFormat::pdf) return to_pdf(svg, picture.title);
    if (format == FigureFormat::png) return to_png(svg, options.width);
    return svg;
}

std::string contest_text(const Layout& layout) {
    std::string text;
    for (const Candidate& candidate : layout.contest)
        text += fmt::format("layout {}: {}\n", candidate.name,
                            candidate.failed ? "no answer" : to_string(candidate.score));
    return text + fmt::format("layout chosen: {}", layout.name);
}

}  // namespace entente::cli
