#include "model/network.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

std::string list_of(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += fmt::format("{}'{}'", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
    return text;
}

// What somebody may have meant by a word that is no actor: the nearest of `names` (ids, then labels), the
// ones that contain the word, or else who there is at all.
std::string actors_instead(const Network& network, std::string_view word,
                           const std::vector<std::string_view>& names) {
    if (const auto meant = nearest(word, names)) return fmt::format("did you mean '{}'?", *meant);
    constexpr std::size_t most = 5;
    std::vector<std::string_view> within;
    for (std::size_t i = 0; i < network.actor_count() && within.size() < most && character_count(word) >= 3;
         ++i) {
        const std::string_view label = network.actors.label[i];
        if (lower(label).find(lower(word)) != std::string::npos) within.push_back(label);
    }
    if (!within.empty()) return fmt::format("did you mean {}?", list_of(within));
    const std::size_t shown = std::min(most, network.actor_count());
    std::string text = "the ids are ";
    for (std::size_t i = 0; i < shown; ++i)
        text += fmt::format("{}'{}'", i == 0 ? "" : ", ", network.actors.id[i]);
    if (shown == 0) return "the data have none";
    return text +
           (network.actor_count() > shown
                ? fmt::format(
                      " and {} more, which 'entente centrality DATA --format csv' lists; labels do as well",
                      network.actor_count() - shown)
                : "; labels do as well");
}

}  // namespace

Tie Network::tie(TieId row) const {
    const std::size_t i = index(row);
    Tie tie;
    tie.source = ties.source.at(i);
    tie.target = ties.target.at(i);
    tie.relation = ties.relation[i];
    tie.sign = sign(row);
    tie.strength = strength(row);
    tie.directed = directed(row);
    if (!ties.period.empty()) tie.period = ties.period[i];
    tie.confidence = confidence(row);
    tie.citation = ties.citation[i];
    tie.note = ties.note[i];
    return tie;
}

ActorId Network::find_actor(std::string_view word) const {
    const std::string wanted = lower(word);
    std::vector<std::string_view> names;
    std::vector<ActorId> of_label;
    std::optional<ActorId> of_id;
    for (std::size_t i = 0; i < actor_count(); ++i) {
        if (actors.id[i] == word) return static_cast<ActorId>(i);
        if (!of_id && lower(actors.id[i]) == wanted) of_id = static_cast<ActorId>(i);
        if (lower(actors.label[i]) == wanted) of_label.push_back(static_cast<ActorId>(i));
        names.push_back(actors.id[i]);
    }
    if (of_id) return *of_id;
    if (of_label.size() == 1) return of_label.front();
    if (of_label.size() > 1) {
        throw Error(Fault::usage, fmt::format("{} actors are called '{}'; name one by its id: {} or {}",
                                              of_label.size(), word, id(of_label[0]), id(of_label[1])));
    }
    for (std::size_t i = 0; i < actor_count(); ++i) names.push_back(actors.label[i]);
    throw Error(Fault::usage,
                fmt::format("no actor is called '{}'; {}", word, actors_instead(*this, word, names)));
}

const Relation* Network::find_relation(std::string_view name) const {
    const auto at =
        std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.name == name; });
    return at == relations.end() ? nullptr : &*at;
}

const CitedSource* Network::find_source(std::string_view wanted) const {
    const auto at =
        std::find_if(sources.begin(), sources.end(), [&](const CitedSource& s) { return s.id == wanted; });
    return at == sources.end() ? nullptr : &*at;
}

}  // namespace entente
