#include "render/layout/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/named.hpp"
#include "render/layout/anneal.hpp"
#include "render/layout/graphviz.hpp"
#include "render/layout/label_sides.hpp"
#include "render/layout/overlap_removal.hpp"
#include "render/layout/packing.hpp"
#include "render/layout/page_fit.hpp"
#include "render/layout/process_pool.hpp"
#include "render/layout/score.hpp"
#include "render/layout/stress.hpp"
#include "render/lines/routing.hpp"

namespace entente {
namespace {

constexpr std::array<LayoutEngine, 7> engines{{
    {"auto",
     "the best of a fixed list of candidates by the score of overlaps, ties through strangers, crossings and "
     "form",
     10000},
    {"stress",
     "distances on the page follow distances in the network, then crossings are annealed away; for most "
     "networks",
     300},
    {"dot", "ranks from top to bottom along the direction of ties; for hierarchies and flows", 150},
    {"neato", "Graphviz' stress majorisation without overlaps; for small undirected networks", 500},
    {"sfdp", "Graphviz' multilevel springs; for large networks", 20000},
    {"circo", "blocks of the network on circles; for rings and few cycles", 60},
    {"twopi", "circles around the most central actor; for stars and trees", 1000},
}};

constexpr std::size_t most_for_dot = 1000, most_for_circo = 300;  // ties, when asked for by name
constexpr std::size_t most_for_stress = 3000, most_for_own_dot = 150;
constexpr std::size_t most_ties_for_dot =
    250;  // of the contest: beyond, its curves take many seconds and cross more than others

// One way to lay a picture out.
struct Recipe {
    std::string name;
    std::string engine;
    bool across = false;  // dot from left to right
    bool annealed = false;
    std::uint64_t stream = 0;
    const Positions* start = nullptr;  // instead of an engine
};

std::uint64_t proposals(std::size_t nodes, std::size_t ties) {
    const std::uint64_t n = nodes;
    // A proposal costs the more comparisons the more ties an actor has: dense networks get fewer.
    const std::uint64_t sparse = n <= 30 ? n * 4 : n <= 60 ? n * 3 : n * 2;
    const std::uint64_t most = n <= 30    ? n * 150 + std::min<std::uint64_t>(ties, sparse) * 160
                               : n <= 60  ? n * 1400
                               : n <= 120 ? n * 800
                                          : n * 360;
    return ties <= sparse ? most : most * sparse / ties;
}

// `members`: the places of the scene's nodes in the picture.
std::vector<Point> raw_positions(const LayoutProblem& scene, const std::vector<std::uint32_t>& members,
                                 const Recipe& recipe, std::uint64_t seed) {
    if (recipe.start != nullptr) {
        std::vector<Point> points;
        for (const std::uint32_t i : members)
            points.push_back({recipe.start->x.at(i), recipe.start->y.at(i)});
        return points;
    }
    if (recipe.engine == "stress") return stress_layout(scene, seed, recipe.stream);
    return graphviz_positions(scene, recipe.engine, recipe.across, seed + recipe.stream);
}

Arrangement arrangement_of(const LayoutProblem& scene, const std::vector<std::uint32_t>& members,
                           const Recipe& recipe, std::uint64_t seed, const Control& control) {
    const std::size_t n = scene.faces.size();
    const Point page = page_for(scene);
    if (n == 1) return {{{0, 0}}, {LabelSide::below}};
    const bool free_to_turn =
        recipe.engine != "dot" &&
        std::all_of(scene.half.begin(), scene.half.end(), [](std::int8_t half) { return half == 0; });
    Arrangement arrangement = fitted(scene, raw_positions(scene, members, recipe, seed), page, free_to_turn);
    if (recipe.annealed)
        anneal(scene, arrangement, page, proposals(n, scene.links.size()), seed, recipe.stream, control);
    if (n <= 300) {
        separate(scene, arrangement, 4, page, 300, 600);
        settle(scene, arrangement, 2.5, page);
    }
    return arrangement;
}

// In large pictures the labels of the leading actors take the side on which they cover least, one after the
// other; a label that would lie on another one is left out.
void place_labels(const Picture& picture, const LayoutProblem& scene, Arrangement& arrangement) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scene.faces.size(); ++i) {
        if (!scene.faces[i].lines.empty()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (picture.nodes[a].size != picture.nodes[b].size && picture.nodes[a].size == picture.nodes[a].size)
            return !(picture.nodes[b].size >= picture.nodes[a].size);
        return scene.links_of[a].size() > scene.links_of[b].size();
    });
    std::vector<Box> placed;
    for (const std::size_t i : order) {
        std::size_t least = 1000000;
        LabelSide best = LabelSide::hidden;
        for (const LabelSide side : {LabelSide::right, LabelSide::left, LabelSide::above, LabelSide::below}) {
            const Box label = scene.faces[i].label(side).at(arrangement.middle[i]);
            if (std::any_of(placed.begin(), placed.end(),
                            [&](const Box& other) { return other.grown(1).meets(label); }))
                continue;
            std::size_t covered = 0;
            for (std::size_t u = 0; u < scene.faces.size(); ++u) {
                if (u == i || !label.meets(scene.faces[u].glyph().at(arrangement.middle[u]))) continue;
                covered += scene.faces[u].lines.empty() ? 1 : 100;
            }
            if (covered >= least) continue;
            least = covered;
            best = side;
        }
        arrangement.side[i] = best;
        if (best != LabelSide::hidden) placed.push_back(scene.faces[i].label(best).at(arrangement.middle[i]));
    }
}

