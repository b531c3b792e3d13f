// Owners for igraph's C objects, and its errors as ours. Include it from .cpp files of analysis/ (and tests)
// only: igraph's header leaks macros, and no igraph type appears in any header of the program.
//
// Debian's igraph is not thread-safe (IGRAPH_THREAD_SAFE is 0): hold a Turn while calling it. Parallel work
// runs on our Graph.
#pragma once

#include <igraph/igraph.h>

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente::ig {

// The right to call igraph: one holder at a time in the whole process. While it is held, igraph looks at
// control.stop and gives up.
class Turn {
public:
    explicit Turn(const Control& control);
    explicit Turn(const Control&&) = delete;  // it has to outlive the turn
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::lock_guard<std::mutex> lock_;
};

// Throws Error for a failed call: Fault::interrupted when stopped, else Fault::internal with the text that
// igraph gave.
void check(igraph_error_t code);

// What igraph warned of since the last call of this function.
std::vector<std::string> take_warnings();

// Makes what follows reproducible. Call it right before each randomized algorithm, so that a result does not
// depend on what ran before it.
void seed(std::uint64_t value);

// An igraph object, destroyed once. igraph_t and its vectors hold pointers to the heap, never to themselves:
// moving the bits is sound.
template <class Raw, void (*destroy)(Raw*)>
class Owned {
public:
    // init(Raw*) is the call that initializes it and returns igraph's code.
    template <class Init>
    explicit Owned(Init init) {
        check(init(&raw_));
        alive_ = true;
    }
    Owned(Owned&& other) noexcept : raw_(other.raw_), alive_(std::exchange(other.alive_, false)) {}
    Owned& operator=(Owned&& other) noexcept {
        std::swap(raw_, other.raw_);
        std::swap(alive_, other.alive_);
        return *this;
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        if (alive_) destroy(&raw_);
    }

    Raw* get() noexcept { return &raw_; }
    const Raw* get() const noexcept { return &raw_; }

private:
    Raw raw_{};
    bool alive_ = false;
};

using Topology = Owned<igraph_t, igraph_destroy>;
using Reals = Owned<igraph_vector_t, igraph_vector_destroy>;
using Integers = Owned<igraph_vector_int_t, igraph_vector_int_destroy>;
using Matrix = Owned<igraph_matrix_t, igraph_matrix_destroy>;
using IntegerMatrix = Owned<igraph_matrix_int_t, igraph_matrix_int_destroy>;

inline Reals reals(std::size_t size = 0) {
    return Reals(
        [=](igraph_vector_t* v) { return igraph_vector_init(v, static_cast<igraph_integer_t>(size)); });
}
inline Integers integers(std::size_t size = 0) {
    return Integers([=](igraph_vector_int_t* v) {
        return igraph_vector_int_init(v, static_cast<igraph_integer_t>(size));
    });
}
Reals reals_of(std::span<const double> values);

inline std::span<const double> view(const Reals& v) { return {v.get()->stor_begin, v.get()->end}; }
inline std::span<const igraph_integer_t> view(const Integers& v) {
    return {v.get()->stor_begin, v.get()->end};
}

// igraph's copy of the graph: vertex i is vertex i, edge t is graph.merged.ties[t]; all vertices are there,
// isolated ones too.
Topology topology_of(const Graph& graph);

// For each edge of topology_of(graph): the strength (what modularity, flows and spectra take), or the cost
// 1/strength (what paths take; infinite for strength 0). All 1 for an unweighted graph.
Reals strengths_of(const Graph& graph);
Reals costs_of(const Graph& graph);

}  // namespace entente::ig
