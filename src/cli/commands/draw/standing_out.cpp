#include "cli/commands/draw/standing_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/prose.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/terminal/messages.hpp"
#include "graph/paths/shortest_paths.hpp"

namespace entente::cli {

namespace {

constexpr std::string_view of_community = "community:";

bool tied(const study::SelectedData& view, ActorId a, ActorId b) {
    const std::pair<ActorId, ActorId> pair = std::minmax(a, b);
    return std::ranges::any_of(view.graph.merged.ties, [&](const MergedTie& tie) {
        return std::minmax({tie.source, tie.target}) == pair;
    });
}

// The actors of the first of the shortest paths in the direction of the ties, else against it; none where
// there is no path.
std::vector<ActorId> way_between(const Graph& graph, Vertex from, Vertex to) {
    if (const ShortestPaths ways = shortest_paths(graph, from, to, 1); !ways.paths.empty())
        return ways.paths.front().actors;
    const ShortestPaths back = shortest_paths(graph, to, from, 1);
    if (back.paths.empty()) return {};
    return {back.paths.front().actors.rbegin(), back.paths.front().actors.rend()};
}

bool is_actor(const Network& network, const std::string& word) {
    for (std::size_t i = 0; i < network.actor_count(); ++i) {
        if (network.actors.id[i] == word || network.actors.label[i] == word) return true;
    }
    return false;
}

// A community by one of its actors, else by its number. Throws Error(Fault::usage) where there is none.
std::uint32_t community_named(Context& context, const Network& network, const std::string& name,
                              const Partition& partition) {
    const auto number = parse_number(name);
    if (!number || is_actor(network, name)) {
        const ActorId actor = actor_named(context, network, name);
        const auto at = std::ranges::find(partition.actors, actor);
        if (at != partition.actors.end())
            return partition.community[static_cast<std::size_t>(at - partition.actors.begin())];
        throw Error(Fault::usage,
                    fmt::format("the actor '{}' is in no community: it is not among the actors selected",
                                network.label(actor)));
    }
    if (*number >= 1 && *number <= partition.count && std::trunc(*number) == *number)
        return static_cast<std::uint32_t>(*number);
    throw Error(Fault::usage, partition.count == 0
                                  ? fmt::format("there is no community '{}': there are no communities", name)
                                  : fmt::format("there is no community '{}'; they are numbered 1 to {}", name,
                                                partition.count));
}

}  // namespace

std::vector<ActorId> actors_named(Context& context, const Network& network,
                                  const std::vector<std::string>& words) {
    std::vector<ActorId> actors;
    for (const std::string& word : words) actors.push_back(actor_named(context, network, word));
    return actors;
}

void require_drawn(const Network& network, const std::vector<ActorId>& actors,
                   const std::vector<ActorId>& wanted, std::string_view option, bool ego) {
    for (const ActorId actor : wanted) {
        if (std::ranges::find(actors, actor) != actors.end()) continue;
        throw Error(
            Fault::usage,
            fmt::format("the actor '{}' of {} is not drawn: it is not {}", network.label(actor), option,
                        ego ? "tied to the actor of --ego; leave one of the two options out"
                            : "among the actors selected"));
    }
}

std::vector<ActorId> path_drawn(Context& context, const study::SelectedData& view,
                                const std::vector<ActorId>& drawn, const std::vector<ActorId>& wanted) {
    if (wanted.empty()) return wanted;
    const Network& network = view.network();
    const auto vertex = [&](ActorId actor) {
        return static_cast<Vertex>(std::ranges::find(view.graph.actors, actor) - view.graph.actors.begin());
    };
    std::vector<ActorId> path{wanted.front()};
    std::vector<std::string> missing;
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        const ActorId from = wanted[i - 1], to = wanted[i];
        if (from == to)
            throw Error(Fault::usage, fmt::format("--path names '{}' twice in a row; a path leads from one "
                                                  "actor to another",
                                                  network.label(from)));
        std::vector<ActorId> way;
        if (!tied(view, from, to)) way = way_between(view.graph, vertex(from), vertex(to));
        const bool shown = std::ranges::all_of(
            way, [&](ActorId actor) { return std::ranges::find(drawn, actor) != drawn.end(); });
        if (shown && way.size() > 2) {
            std::vector<std::string> over;
            for (std::size_t k = 1; k + 1 < way.size(); ++k) over.emplace_back(network.label(way[k]));
            note(context, fmt::format("'{}' and '{}' are not tied; the shortest path leads over {}",
                                      network.label(from), network.label(to), listed(over)));
            path.insert(path.end(), way.begin() + 1, way.end());
            continue;
        }
        if (!tied(view, from, to) && !way.empty())
            missing.push_back(
                fmt::format("the shortest path from '{}' to '{}' leads over an actor that is not drawn",
                            network.label(from), network.label(to)));
        else if (!tied(view, from, to))
            missing.push_back(
                fmt::format("no path leads from '{}' to '{}', which follow each other in --path",
                            network.label(from), network.label(to)));
        path.push_back(to);
    }
    if (missing.size() + 1 == wanted.size()) throw Error(Fault::usage, missing.front());
    for (const std::string& step : missing) note(context, step);
    return path;
}

void highlight(Context& context, const Network& network, const std::vector<std::string>& words,
               render::PictureOptions& options) {
    for (const std::string& word : words) {
        const std::size_t arrow = word.find("->"), dashes = word.find("--"), at = std::min(arrow, dashes);
        if (at == std::string::npos || is_actor(network, word)) {
            if (!word.starts_with(of_community))
                options.highlight.push_back(actor_named(context, network, word));
            continue;
        }
        options.highlight_ties.push_back(
            {actor_named(context, network, std::string(trimmed(word.substr(0, at)))),
             actor_named(context, network, std::string(trimmed(word.substr(at + 2)))), arrow < dashes});
    }
}

void require_ties_drawn(const Network& network, const render::Picture& picture,
                        const std::vector<render::TieNamed>& wanted) {
    for (const render::TieNamed& named : wanted) {
        const bool drawn = std::ranges::any_of(picture.ties, [&](const render::PictureTie& tie) {
            const ActorId source = picture.nodes[tie.source].actor, target = picture.nodes[tie.target].actor;
            const bool there = source == named.a && target == named.b,
                       back = source == named.b && target == named.a;
            return named.one_way ? (there && tie.to_target) || (back && tie.to_source) : there || back;
        });
        if (!drawn)
            throw Error(Fault::usage,
                        fmt::format("no tie from '{}' to '{}' is drawn that --highlight could show{}",
                                    network.label(named.a), network.label(named.b),
                                    named.one_way ? "; A--B means either direction" : ""));
    }
}

bool names_community(const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [](const std::string& word) { return word.starts_with(of_community); });
}

void highlight_communities(Context& context, const Network& network, const std::vector<std::string>& words,
                           const Partition& partition, render::PictureOptions& options) {
    for (const std::string& word : words) {
        if (!word.starts_with(of_community)) continue;
        const std::uint32_t group =
            community_named(context, network, word.substr(of_community.size()), partition);
        for (std::size_t i = 0; i < partition.actors.size(); ++i) {
            if (partition.community[i] == group) options.highlight.push_back(partition.actors[i]);
        }
    }
}

}  // namespace entente::cli
