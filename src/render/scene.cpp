#include "render/scene.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace entente {
namespace {

constexpr double column_gap = 26, row_gap = 28;


// The direction in which the points are spread most (their first principal component).
Point longest_axis(const std::vector<Point>& points, Point middle) {
    double xx = 0, xy = 0, yy = 0;
    for (const Point p : points) {
        const Point d = p - middle;
        xx += d.x * d.x;
        xy += d.x * d.y;
        yy += d.y * d.y;
    }
    const double half = (xx - yy) / 2, root = std::sqrt(half * half + xy * xy);
    if (!(root > 1e-9)) return {1, 0};
    Point axis{half + root, xy};
    if (std::abs(axis.x) + std::abs(axis.y) < 1e-9) axis = {0, 1};
    const double l = length(axis);
    return axis.x < 0 ? Point{-axis.x / l, -axis.y / l} : Point{axis.x / l, axis.y / l};
}

Point mean(const std::vector<Point>& points) {
    Point sum;
    for (const Point p : points) sum = sum + p;
    return points.empty() ? sum : sum * (1.0 / static_cast<double>(points.size()));
}

// Nodes whose footprints may meet, found through a grid of cells as large as the largest footprint.
std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs(const std::vector<Box>& boxes) {
    double cell_width = 1, cell_height = 1;
    for (const Box& box : boxes) {
        cell_width = std::max(cell_width, box.width());
        cell_height = std::max(cell_height, box.height());
    }
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>> cells;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const auto x = static_cast<std::int64_t>(std::floor(boxes[i].left / cell_width)), y = static_cast<std::int64_t>(std::floor(boxes[i].top / cell_height));
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto found = cells.find({x + dx, y + dy});
                if (found == cells.end()) continue;
                for (const std::uint32_t j : found->second) {
                    if (boxes[i].meets(boxes[j])) pairs.emplace_back(j, i);
                }
            }
        }
        cells[{x, y}].push_back(i);
    }
    return pairs;
}

// Draws in the few points that stand far out, which would make all others small.
void draw_in(std::vector<double>& values) {
    if (values.size() < 100) return;
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const double low = sorted[sorted.size() / 50], high = sorted[sorted.size() - 1 - sorted.size() / 50], room = (high - low) * 0.06;
    for (double& value : values) {
        if (value < low) value = low - room * (low - value) / std::max(low - sorted.front(), 1e-9);
        if (value > high) value = high + room * (value - high) / std::max(sorted.back() - high, 1e-9);
    }
}

void draw_in(std::vector<Point>& points) {
    std::vector<double> x, y;
    for (const Point p : points) {
        x.push_back(p.x);
        y.push_back(p.y);
    }
    draw_in(x);
    draw_in(y);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {x[i], y[i]};
}

// Members of a group a step nearer to each other, in pictures too large for the engines to be told of groups.
void gather(const std::vector<std::uint32_t>& group, std::vector<Point>& points) {
    std::map<std::uint32_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (group[i] > 0) members[group[i]].push_back(i);
    }
    for (const auto& [number, places] : members) {
        Point sum;
        for (const std::size_t i : places) sum = sum + points[i];
        const Point middle = sum * (1.0 / static_cast<double>(places.size()));
        for (const std::size_t i : places) points[i] = points[i] * 0.62 + middle * 0.38;
    }
}

// The share of the page's width that the left half needs, by the room of its nodes; neither half becomes a mere strip.
double divide_of(const Scene& scene) {
    double left = 0, right = 0;
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        const Box box = footprint(scene.faces[i], LabelSide::below);
        (scene.half[i] < 0 ? left : right) += scene.half[i] == 0 ? 0 : (box.width() + 24) * (box.height() + 24);
    }
    return left + right > 0 ? std::clamp(left / (left + right), 0.25, 0.75) : 0.5;
}

// Of each half, from how far left to how far right its points lie.
struct Reach {
    double left = 1e300, right = -1e300;
};

// Each half of the points is stretched to its own part of the page.
void spread_halves(const Scene& scene, std::vector<Point>& points, Point page) {
    Reach reach[2];
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (scene.half[i] == 0) continue;
        Reach& own = reach[scene.half[i] > 0];
        own = {std::min(own.left, points[i].x), std::max(own.right, points[i].x)};
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (scene.half[i] == 0) continue;
        const Reach own = reach[scene.half[i] > 0];
        const Box places = places_of(scene, i, footprint(scene.faces[i], LabelSide::below), page);
        const double share = own.right - own.left > 1e-9 ? (points[i].x - own.left) / (own.right - own.left) : 0.5;
        points[i].x = places.left + share * (places.right - places.left);
    }
}

