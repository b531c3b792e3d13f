#include "study/figures/difference_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/change/one_footing.hpp"
#include "model/merged_ties.hpp"
#include "study/figures/figures.hpp"

namespace entente::study {

namespace {

// The old and the new rows in one network of the difference's actors; `fate` by row.
struct Both {
    Network network;
    std::vector<render::Fate> fate;
    std::vector<std::pair<ActorId, ActorId>> turned;
};

std::vector<TieId> rows_of(const Network& network, TieSelection ties) {
    ties.signs = SignFilter::all;
    return select_rows(network, ties);
}

void add_row(Both& both, const Network& from, TieId row, const std::vector<ActorId>& actor,
             render::Fate fate) {
    const std::size_t i = index(row);
    TieTable& ties = both.network.ties;
    ties.source.push_back(actor[index(from.ties.source[i])]);
    ties.target.push_back(actor[index(from.ties.target[i])]);
    ties.relation.push_back(from.ties.relation[i]);
    ties.sign.push_back(from.sign(row));
    ties.strength.push_back(from.strength(row));
    ties.directed.push_back(from.directed(row));
    ties.period.push_back(from.has_dates() ? from.ties.period[i] : Period{});
    ties.confidence.push_back(from.confidence(row));
    ties.citation.push_back(from.ties.citation[i]);
    ties.note.push_back(from.ties.note[i]);
    ties.place.push_back(from.ties.place.empty() ? RowPlace{} : from.ties.place[i]);
    both.fate.push_back(fate);
}

std::string moved_label(ActorId actor, const Difference& difference) {
    const std::string label(difference.actors.label[index(actor)]);
    if (difference.measures.empty()) return label;
    const double moved = difference.measures.front().moves[index(actor)].moved();
    if (moved > 0) return fmt::format("{} ▲{}", label, moved);
    return moved < 0 ? fmt::format("{} ▼{}", label, -moved) : label;
}

Both rows_of_both(const DiffSide& old_side, const DiffSide& new_side, const Difference& difference) {
    const Network &before = old_side.network, &after = new_side.network;
    Both both;
    both.network.files = after.files;
    both.network.relations = after.relations;
    both.network.sources = after.sources;
    both.network.info = after.info;
    std::vector<char> old_goes(before.tie_count(), 0), new_comes(after.tie_count(), 0);
    for (const Change& change : difference.changes) {
        const bool turns = change.kind == ChangeKind::sign;
        if (change.old_row && (turns || change.kind == ChangeKind::gone))
            old_goes[index(*change.old_row)] = 1;
        if (change.new_row && (turns || change.kind == ChangeKind::added))
            new_comes[index(*change.new_row)] = 1;
        if (turns)
            both.turned.emplace_back(std::min(change.source, change.target),
                                     std::max(change.source, change.target));
    }
    for (const TieId row : rows_of(after, new_side.selection)) {
        const bool comes = new_comes[index(row)] != 0;
        add_row(both, after, row, difference.new_actor, comes ? render::Fate::added : render::Fate::same);
    }
    for (const TieId row : rows_of(before, old_side.selection)) {
        if (old_goes[index(row)] != 0) add_row(both, before, row, difference.old_actor, render::Fate::gone);
    }
    return both;
}

// All rows of one fate, or what is there in both.
render::Fate fate_of(const Both& both, const render::PictureTie& tie) {
    const render::Fate first = both.fate[index(tie.rows.front())];
    const bool all = std::ranges::all_of(tie.rows, [&](TieId row) { return both.fate[index(row)] == first; });
    return all ? first : render::Fate::same;
}

}  // namespace

render::ChangePicture change_picture(const DiffSide& before, const DiffSide& after,
                                     const Difference& difference, std::uint64_t seed,
                                     const Control& control) {
    const OneFooting footing(before, after);
    const DiffSide old_side = footing.before(before), new_side = footing.after(after);
    Both both = rows_of_both(old_side, new_side, difference);
    std::vector<char> shown(difference.actors.size(), 0);
    for (const auto* ends : {&both.network.ties.source, &both.network.ties.target}) {
        for (const ActorId actor : *ends) shown[index(actor)] = 1;
    }
    for (const auto* list : {&difference.added, &difference.gone}) {
        for (const ActorId actor : *list) shown[index(actor)] = 1;
    }
    both.network.actors = difference.actors;
    both.network.actors.label = {};
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < difference.actors.size(); ++i) {
        const auto actor = static_cast<ActorId>(i);
        both.network.actors.label.push_back(moved_label(actor, difference));
        if (shown[i] != 0) actors.push_back(actor);
    }
    std::vector<TieId> rows;
    for (std::size_t i = 0; i < both.network.tie_count(); ++i) rows.push_back(static_cast<TieId>(i));
    render::ChangePicture result;
    TieSelection ties = new_side.selection;
    ties.window.reset();
    ties.signs = SignFilter::all;
    render::PictureOptions options;
    options.title = difference.same()            ? "Nothing differs"
                    : difference.changes.empty() ? "No actor comes or goes and no tie differs"
                                                 : "";
    result.network =
        render::picture_of(both.network, actors,
                           bundles_of(both.network, ties, resolve(both.network, ties, rows), rows), options);
    result.layout = laid_out(result.network, "auto", seed, control);
    for (const render::PictureNode& node : result.network.nodes) {
        const auto is_in = [&](const std::vector<ActorId>& list) {
            return std::ranges::find(list, node.actor) != list.end();
        };
        result.actors.push_back(is_in(difference.added)  ? render::Fate::added
                                : is_in(difference.gone) ? render::Fate::gone
                                                         : render::Fate::same);
    }
    for (std::size_t t = 0; t < result.network.ties.size(); ++t) {
        const render::PictureTie& tie = result.network.ties[t];
        result.ties.push_back(fate_of(both, tie));
        const ActorId a = result.network.nodes[tie.source].actor, b = result.network.nodes[tie.target].actor;
        const bool turned = std::ranges::any_of(
            both.turned, [&](const auto& pair) { return pair == std::pair(std::min(a, b), std::max(a, b)); });
        if (turned && result.ties.back() == render::Fate::added) result.turned.push_back(t);
    }
    for (const Change& change : difference.changes) {
        result.rows_added += change.kind == ChangeKind::added ? 1 : 0;
        result.rows_gone += change.kind == ChangeKind::gone ? 1 : 0;
        result.rows_turned += change.kind == ChangeKind::sign ? 1 : 0;
    }
    if (!difference.measures.empty())
        result.note = "▲ ▼ places moved by " + difference.measures.front().measure;
    return result;
}

}  // namespace entente::study
