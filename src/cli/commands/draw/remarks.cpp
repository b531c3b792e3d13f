#include "cli/commands/draw/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "cli/terminal/messages.hpp"
#include "render/write/sheet.hpp"

namespace entente::cli {

void suggest_matrix(Context& context, const render::Picture& picture) {
    constexpr std::size_t fewest = 12;
    const std::size_t n = picture.nodes.size();
    if (n < fewest) return;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const render::PictureTie& tie : picture.ties) pairs.push_back(std::minmax(tie.source, tie.target));
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    const double density = 2 * static_cast<double>(pairs.size()) / static_cast<double>(n * (n - 1));
    if (density > 0.5)
        note(context,
             fmt::format("{:.0f} % of the pairs are tied; --layout matrix shows so many ties without "
                         "crossings",
                         100 * density));
}

void tell_notes_left_out(Context& context, const render::Picture& picture, std::size_t wanted) {
    const std::size_t left_out = wanted - picture.notes.size();
    if (left_out > 0)
        note(context, fmt::format("{} of --annotate {} of what is not drawn",
                                  counted(left_out, "text", "texts"), left_out == 1 ? "speaks" : "speak"));
}

void tell_what_is_small(Context& context, const render::Picture& picture, const render::Layout& layout,
                        const render::Theme& theme, const render::Medium* medium) {
    if (layout.name == render::matrix_layout) return;
    const render::Sheet sheet = render::sheet_of(picture, layout, theme);
    if (const std::size_t left_out = render::tie_labels_left_out(picture, sheet); left_out > 0)
        note(context,
             fmt::format("{} no room for {} relation; the tooltips have it",
                         counted(left_out, "tie has", "ties have"), left_out == 1 ? "its" : "their"));
    if (medium == nullptr) return;
    const double points = render::text_points(
        *medium,
        picture.page.ratio > 0 ? std::max(sheet.width, sheet.height * picture.page.ratio) : sheet.width);
    if (points < medium->least_text)
        note(context,
             fmt::format("labels are {:.1f} points high on a {}, where {} can be read; --label-top names "
                         "the leading actors only, which leaves more room",
                         points, medium->name, format_number(medium->least_text)));
}

}  // namespace entente::cli