Point size_of_rows(const std::vector<Box>& boxes, double width, std::vector<Point>& corners) {
    Point size;
    double x = 0, y = 0, height = 0;
    corners.clear();
    for (const Box& box : boxes) {
        if (x > 0 && x + box.width() > width) {
            x = 0;
            y += height + row_gap;
            height = 0;
        }
        corners.push_back({x, y});
        x += box.width() + column_gap;
        height = std::max(height, box.height());
        size = {std::max(size.x, x - column_gap), y + height};
    }
    return size;
}

}  // namespace

Scene scene_of(const Picture& picture) {
    Scene scene;
    scene.faces = faces_of(picture);
    scene.links_of.resize(picture.nodes.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> places;
    std::vector<int> signs;
    for (const PictureTie& tie : picture.ties) {
        scene.signed_ties = scene.signed_ties || tie.sign == Sign::negative;
        const auto [found, is_new] = places.try_emplace(std::minmax(tie.source, tie.target), static_cast<std::uint32_t>(scene.links.size()));
        if (is_new) {
            scene.links_of[tie.source].push_back(found->second);
            scene.links_of[tie.target].push_back(found->second);
            scene.links.push_back({tie.source, tie.target, 0, 1});
            signs.push_back(0);
        }
        scene.links[found->second].ties += 1;
        signs[found->second] += static_cast<int>(tie.sign);
    }
    for (std::size_t i = 0; i < scene.links.size(); ++i) scene.links[i].ideal = signs[i] < 0 && scene.signed_ties ? 1.7 : 1;
    for (const PictureNode& node : picture.nodes) {
        scene.group.push_back(node.group);
        scene.half.push_back(node.faction == 1 ? -1 : node.faction == 2 ? 1 : 0);
    }
    scene.divide = divide_of(scene);
    if (picture.ego) scene.centre = *picture.ego;
    scene.room = picture.tie_labels ? 1.7 : picture.nodes.size() <= 40 ? 1.35 : 1.15;
    return scene;
}

std::vector<std::vector<std::uint32_t>> parts_of(const Scene& scene) {
    const std::size_t n = scene.faces.size();
    const bool halves = std::any_of(scene.half.begin(), scene.half.end(), [](std::int8_t half) { return half != 0; });
    std::vector<std::uint32_t> part(n, 0xFFFFFFFF);
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (part[start] != 0xFFFFFFFF) continue;
        std::vector<std::uint32_t> members{start};
        part[start] = static_cast<std::uint32_t>(parts.size());
        for (std::size_t next = 0; next < members.size(); ++next) {
            for (const std::uint32_t link : scene.links_of[members[next]]) {
                for (const std::uint32_t other : {scene.links[link].a, scene.links[link].b}) {
                    if (part[other] != 0xFFFFFFFF) continue;
                    part[other] = part[start];
                    members.push_back(other);
                }
            }
        }
        std::sort(members.begin(), members.end());
        parts.push_back(std::move(members));
    }
    if (halves) {
        std::vector<std::uint32_t> together;
        std::vector<std::vector<std::uint32_t>> alone;
        for (std::vector<std::uint32_t>& members : parts) {
            if (members.size() > 1) together.insert(together.end(), members.begin(), members.end());
            else alone.push_back(std::move(members));
        }
        std::sort(together.begin(), together.end());
        parts = std::move(alone);
        if (!together.empty()) parts.push_back(std::move(together));
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return parts;
}

Scene part_of(const Scene& scene, const std::vector<std::uint32_t>& members) {
    Scene part;
    part.signed_ties = scene.signed_ties;
    part.room = scene.room;
    part.links_of.resize(members.size());
    std::vector<std::uint32_t> place(scene.faces.size(), 0xFFFFFFFF);
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        place[members[i]] = i;
        part.faces.push_back(scene.faces[members[i]]);
        part.group.push_back(scene.group[members[i]]);
        part.half.push_back(scene.half[members[i]]);
        if (scene.centre == members[i]) part.centre = i;
    }
    part.divide = divide_of(part);
    for (const Link& link : scene.links) {
        if (place[link.a] == 0xFFFFFFFF || place[link.b] == 0xFFFFFFFF) continue;
        part.links_of[place[link.a]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links_of[place[link.b]].push_back(static_cast<std::uint32_t>(part.links.size()));
        part.links.push_back({place[link.a], place[link.b], link.ties, link.ideal});
    }
    return part;
}

Box places_of(const Scene& scene, std::size_t node, const Box& footprint, Point page) {
    Box places{-footprint.left, -footprint.top, std::max(-footprint.left, page.x - footprint.right), std::max(-footprint.top, page.y - footprint.bottom)};
    if (scene.half[node] == 0) return places;
    // A label too wide for its half reaches over the page's border, never over the line.
    const double line = page.x * scene.divide, away = std::max(14.0, 0.03 * page.x);
    if (scene.half[node] < 0) {
        places.right = line - away - footprint.right;
        places.left = std::min(places.left, places.right);
    } else {
        places.left = line + away - footprint.left;
        places.right = std::max(places.left, places.right);
    }
    return places;
}

Box footprint(const Face& face, LabelSide side) { return face.glyph().with(face.label(side)); }

Point page_for(const Scene& scene) {
    double area = 0, widest = 0, tallest = 0;
    for (const Face& face : scene.faces) {
        const Box box = footprint(face, LabelSide::below);
        area += (box.width() + 24) * (box.height() + 24);
        widest = std::max(widest, box.width());
        tallest = std::max(tallest, box.height());
    }
    const double n = std::max<double>(1, static_cast<double>(scene.faces.size()));
    const double degree = 2 * static_cast<double>(scene.links.size()) / n;
    area *= (1.35 + 0.3 * std::min(degree, 7.0)) * (n <= 12 ? 1.6 : 1) * scene.room;
    if (scene.faces.size() > 300) return {widest_page, scene.faces.size() > 3000 ? widest_page : 0.8 * widest_page};
    const double width = std::clamp(std::sqrt(area * 4 / 3), widest + 10, widest_page);
    return {width, std::max(std::min(area / width, 1.4 * width), tallest + 10)};
}

Arrangement fitted(const Scene& scene, std::vector<Point> points, Point page, bool turn) {
    Arrangement arrangement;
    arrangement.side.assign(points.size(), LabelSide::below);
    if (scene.faces.size() > 300) gather(scene.group, points);
    const Point middle = mean(points);
    const Point axis = turn ? longest_axis(points, middle) : Point{1, 0};
    Box all;
    double widest = 0, tallest = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point d = points[i] - middle;
        points[i] = {dot(d, axis), cross(axis, d)};
    }
    if (scene.faces.size() > 300) draw_in(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        all = all.with({points[i].x, points[i].y, points[i].x, points[i].y});
        const Box box = footprint(scene.faces[i], LabelSide::below);
        widest = std::max(widest, box.width());
        tallest = std::max(tallest, box.height());
    }
    const double room_x = std::max(page.x - widest, 1.0), room_y = std::max(page.y - tallest, 1.0);
    double fx = all.width() > 1e-6 ? room_x / all.width() : 1, fy = all.height() > 1e-6 ? room_y / all.height() : 1;
    fx = std::min(fx, 2.2 * fy);
    fy = std::min(fy, 1.6 * fx);
    const Point centre = all.middle();
    for (Point& p : points) p = {(p.x - centre.x) * fx + page.x / 2, (p.y - centre.y) * fy + page.y / 2};
    spread_halves(scene, points, page);
    arrangement.middle = std::move(points);
    separate(scene, arrangement, scene.faces.size() <= 60 ? 12 : scene.faces.size() <= 300 ? 5 : 1, page, scene.faces.size() <= 300 ? 60 : 160, 0);
    return arrangement;
}

