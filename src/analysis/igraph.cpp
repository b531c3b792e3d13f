#include "analysis/igraph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <new>

#include "base/error.hpp"

namespace entente::ig {

namespace {

// igraph's handlers have no argument for a context, so what they record lives here; a Turn guards it.
std::mutex one_at_a_time;
const Control* control_in_use = nullptr;
char first_error[400];  // no std::string: that there is no memory must be recorded too
std::vector<std::string> warnings;

// Called once for every frame that igraph unwinds, and only the first call has the reason. Throwing from here
// would leave igraph's own cleanup stack full: it aborts at 100 entries.
extern "C" void record_error(const char* reason, const char* file, int line, igraph_error_t code) noexcept {
    if (first_error[0] == '\0')
        std::snprintf(first_error, sizeof first_error, "%s (%s, %s:%d)", reason, igraph_strerror(code), file,
                      line);
    IGRAPH_FINALLY_FREE();
}

extern "C" void record_warning(const char* reason, const char*, int) noexcept {
    try {
        warnings.emplace_back(reason);
    } catch (const std::bad_alloc&) {  // what follows will notice
    }
}

extern "C" igraph_error_t give_up_when_stopped(void*) noexcept {
    if (control_in_use == nullptr || !control_in_use->stopped()) return IGRAPH_SUCCESS;
    IGRAPH_FINALLY_FREE();
    return IGRAPH_INTERRUPTED;
}

void install_handlers() {
    static const bool installed = [] {
        igraph_set_error_handler(record_error);
        igraph_set_warning_handler(record_warning);
        igraph_set_interruption_handler(give_up_when_stopped);
        return true;
    }();
    (void)installed;
}

Reals for_each_edge(const Graph& graph, double (*value)(double strength)) {
    Reals values = reals(graph.tie_count());
    for (std::size_t t = 0; t < graph.tie_count(); ++t)
        values.get()->stor_begin[t] = graph.weighted() ? value(graph.merged.ties[t].strength) : 1.0;
    return values;
}

}  // namespace

Turn::Turn(const Control& control) : lock_(one_at_a_time) {
    install_handlers();
    control_in_use = &control;
    first_error[0] = '\0';
    warnings.clear();
}

Turn::~Turn() { control_in_use = nullptr; }

void check(igraph_error_t code) {
    if (code == IGRAPH_SUCCESS) return;
    if (code == IGRAPH_ENOMEM) throw std::bad_alloc();
    const std::string reason = first_error;
    first_error[0] = '\0';
    if (control_in_use != nullptr) control_in_use->checkpoint();
    throw Error(Fault::internal, "igraph: " + (reason.empty() ? std::string(igraph_strerror(code)) : reason));
}

std::vector<std::string> take_warnings() { return std::exchange(warnings, {}); }

void seed(std::uint64_t value) {
    check(igraph_rng_seed(igraph_rng_default(), static_cast<igraph_uint_t>(value)));
}

Reals reals_of(std::span<const double> values) {
    Reals copy = reals(values.size());
    std::copy(values.begin(), values.end(), copy.get()->stor_begin);
    return copy;
}

Topology topology_of(const Graph& graph) {
    Integers ends = integers(2 * graph.tie_count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        const Adjacency& out = graph.out();
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) {
            if (!graph.directed() && out.targets[arc] < v) continue;
            ends.get()->stor_begin[2 * out.ties[arc]] = static_cast<igraph_integer_t>(v);
            ends.get()->stor_begin[2 * out.ties[arc] + 1] = static_cast<igraph_integer_t>(out.targets[arc]);
        }
    }
    return Topology([&](igraph_t* raw) {
        return igraph_create(raw, ends.get(), static_cast<igraph_integer_t>(graph.vertex_count()),
                             graph.directed() ? IGRAPH_DIRECTED : IGRAPH_UNDIRECTED);
    });
}

Reals strengths_of(const Graph& graph) {
    return for_each_edge(graph, [](double strength) { return strength; });
}

Reals costs_of(const Graph& graph) {
    return for_each_edge(graph, [](double strength) {
        return strength > 0 ? 1 / strength : std::numeric_limits<double>::infinity();
    });
}

}  // namespace entente::ig
