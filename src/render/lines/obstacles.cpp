#include "render/lines/obstacles.hpp"

namespace entente {

Box Obstacles::extent() const {
    Box all;
    for (std::size_t i = 0; i < glyph.size(); ++i) all = all.with(glyph[i]).with(label[i]);
    return all;
}

std::vector<Box> Obstacles::boxes() const {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < glyph.size(); ++i) boxes.insert(boxes.end(), {glyph[i], label[i]});
    return boxes;
}

Obstacles obstacles_of(const LayoutProblem& scene, const Arrangement& arrangement) {
    Obstacles obstacles;
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        obstacles.glyph.push_back(scene.faces[i].glyph().at(arrangement.middle[i]));
        obstacles.label.push_back(scene.faces[i].label(arrangement.side[i]).at(arrangement.middle[i]));
    }
    return obstacles;
}

}  // namespace entente