// `ties`: the curves if there are any already, in the coordinates of the arrangement.
Layout finished(const Picture& picture, const LayoutProblem& scene, Arrangement arrangement,
                std::vector<std::vector<Point>> ties, const std::string& name) {
    if (scene.faces.size() > 300) place_labels(picture, scene, arrangement);
    Layout layout;
    layout.name = name;
    layout.labels_inside = std::any_of(scene.faces.begin(), scene.faces.end(),
                                       [](const NodeShape& face) { return face.inside; });
    if (ties.empty()) {
        to_origin(scene, arrangement);
        ties = routed(picture, scene, arrangement);
    } else {
        trim_to_borders(picture, scene, ties);
    }
    if (scene.faces.size() <= 300) turn_labels(picture, scene, arrangement, ties);
    layout.ties = std::move(ties);
    // Curves may reach beyond the nodes.
    Box all;
    for (std::size_t i = 0; i < scene.faces.size(); ++i)
        all = all.with(footprint(scene.faces[i], arrangement.side[i]).at(arrangement.middle[i]));
    if (all.empty()) all = {0, 0, 0, 0};
    for (const std::vector<Point>& chain : layout.ties) {
        for (const Point p : sampled(chain, 10)) all = all.with({p.x - 3, p.y - 3, p.x + 3, p.y + 3});
    }
    for (Point& p : arrangement.middle) p = {p.x - all.left, p.y - all.top};
    for (std::vector<Point>& chain : layout.ties) {
        for (Point& p : chain) p = {p.x - all.left, p.y - all.top};
    }
    layout.width = all.width();
    layout.height = all.height();
    layout.score = score_of(picture, scene, arrangement, layout.ties, {layout.width, layout.height});
    layout.nodes = std::move(arrangement.middle);
    layout.sides = std::move(arrangement.side);
    return layout;
}

// dot's own drawing, or nothing when it is too wide for its text to be read or a tie got no curve.
std::optional<Layout> own_drawing_of_dot(const Picture& picture, const LayoutProblem& scene,
                                         const Recipe& recipe) {
    if (picture.ties.empty() || scene.faces.size() > most_for_own_dot) return std::nullopt;
    DotDrawing drawing = drawn_by_dot(picture, scene, recipe.across);
    if (std::any_of(drawing.ties.begin(), drawing.ties.end(),
                    [](const std::vector<Point>& chain) { return chain.empty(); }))
        return std::nullopt;
    Arrangement arrangement{std::move(drawing.nodes),
                            std::vector<LabelSide>(scene.faces.size(), LabelSide::below)};
    Layout layout = finished(picture, scene, std::move(arrangement), std::move(drawing.ties), recipe.name);
    if (layout.width > widest_page) return std::nullopt;
    return layout;
}

