#include "render/layout/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/named.hpp"
#include "render/layout/engines/anneal.hpp"
#include "render/layout/engines/graphviz.hpp"
#include "render/layout/engines/process_pool.hpp"
#include "render/layout/engines/stress.hpp"
#include "render/layout/engines/structured.hpp"
#include "render/layout/engines/two_sides.hpp"
#include "render/layout/label_clearing.hpp"
#include "render/layout/label_sides.hpp"
#include "render/layout/layout_message.hpp"
#include "render/layout/overlap_removal.hpp"
#include "render/layout/packing/packing.hpp"
#include "render/layout/page_fit.hpp"
#include "render/layout/score.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/lines/ports.hpp"
#include "render/lines/routing.hpp"
#include "render/picture/size_class.hpp"

namespace entente::render {
namespace {

// clang-format off
constexpr std::array<LayoutEngine, 8> engines{{
    {"auto", "the best of a fixed list of candidates by the score of overlaps, ties through other actors, "
             "crossings and form", 10000, {}, {}},
    {"stress", "distances on the page follow distances in the network, then crossings are annealed away; "
               "for most networks", 300, {.actors = 3000}, {.actors = most_in_medium}},
    {"dot", "ranks from top to bottom along the direction of ties; for hierarchies and flows", 150,
            {.ties = 1000}, {.actors = 150, .ties = 250}},
    {"neato", "Graphviz' stress majorisation without overlaps; for small undirected networks", 500,
              {}, {.actors = 500}},
    {"sfdp", "Graphviz' multilevel springs; for large networks", 20000, {}, {}},
    {"circo", "blocks of the network on circles; for rings and few cycles", 60,
              {.ties = 300}, {.actors = 40, .ties = 80}},
    {"twopi", "circles around the most central actor; for stars and trees", 1000, {}, {.actors = 500}},
    {matrix_layout, "a cell for each pair instead of a line, ordered by faction or community; for dense "
               "networks", 100, {.actors = 1000}, {}},
}};
// clang-format on

const LayoutEngine& engine_named(std::string_view name) { return find_named("layout", name, layouts()); }

bool within(const LayoutEngine::Limits& limits, const Picture& picture) {
    return picture.nodes.size() <= limits.actors && picture.ties.size() <= limits.ties;
}

constexpr const char* plain_form = "plain form";  // where every part is a path, ring, clique or tree

constexpr const char* two_modes = "two modes, two sides";

// One way to lay a picture out.
struct Recipe {
    std::string name;
    std::string engine;
    bool across = false;  // dot from left to right
    bool annealed = false;
    std::uint64_t stream = 0;
    const Positions* start = nullptr;  // instead of an engine
    bool structured = false;           // parts of a plain form are drawn as what they are
    bool two_sides = false;            // sources of two-mode data on the left, targets on the right
};

// How many moves annealing tries: what a budget of comparisons allows, which grows with the third power of
// the actors up to 60, then with the square up to 120. Counted, never timed, and dense networks cost no more
// than sparse.
std::uint64_t proposals(std::size_t nodes, std::size_t links) {
    const double n = static_cast<double>(nodes), m = static_cast<double>(links), degree = 2 * m / n,
                 node_blocks = n / 8 + 1, link_blocks = m / 8 + 1, rows = m / 256 + 1;
    const double each =
        100 + 3 * node_blocks + 2 * link_blocks + degree * (2 * node_blocks + n / 12 * rows + 5);
    constexpr double budget_of_sixty = 6e7;
    const double share = n / static_cast<double>(most_in_small);
    const double budget =
        budget_of_sixty * (share <= 1 ? std::max(share * share * share, 0.12) : std::min(share * share, 4.0));
    return static_cast<std::uint64_t>(std::min(budget / each, 5000 * n));
}

// `members`: the places of the problem's nodes in the picture.
std::vector<Point> raw_positions(const LayoutProblem& problem, const std::vector<std::uint32_t>& members,
                                 const Recipe& recipe, std::uint64_t seed) {
    if (recipe.start != nullptr) {
        std::vector<Point> points;
        for (const std::uint32_t i : members)
            points.push_back({recipe.start->x.at(i), recipe.start->y.at(i)});
        return points;
    }
    if (recipe.engine == "stress") return stress_layout(problem, seed, recipe.stream);
    return graphviz_positions(problem, recipe.engine, recipe.across, seed + recipe.stream);
}

Arrangement arrangement_of(const LayoutProblem& problem, const std::vector<std::uint32_t>& members,
                           const Recipe& recipe, std::uint64_t seed, const Control& control) {
    const std::size_t n = problem.shapes.size();
    const Point page = page_for(problem);
    if (n == 1) return {{{0, 0}}, {LabelSide::below}};
    if (recipe.two_sides) {
        if (std::optional<Arrangement> sides = two_sides_layout(problem)) return *sides;
    }
    if (recipe.structured) {
        if (std::optional<Arrangement> plain = structured_layout(problem)) {
            const Point size = to_origin(problem, *plain);
            remove_overlaps(problem, *plain, 4, size, 60, 600);
            return *plain;
        }
    }
    const bool free_to_turn = recipe.engine != "dot" && !has_camps(problem);
    Arrangement arrangement =
        fitted(problem, raw_positions(problem, members, recipe, seed), page, free_to_turn);
    if (recipe.annealed)
        anneal(problem, arrangement, page, proposals(n, problem.links.size()), seed, recipe.stream, control);
    if (in_detail(n)) {
        remove_overlaps(problem, arrangement, 4, page, 300, 600);
        remove_last_overlaps(problem, arrangement, 2.5, page);
    }
    return arrangement;
}

// `ties`: the curves if there are any already, in the coordinates of the arrangement.
Layout finished(const Picture& picture, const LayoutProblem& problem, Arrangement arrangement,
                std::vector<std::vector<Point>> ties, const std::string& name, Ways ways = Ways::around) {
    if (!in_detail(problem.shapes.size())) place_labels(picture, problem, arrangement);
    Layout layout;
    layout.name = name;
    layout.labels_inside = std::any_of(problem.shapes.begin(), problem.shapes.end(),
                                       [](const NodeShape& shape) { return shape.inside; });
    if (ties.empty()) {
        to_origin(problem, arrangement);
        ties = routed(picture, problem, arrangement, ways);
    } else {
        trim_to_borders(picture, problem, ties);
    }
    ties = with_spread_ports(picture, problem, arrangement, std::move(ties));
    if (in_detail(problem.shapes.size())) {
        turn_labels(picture, problem, arrangement, ties);
        layout.heads = head_places(picture, ties);
        arrangement = with_clear_ends(picture, problem, std::move(arrangement), ties,
                                      tie_ends(picture, ties, layout.heads));
    }
    layout.ties = std::move(ties);
    // Curves may reach beyond the nodes.
    Box all;
    const Obstacles obstacles = obstacles_of(problem, arrangement);
    for (const Box& box : obstacles.boxes()) all = all.with(box);
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
    layout.score = score_of(picture, problem, arrangement, layout.ties, {layout.width, layout.height});
    layout.score.shows_modes = name == two_modes ? 1 : 0;
    layout.nodes = std::move(arrangement.middle);
    layout.sides = std::move(arrangement.side);
    layout.moved = std::move(arrangement.moved);
    return layout;
}

// dot's own drawing, or nothing when it is too wide for its text to be read or a tie got no curve.
std::optional<Layout> own_drawing_of_dot(const Picture& picture, const LayoutProblem& problem,
                                         const Recipe& recipe) {
    if (picture.ties.empty() || problem.shapes.size() > engine_named("dot").contest.actors)
        return std::nullopt;
    DotDrawing drawing = drawn_by_dot(picture, problem, recipe.across);
    if (std::any_of(drawing.ties.begin(), drawing.ties.end(),
                    [](const std::vector<Point>& chain) { return chain.empty(); }))
        return std::nullopt;
    Arrangement arrangement{std::move(drawing.nodes),
                            std::vector<LabelSide>(problem.shapes.size(), LabelSide::below)};
    Layout layout = finished(picture, problem, std::move(arrangement), std::move(drawing.ties), recipe.name);
    if (layout.width > problem.page.widest) return std::nullopt;
    return layout;
}

// Every part by the recipe, on one page.
Arrangement packed_by(const LayoutProblem& problem, const Recipe& recipe, std::uint64_t seed,
                      const Control& control) {
    const auto parts = parts_of(problem);
    std::vector<Arrangement> arrangements;
    for (const std::vector<std::uint32_t>& members : parts)
        arrangements.push_back(arrangement_of(part_of(problem, members), members, recipe, seed, control));
    return packed(problem, parts, arrangements);
}

// With title and legend a figure is some 0.15 higher.
bool is_too_high(const LayoutProblem& problem, const Arrangement& arrangement) {
    constexpr double highest = 1.42;
    const Box extent = obstacles_of(problem, arrangement).extent();
    return !extent.empty() && extent.height() > highest * extent.width();
}

Layout lay_out_by(const Picture& picture, const LayoutProblem& problem, const Recipe& recipe,
                  std::uint64_t seed, const Control& control) {
    if (recipe.engine == "dot" && !recipe.annealed) {
        if (std::optional<Layout> own = own_drawing_of_dot(picture, problem, recipe)) return *own;
    }
    Arrangement arrangement = packed_by(problem, recipe, seed, control);
    const Ways ways = recipe.name == plain_form || recipe.two_sides ? Ways::straight : Ways::around;
    if (recipe.annealed && in_detail(problem.shapes.size()) && is_too_high(problem, arrangement)) {
        LayoutProblem closer = problem;
        closer.room *= 0.55;
        Arrangement tried = packed_by(closer, recipe, seed, control);
        if (!is_too_high(problem, tried)) arrangement = std::move(tried);
    }
    return finished(picture, problem, std::move(arrangement), {}, recipe.name, ways);
}

// Where every process for a layout died: without Graphviz, whose crash would end the program.
Layout plain_layout(const Picture& picture, const LayoutProblem& problem, std::uint64_t seed,
                    const Control& control) {
    const std::size_t n = problem.shapes.size();
    if (n <= engine_named("stress").most.actors)
        return lay_out_by(picture, problem, {"stress", "stress", false, in_detail(n), 0}, seed, control);
    std::vector<Point> points;
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(n) * 4 / 3)));
    for (std::size_t i = 0; i < n; ++i)
        points.push_back({static_cast<double>(i % columns), static_cast<double>(i / columns)});
    return finished(picture, problem, fitted(problem, std::move(points), page_for(problem), false), {},
                    "rows");
}

