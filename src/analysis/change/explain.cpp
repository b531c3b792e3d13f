#include "analysis/change/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/change/row_scorer.hpp"
#include "analysis/change/shares.hpp"
#include "analysis/change/tied_pairs.hpp"
#include "analysis/robustness/ranking.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "model/cited_sources.hpp"

namespace entente {

namespace {

using PairKey = std::pair<ActorId, ActorId>;

PairKey key_of(ActorId a, ActorId b) { return std::minmax(a, b); }

class Explainer {
public:
    Explainer(const Network& network, const TieSelection& selection, ActorId actor,
              const ExplainOptions& options, const Control& control)
        : network_(network),
          cited_(network),
          control_(control),
          scorer_(network, selection, {options.measure}),
          pairs_(tied_pairs(network, scorer_.rows())) {
        const auto at = std::ranges::lower_bound(scorer_.actors(), actor);
        if (at == scorer_.actors().end() || *at != actor)
            throw Error(Fault::usage, fmt::format("'{}' is not among the actors selected; leave out --kind, "
                                                  "--largest-component or --project",
                                                  network.id(actor)));
        place_ = static_cast<std::size_t>(at - scorer_.actors().begin());
        result_.actor = actor;
        result_.measure = options.measure;
        result_.by = options.by;
    }

    Explanation run() {
        set_value();
        set_shares();
        result_.parts = result_.by == ExplainBy::tie        ? by_tie()
                        : result_.by == ExplainBy::actor    ? by_actor()
                        : result_.by == ExplainBy::relation ? by_name(relations(), &Explainer::relation_names)
                                                            : by_name(sources(), &Explainer::source_names);
        if (!network_.projected) result_.sources = sources();  // else a row rests on two, each with its own
        if (result_.by == ExplainBy::source) keep_near(result_.parts);
        if (result_.sources.size() > most_tried)
            result_.remarks.push_back(
                fmt::format("of {} sources only those that back a tie of the actor are left out in turn",
                            result_.sources.size()));
        keep_near(result_.sources);
        leave_out(result_.parts);
        leave_out(result_.sources);
        drop_idle();
        sort_parts();
        return std::move(result_);
    }

private:
    void set_value() {
        const std::vector<double> all = scorer_.values(scorer_.rows(), control_).front();
        const Ranking ranks = ranking(all);
        result_.value = all[place_];
        result_.of = static_cast<std::uint64_t>(
            std::ranges::count_if(all, [](double value) { return !std::isnan(value); }));
        if (std::isnan(result_.value)) return;
        result_.rank = ranks.rank[place_];
        result_.level = static_cast<std::uint64_t>(std::ranges::count(ranks.rank, ranks.rank[place_]) - 1);
    }

    void set_shares() {
        const Graph graph = scorer_.graph(scorer_.rows());
        const std::vector<double> all = scorer_.values(scorer_.rows(), control_).front();
        std::vector<double> of_graph;
        for (std::size_t i = 0, at = 0; i < graph.actors.size(); ++i) {
            while (scorer_.actors()[at] != graph.actors[i]) ++at;
            of_graph.push_back(all[at]);
        }
        shares_ = shares_of(result_.measure, scorer_.network_of(scorer_.rows()), scorer_.selection(), graph,
                            result_.actor, of_graph, control_);
        result_.additive = shares_.exact;
        result_.rest = shares_.exact ? shares_.rest : undefined;
        for (const Share& share : shares_.by_tie)
            tie_share_[key_of(share.actor, share.other)] += share.amount;
        if (!shares_.by_actor.empty() && shares_.by_actor_is.starts_with("the pair")) {
            for (const Share& share : shares_.by_actor)
                result_.pairs.push_back({share.actor, share.other, share.amount});
            std::ranges::stable_sort(result_.pairs, std::greater<>(), &PairShare::share);
        }
        result_.share_is = result_.by == ExplainBy::actor ? shares_.by_actor_is : shares_.by_tie_is;
        if (result_.by == ExplainBy::actor && !result_.pairs.empty())
            result_.share_is += ", half to either of its two";
    }

    double share_or_undefined(double share) const { return result_.additive ? share : undefined; }

