#include "render/picture/emphasis.hpp"

#include <algorithm>

#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr std::uint32_t absent = 0xFFFFFFFF;

bool is_named(const std::vector<TieNamed>& names, const PictureTie& tie,
              const std::vector<std::uint32_t>& nodes) {
    return std::any_of(names.begin(), names.end(), [&](const TieNamed& named) {
        const std::uint32_t a = nodes[index(named.a)], b = nodes[index(named.b)];
        const bool there = tie.source == a && tie.target == b, back = tie.source == b && tie.target == a;
        if (!named.one_way) return there || back;
        return (there && tie.to_target) || (back && tie.to_source);
    });
}

}  // namespace

void add_emphasis(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    if (options.ego) {
        const std::uint32_t node = nodes[index(*options.ego)];
        if (node != absent) picture.ego = node;
    }
    picture.has_highlight = !options.highlight.empty() || !options.highlight_ties.empty();
    picture.has_path = options.path.size() > 1;
    std::vector<std::uint8_t> chosen(picture.nodes.size(), 0);
    for (const ActorId actor : options.highlight) {
        if (nodes[index(actor)] != absent) chosen[nodes[index(actor)]] = 1;
    }
    if (picture.ego) chosen[*picture.ego] = 1;
    std::vector<std::uint8_t> near = chosen;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> steps;
    for (std::size_t i = 0; i < options.path.size(); ++i) {
        const std::uint32_t node = nodes[index(options.path[i])];
        if (node == absent) continue;
        chosen[node] = near[node] = 1;
        if (i > 0 && nodes[index(options.path[i - 1])] != absent)
            steps.push_back(std::minmax(nodes[index(options.path[i - 1])], node));
    }
    std::sort(steps.begin(), steps.end());
    const bool fade = picture.has_highlight || picture.has_path;
    for (PictureTie& tie : picture.ties) {
        const bool on_path =
            std::binary_search(steps.begin(), steps.end(),
                               std::pair<std::uint32_t, std::uint32_t>(std::minmax(tie.source, tie.target)));
        const bool touched = picture.has_highlight && (chosen[tie.source] != 0 || chosen[tie.target] != 0);
        if (touched) near[tie.source] = near[tie.target] = 1;
        const bool named = is_named(options.highlight_ties, tie, nodes);
        if (named) near[tie.source] = near[tie.target] = 1;
        tie.emphasis = on_path || named   ? Emphasis::raised
                       : fade && !touched ? Emphasis::faded
                                          : Emphasis::normal;
    }
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        picture.nodes[i].emphasis = chosen[i] != 0         ? Emphasis::raised
                                    : fade && near[i] == 0 ? Emphasis::faded
                                                           : Emphasis::normal;
    }
}

void add_notes(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    for (const NoteWanted& wanted : options.notes) {
        const std::uint32_t node = nodes[index(wanted.actor)];
        if (node == absent) continue;
        PictureNote note{printable(wanted.text), node, std::nullopt};
        if (wanted.other) {
            const std::uint32_t other = nodes[index(*wanted.other)];
            const auto at =
                std::find_if(picture.ties.begin(), picture.ties.end(), [&](const PictureTie& tie) {
                    return (tie.source == node && tie.target == other) ||
                           (tie.source == other && tie.target == node);
                });
            if (at == picture.ties.end()) continue;
            note.tie = static_cast<std::uint32_t>(at - picture.ties.begin());
        }
        picture.notes.push_back(std::move(note));
    }
}

}  // namespace entente::render
