#include "render/picture/picture.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>

#include "base/named.hpp"
#include "base/number.hpp"
#include "model/title.hpp"
#include "model/two_mode.hpp"
#include "render/picture/emphasis.hpp"
#include "render/picture/size_class.hpp"
#include "render/picture/text_width.hpp"
#include "render/picture/tooltip.hpp"

namespace entente::render {
namespace {

constexpr std::uint32_t absent = 0xFFFFFFFF;
constexpr std::size_t most_colors = 8;

// Index of a word in a list of different words, appended when new.
std::uint32_t place_of(std::vector<std::string>& words,
                       std::map<std::string, std::uint32_t, std::less<>>& places, std::string_view word) {
    const auto found = places.find(word);
    if (found != places.end()) return found->second;
    const auto place = static_cast<std::uint32_t>(words.size());
    words.emplace_back(word);
    places.emplace(word, place);
    return place;
}

void add_nodes(Picture& picture, const Network& network, const std::vector<ActorId>& actors) {
    std::map<std::string, std::uint32_t, std::less<>> places;
    for (const ActorId actor : actors) {
        PictureNode node;
        node.actor = actor;
        node.id = std::string(network.id(actor));
        node.label = printable(network.label(actor));
        if (trimmed(node.label).empty()) node.label = printable(node.id);
        node.kind = printable(network.kind(actor));
        node.shape = place_of(picture.kinds, places, node.kind);
        node.color = no_color;
        picture.nodes.push_back(std::move(node));
    }
}

// Where no kinds are given, the two modes of the data are told apart by shape.
void mark_modes(Picture& picture, const Network& network) {
    if (picture.kinds != std::vector<std::string>{""}) return;
    const std::optional<TwoMode> modes = two_mode(network);
    if (!modes) return;
    picture.kinds = {"source", "target"};
    picture.kinds_are_modes = true;
    for (PictureNode& node : picture.nodes) {
        const Mode mode = modes->of[index(node.actor)];
        node.shape = mode == Mode::target ? 1 : 0;
        if (mode != Mode::none) continue;
        if (picture.kinds.size() == 2) picture.kinds.emplace_back();
        node.shape = 2;
    }
}

// Where each actor of the network stands in the picture.
std::vector<std::uint32_t> node_of_actor(const Network& network, const std::vector<ActorId>& actors) {
    std::vector<std::uint32_t> nodes(network.actor_count(), absent);
    for (std::size_t i = 0; i < actors.size(); ++i) nodes[index(actors[i])] = static_cast<std::uint32_t>(i);
    return nodes;
}

void add_sizes(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    if (options.size == nullptr) return;
    picture.size_title = options.size->measure;
    std::replace(picture.size_title.begin(), picture.size_title.end(), '_', ' ');
    if (!options.size_ties.empty()) picture.size_title += " " + options.size_ties;
    for (std::size_t i = 0; i < options.size->values.size(); ++i) {
        const std::uint32_t node = options.size_actors.empty() ? static_cast<std::uint32_t>(i)
                                                               : nodes[index(options.size_actors[i])];
        if (node < picture.nodes.size()) picture.nodes[node].size = options.size->values[i];
    }
}

// Where all have the same size, sizes say nothing.
void drop_equal_sizes(Picture& picture) {
    const auto differs = [&](const PictureNode& node) { return node.size != picture.nodes[0].size; };
    if (picture.nodes.empty() || std::isnan(picture.nodes[0].size) ||
        std::any_of(picture.nodes.begin(), picture.nodes.end(), differs))
        return;
    picture.size_title.clear();
    for (PictureNode& node : picture.nodes) node.size = undefined;
}

void add_groups(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    for (std::size_t i = 0; i < options.factions.size() && i < picture.nodes.size(); ++i) {
        picture.nodes[i].faction = options.factions[i];
        if (options.factions[i] != 0)
            picture.camps = std::max<std::uint32_t>({2, picture.camps, options.factions[i]});
    }
    if (options.groups == nullptr) return;
    picture.group_count = options.groups->count;
    picture.regions = options.regions;
    for (std::size_t i = 0; i < options.groups->actors.size(); ++i) {
        const std::uint32_t node = nodes[index(options.groups->actors[i])];
        if (node != absent) picture.nodes[node].group = options.groups->community[i];
    }
}

const AttributeColumn& column_of(const Network& network, const std::string& name) {
    std::vector<std::string_view> names;
    for (const AttributeColumn& column : network.actors.attributes) {
        if (column.name == name) return column;
        names.push_back(column.name);
    }
    throw Error(Fault::usage, unknown_name("actor column", name, names));
}

// The category of every node in words, "" for none.
std::vector<std::string> categories(const Picture& picture, const Network& network,
                                    const PictureOptions& options) {
    std::vector<std::string> words(picture.nodes.size());
    std::vector<std::size_t> of_group(picture.group_count + 1, 0);  // an actor alone is no community
    for (const PictureNode& node : picture.nodes) of_group[node.group] += 1;
    const AttributeColumn* column =
        options.color == ColorBy::column ? &column_of(network, options.color_column) : nullptr;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const PictureNode& node = picture.nodes[i];
        switch (options.color) {
            case ColorBy::none:
                break;
            case ColorBy::kind:
                words[i] = node.kind;
                break;
            case ColorBy::community:
                words[i] = node.group == 0 || of_group[node.group] < 2 ? "" : std::to_string(node.group);
                break;
            case ColorBy::faction:
                words[i] = node.faction == 0 ? "" : std::to_string(node.faction);
                break;
            case ColorBy::column:
                words[i] = printable(column->cells[index(node.actor)]);
                break;
        }
    }
    return words;
}

// Communities and factions take their colors by number, other categories by how common they are; beyond the
// palette they share one color named "others".
void add_colors(Picture& picture, const Network& network, const PictureOptions& options) {
    picture.color_by = options.color;
    picture.color_title = options.color == ColorBy::kind        ? "kind"
                          : options.color == ColorBy::community ? "community"
                          : options.color == ColorBy::faction   ? (shows_blocs(picture) ? "bloc" : "faction")
                          : options.color == ColorBy::column    ? printable(options.color_column)
                                                                : "";
    const std::vector<std::string> words = categories(picture, network, options);
    const bool numbered = options.color == ColorBy::community || options.color == ColorBy::faction;
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> order;
    for (const std::string& word : words) {
        if (!word.empty() && counts[word]++ == 0) order.push_back(word);
    }
    std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
        if (numbered) return a.size() != b.size() ? a.size() < b.size() : a < b;
        return order.size() > most_colors && counts[a] > counts[b];
    });
    picture.colors.assign(order.begin(),
                          order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), most_colors)));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = std::find(picture.colors.begin(), picture.colors.end(), words[i]);
        picture.nodes[i].color = found == picture.colors.end()
                                     ? no_color
                                     : static_cast<std::uint32_t>(found - picture.colors.begin());
    }
}