    std::vector<ExplainedPart> by_tie() {
        std::vector<char> near(network_.actor_count(), 0);
        near[index(result_.actor)] = 1;
        for (const TiedPair& pair : pairs_) {
            if (pair.source == result_.actor) near[index(pair.target)] = 1;
            if (pair.target == result_.actor) near[index(pair.source)] = 1;
        }
        const bool all = pairs_.size() <= most_tried;
        if (!all)
            result_.remarks.push_back(fmt::format(
                "of {} tied pairs only those with a share, of the actor and among its neighbors are left out "
                "in turn",
                pairs_.size()));
        std::vector<ExplainedPart> parts;
        for (const TiedPair& pair : pairs_) {
            const auto share = tie_share_.find(key_of(pair.source, pair.target));
            const bool has_share = share != tie_share_.end();
            if (!all && !has_share && (!near[index(pair.source)] || !near[index(pair.target)])) continue;
            parts.push_back({.source = pair.source, .target = pair.target, .name = {}, .rows = pair.rows});
            parts.back().share = share_or_undefined(has_share ? share->second : 0);
        }
        return parts;
    }

    std::vector<ExplainedPart> by_actor() {
        std::map<ActorId, double> amounts;
        for (const Share& share : shares_.by_actor) {
            amounts[share.actor] += share.amount / 2;
            amounts[share.other] += share.amount / 2;
        }
        std::map<ActorId, ExplainedPart> parts;
        for (const TiedPair& pair : pairs_) {
            for (const ActorId other : {pair.source, pair.target}) {
                if (other == result_.actor) continue;
                ExplainedPart& part = parts[other];
                part.source = part.target = other;
                part.rows.insert(part.rows.end(), pair.rows.begin(), pair.rows.end());
            }
        }
        std::vector<ExplainedPart> result;
        for (auto& [other, part] : parts) {
            std::ranges::sort(part.rows);
            part.share = share_or_undefined(amounts.contains(other) ? amounts[other] : 0);
            result.push_back(std::move(part));
        }
        return result;
    }

    using Names = std::vector<std::string_view> (Explainer::*)(TieId) const;

    std::vector<std::string_view> relation_names(TieId row) const {
        return {network_.ties.relation[index(row)]};
    }
    std::vector<std::string_view> source_names(TieId row) const {
        std::vector<std::string_view> names = cited_.of(row);
        if (names.empty()) names.emplace_back();
        return names;
    }

    std::vector<ExplainedPart> relations() const {
        std::vector<ExplainedPart> parts;
        std::map<std::string_view, std::size_t> known;
        for (const TieId row : scorer_.rows()) {
            const std::string_view name = network_.ties.relation[index(row)];
            const auto [at, fresh] = known.try_emplace(name, parts.size());
            if (fresh) parts.push_back({.name = std::string(name), .rows = {}});
            parts[at->second].rows.push_back(row);
        }
        return parts;
    }

    // The rows that a source alone backs; rows without a source are nobody's.
    std::vector<ExplainedPart> sources() const {
        std::vector<ExplainedPart> parts;
        std::map<std::string_view, std::size_t> known;
        for (const TieId row : scorer_.rows()) {
            const std::vector<std::string_view> names = cited_.of(row);
            for (const std::string_view name : names) {
                const auto [at, fresh] = known.try_emplace(name, parts.size());
                if (fresh) parts.push_back({.name = std::string(name), .rows = {}});
                if (names.size() == 1) parts[at->second].rows.push_back(row);
            }
        }
        return parts;
    }

    // Of more than most_tried sources those with a share and those that back a tie of the actor.
    void keep_near(std::vector<ExplainedPart>& parts) const {
        if (parts.size() <= most_tried) return;
        const auto of_actor = [&](TieId row) {
            return network_.ties.source[index(row)] == result_.actor ||
                   network_.ties.target[index(row)] == result_.actor;
        };
        std::erase_if(parts, [&](const ExplainedPart& part) {
            return !(std::abs(part.share) > 0) && std::ranges::none_of(part.rows, of_actor);
        });
    }

    // Whether a share can rest on a row of its pair: on one of its sign, and of its way if directions count.
    bool carries(const Share& share, TieId row) const {
        if (share.sign && network_.sign(row) != *share.sign) return false;
        if (share.way == Way::either || !scorer_.one_way(row)) return true;
        const bool from_source = scorer_.selection().direction != Direction::reversed;
        const ActorId from = (from_source ? network_.ties.source : network_.ties.target)[index(row)];
        return (from == share.actor) == (share.way == Way::leaving);
    }