// Engines that would take minutes say so instead.
void refuse_too_large(const Picture& picture, const LayoutEngine& engine) {
    if (picture.nodes.size() > engine.most.actors) {
        if (engine.name == matrix_layout)
            throw Error(Fault::usage,
                        fmt::format("a matrix is for at most {} actors, not {}; try --layout sfdp or auto",
                                    engine.most.actors, picture.nodes.size()));
        throw Error(Fault::usage,
                    fmt::format("the layout {} needs distances between all actors and is for at most {} of "
                                "them, not {}; try --layout sfdp or auto",
                                engine.name, engine.most.actors, picture.nodes.size()));
    }
    if (picture.ties.size() > engine.most.ties) {
        throw Error(Fault::usage, fmt::format("the layout {} takes minutes for {} ties and is for at most "
                                              "{}; try --layout sfdp or auto",
                                              engine.name, picture.ties.size(), engine.most.ties));
    }
}

// A matrix has no places to find; its ties cross nowhere.
Layout matrix_of(const Picture& picture) {
    Layout layout;
    layout.name = matrix_layout;
    layout.score.ties = static_cast<double>(picture.ties.size());
    layout.contest = {{layout.name, layout.score}};
    return layout;
}

// Whether every part is a path, ring, clique or tree for which there is room.
bool all_structured(const LayoutProblem& problem) {
    if (!in_detail(problem.shapes.size())) return false;
    const auto parts = parts_of(problem);
    return std::all_of(parts.begin(), parts.end(), [&](const std::vector<std::uint32_t>& members) {
        return members.size() == 1 || structured_layout(part_of(problem, members)).has_value();
    });
}