void separate(const Scene& scene, Arrangement& arrangement, double gap, Point page, int on_page, int free) {
    const std::size_t n = scene.faces.size();
    const double beyond = std::max(0.0, widest_page - page.x) / 2;
    const bool dots = n > 300;
    std::vector<Box> boxes(n);
    for (int round = 0; round < on_page + free; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            const Face& face = scene.faces[i];
            const Box room = footprint(face, arrangement.side[i]);
            Point& p = arrangement.middle[i];
            const Box places = places_of(scene, i, room, page);
            if (round < on_page) p = {std::clamp(p.x, places.left, places.right), std::clamp(p.y, places.top, places.bottom)};
            else if (!dots) p.x = std::clamp(p.x, -room.left - beyond, std::max(-room.left - beyond, page.x - room.right + beyond));
            if (scene.half[i] < 0) p.x = std::min(p.x, places.right);
            if (scene.half[i] > 0) p.x = std::max(p.x, places.left);
            boxes[i] = (dots ? face.glyph() : footprint(face, arrangement.side[i])).grown(gap / 2).at(arrangement.middle[i]);
        }
        const auto pairs = near_pairs(boxes);
        if (pairs.empty()) return;
        for (const auto& [i, j] : pairs) {
            const double px = std::min(boxes[i].right, boxes[j].right) - std::max(boxes[i].left, boxes[j].left);
            const double py = std::min(boxes[i].bottom, boxes[j].bottom) - std::max(boxes[i].top, boxes[j].top);
            const Point between = boxes[j].middle() - boxes[i].middle();
            // Ties of position are broken by the nodes' order.
            if (px < py) {
                const double push = (px / 2 + 0.3) * (between.x < 0 ? -1 : 1);
                arrangement.middle[i].x -= push;
                arrangement.middle[j].x += push;
            } else {
                const double push = (py / 2 + 0.3) * (between.y < 0 ? -1 : 1);
                arrangement.middle[i].y -= push;
                arrangement.middle[j].y += push;
            }
        }
    }
}

