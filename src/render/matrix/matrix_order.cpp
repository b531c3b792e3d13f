#include "render/matrix/matrix_order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "render/picture/groups.hpp"

namespace entente::render {
namespace {

// The block that a node belongs to; 0 comes last.
std::uint32_t block_of(const Picture& picture, std::uint32_t node) {
    return picture.camps > 0 ? picture.nodes[node].faction : picture.nodes[node].group;
}

std::vector<std::size_t> counts_of_ties(const Picture& picture) {
    std::vector<std::size_t> counts(picture.nodes.size(), 0);
    for (const PictureTie& tie : picture.ties) {
        ++counts[tie.source];
        ++counts[tie.target];
    }
    return counts;
}

void sort_nodes(const Picture& picture, std::vector<std::uint32_t>& nodes) {
    const std::vector<std::size_t> ties = counts_of_ties(picture);
    const auto key = [&](std::uint32_t node) {
        const std::uint32_t block = block_of(picture, node), group = picture.nodes[node].group;
        return std::tuple(block == 0, block, group == 0, group, picture.nodes.size() * 4 - ties[node], node);
    };
    std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

// From where to where the nodes of a block stand.
std::pair<std::size_t, std::size_t> span_of(const Picture& picture, const std::vector<std::uint32_t>& nodes,
                                            std::uint32_t block) {
    std::size_t first = 0, count = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (block_of(picture, nodes[i]) != block) continue;
        if (count++ == 0) first = i;
    }
    return {first, count};
}

void add_blocks(const Picture& picture, MatrixOrder& order) {
    std::uint32_t most = 0;
    for (std::uint32_t node = 0; node < picture.nodes.size(); ++node)
        most = std::max(most, block_of(picture, node));
    if (most < 2) return;
    const std::vector<std::string> names = picture.camps == 2     ? std::vector<std::string>{}
                                           : shows_blocs(picture) ? bloc_names(picture)
                                                                  : group_names(picture);
    for (std::uint32_t block = 1; block <= most; ++block) {
        const auto [row, rows] = span_of(picture, order.rows, block);
        const auto [column, columns] = span_of(picture, order.columns, block);
        if (rows + columns == 0) continue;
        const std::size_t actors = order.two_modes ? rows + columns : rows;
        order.blocks.push_back({picture.camps == 2
                                    ? "faction " + std::to_string(block) + " (" + std::to_string(actors) + ")"
                                    : names[block - 1],
                                row, rows, column, columns});
    }
}

}  // namespace

MatrixOrder matrix_order(const Picture& picture) {
    MatrixOrder order;
    order.two_modes = has_two_modes(picture);
    std::vector<bool> target(picture.nodes.size(), false);
    for (const PictureTie& tie : picture.ties) target[tie.target] = order.two_modes;
    for (std::uint32_t i = 0; i < picture.nodes.size(); ++i)
        (target[i] ? order.columns : order.rows).push_back(i);
    sort_nodes(picture, order.rows);
    if (order.two_modes) sort_nodes(picture, order.columns);
    else order.columns = order.rows;
    add_blocks(picture, order);
    return order;
}

}  // namespace entente::render