    // Shares of ties spread by strength over the rows that they can rest on, and of rows over their names
    // evenly.
    std::vector<ExplainedPart> by_name(std::vector<ExplainedPart> parts, Names names_of) {
        std::map<PairKey, std::size_t> place_of;
        for (std::size_t i = 0; i < pairs_.size(); ++i)
            place_of.emplace(key_of(pairs_[i].source, pairs_[i].target), i);
        std::map<std::string, double, std::less<>> amounts;
        for (const Share& share : shares_.by_tie) {
            std::vector<TieId> rows = pairs_[place_of.at(key_of(share.actor, share.other))].rows;
            std::erase_if(rows, [&](TieId row) { return !carries(share, row); });
            double total = 0;
            for (const TieId row : rows) total += network_.strength(row);
            for (const TieId row : rows) {
                const double part =
                    total > 0 ? network_.strength(row) / total : 1 / static_cast<double>(rows.size());
                const std::vector<std::string_view> names = (this->*names_of)(row);
                for (const std::string_view name : names)
                    amounts[std::string(name)] += share.amount * part / static_cast<double>(names.size());
            }
        }
        if (amounts.contains("") && std::ranges::find(parts, "", &ExplainedPart::name) == parts.end()) {
            parts.push_back({.name = {}, .rows = {}});
            for (const TieId row : scorer_.rows()) {
                if ((this->*names_of)(row).front().empty()) parts.back().rows.push_back(row);
            }
        }
        for (ExplainedPart& part : parts)
            part.share = share_or_undefined(amounts.contains(part.name) ? amounts[part.name] : 0);
        return parts;
    }

    void leave_out(std::vector<ExplainedPart>& parts) const {
        Control alone = control_;
        alone.threads = 1;
        alone.progress = {};
        parallel_blocks(parts.size(), control_, [&](std::size_t i, unsigned) {
            const std::vector<double> values =
                scorer_.values(rows_without(scorer_.rows(), parts[i].rows), alone).front();
            parts[i].without = values[place_];
            if (!std::isnan(values[place_])) parts[i].rank_without = ranking(values).rank[place_];
        });
    }

    double difference(const ExplainedPart& part) const {
        if (std::isnan(result_.value) || std::isnan(part.without))
            return std::isnan(result_.value) == std::isnan(part.without)
                       ? 0
                       : std::numeric_limits<double>::infinity();
        return std::abs(result_.value - part.without);
    }

    void drop_idle() {
        const double least = 1e-12 * std::max(1.0, std::abs(result_.value));
        std::erase_if(result_.parts, [&](const ExplainedPart& part) {
            const bool same_rank = part.rank_without == result_.rank ||
                                   (std::isnan(part.rank_without) && std::isnan(result_.rank));
            return !(std::abs(part.share) > 0) && difference(part) <= least && same_rank;
        });
    }

    void sort_parts() {
        std::ranges::stable_sort(result_.parts, [&](const ExplainedPart& a, const ExplainedPart& b) {
            const double share_a = result_.additive ? std::abs(a.share) : 0,
                         share_b = result_.additive ? std::abs(b.share) : 0;
            if (std::abs(share_a - share_b) > 1e-12 * std::max(share_a, share_b)) return share_a > share_b;
            return difference(a) > difference(b);
        });
        const auto rank = [](const ExplainedPart& part) {
            return std::isnan(part.rank_without) ? std::numeric_limits<double>::infinity()
                                                 : part.rank_without;
        };
        std::ranges::stable_sort(result_.sources, [&](const ExplainedPart& a, const ExplainedPart& b) {
            const double from_a = std::abs(rank(a) - result_.rank), from_b = std::abs(rank(b) - result_.rank);
            if (from_a != from_b) return from_a > from_b;
            return difference(a) > difference(b);
        });
    }

    const Network& network_;
    CitedSources cited_;
    const Control& control_;
    RowScorer scorer_;
    std::vector<TiedPair> pairs_;
    std::size_t place_ = 0;
    Shares shares_;
    std::map<PairKey, double> tie_share_;
    Explanation result_;
};

}  // namespace

Explanation explain(const Network& network, const TieSelection& selection, ActorId actor,
                    const ExplainOptions& options, const Control& control) {
    return Explainer(network, selection, actor, options, control).run();
}

}  // namespace entente
