#include "report/brokerage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/prose.hpp"
#include "report/actors.hpp"

namespace entente::report {

namespace {

constexpr std::size_t total = static_cast<std::size_t>(BrokerageRole::total);
constexpr double beyond_chance = 1.96;  // |z|, 5 % of a normal distribution

std::string group_name(const Brokerage& brokerage, std::size_t actor) {
    return brokerage.group[actor] == Brokerage::ungrouped ? "" : brokerage.groups[brokerage.group[actor]];
}

Value roles_value(const RoleFigures& roles) {
    Value::Object object;
    for (std::size_t role = 0; role < roles.size(); ++role) {
        const RoleFigure& figure = roles[role];
        object.emplace_back(brokerage_role_names[role], Value::Object{{"count", figure.count},
                                                                      {"expected", figure.expected},
                                                                      {"deviation", figure.deviation},
                                                                      {"z", figure.z}});
    }
    return object;
}

std::string starred(const RoleFigure& figure) {
    const char* star = figure.z >= beyond_chance ? "*" : figure.z <= -beyond_chance ? "°" : " ";
    return four_digits(figure.count) + star;
}

}  // namespace

Table brokerage_table(const Network& network, const Brokerage& brokerage) {
    Table table{.columns = actor_columns(), .rows = {}};
    table.columns.emplace_back("group");
    table.columns.insert(table.columns.end(), brokerage_role_names.begin(), brokerage_role_names.end());
    for (std::size_t i = 0; i < brokerage.actors.size(); ++i) {
        table.rows.push_back(actor_cells(network, brokerage.actors[i]));
        table.rows.back().emplace_back(group_name(brokerage, i));
        for (const RoleFigure& figure : brokerage.roles[i]) table.rows.back().emplace_back(figure.count);
    }
    return table;
}

Value brokerage_value(const Network& network, const Brokerage& brokerage, Value settings) {
    Value::Object result = result_object();
    Value::Array groups, actors, remarks;
    for (const std::string& group : brokerage.groups) groups.emplace_back(group);
    for (const std::string& remark : brokerage.remarks) remarks.emplace_back(remark);
    for (std::size_t i = 0; i < brokerage.actors.size(); ++i) {
        Value::Object actor = actor_object(network, brokerage.actors[i]);
        const std::string group = group_name(brokerage, i);
        actor.emplace_back("group", group.empty() ? Value() : Value(group));
        actor.emplace_back("roles", roles_value(brokerage.roles[i]));
        actor.emplace_back("external_internal", brokerage.external_internal[i]);
        actor.emplace_back("participation", brokerage.participation[i]);
        actor.emplace_back("within_z", brokerage.within_z[i]);
        actors.emplace_back(std::move(actor));
    }
    result.emplace_back("grouping", brokerage.grouping);
    result.emplace_back("directed", brokerage.directed);
    result.emplace_back("groups", std::move(groups));
    result.emplace_back("actors", std::move(actors));
    result.emplace_back("all", roles_value(brokerage.all));
    result.emplace_back("ei_index", brokerage.ei_index);
    result.emplace_back("ei_expected", brokerage.ei_expected);
    result.emplace_back("ei_p", brokerage.ei_p);
    result.emplace_back("permutations", brokerage.permutations);
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("settings", std::move(settings));
    return result;
}

namespace {

// Which groups these are, and how many actors each has; at most a dozen.
std::string groups_line(const Brokerage& brokerage) {
    constexpr std::size_t most = 12;
    std::vector<std::size_t> size(brokerage.groups.size(), 0);
    for (const std::uint32_t group : brokerage.group) {
        if (group != Brokerage::ungrouped) ++size[group];
    }
    std::string text;
    for (std::size_t g = 0; g < std::min(most, size.size()); ++g)
        text += fmt::format("{}{} ({})", g == 0 ? "" : ", ", brokerage.groups[g], size[g]);
    if (size.size() > most) text += fmt::format(" and {} more", size.size() - most);
    return fmt::format("Groups by {}: {}.\n", brokerage.grouping, text.empty() ? "none" : text);
}

}  // namespace

std::string brokerage_text(const Network& network, const Brokerage& brokerage, const TextOptions& options) {
    std::vector<std::size_t> order(brokerage.actors.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return brokerage.roles[a][total].count > brokerage.roles[b][total].count;
    });
    Table table{.columns = {"actor", brokerage.grouping}, .rows = {}, .keys = 1};
    table.columns.insert(table.columns.end(), brokerage_role_names.begin(), brokerage_role_names.end());
    for (const std::size_t i : order) {
        if (!(brokerage.roles[i][total].count > 0)) continue;
        table.rows.push_back({std::string(network.label(brokerage.actors[i])), group_name(brokerage, i)});
        for (const RoleFigure& figure : brokerage.roles[i]) table.rows.back().emplace_back(starred(figure));
    }
    std::string text = table.rows.empty() ? "Nobody stands between two others who are not tied.\n"
                                          : to_text(table, options) +
                                                "\n* more, ° less often than chance (|z| at least 1.96)\n";
    std::string sum;
    for (std::size_t role = 0; role < total; ++role) {
        const RoleFigure& figure = brokerage.all[role];
        if (std::isnan(figure.count)) continue;
        sum += fmt::format("{}{} {} ({:.1f} expected)", sum.empty() ? "" : ", ", brokerage_role_names[role],
                           four_digits(figure.count), figure.expected);
    }
    text += groups_line(brokerage) + fmt::format("In all: {}.\n", sum);
    if (!std::isnan(brokerage.ei_index)) {
        text += fmt::format("E–I index {} ({} expected, p {}): {}.\n", four_digits(brokerage.ei_index),
                            four_digits(brokerage.ei_expected), four_digits(brokerage.ei_p),
                            brokerage.ei_index < 0 ? "more ties stay within the groups than leave them"
                                                   : "at least as many ties leave the groups as stay within");
    }
    return text;
}

}  // namespace entente::report
