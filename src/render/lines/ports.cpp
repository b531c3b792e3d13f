#include "render/lines/ports.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

#include "render/lines/arrowheads.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

constexpr double farthest = 0.6;                       // of the radius
constexpr double head_width = 0.9, to_its_back = 0.9;  // of a head's size

// A closed outline by the way along it.
class Outline {
public:
    explicit Outline(std::vector<Point> corners) : corners_(std::move(corners)) {
        for (std::size_t i = 0; i < corners_.size(); ++i)
            from_.push_back(from_.back() + length(corner(i + 1) - corner(i)));
    }

    double around() const { return from_.back(); }
    double radius() const { return around() / (2 * std::numbers::pi); }

    // How far along it the point is that is nearest to p.
    double way_to(Point p) const {
        double least = 1e300, way = 0;
        for (std::size_t i = 0; i < corners_.size(); ++i) {
            const Point side = corner(i + 1) - corner(i);
            const double share =
                std::clamp(dot(p - corner(i), side) / std::max(dot(side, side), 1e-12), 0.0, 1.0);
            const double off = length(corner(i) + side * share - p);
            if (off >= least) continue;
            least = off;
            way = from_[i] + share * length(side);
        }
        return way;
    }

    Point at(double way) const {
        while (way < 0) way += around();
        while (way >= around()) way -= around();
        const auto after = std::upper_bound(from_.begin(), from_.end(), way);
        const auto i = static_cast<std::size_t>(after - from_.begin()) - 1;
        if (i >= corners_.size()) return corners_.front();
        const double side = std::max(from_[i + 1] - from_[i], 1e-12);
        return corner(i) + (corner(i + 1) - corner(i)) * ((way - from_[i]) / side);
    }

private:
    Point corner(std::size_t i) const { return corners_[i % corners_.size()]; }

    std::vector<Point> corners_;
    std::vector<double> from_{0};
};

// The end of a tie with a head at the shape in question.
struct Port {
    std::uint32_t tie = 0;
    bool at_target = true;
    double size = 0;
    double way = 0;     // along the outline
    double wanted = 0;  // where it should be instead
    Point back{};       // middle of the head's rear
    std::array<Point, 3> head{};
};

Port port_of(const std::vector<Point>& chain, const PictureTie& tie, Port port) {
    std::vector<Point> turned = chain;
    if (!port.at_target) std::reverse(turned.begin(), turned.end());
    port.back = cut_back(turned, to_its_back * port.size).back();
    port.head = take_arrowhead(turned, tie.sign, port.size).triangle();
    return port;
}

std::size_t meetings(const std::vector<Port>& ports) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < ports.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) count += triangles_meet(ports[i].head, ports[j].head) ? 1 : 0;
    }
    return count;
}

// What the way between two neighbors has to be for their heads to be apart.
double least_way(const Port& a, const Port& b, double way) {
    const double width = head_width * (a.size + b.size) / 2;
    return std::max(0.0, way + width - length(b.back - a.back));
}

// The values nearest to the given ones that never fall.
std::vector<double> never_falling(const std::vector<double>& values) {
    struct Pool {
        double sum = 0;
        std::size_t count = 0;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (const double value : values) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            pools[pools.size() - 2].sum += pools.back().sum;
            pools[pools.size() - 2].count += pools.back().count;
            pools.pop_back();
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools) result.insert(result.end(), pool.count, pool.mean());
    return result;
}

// Sets `wanted` of ports in the order of their ways; the circle is cut where there is most room.
void spread(std::vector<Port>& ports, const Outline& outline) {
    std::sort(ports.begin(), ports.end(),
              [](const Port& a, const Port& b) { return a.way != b.way ? a.way < b.way : a.tie < b.tie; });
    const std::size_t n = ports.size();
    const auto way_after = [&](std::size_t i) {
        return i + 1 < n ? ports[i + 1].way - ports[i].way : ports[0].way + outline.around() - ports[i].way;
    };
    std::size_t cut = 0;
    double most_room = -1e300;
    for (std::size_t i = 0; i < n; ++i) {
        const double room = way_after(i) - least_way(ports[i], ports[(i + 1) % n], way_after(i));
        if (room <= most_room) continue;
        most_room = room;
        cut = (i + 1) % n;
    }
    for (std::size_t i = 0; i < cut; ++i) ports[i].way += outline.around();
    std::rotate(ports.begin(), ports.begin() + static_cast<std::ptrdiff_t>(cut), ports.end());
    std::vector<double> needed{0}, ways{ports[0].way};
    for (std::size_t i = 1; i < n; ++i) {
        needed.push_back(needed.back() + least_way(ports[i - 1], ports[i], ports[i].way - ports[i - 1].way));
        ways.push_back(ports[i].way - needed.back());
    }
    const std::vector<double> fitted = never_falling(ways);
    const double most = farthest * outline.radius();
    for (std::size_t i = 0; i < n; ++i)
        ports[i].wanted = std::clamp(fitted[i] + needed[i], ports[i].way - most, ports[i].way + most);
}

