// Sizes up to which things are done, and what is done beyond: policy in one place, listed by `entente list
// limits`, printed in manifest.json, explained in docs/methods.md.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

struct Limits {
    std::uint64_t all_measures = 2000;
    std::uint64_t tie_betweenness = 5000;
    std::uint64_t path_visits = 20'000'000'000, path_visits_by_length = 5'000'000'000;
    std::uint64_t projected_rows = 5'000'000;
    std::uint64_t balance_steps = 500'000'000, balance_proof_steps = 2'000'000'000;
    std::uint64_t balance_draws_rows = 20'000, balance_draws = 200;
    std::uint64_t timeline_balance_rows = 20'000;
    std::uint64_t robustness = 1000, robustness_many = 500;
    std::uint64_t robustness_replicates = 200, robustness_replicates_of_many = 100;
    std::uint64_t figures = 20'000, figures_rows = 100'000;
    std::uint64_t walk_balance = 20'000, walk_balance_in_passing = 2000;
    std::uint64_t walk_balance_visits = 5'000'000'000;
    std::uint64_t all_walks = 2000;
    std::uint64_t optimal_communities = 150;
    std::uint64_t key_player_distances = 3000;
    std::uint64_t rank_pairs = 1000, rows_left_out = 500, sources_left_out = 500;
    std::uint64_t exact_distances = 20'000, distance_sample = 1000;
    std::uint64_t betweenness_in_passing = 5'000'000'000;
    std::uint64_t told_steps = 4'000'000'000;
    std::uint64_t table_rows_of_page = 500;
};

inline constexpr Limits limits{};

struct LimitRow {
    std::string_view name;
    std::uint64_t Limits::*value;
    std::string_view unit;     // "actors"
    std::string_view meaning;  // what is done up to there, and beyond
};

// Every member of Limits, in order.
std::span<const LimitRow> limit_rows();

}  // namespace entente
