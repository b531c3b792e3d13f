#include "peer.hpp"

#include <stdexcept>

namespace entente::bench {

Peer::Peer(const Graph& graph) : graph_(graph) {
    igraph_vector_int_init(&edges_, 0);
    igraph_vector_int_init(&whole_values_, 0);
    for (igraph_vector_t* vector : {&costs_, &strengths_, &values_}) igraph_vector_init(vector, 0);
    for (const MergedTie& tie : graph.merged.ties) {
        igraph_vector_int_push_back(&edges_, static_cast<igraph_integer_t>(index(tie.source)));
        igraph_vector_int_push_back(&edges_, static_cast<igraph_integer_t>(index(tie.target)));
        igraph_vector_push_back(&costs_, 1 / tie.strength);
        igraph_vector_push_back(&strengths_, tie.strength);
    }
    igraph_create(&peer_, &edges_, static_cast<igraph_integer_t>(graph.vertex_count()), graph.directed());
}

Peer::~Peer() {
    igraph_destroy(&peer_);
    for (igraph_vector_t* vector : {&costs_, &strengths_, &values_}) igraph_vector_destroy(vector);
    igraph_vector_int_destroy(&whole_values_);
    igraph_vector_int_destroy(&edges_);
}

std::vector<double> Peer::done(igraph_error_t code) {
    if (code != IGRAPH_SUCCESS) throw std::runtime_error(igraph_strerror(code));
    return {VECTOR(values_), VECTOR(values_) + igraph_vector_size(&values_)};
}

std::vector<double> Peer::done_in_whole_numbers(igraph_error_t code) {
    if (code != IGRAPH_SUCCESS) throw std::runtime_error(igraph_strerror(code));
    return {VECTOR(whole_values_), VECTOR(whole_values_) + igraph_vector_int_size(&whole_values_)};
}

std::vector<double> Peer::betweenness() {
    return done(igraph_betweenness(&peer_, &values_, igraph_vss_all(), graph_.directed(),
                                   graph_.weighted() ? &costs_ : nullptr));
}

std::vector<double> Peer::tie_betweenness() {
    return done(
        igraph_edge_betweenness(&peer_, &values_, graph_.directed(), graph_.weighted() ? &costs_ : nullptr));
}

std::vector<double> Peer::harmonic() {
    return done(igraph_harmonic_centrality(&peer_, &values_, igraph_vss_all(), IGRAPH_OUT,
                                           graph_.weighted() ? &costs_ : nullptr, false));
}

std::vector<double> Peer::constraint() {
    return done(igraph_constraint(&peer_, &values_, igraph_vss_all(), weights()));
}

std::vector<double> Peer::clustering() {
    return done(
        igraph_transitivity_local_undirected(&peer_, &values_, igraph_vss_all(), IGRAPH_TRANSITIVITY_NAN));
}

std::vector<double> Peer::eigenvector() {
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    igraph_real_t value = 0;
    return done(igraph_eigenvector_centrality(&peer_, &values_, &value, graph_.directed(), true, weights(),
                                              &options));
}

std::vector<double> Peer::hubs() {
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    igraph_real_t value = 0;
    return done(
        igraph_hub_and_authority_scores(&peer_, &values_, nullptr, &value, true, weights(), &options));
}

std::vector<double> Peer::pagerank() {
    igraph_real_t value = 0;
    return done(igraph_pagerank(&peer_, IGRAPH_PAGERANK_ALGO_PRPACK, &values_, &value, igraph_vss_all(),
                                graph_.directed(), 0.85, weights(), nullptr));
}

std::vector<double> Peer::coreness() {
    return done_in_whole_numbers(igraph_coreness(&peer_, &whole_values_, IGRAPH_ALL));
}

std::vector<double> Peer::leiden() {
    igraph_vector_t degree;
    igraph_vector_init(&degree, 0);
    igraph_strength(&peer_, &degree, igraph_vss_all(), IGRAPH_ALL, true, weights());
    const double resolution = 1 / igraph_vector_sum(&degree);
    constexpr double randomness = 0.01;
    igraph_real_t quality = 0;
    const igraph_error_t code = igraph_community_leiden(&peer_, weights(), &degree, resolution, randomness,
                                                        false, -1, &whole_values_, nullptr, &quality);
    igraph_vector_destroy(&degree);
    return done_in_whole_numbers(code);
}

std::vector<double> Peer::louvain() {
    return done_in_whole_numbers(
        igraph_community_multilevel(&peer_, weights(), 1, &whole_values_, nullptr, nullptr));
}

std::vector<double> Peer::infomap() {
    igraph_real_t length = 0;
    return done_in_whole_numbers(
        igraph_community_infomap(&peer_, weights(), nullptr, 1, &whole_values_, &length));
}

std::vector<double> Peer::label_propagation() {
    return done_in_whole_numbers(
        igraph_community_label_propagation(&peer_, &whole_values_, IGRAPH_ALL, weights(), nullptr, nullptr));
}

double Peer::modularity(const std::vector<double>& membership) {
    igraph_vector_int_resize(&whole_values_, static_cast<igraph_integer_t>(membership.size()));
    for (std::size_t v = 0; v < membership.size(); ++v)
        VECTOR(whole_values_)[v] = static_cast<igraph_integer_t>(membership[v]);
    igraph_real_t quality = 0;
    done(igraph_modularity(&peer_, &whole_values_, weights(), 1, graph_.directed(), &quality));
    return quality;
}

}  // namespace entente::bench
