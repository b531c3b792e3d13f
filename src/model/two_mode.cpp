#include "model/two_mode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente {

namespace {

constexpr std::uint64_t least_rows = 5, least_actors = 2;

using Kinds = std::set<std::string_view>;

struct Ends {
    std::vector<std::uint8_t> source, target;  // actor -> whether a tie has it there
    std::uint64_t rows = 0;
};

Ends ends_of(const Network& network) {
    Ends ends{std::vector<std::uint8_t>(network.actor_count(), 0),
              std::vector<std::uint8_t>(network.actor_count(), 0)};
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const ActorId source = network.ties.source[row], target = network.ties.target[row];
        if (source == target) continue;
        ends.source[index(source)] = ends.target[index(target)] = 1;
        ++ends.rows;
    }
    return ends;
}

// The kinds of the actors of a mode; empty where one of them has none.
Kinds kinds_of(const Network& network, const TwoMode& modes, Mode mode) {
    Kinds kinds;
    for (std::size_t i = 0; i < modes.of.size(); ++i) {
        if (modes.of[i] != mode) continue;
        if (network.actors.kind[i].empty()) return {};
        kinds.insert(network.actors.kind[i]);
    }
    return kinds;
}

void place_by_kind(const Network& network, TwoMode& modes) {
    const Kinds sources = kinds_of(network, modes, Mode::source),
                targets = kinds_of(network, modes, Mode::target);
    for (std::size_t i = 0; i < modes.of.size(); ++i) {
        if (modes.of[i] != Mode::none) continue;
        const bool like_sources = sources.contains(network.actors.kind[i]),
                   like_targets = targets.contains(network.actors.kind[i]);
        if (like_sources == like_targets) continue;
        modes.of[i] = like_sources ? Mode::source : Mode::target;
        ++(like_sources ? modes.sources : modes.targets);
    }
}

std::optional<std::size_t> on_both_sides(const Ends& ends) {
    for (std::size_t i = 0; i < ends.source.size(); ++i) {
        if (ends.source[i] && ends.target[i]) return i;
    }
    return std::nullopt;
}

// One tie of an actor to a partner that others may share: several rows that hold at the same time are one.
struct Share {
    std::uint32_t actor = 0, row = 0;
    Sign sign = Sign::none;
    Period period = {};
    double confidence = 1;
    std::string citation = {};
};

bool overlap(const Period& a, const Period& b) {
    return a.start.earliest <= b.end.latest && b.start.earliest <= a.end.latest;
}

Period both(const Period& a, const Period& b) {
    return {{std::max(a.start.earliest, b.start.earliest), std::max(a.start.latest, b.start.latest)},
            {std::min(a.end.earliest, b.end.earliest), std::min(a.end.latest, b.end.latest)}};
}

Period either(const Period& a, const Period& b) {
    return {{std::min(a.start.earliest, b.start.earliest), std::min(a.start.latest, b.start.latest)},
            {std::max(a.end.earliest, b.end.earliest), std::max(a.end.latest, b.end.latest)}};
}

Sign product(Sign a, Sign b) {
    if (a == Sign::none || b == Sign::none) return Sign::none;
    return a == b ? Sign::positive : Sign::negative;
}

// Each of the citations once.
std::string both_cited(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty() || a == b) return a.empty() ? b : a;
    return a + "; " + b;
}

class Projector {
public:
    Projector(const Network& network, const TwoMode& modes, Mode mode)
        : network_(network), number_(network.actor_count(), 0), shares_(network.actor_count()) {
        copy_actors(modes, mode);
        result_.relations = network.relations;
        result_.sources = network.sources;
        result_.files = network.files;
        result_.info = network.info;
        result_.projected = true;
        collect(mode);
    }

    Network run() && {
        std::uint64_t rows = 0;
        for (const std::vector<Share>& shares : shares_) rows += shares.size() * (shares.size() - 1) / 2;
        if (rows > limits.projected_rows) {
            throw Error(Fault::usage,
                        fmt::format("--project would make {} ties, one for each partner that two actors "
                                    "share; up to {} are made: leave out the partners of most actors",
                                    rows, limits.projected_rows));
        }
        for (std::size_t partner = 0; partner < shares_.size(); ++partner) {
            const std::vector<Share>& shares = shares_[partner];
            for (std::size_t i = 0; i < shares.size(); ++i) {
                for (std::size_t j = i + 1; j < shares.size(); ++j) {
                    if (shares[i].actor != shares[j].actor && overlap(shares[i].period, shares[j].period))
                        add(partner, shares[i], shares[j]);
                }
            }
        }
        return std::move(result_);
    }

private:
    void copy_actors(const TwoMode& modes, Mode mode) {
        const ActorTable& actors = network_.actors;
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < actors.size(); ++i) {
            if (modes.of[i] != mode) continue;
            number_[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(i);
        }
        const auto copy = [&kept](const TextColumn& from, TextColumn& to) {
            if (from.empty()) return;
            for (const std::size_t i : kept) to.push_back(from[i]);
        };
        copy(actors.id, result_.actors.id);
        copy(actors.label, result_.actors.label);
        copy(actors.kind, result_.actors.kind);
        for (const AttributeColumn& column : actors.attributes) {
            result_.actors.attributes.push_back({column.name, {}});
            copy(column.cells, result_.actors.attributes.back().cells);
        }
    }

