#include "render/layout/label_sides.hpp"

#include "render/lines/grid.hpp"
#include "render/lines/obstacles.hpp"

namespace entente {
namespace {

constexpr double clearance = 2;  // wanted between a label and what is not its actor's

}  // namespace

void turn_labels(const Picture& picture, const LayoutProblem& scene, Arrangement& arrangement,
                 const std::vector<std::vector<Point>>& ties) {
    Obstacles obstacles = obstacles_of(scene, arrangement);
    const Box extent = obstacles.extent();
    const double room =
        std::max(0.0, widest_page - extent.width()) / 2;  // to either side, before all text becomes too small
    LineGrid lines(extent);
    for (std::uint32_t t = 0; t < ties.size(); ++t) lines.add(t, line_of(ties[t]));
    std::vector<std::uint8_t> weighs(ties.size(), 0);
    std::vector<std::uint32_t> touched;
    // What lies under the label: its own ties, a hundredfold those of others, and above all shapes and
    // labels.
    const auto covered = [&](std::size_t node, const Box& label) {
        const Box wanted = label.grown(clearance);
        unsigned count = 0;
        for (std::size_t u = 0; u < obstacles.glyph.size(); ++u) {
            if (u != node && (wanted.meets(obstacles.glyph[u]) || wanted.meets(obstacles.label[u])))
                count += 1'000'000;
        }
        const auto count_once = [&](const Box& box, bool own) {
            lines.through(box, [&](std::uint32_t t) {
                if ((picture.ties[t].source == node || picture.ties[t].target == node) != own ||
                    weighs[t] != 0)
                    return;
                weighs[t] = own ? 1 : 100;
                touched.push_back(t);
            });
        };
        count_once(label, true);
        count_once(wanted, false);
        for (const std::uint32_t t : touched) {
            count += weighs[t];
            weighs[t] = 0;
        }
        touched.clear();
        return count;
    };
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        if (obstacles.label[i].empty()) continue;
        unsigned least = covered(i, obstacles.label[i]);
        for (const LabelSide side : {LabelSide::below, LabelSide::above, LabelSide::right, LabelSide::left}) {
            if (least == 0) break;
            const Box label = scene.faces[i].label(side).at(arrangement.middle[i]);
            if (label.left < extent.left - room || label.right > extent.right + room) continue;
            const unsigned under = covered(i, label);
            if (under >= least) continue;
            least = under;
            arrangement.side[i] = side;
            obstacles.label[i] = label;
        }
    }
}

}  // namespace entente
