#include "study/figures/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "analysis/layout/force_layouts.hpp"
#include "base/error.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"

namespace entente::study {

namespace {

constexpr double hostile_length = 1.7;  // opponents stand further apart than allies
constexpr std::size_t most_for_both =
    60;  // of larger networks Fruchterman and Reingold's layout makes the better start

std::string pdf(const render::Picture& picture, const render::Layout& layout,
                const render::SvgOptions& options) {
    return render::to_pdf(render::to_svg(picture, layout, options), picture.title);
}

std::string png(const render::Picture& picture, const render::Layout& layout,
                const render::SvgOptions& options) {
    return render::to_png(render::to_svg(picture, layout, options), options.width);
}

std::string dot(const render::Picture& picture, const render::Layout& layout, const render::SvgOptions&) {
    return render::to_dot(picture, layout);
}

constexpr std::array formats{
    FigureFormat{.name = "svg", .endings = {".svg", ""}, .default_width = 1200, .write = render::to_svg},
    FigureFormat{.name = "pdf", .endings = {".pdf", ""}, .default_width = 1200, .write = pdf},
    FigureFormat{.name = "png", .endings = {".png", ""}, .default_width = 2400, .write = png},
    FigureFormat{.name = "dot", .endings = {".dot", ".gv"}, .default_width = 1200, .write = dot},
};

}  // namespace

std::span<const FigureFormat> figure_formats() { return formats; }

const FigureFormat& figure_format(const std::string& path) {
    std::error_code ignored;
    if (path == "-" || std::filesystem::is_character_file(path, ignored) ||
        std::filesystem::is_fifo(path, ignored))
        return formats.front();
    const std::string ending = lower(std::filesystem::path(path).extension().string());
    std::vector<std::string> all;
    for (const FigureFormat& format : formats) {
        if (!ending.empty() && std::ranges::find(format.endings, ending) != format.endings.end())
            return format;
        all.emplace_back(format.endings.front());
    }
    throw Error(Fault::usage,
                fmt::format("a figure is drawn into a file ending in {}, not '{}'", listed(all, "or"), path));
}

render::Layout laid_out(const render::Picture& picture, const std::string& layout, std::uint64_t seed,
                        const Control& control) {
    return begun_layout(picture, layout, seed, control).finish();
}

render::LayoutSearch begun_layout(const render::Picture& picture, const std::string& layout,
                                  std::uint64_t seed, const Control& control) {
    render::LayoutOptions options{.layout = layout, .seed = seed, .starts = {}};
    if (layout == "auto" && picture.camps == 0 && picture.nodes.size() <= render::most_for_starts) {
        std::vector<Spring> springs;
        for (const render::PictureTie& tie : picture.ties)
            springs.push_back({tie.source, tie.target, tie.sign == Sign::negative ? hostile_length : 1});
        options.starts = force_layouts(picture.nodes.size(), springs, seed, control);
        if (picture.nodes.size() > most_for_both) options.starts.erase(options.starts.begin());
    }
    return {picture, std::move(options), control};
}

double share_of_pairs_tied(const render::Picture& picture) {
    const auto n = static_cast<double>(picture.nodes.size());
    if (n < 2) return 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const render::PictureTie& tie : picture.ties) {
        if (tie.source != tie.target) pairs.push_back(std::minmax(tie.source, tie.target));
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return 2 * static_cast<double>(pairs.size()) / (n * (n - 1));
}

bool suits_matrix(const render::Picture& picture) {
    constexpr std::size_t fewest = 12;
    constexpr double dense = 0.5;
    return picture.nodes.size() >= fewest && share_of_pairs_tied(picture) > dense;
}

std::string failure_text(const render::Layout& layout) {
    std::vector<std::string> failed;
    for (const render::Candidate& candidate : layout.contest) {
        if (candidate.failed) failed.push_back(candidate.name);
    }
    if (failed.empty()) return "";
    return fmt::format("the process of {} ended without an answer: {}; {}",
                       noun(failed.size(), "a layout", "some layouts"), listed(failed, "and"),
                       failed.size() == layout.contest.size() ? "a plain layout was drawn instead"
                                                              : "the best of the others was drawn");
}

std::string contest_text(const render::Layout& layout) {
    std::string text;
    for (const render::Candidate& candidate : layout.contest)
        text += fmt::format("layout {}: {}\n", candidate.name,
                            candidate.failed ? "no answer" : render::to_string(candidate.score));
    return text + fmt::format("layout chosen: {}", layout.name);
}

}  // namespace entente::study
