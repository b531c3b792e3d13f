#include "cli/commands/draw/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "cli/terminal/messages.hpp"
#include "render/write/sheet.hpp"
#include "study/figures/figures.hpp"

namespace entente::cli {

void suggest_matrix(Context& context, const render::Picture& picture) {
    if (study::suits_matrix(picture))
        note(context,
             fmt::format("{:.0f} % of the pairs are tied; --layout matrix shows so many ties without "
                         "crossings",
                         100 * study::share_of_pairs_tied(picture)));
}

void tell_notes_left_out(Context& context, const render::Picture& picture, std::size_t wanted) {
    const std::size_t left_out = wanted - picture.notes.size();
    if (left_out > 0)
        note(context, fmt::format("{} of --annotate {} of what is not drawn",
                                  counted(left_out, "text", "texts"), noun(left_out, "speaks", "speak")));
}

void tell_what_is_small(Context& context, const render::Picture& picture, const render::Layout& layout,
                        const render::Theme& theme, const render::Medium* medium) {
    if (layout.name == render::matrix_layout) return;
    const render::Sheet sheet = render::sheet_of(picture, layout, theme);
    if (const std::size_t left_out = render::tie_labels_left_out(picture, sheet); left_out > 0)
        note(context, fmt::format("{} no room for {} relation; the tooltips have it",
                                  counted(left_out, "tie has", "ties have"), noun(left_out, "its", "their")));
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