Layout lay_out_by(const Picture& picture, const LayoutProblem& scene, const Recipe& recipe,
                  std::uint64_t seed, const Control& control) {
    if (recipe.engine == "dot" && !recipe.annealed) {
        if (std::optional<Layout> own = own_drawing_of_dot(picture, scene, recipe)) return *own;
    }
    const auto parts = parts_of(scene);
    std::vector<Arrangement> arrangements;
    for (const std::vector<std::uint32_t>& members : parts)
        arrangements.push_back(arrangement_of(part_of(scene, members), members, recipe, seed, control));
    return finished(picture, scene, packed(scene, parts, arrangements), {}, recipe.name);
}

Numbers encoded(const Layout& layout) {
    const LayoutScore& s = layout.score;
    Numbers numbers{static_cast<double>(s.overlaps),
                    static_cast<double>(s.hits),
                    static_cast<double>(s.crossings),
                    static_cast<double>(s.covered),
                    s.unevenness,
                    s.spread,
                    s.shape,
                    layout.width,
                    layout.height,
                    layout.labels_inside ? 1.0 : 0.0};
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        numbers.insert(numbers.end(),
                       {layout.nodes[i].x, layout.nodes[i].y, static_cast<double>(layout.sides[i])});
    for (const std::vector<Point>& chain : layout.ties) {
        numbers.push_back(static_cast<double>(chain.size()));
        for (const Point p : chain) numbers.insert(numbers.end(), {p.x, p.y});
    }
    return numbers;
}

Layout decoded(const Numbers& numbers, const Picture& picture, const std::string& name) {
    std::size_t at = 0;
    const auto next = [&] { return numbers.at(at++); };
    const auto count = [&] { return static_cast<std::uint64_t>(next()); };
    Layout layout;
    layout.name = name;
    layout.score.overlaps = count();
    layout.score.hits = count();
    layout.score.crossings = count();
    layout.score.covered = count();
    layout.score.unevenness = next();
    layout.score.spread = next();
    layout.score.shape = next();
    layout.width = next();
    layout.height = next();
    layout.labels_inside = next() != 0;
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        const double x = next(), y = next();
        layout.nodes.push_back({x, y});
        layout.sides.push_back(static_cast<LabelSide>(count()));
    }
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        std::vector<Point> chain(count());
        for (Point& p : chain) {
            p.x = next();
            p.y = next();
        }
        layout.ties.push_back(std::move(chain));
    }
    return layout;
}

// Engines that would take minutes say so instead.
void refuse_too_large(const Picture& picture, std::string_view engine) {
    const std::size_t actors = picture.nodes.size(), ties = picture.ties.size();
    if (engine == "stress" && actors > most_for_stress) {
        throw Error(Fault::usage, fmt::format("the layout stress needs distances between all actors and is "
                                              "for at most {} of them, not {}; try --layout sfdp or auto",
                                              most_for_stress, actors));
    }
    const std::size_t most = engine == "dot" ? most_for_dot : engine == "circo" ? most_for_circo : ties;
    if (ties > most)
        throw Error(
            Fault::usage,
            fmt::format(
                "the layout {} takes minutes for {} ties and is for at most {}; try --layout sfdp or auto",
                engine, ties, most));
}