    void collect(Mode mode) {
        const TieTable& ties = network_.ties;
        const auto& own = mode == Mode::source ? ties.source : ties.target;
        const auto& partner = mode == Mode::source ? ties.target : ties.source;
        for (std::size_t row = 0; row < ties.size(); ++row) {
            if (own[row] == partner[row]) continue;
            shares_[index(partner[row])].push_back(
                {static_cast<std::uint32_t>(index(own[row])), static_cast<std::uint32_t>(row),
                 network_.sign(static_cast<TieId>(row)), network_.has_dates() ? ties.period[row] : Period{},
                 network_.confidence(static_cast<TieId>(row)),
                 ties.citation.empty() ? std::string() : std::string(ties.citation[row])});
        }
        for (std::vector<Share>& shares : shares_) join_repeated(shares);
    }

    // Rows of an actor that say the same of the same time are one, whatever their order: held by the surest
    // of them, cited by all.
    static void join_repeated(std::vector<Share>& shares) {
        std::ranges::stable_sort(shares, [](const Share& a, const Share& b) {
            const auto key = [](const Share& of) {
                return std::tuple(of.actor, of.sign, of.period.start.earliest);
            };
            return key(a) < key(b);
        });
        std::vector<Share> kept;
        for (Share& share : shares) {
            if (kept.empty() || kept.back().actor != share.actor || kept.back().sign != share.sign ||
                !overlap(kept.back().period, share.period)) {
                kept.push_back(std::move(share));
                continue;
            }
            Share& known = kept.back();
            known.row = std::min(known.row, share.row);
            known.period = either(known.period, share.period);
            known.confidence = std::max(known.confidence, share.confidence);
            known.citation = both_cited(known.citation, share.citation);
        }
        std::ranges::sort(kept, {}, &Share::row);
        shares = std::move(kept);
    }

    void add(std::size_t partner, const Share& a, const Share& b) {
        TieTable& to = result_.ties;
        const TieTable& from = network_.ties;
        to.source.push_back(static_cast<ActorId>(number_[a.actor]));
        to.target.push_back(static_cast<ActorId>(number_[b.actor]));
        to.strength.push_back(1);
        if (network_.has_signs()) to.sign.push_back(product(a.sign, b.sign));
        if (network_.has_dates()) to.period.push_back(both(a.period, b.period));
        if (network_.has_confidences()) to.confidence.push_back(a.confidence * b.confidence);
        if (!from.relation.empty())
            to.relation.push_back(from.relation[a.row] == from.relation[b.row] ? from.relation[a.row] : "");
        if (!from.citation.empty()) to.citation.push_back(both_cited(a.citation, b.citation));
        to.note.push_back(network_.actors.label[partner]);
        if (!from.place.empty()) to.place.push_back(from.place[a.row]);
    }

    const Network& network_;
    Network result_;
    std::vector<std::uint32_t> number_;       // actor -> its place in the result
    std::vector<std::vector<Share>> shares_;  // partner -> the ties to it
};

}  // namespace

std::optional<TwoMode> modes_of(const Network& network) {
    const Ends ends = ends_of(network);
    if (ends.rows == 0 || on_both_sides(ends)) return std::nullopt;
    TwoMode modes{.of = std::vector<Mode>(network.actor_count(), Mode::none)};
    for (std::size_t i = 0; i < modes.of.size(); ++i) {
        if (ends.source[i]) modes.of[i] = Mode::source;
        if (ends.target[i]) modes.of[i] = Mode::target;
        modes.sources += ends.source[i];
        modes.targets += ends.target[i];
    }
    if (!network.actors.kind.empty()) place_by_kind(network, modes);
    return modes;
}

std::optional<TwoMode> two_mode(const Network& network) {
    if (network.projected) return std::nullopt;
    std::optional<TwoMode> modes = modes_of(network);
    if (!modes || modes->sources < least_actors || modes->targets < least_actors) return std::nullopt;
    if (ends_of(network).rows < least_rows) return std::nullopt;
    Kinds sources;
    for (const Mode mode : {Mode::source, Mode::target}) {
        for (std::size_t i = 0; i < modes->of.size(); ++i) {
            const std::string_view kind = network.actors.kind[i];
            if (modes->of[i] != mode || kind.empty()) continue;
            if (mode == Mode::source) sources.insert(kind);
            else if (sources.contains(kind)) return std::nullopt;
        }
    }
    return modes;
}

Network project(const Network& network, Projection mode) {
    const std::optional<TwoMode> modes = modes_of(network);
    if (!modes) {
        const std::optional<std::size_t> both = on_both_sides(ends_of(network));
        throw Error(Fault::usage,
                    both ? fmt::format("--project needs two-mode data, in which no source is a target, but "
                                       "'{}' is both",
                                       network.actors.label[*both])
                         : std::string("--project needs two-mode data, but there are no ties"));
    }
    return Projector(network, *modes, mode == Projection::source ? Mode::source : Mode::target).run();
}

std::string described(const Network& network, const TwoMode& modes) {
    const auto mode = [&](Mode which, std::uint64_t count, const char* ends) {
        const Kinds kinds = kinds_of(network, modes, which);
        return fmt::format("{}{}", counted(count, ends),
                           kinds.size() == 1 ? fmt::format(" ({})", *kinds.begin()) : "");
    };
    return fmt::format("{} and {}", mode(Mode::source, modes.sources, "source"),
                       mode(Mode::target, modes.targets, "target"));
}

}  // namespace entente