// Our own layout from several random starts.
std::vector<Recipe> stress_recipes(std::uint64_t starts) {
    std::vector<Recipe> recipes;
    for (std::uint64_t k = 0; k < starts; ++k)
        recipes.push_back(
            {k == 0 ? "stress" : fmt::format("stress, start {}", k + 1), "stress", false, true, k});
    return recipes;
}

std::uint64_t starts_in_camps(std::size_t actors) { return actors <= few_actors ? 5 : 4; }

// An engine asked for by name; stress has several starts, for which there are no others to compete with.
std::vector<Recipe> recipes_of(const LayoutEngine& engine, const Picture& picture) {
    const std::size_t n = picture.nodes.size();
    if (engine.name == "stress" && in_detail(n))
        return stress_recipes(picture.camps > 0 ? starts_in_camps(n) : n <= few_actors ? 4 : 2);
    return {{std::string(engine.name), std::string(engine.name)}};
}

// The same list for the same picture, whatever the machine.
std::vector<Recipe> candidates(const Picture& picture, const LayoutProblem& problem,
                               const std::vector<Positions>& starts) {
    const std::size_t n = picture.nodes.size();
    std::vector<Recipe> recipes;
    if (all_structured(problem))
        return {{.name = plain_form, .engine = "stress", .annealed = true, .structured = true}};
    if (picture.camps > 0 && in_detail(n)) return stress_recipes(starts_in_camps(n));
    const auto takes_part = [&](std::string_view engine) {
        return within(engine_named(engine).contest, picture);
    };
    if (in_detail(n)) recipes = stress_recipes(n <= few_actors ? 1 : 2);
    if (in_detail(n) && !problem.mode.empty())
        recipes.push_back({.name = two_modes, .engine = "stress", .annealed = true, .two_sides = true});
    if (in_detail(n)) recipes.push_back({"sfdp, annealed", "sfdp", false, true, 12});
    // As they are they never are the best; annealed they often are.
    for (std::size_t k = 0; k < starts.size() && n <= most_for_starts; ++k)
        recipes.push_back({starts[k].name + ", annealed", starts[k].name, false, true, 13 + k, &starts[k]});
    for (const std::string_view engine : {"dot", "neato", "sfdp", "circo", "twopi"}) {
        // Where actors are drawn in detail only dot, whose ranks show a hierarchy, ever beats what was
        // annealed.
        if (!takes_part(engine) || (in_detail(n) && engine != "dot")) continue;
        recipes.push_back({std::string(engine), std::string(engine)});
        if (engine == "dot") recipes.push_back({"dot, across", "dot", true});
    }
    for (Recipe& recipe : recipes) recipe.structured = recipe.annealed && !recipe.two_sides;
    return recipes;
}

}  // namespace