// A straight line stays straight; of a curve the last part follows.
std::vector<Point> moved_end(std::vector<Point> chain, bool at_target, Point by) {
    if (!at_target) std::reverse(chain.begin(), chain.end());
    const Point a = chain.front(), b = chain.back();
    const bool straight =
        chain.size() == 4 &&
        std::abs(cross(b - a, chain[1] - a)) + std::abs(cross(b - a, chain[2] - a)) <= 0.01 * length(b - a);
    chain.back() = b + by;
    if (straight) {
        const Point d = chain.back() - a;
        chain[1] = a + d * (1.0 / 3);
        chain[2] = a + d * (2.0 / 3);
    } else {
        chain[chain.size() - 2] = chain[chain.size() - 2] + by;
    }
    if (!at_target) std::reverse(chain.begin(), chain.end());
    return chain;
}

class Spreading {
public:
    Spreading(const Picture& picture, const LayoutProblem& problem, const Arrangement& arrangement,
              std::vector<std::vector<Point>> ties)
        : picture_(picture),
          problem_(problem),
          arrangement_(arrangement),
          obstacles_(obstacles_of(problem, arrangement)),
          sizes_(head_sizes(picture)),
          ties_(std::move(ties)),
          ports_(picture.nodes.size()) {
        for (std::uint32_t t = 0; t < ties_.size(); ++t) {
            if (ties_[t].size() < 4) continue;
            if (picture.ties[t].to_target) ports_[picture.ties[t].target].push_back({t, true, sizes_[t]});
            if (picture.ties[t].to_source) ports_[picture.ties[t].source].push_back({t, false, sizes_[t]});
        }
    }

    std::vector<std::vector<Point>> run() {
        for (std::size_t node = 0; node < ports_.size(); ++node) spread_around(node);
        return std::move(ties_);
    }

private:
    void spread_around(std::size_t node) {
        std::vector<Port>& ports = ports_[node];
        if (ports.size() < 2) return;
        for (Port& port : ports) port = port_of(ties_[port.tie], picture_.ties[port.tie], port);
        const std::size_t before = meetings(ports);
        if (before == 0) return;
        const Outline outline(problem_.shapes[node].outline());
        for (Port& port : ports) {
            const std::vector<Point>& chain = ties_[port.tie];
            port.way =
                outline.way_to((port.at_target ? chain.back() : chain.front()) - arrangement_.middle[node]);
        }
        spread(ports, outline);
        std::vector<std::vector<Point>> kept;
        for (Port& port : ports) {
            std::vector<Point>& chain = ties_[port.tie];
            kept.push_back(chain);
            std::vector<Point> moved =
                moved_end(chain, port.at_target, outline.at(port.wanted) - outline.at(port.way));
            if (hits(moved, port.tie) <= hits(chain, port.tie)) chain = std::move(moved);
            port = port_of(chain, picture_.ties[port.tie], port);
        }
        if (meetings(ports) < before) return;
        for (std::size_t i = 0; i < ports.size(); ++i) ties_[ports[i].tie] = kept[i];
    }

    // Shapes and labels of others in a line's way.
    std::size_t hits(const std::vector<Point>& chain, std::uint32_t tie) const {
        const Polyline line = polyline_of(chain);
        std::size_t count = 0;
        for (std::size_t i = 0; i < obstacles_.glyph.size(); ++i) {
            if (i == picture_.ties[tie].source || i == picture_.ties[tie].target) continue;
            count += polyline_hits(line, obstacles_.glyph[i].grown(2)) ? 1 : 0;
            count += polyline_hits(line, obstacles_.label[i].grown(1)) ? 1 : 0;
        }
        return count;
    }

    const Picture& picture_;
    const LayoutProblem& problem_;
    const Arrangement& arrangement_;
    Obstacles obstacles_;
    std::vector<double> sizes_;
    std::vector<std::vector<Point>> ties_;
    std::vector<std::vector<Port>> ports_;
};

}  // namespace

std::vector<std::vector<Point>> with_spread_ports(const Picture& picture, const LayoutProblem& problem,
                                                  const Arrangement& arrangement,
                                                  std::vector<std::vector<Point>> ties) {
    if (!in_detail(picture.nodes.size())) return ties;
    return Spreading(picture, problem, arrangement, std::move(ties)).run();
}

}  // namespace entente::render
