#include "render/picture/picture.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <tuple>

#include "base/named.hpp"
#include "base/number.hpp"
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

void add_groups(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    for (std::size_t i = 0; i < options.factions.size() && i < picture.nodes.size(); ++i) {
        picture.nodes[i].faction = options.factions[i];
        picture.two_sides = picture.two_sides || options.factions[i] != 0;
    }
    if (options.groups == nullptr) return;
    picture.group_count = options.groups->count;
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
                words[i] = node.group == 0 ? "" : std::to_string(node.group);
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
                          : options.color == ColorBy::faction   ? "faction"
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

bool arrow(Directedness said, Direction direction) {
    if (direction == Direction::undirected) return false;
    return said == Directedness::directed ||
           (said == Directedness::unsaid && direction == Direction::directed);
}

struct DrawnRow {
    std::uint32_t low, high;
    Sign sign;
    bool arrow;
    std::size_t position;
    auto key() const { return std::tuple(low, high, sign, arrow); }
};

void add_ties(Picture& picture, const Network& network, const std::vector<TieId>& rows,
              const std::vector<std::uint32_t>& nodes, Direction direction) {
    std::vector<DrawnRow> drawn;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = index(rows[i]);
        const std::uint32_t a = nodes[index(network.ties.source[row])],
                            b = nodes[index(network.ties.target[row])];
        if (a == absent || b == absent || a == b) continue;
        drawn.push_back({std::min(a, b), std::max(a, b), network.sign(rows[i]),
                         arrow(network.directed(rows[i]), direction), i});
    }
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const DrawnRow& a, const DrawnRow& b) { return a.key() < b.key(); });
    std::vector<std::pair<std::size_t, PictureTie>> ties;  // with the position of their first row
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (i == 0 || drawn[i].key() != drawn[i - 1].key()) {
            PictureTie tie;
            tie.sign = drawn[i].sign;
            tie.strength = 0;
            ties.emplace_back(drawn[i].position, std::move(tie));
        }
        PictureTie& tie = ties.back().second;
        const TieId row = rows[drawn[i].position];
        std::uint32_t from = nodes[index(network.ties.source[index(row)])],
                      to = nodes[index(network.ties.target[index(row)])];
        if (direction == Direction::reversed) std::swap(from, to);
        if (tie.rows.empty()) {
            tie.source = from;
            tie.target = to;
        }
        if (drawn[i].arrow) (to == tie.target ? tie.to_target : tie.to_source) = true;
        tie.strength += network.strength(row);
        tie.rows.push_back(row);
    }
    std::stable_sort(ties.begin(), ties.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [position, tie] : ties) picture.ties.push_back(std::move(tie));
}

// What the dataset's folder is called, for a title: "florentine-families" becomes "Florentine families". ""
// for files, whose names ("edges", "ties") say nothing to a reader, and for several datasets.
std::string name_in_words(const Network& network) {
    std::string name = network.info.name;
    if (name == "stdin" || name == "data" || name.find('+') != std::string::npos) return "";
    for (const std::string& file : network.files) {
        if (std::filesystem::path(file).stem().string() == name) return "";
    }
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
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

// Highlighted actors and the path stand out; with either, what is not tied to them steps back.
void add_emphasis(Picture& picture, const PictureOptions& options, const std::vector<std::uint32_t>& nodes) {
    if (options.ego) {
        const std::uint32_t node = nodes[index(*options.ego)];
        if (node != absent) picture.ego = node;
    }
    picture.has_highlight = !options.highlight.empty();
    picture.has_path = options.path.size() > 1;
    std::vector<std::uint8_t> chosen(picture.nodes.size(), 0);
    for (const ActorId actor : options.highlight) {
        if (nodes[index(actor)] != absent) chosen[nodes[index(actor)]] = 1;
    }
    if (picture.ego) chosen[*picture.ego] = 1;
    std::vector<std::uint8_t> near = chosen;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> steps;
    for (std::size_t i = 0; i < options.path.size(); ++i) {
        const std::uint32_t node = nodes[index(options.path[i])];
        if (node == absent) continue;
        chosen[node] = near[node] = 1;
        if (i > 0 && nodes[index(options.path[i - 1])] != absent)
            steps.push_back(std::minmax(nodes[index(options.path[i - 1])], node));
    }
    std::sort(steps.begin(), steps.end());
    const bool fade = picture.has_highlight || picture.has_path;
    for (PictureTie& tie : picture.ties) {
        const bool on_path =
            std::binary_search(steps.begin(), steps.end(),
                               std::pair<std::uint32_t, std::uint32_t>(std::minmax(tie.source, tie.target)));
        const bool touched = picture.has_highlight && (chosen[tie.source] != 0 || chosen[tie.target] != 0);
        if (touched) near[tie.source] = near[tie.target] = 1;
        tie.emphasis = on_path ? Emphasis::raised : fade && !touched ? Emphasis::faded : Emphasis::normal;
    }
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        picture.nodes[i].emphasis = chosen[i] != 0         ? Emphasis::raised
                                    : fade && near[i] == 0 ? Emphasis::faded
                                                           : Emphasis::normal;
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

Picture picture_of(const Network& network, const std::vector<ActorId>& actors, const std::vector<TieId>& rows,
                   const PictureOptions& options) {
    Picture picture;
    const auto chosen = [](const std::string& own, const std::string& given) {
        return printable(own.empty() ? given : own);
    };
    picture.title =
        chosen(options.title, network.info.title.empty() ? name_in_words(network) : network.info.title);
    picture.subtitle = chosen(options.subtitle, network.info.subtitle);
    picture.source_line = chosen(options.source_line, network.info.source_line);
    picture.date = chosen(options.date, network.info.date);
    picture.tie_labels = options.tie_labels;
    picture.weighted = network.has_weights();
    const std::vector<std::uint32_t> nodes = node_of_actor(network, actors);
    add_nodes(picture, network, actors);
    add_sizes(picture, options, nodes);
    add_groups(picture, options, nodes);
    add_colors(picture, network, options);
    add_ties(picture, network, rows, nodes, options.direction);
    mark_uncertain(picture, network);
    mark_frustrated(picture, options.frustrated);
    add_emphasis(picture, options, nodes);
    choose_labels(picture, options);
    add_tooltips(picture, network);
    return picture;
}

}  // namespace entente::render