// Whether two arcs of a pair would be drawn alike but for their direction.
bool alike(const Network& network, const Bundles& ties, std::size_t a, std::size_t b) {
    if (ties.ties[a].strength != ties.ties[b].strength) return false;
    std::vector<std::string_view> of_a = different_cells(network.ties.relation, ties.rows_of(a)),
                                  of_b = different_cells(network.ties.relation, ties.rows_of(b));
    std::sort(of_a.begin(), of_a.end());
    std::sort(of_b.begin(), of_b.end());
    return of_a == of_b;
}

// The line of the arc back gets a second arrowhead and the rows of this one.
void add_arc_back(PictureTie& line, std::span<const TieId> rows) {
    line.to_source = true;
    std::vector<TieId> both;
    std::merge(line.rows.begin(), line.rows.end(), rows.begin(), rows.end(), std::back_inserter(both));
    line.rows = std::move(both);
}

void add_ties(Picture& picture, const Network& network, const Bundles& ties,
              const std::vector<std::uint32_t>& nodes) {
    struct Drawn {
        std::size_t tie, line;
    };
    std::map<std::tuple<std::uint32_t, std::uint32_t, Sign>, Drawn> arcs;
    for (std::size_t t = 0; t < ties.size(); ++t) {
        const Bundle& tie = ties.ties[t];
        const std::uint32_t source = nodes[index(tie.source)], target = nodes[index(tie.target)];
        if (source == absent || target == absent) continue;
        if (tie.directed) {
            const auto back = arcs.find({target, source, tie.sign});
            if (back != arcs.end() && alike(network, ties, back->second.tie, t)) {
                PictureTie& there_and_back = picture.ties[back->second.line];
                add_arc_back(there_and_back, ties.rows_of(t));
                if (ties.counts_rows) there_and_back.strength += ties.width(t);
                continue;
            }
            arcs.insert({{source, target, tie.sign}, {t, picture.ties.size()}});
        }
        PictureTie line;
        line.source = source;
        line.target = target;
        line.sign = tie.sign;
        line.to_target = tie.directed;
        line.strength = ties.width(t);
        line.rows.assign(ties.rows_of(t).begin(), ties.rows_of(t).end());
        picture.ties.push_back(std::move(line));
    }
}

