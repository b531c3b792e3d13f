#include "io/presets/preset_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/named.hpp"
#include "base/text.hpp"
#include "io/presets/preset_error.hpp"

namespace entente::io {

namespace {

// The first line with a bracket before what no name begins with; 0 where there is none.
std::uint64_t line_of_broken_table(std::string_view text) {
    std::uint64_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        std::string_view name = trimmed(line);
        if (!name.starts_with('[')) continue;
        name = trimmed(name.substr(name.starts_with("[[") ? 2 : 1));
        const auto begins = [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   std::string_view("-_\"']").find(c) != std::string_view::npos;
        };
        if (name.empty() || !begins(name.front())) return number;
    }
    return 0;
}

}  // namespace

void PresetValues::fail(const toml::node& node, const std::string& message) const {
    const toml::source_position at = node.source().begin;
    throw data_error({file_, at.line, at.column}, message);
}

toml::table PresetValues::parsed(std::string_view text) const {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        throw data_error({file_, at.line, at.column},
                         fmt::format("this is no TOML: {}", error.description()));
    } catch (const BrokenToml&) {
        throw data_error({file_, line_of_broken_table(text), 1},
                         "this is no TOML: the name of a table begins with a letter, a digit, '-', '_' or a "
                         "quotation mark");
    }
}

void PresetValues::check_keys(const toml::table& table, std::initializer_list<std::string_view> known) const {
    for (const auto& [key, node] : table) {
        if (std::ranges::find(known, key.str()) != known.end()) continue;
        const std::vector<std::string_view> names(known);
        fail(node, unknown_name("key", key.str(), names));
    }
}

const toml::node* PresetValues::chosen(const toml::node* node) {
    const toml::table* table = node == nullptr ? nullptr : node->as_table();
    if (table == nullptr || !table->contains("by")) return node;
    const std::string rule = (*table)["by"].value_or(std::string());
    for (const RuleChoice& choice : preset_.rules) {
        if (choice.name != rule) continue;
        touched_.push_back(rule);
        return chosen(table->get(choice.value));
    }
    fail(*node, fmt::format("there is no [rule.{}]", rule));
}

std::string PresetValues::text_of(const toml::table& table, std::string_view key, std::string otherwise) {
    const toml::node* node = entry(table, key);
    return node == nullptr ? std::move(otherwise) : text_of(*node);
}
std::string PresetValues::text_of(const toml::node& node) const {
    if (const auto text = node.value<std::string>()) return *text;
    if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
    fail(node, "this is to be a text in quotes");
}

std::vector<std::string> PresetValues::texts(const toml::table& table, std::string_view key) {
    const toml::node* node = entry(table, key);
    return node == nullptr ? std::vector<std::string>() : texts(*node);
}
std::vector<std::string> PresetValues::texts(const toml::node& node) const {
    std::vector<std::string> list;
    if (const toml::array* array = node.as_array()) {
        for (const toml::node& item : *array) list.push_back(text_of(item));
    } else {
        list.push_back(text_of(node));
    }
    return list;
}

PresetValues::Words PresetValues::words(const toml::table& table, std::string_view key) {
    Words list;
    const toml::node* node = entry(table, key);
    if (node == nullptr) return list;
    if (!node->is_table()) fail(*node, "this is to be a table: { word = \"value\" }");
    for (const auto& [word, value] : *node->as_table()) list.emplace_back(word.str(), text_of(value));
    return list;
}

Terms PresetValues::terms(const toml::table& table, std::string_view key) {
    Terms list;
    const toml::node* node = entry(table, key);
    if (node == nullptr) return list;
    if (const toml::array* array = node->as_array()) {
        for (const toml::node& item : *array) list.push_back(term(item));
    } else {
        list.push_back(term(*node));
    }
    for (Term& one : list) one.rules = touched_;
    return list;
}

Term PresetValues::term(const toml::node& outer) {
    const toml::node* taken = chosen(&outer);
    if (taken == nullptr) fail(outer, "this says nothing for the value that the rule has");
    const toml::node& node = *taken;
    Term result;
    if (!node.is_table()) {
        const std::string text = text_of(node);
        if (text.starts_with('=')) {
            result.literal = text.substr(1);
        } else {
            result.columns = {text};
        }
        return result;
    }
    const toml::table& one = *node.as_table();
    check_keys(one, {"column", "with", "words", "otherwise", "number"});
    result.columns = texts(one, "column");
    result.joiner = text_of(one, "with", " ");
    result.words = words(one, "words");
    const std::string otherwise = text_of(one, "otherwise");
    result.others_stay = otherwise == "the cell";
    if (!result.others_stay) result.otherwise = otherwise;
    const std::string number = text_of(one, "number");
    if (number == "sign") result.number = Term::Number::sign;
    if (number == "absolute") result.number = Term::Number::absolute;
    if (number == "positive") result.number = Term::Number::positive;
    if (!number.empty() && result.number == Term::Number::no)
        fail(node, fmt::format("number is sign, absolute or positive, not '{}'", number));
    return result;
}

std::vector<DateColumns> PresetValues::dates(const toml::table& table, std::string_view key) {
    std::vector<DateColumns> list;
    const toml::node* node = entry(table, key);
    if (node == nullptr) return list;
    if (!node->is_array()) return {date(*node)};
    for (const toml::node& item : *node->as_array()) list.push_back(date(item));
    return list;
}

DateColumns PresetValues::date(const toml::node& node) {
    if (!node.is_table()) return {.column = text_of(node)};
    const toml::table& one = *node.as_table();
    check_keys(one, {"column", "year", "month", "day", "open"});
    DateColumns columns{.column = text_of(one, "column"),
                        .year = text_of(one, "year"),
                        .month = text_of(one, "month"),
                        .day = text_of(one, "day")};
    const Words open = words(one, "open");
    if (!open.empty()) std::tie(columns.open_column, columns.open_value) = open.front();
    return columns;
}

}  // namespace entente::io