// The same list for the same picture, whatever the machine.
std::vector<Recipe> candidates(const Picture& picture, const std::vector<Positions>& starts) {
    const std::size_t n = picture.nodes.size();
    std::vector<Recipe> recipes;
    const auto stress = [&](std::uint64_t count) {
        for (std::uint64_t k = 0; k < count; ++k)
            recipes.push_back(
                {k == 0 ? "stress" : fmt::format("stress, start {}", k + 1), "stress", false, true, k});
    };
    if (picture.two_sides && n <= 300) {
        stress(n <= 30 ? 3 : 4);
        return recipes;
    }
    if (n <= 300) stress(n <= 60 ? 3 : 2);
    const bool dot = n <= most_for_own_dot && picture.ties.size() <= most_ties_for_dot;
    if (dot && n > 30 && n <= 60) recipes.push_back({"dot, annealed", "dot", false, true, 11});
    if (n <= 300) recipes.push_back({"sfdp, annealed", "sfdp", false, true, 12});
    // As they are they never are the best; annealed they often are.
    for (std::size_t k = 0; k < starts.size() && n <= most_for_starts; ++k)
        recipes.push_back({starts[k].name + ", annealed", starts[k].name, false, true, 13 + k, &starts[k]});
    if (dot) recipes.push_back({"dot", "dot"});
    if (dot) recipes.push_back({"dot, across", "dot", true});
    if (n <= 500) recipes.push_back({"neato", "neato"});
    recipes.push_back({"sfdp", "sfdp"});
    if (n <= 40 && picture.ties.size() <= 80) recipes.push_back({"circo", "circo"});
    if (n <= 500) recipes.push_back({"twopi", "twopi"});
    return recipes;
}

}  // namespace

bool LayoutScore::better_than(const LayoutScore& other) const {
    if (overlaps != other.overlaps) return overlaps < other.overlaps;
    if (hits != other.hits) return hits < other.hits;
    // Quarters of an octave beyond what a page can show: a portrait sheet, or one that is 8 wide and 3 high.
    const auto off_page = [](const LayoutScore& score) {
        return std::llround(std::ceil(4 * std::max(score.shape - 1, 0.0) - 1e-6));
    };
    if (off_page(*this) != off_page(other)) return off_page(*this) < off_page(other);
    if (crossings + covered != other.crossings + other.covered)
        return crossings + covered < other.crossings + other.covered;
    // Rounded, so that the last bit of a logarithm decides nothing.
    const auto form = [](const LayoutScore& score) {
        return std::llround((score.unevenness + score.spread + 0.5 * score.shape) * 1e6);
    };
    return form(*this) < form(other);
}

std::string to_string(const LayoutScore& score) {
    return fmt::format(
        "overlaps {}, ties through strangers {}, crossings {}, ties under their own labels {}, unevenness "
        "{:.2f}, spread {:.2f}, page shape {:.2f}",
        score.overlaps, score.hits, score.crossings, score.covered, score.unevenness, score.spread,
        score.shape);
}

std::span<const LayoutEngine> layouts() { return engines; }

Layout lay_out(const Picture& picture, const LayoutOptions& options, const Control& control) {
    const LayoutEngine& engine = find_named("layout", options.layout, layouts());
    const LayoutProblem scene = scene_of(picture);
    std::vector<Recipe> recipes;
    if (engine.name == "auto") recipes = candidates(picture, options.starts);
    else
        recipes.push_back({std::string(engine.name), std::string(engine.name), false,
                           engine.name == "stress" && picture.nodes.size() <= 300, 0});

    refuse_too_large(picture, engine.name);

    // In the child the stop flag is not ours: the parent ends it.
    const Control alone{1, nullptr, {}};
    std::vector<std::function<Numbers()>> tasks;
    for (const Recipe& recipe : recipes)
        tasks.push_back([&] { return encoded(lay_out_by(picture, scene, recipe, options.seed, alone)); });
    const auto answers = in_children(tasks, control);

    Layout best;
    std::vector<Candidate> contest;
    bool found = false;
    for (std::size_t i = 0; i < recipes.size(); ++i) {
        contest.push_back({recipes[i].name, {}, !answers[i]});
        if (!answers[i]) continue;
        Layout layout = decoded(*answers[i], picture, recipes[i].name);
        contest.back().score = layout.score;
        if (found && !layout.score.better_than(best.score)) continue;
        best = std::move(layout);
        found = true;
    }
    if (!found) {
        if (picture.nodes.size() > 2000)
            throw Error(Fault::internal, "the layout engine " + options.layout +
                                             " failed on this network; try another --layout");
        best = lay_out_by(picture, scene, {"stress", "stress", false, true, 0}, options.seed, control);
    }
    best.contest = std::move(contest);
    return best;
}

}  // namespace entente
