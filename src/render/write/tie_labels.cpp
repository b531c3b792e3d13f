#include "render/write/tie_labels.hpp"

#include "render/picture/text_width.hpp"

namespace entente {
namespace {

bool line_meets(const std::vector<Point>& line, const Box& box) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (segment_hits(line[i], line[i + 1], box)) return true;
    }
    return false;
}

}  // namespace

std::vector<TieLabel> tie_labels(const Picture& picture, const Layout& layout,
                                 const std::vector<NodeShape>& faces) {
    std::vector<TieLabel> labels(picture.ties.size());
    std::vector<Box> taken;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        taken.push_back(faces[i].glyph().at(layout.nodes[i]));
        taken.push_back(faces[i].label(layout.sides[i]).at(layout.nodes[i]));
    }
    std::vector<std::vector<Point>> lines;
    for (const std::vector<Point>& chain : layout.ties) lines.push_back(sampled(chain, 6));
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const std::vector<std::string> text = wrapped(picture.ties[t].relations, 150, 1, tie_label_size);
        if (text.empty() || lines[t].size() < 2) continue;
        const double half = text_width(text[0], tie_label_size) / 2 + 3,
                     height = line_height(text[0], tie_label_size) / 2 + 1;
        for (const double where : {0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8}) {
            const Point p =
                lines[t][static_cast<std::size_t>(where * static_cast<double>(lines[t].size() - 1))];
            const Box box{p.x - half, p.y - height, p.x + half, p.y + height};
            if (box.left < 0 || box.right > layout.width || box.top < 0 || box.bottom > layout.height)
                continue;
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const Box& other) { return other.grown(2).meets(box); }))
                continue;
            bool crossed = false;
            for (std::size_t o = 0; o < lines.size() && !crossed; ++o)
                crossed = o != t && line_meets(lines[o], box);
            if (crossed) continue;
            labels[t] = {text[0], box};
            taken.push_back(box);
            break;
        }
    }
    return labels;
}

}  // namespace entente