std::span<const LayoutEngine> layouts() { return engines; }

struct LayoutSearch::State {
    const Picture& picture;
    LayoutOptions options;
    Control control;
    LayoutProblem problem = layout_problem_of(picture);
    std::vector<Recipe> recipes = {};
    std::optional<ProcessPool> processes = {};  // none for a matrix
};

LayoutSearch::LayoutSearch(const Picture& picture, LayoutOptions options, const Control& control) {
    const LayoutEngine& engine = find_named("layout", options.layout, layouts());
    state_.reset(new State{.picture = picture, .options = std::move(options), .control = control});
    State& state = *state_;
    state.recipes = engine.name == "auto" ? candidates(picture, state.problem, state.options.starts)
                                          : recipes_of(engine, picture);
    refuse_too_large(picture, engine);
    if (engine.name == matrix_layout) return;
    std::vector<std::function<Numbers()>> tasks;
    for (const Recipe& recipe : state.recipes) {
        tasks.push_back([&state, &recipe] {
            const Control alone{.threads = 1};  // in the child the stop flag is not ours: the parent ends it
            return encoded(lay_out_by(state.picture, state.problem, recipe, state.options.seed, alone));
        });
    }
    state.processes.emplace(std::move(tasks), control);
    state.processes->run_until_room();
}

LayoutSearch::~LayoutSearch() = default;
LayoutSearch::LayoutSearch(LayoutSearch&&) noexcept = default;
LayoutSearch& LayoutSearch::operator=(LayoutSearch&&) noexcept = default;

unsigned LayoutSearch::running() const { return state_->processes ? state_->processes->running() : 0; }

Layout LayoutSearch::finish() {
    const Picture& picture = state_->picture;
    if (!state_->processes) return matrix_of(picture);
    const auto answers = state_->processes->finish();
    std::vector<Layout> layouts;
    std::vector<LayoutScore> scores;
    std::vector<Candidate> contest;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string& name = state_->recipes[i].name;
        contest.push_back({name, {}, !answers[i]});
        if (!answers[i]) continue;
        layouts.push_back(decoded(*answers[i], picture, name));
        scores.push_back(layouts.back().score);
        contest.back().score = scores.back();
    }
    // With no answer the plainest layout is made here, so that a figure comes out all the same.
    Layout best = layouts.empty()
                      ? plain_layout(picture, state_->problem, state_->options.seed, state_->control)
                      : std::move(layouts[best_of(scores)]);
    best.contest = std::move(contest);
    return best;
}

Layout lay_out(const Picture& picture, const LayoutOptions& options, const Control& control) {
    return LayoutSearch(picture, options, control).finish();
}

}  // namespace entente::render
