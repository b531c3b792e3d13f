#include "analysis/timeline/slices.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/centrality/measures.hpp"
#include "analysis/centrality/undirected_view.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "graph/components.hpp"
#include "model/merged_ties.hpp"

namespace entente {

namespace {

const AttributeColumn* column_named(const ActorTable& actors, std::string_view name) {
    const auto at = std::ranges::find_if(
        actors.attributes, [&](const AttributeColumn& column) { return lower(column.name) == name; });
    return at == actors.attributes.end() ? nullptr : &*at;
}

// Since when and until when the data say that an actor was there.
std::vector<std::optional<Period>> dates_of_actors(const ActorTable& actors) {
    std::vector<std::optional<Period>> dates(actors.size());
    const AttributeColumn *starts = column_named(actors, "start"), *ends = column_named(actors, "end");
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const auto start = starts == nullptr ? std::nullopt : parse_date(starts->cells[i]);
        const auto end = ends == nullptr ? std::nullopt : parse_date(ends->cells[i]);
        if (!start && !end) continue;
        Period period;
        if (start) period.start = *start;
        if (end) period.end = *end;
        dates[i] = period;
    }
    return dates;
}

// Closed triples over all: without weights and directions, as in the summary.
double transitivity_of(const MeasureInput& input, const Control& control) {
    const std::vector<double> clustering =
        score_table(input, {"clustering"}, {}, control).columns.front().values;
    const UndirectedView view(input.graph);
    double closed = 0, all = 0;
    for (Vertex v = 0; v < input.graph.vertex_count(); ++v) {
        const auto d = static_cast<double>(view.ties().degree(v));
        if (d < 2) continue;
        closed += clustering[v] * d * (d - 1) / 2;
        all += d * (d - 1) / 2;
    }
    return all > 0 ? closed / all : undefined;
}

double density_of(const Graph& graph) {
    const auto n = static_cast<double>(graph.vertex_count());
    const double pairs = n * (n - 1) / (graph.directed() ? 1 : 2);
    return pairs > 0 ? static_cast<double>(graph.tie_count()) / pairs : undefined;
}

}  // namespace

TimeData::TimeData(const Network& network, const TieSelection& selection, Population population,
                   Undated undated)
    : selection_(selection),
      population_(population),
      actors_(select_actors(network, selection)),
      own_dates_(dates_of_actors(network.actors)) {
    selection_.window.reset();
    selection_.holding = Holding::possible;
    TieSelection all = selection_;
    all.signs = SignFilter::all;
    direction_of_both_signs_ = selection.direction;
    const TieTable& ties = network.ties;
    const TieDirections directions(network, selection.direction, true);
    for (std::size_t i = 0; i < network.actor_count(); ++i) rows_.actors.id.push_back("");
    for (const TieId row : select_rows(network, all)) {
        const std::size_t i = index(row);
        const bool dated = network.has_dates() && !entente::undated(ties.period[i]);
        if (!dated) ++undated_;
        if (!dated && undated == Undated::drop) continue;
        original_.push_back(row);
        rows_.ties.source.push_back(ties.source[i]);
        rows_.ties.target.push_back(ties.target[i]);
        if (network.has_signs()) rows_.ties.sign.push_back(ties.sign[i]);
        if (network.has_weights()) rows_.ties.strength.push_back(ties.strength[i]);
        // What a row without a direction means depends on all rows of the data.
        const Directedness said = network.directed(row);
        const bool both_ways = said == Directedness::unsaid && !directions.one_way(network, row);
        const bool arc = selection.direction == Direction::automatic ? said == Directedness::directed
                                                                     : directions.one_way(network, row);
        one_way_.push_back(arc && selection.direction != Direction::undirected);
        if (!ties.directed.empty())
            rows_.ties.directed.push_back(both_ways ? Directedness::undirected : ties.directed[i]);
        rows_.ties.period.push_back(network.has_dates() ? ties.period[i] : Period{});
    }
    selection_.relations.clear();
    selection_.kinds.clear();
}

void TimeData::settle_directions(const std::vector<DayInterval>& windows) {
    const auto settled = [&](const TieSelection& any_time) {
        if (any_time.direction != Direction::automatic) return any_time.direction;
        std::vector<TieId> rows = select_rows(rows_, any_time);
        std::erase_if(rows, [&](TieId row) {
            return rows_.directed(row) != Directedness::directed ||
                   std::ranges::none_of(windows, [&](const DayInterval& window) {
                       return may_hold(rows_.ties.period[index(row)], window);
                   });
        });
        return resolve(rows_, any_time, rows).directed ? Direction::directed : Direction::undirected;
    };
    TieSelection both_signs = selection_;
    both_signs.signs = SignFilter::all;
    direction_of_both_signs_ = settled(both_signs);
    selection_.direction = settled(selection_);
}