void mark_uncertain(Picture& picture, const Network& network) {
    if (!network.has_confidences()) return;
    for (PictureTie& tie : picture.ties) {
        tie.confidence = 0;
        for (const TieId row : tie.rows)
            tie.confidence = std::max(tie.confidence, network.tie(row).confidence);
    }
}

void mark_frustrated(Picture& picture, std::vector<TieId> frustrated) {
    std::sort(frustrated.begin(), frustrated.end());
    for (PictureTie& tie : picture.ties) {
        tie.frustrated = std::any_of(tie.rows.begin(), tie.rows.end(), [&](TieId row) {
            return std::binary_search(frustrated.begin(), frustrated.end(), row);
        });
    }
}

// The leading actors by score, or by number of ties, keep their labels; emphasised ones always do.
void choose_labels(Picture& picture, const PictureOptions& options) {
    const std::size_t n = picture.nodes.size();
    const std::size_t most = options.label_top ? *options.label_top : in_detail(n) ? n : labels_of_large;
    if (most >= n) return;
    std::vector<double> rank(n, 0);
    for (const PictureTie& tie : picture.ties) {
        rank[tie.source] += 1;
        rank[tie.target] += 1;
    }
    if (!picture.size_title.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            rank[i] = picture.nodes[i].size == picture.nodes[i].size ? picture.nodes[i].size : -1;
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
    for (std::size_t k = most; k < n; ++k)
        picture.nodes[order[k]].labeled = picture.nodes[order[k]].emphasis == Emphasis::raised;
}

}  // namespace

Picture picture_of(const Network& network, const std::vector<ActorId>& actors, const Bundles& ties,
                   const PictureOptions& options) {
    Picture picture;
    const auto chosen = [](const std::string& own, const std::string& given) {
        return printable(own.empty() ? given : own);
    };
    picture.title = chosen(options.title, title_of(network));
    picture.subtitle = chosen(options.subtitle, network.info.subtitle);
    picture.source_line = chosen(options.source_line, network.info.source_line);
    picture.date = chosen(options.date, network.info.date);
    picture.period = printable(options.period);
    picture.tie_labels = options.tie_labels;
    picture.counts_rows = ties.counts_rows;
    const std::vector<std::uint32_t> nodes = node_of_actor(network, actors);
    add_nodes(picture, network, actors);
    mark_modes(picture, network);
    add_sizes(picture, options, nodes);
    drop_equal_sizes(picture);
    add_groups(picture, options, nodes);
    add_colors(picture, network, options);
    add_ties(picture, network, ties, nodes);
    mark_uncertain(picture, network);
    mark_frustrated(picture, options.frustrated);
    add_emphasis(picture, options, nodes);
    choose_labels(picture, options);
    add_notes(picture, options, nodes);
    picture.page = options.page;
    add_tooltips(picture, network, ties.directions);
    return picture;
}

}  // namespace entente::render