void settle(const Scene& scene, Arrangement& arrangement, double gap, Point page) {
    constexpr double step = 6;
    const std::size_t n = scene.faces.size();
    std::vector<Box> boxes(n);
    for (std::size_t i = 0; i < n; ++i) boxes[i] = footprint(scene.faces[i], arrangement.side[i]).at(arrangement.middle[i]);
    const auto is_free = [&](std::size_t node, const Box& box) {
        for (std::size_t u = 0; u < n; ++u) {
            if (u != node && boxes[u].meets(box.grown(gap))) return false;
        }
        return true;
    };
    // The nearest place with the label on its side or on another one, on growing squares around where it is.
    const auto move = [&](std::size_t node) {
        for (int ring = 0; ring < 400; ++ring) {
            for (int x = -ring; x <= ring; ++x) {
                for (int y = -ring; y <= ring; y += std::abs(x) == ring ? 1 : 2 * ring) {
                    for (int turn = 0; turn < 4; ++turn) {
                        const auto side = static_cast<LabelSide>((static_cast<int>(arrangement.side[node]) + turn) % 4);
                        const Point p = arrangement.middle[node] + Point{step * x, step * y};
                        const Box box = footprint(scene.faces[node], side).at(p);
                        const Box places = places_of(scene, node, footprint(scene.faces[node], side), page);
                        if ((ring > 0 && (p.x < places.left || p.x > places.right)) || !is_free(node, box)) continue;
                        arrangement.middle[node] = p;
                        arrangement.side[node] = side;
                        boxes[node] = box;
                        return;
                    }
                }
            }
        }
    };
    std::vector<Box> wide(boxes);
    for (Box& box : wide) box = box.grown(gap / 2);
    for (const auto& [i, j] : near_pairs(wide)) {
        if (boxes[i].meets(boxes[j].grown(gap))) move(scene.links_of[i].size() < scene.links_of[j].size() ? i : j);
    }
}

Point to_origin(const Scene& scene, Arrangement& arrangement) {
    Box all;
    for (std::size_t i = 0; i < arrangement.middle.size(); ++i) all = all.with(footprint(scene.faces[i], arrangement.side[i]).at(arrangement.middle[i]));
    if (all.empty()) return {0, 0};
    for (Point& p : arrangement.middle) p = {p.x - all.left, p.y - all.top};
    return {all.width(), all.height()};
}

Arrangement packed(const Scene& scene, const std::vector<std::vector<std::uint32_t>>& parts, std::vector<Arrangement>& arrangements) {
    std::vector<Box> boxes;
    double area = 0, widest = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const Point size = to_origin(part_of(scene, parts[k]), arrangements[k]);
        boxes.push_back({0, 0, size.x, size.y});
        area += (size.x + column_gap) * (size.y + row_gap);
        widest = std::max(widest, size.x);
    }
    // Of several page widths the one whose page is nearest to 4:3 without being much larger.
    std::vector<Point> corners, best;
    double least = 1e300;
    for (int step = 0; step < 12; ++step) {
        const double width = std::max(widest, std::min(std::sqrt(area * 4 / 3) * (0.8 + 0.08 * step), widest_page));
        const Point size = size_of_rows(boxes, width, corners);
        const double cost = std::log(std::max(size.x * size.y, 1.0)) + 0.5 * std::abs(std::log(std::max(size.x, 1.0) / std::max(size.y, 1.0) * 3 / 4));
        if (cost < least - 1e-9) {
            least = cost;
            best = corners;
        }
    }
    Arrangement whole;
    whole.middle.resize(scene.faces.size());
    whole.side.resize(scene.faces.size(), LabelSide::below);
    for (std::size_t k = 0; k < parts.size(); ++k) {
        for (std::size_t i = 0; i < parts[k].size(); ++i) {
            whole.middle[parts[k][i]] = arrangements[k].middle[i] + best[k];
            whole.side[parts[k][i]] = arrangements[k].side[i];
        }
    }
    return whole;
}

}  // namespace entente