bool TimeData::has_signs() const {
    return std::ranges::any_of(rows_.ties.sign, [](Sign sign) { return sign != Sign::none; });
}

TimeData TimeData::shuffled(std::uint64_t seed, std::uint64_t stream) const {
    TimeData result = *this;
    std::vector<std::size_t> dated;
    for (std::size_t row = 0; row < rows_.tie_count(); ++row) {
        if (!entente::undated(rows_.ties.period[row])) dated.push_back(row);
    }
    std::vector<std::size_t> order = dated;
    Random random(seed, stream);
    random.shuffle(std::span(order));
    for (std::size_t i = 0; i < dated.size(); ++i)
        result.rows_.ties.period[dated[i]] = rows_.ties.period[order[i]];
    return result;
}

TieSelection TimeData::selection(const DayInterval& window, Holding holding) const {
    TieSelection result = selection_;
    result.window = window;
    result.holding = holding;
    return result;
}

TieSelection TimeData::both_signs(const DayInterval& window, Holding holding) const {
    TieSelection result = selection(window, holding);
    result.signs = SignFilter::all;
    result.direction = direction_of_both_signs_;
    return result;
}

std::vector<TieId> TimeData::originals(const TieSelection& selection) const {
    std::vector<TieId> rows = select_rows(rows_, selection);
    for (TieId& row : rows) row = original_[index(row)];
    return rows;
}

std::vector<char> TimeData::active(const DayInterval& window) const {
    std::vector<char> active(rows_.actor_count(), 0);
    for (const TieId row : select_rows(rows_, both_signs(window, Holding::possible))) {
        active[index(rows_.ties.source[index(row)])] = 1;
        active[index(rows_.ties.target[index(row)])] = 1;
    }
    for (const ActorId actor : actors_) {
        const auto& own = own_dates_[index(actor)];
        if (own && may_hold(*own, window)) active[index(actor)] = 1;
    }
    return active;
}

Graph TimeData::graph(const TieSelection& selection, const std::vector<char>& active) const {
    Graph all = build_graph(rows_, selection);
    std::vector<ActorId> counted;
    for (const ActorId actor : all.actors) {
        const bool in_data = std::ranges::binary_search(actors_, actor);
        if (in_data && (population_ == Population::all || active[index(actor)] != 0))
            counted.push_back(actor);
    }
    if (counted.size() == all.actors.size()) return all;
    const bool directed = all.directed(), weighted = all.weighted();
    return {std::move(counted), std::move(all.merged), directed, weighted};
}

Slice counted_slice(const TimeData& data, const DayInterval& window, const Control& control) {
    Slice slice;
    slice.window = window;
    const std::vector<char> active = data.active(window);
    const TieSelection possible = data.both_signs(window, Holding::possible);
    const Graph graph = data.graph(possible, active);
    slice.actors = graph.vertex_count();
    slice.ties = graph.tie_count();
    for (std::size_t tie = 0; tie < graph.tie_count(); ++tie) {
        bool positive = false, negative = false;
        for (const TieId row : graph.merged.rows_of(tie)) {
            positive = positive || data.rows().sign(row) == Sign::positive;
            negative = negative || data.rows().sign(row) == Sign::negative;
        }
        slice.positive += positive ? 1 : 0;
        slice.negative += negative ? 1 : 0;
    }
    slice.certain_ties = build_graph(data.rows(), data.both_signs(window, Holding::certain)).tie_count();
    slice.figures.density = density_of(graph);
    slice.figures.components = static_cast<double>(weak_components(graph).count());
    slice.figures.transitivity = transitivity_of({data.rows(), possible, graph}, control);
    return slice;
}

std::vector<std::vector<double>> slice_values(const TimeData& data, const TieSelection& selection,
                                              const Graph& graph, const std::vector<std::string>& names,
                                              const Control& control) {
    const ScoreTable table = score_table({data.rows(), selection, graph}, names, {}, control);
    std::vector<std::vector<double>> values;
    for (const std::string& name : names)
        values.push_back(std::ranges::find(table.columns, name, &Scores::measure)->values);
    return values;
}

std::optional<ActorId> leader_of(std::span<const ActorId> actors, std::span<const double> values,
                                 std::optional<ActorId> before) {
    double highest = undefined;
    for (const double value : values) highest = std::isnan(highest) || value > highest ? value : highest;
    std::optional<ActorId> first;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] >= highest - 1e-9 * std::abs(highest))) continue;
        if (actors[i] == before) return before;
        if (!first) first = actors[i];
    }
    return first;
}

}  // namespace entente
