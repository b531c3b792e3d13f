// The values of a preset's file: texts, lists, words, terms and dates, each of which may depend on a rule.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::io {

// What toml++ takes for impossible, a wrong file can bring about: a table whose name begins with no letter.
struct BrokenToml {};
constexpr void expect_of_toml(bool holds) {
    if (!holds) throw BrokenToml();
}

}  // namespace entente::io

// The one place that knows toml++, with preset_file.cpp. Its assertions are kept in every build, as errors.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(condition) ::entente::io::expect_of_toml(static_cast<bool>(condition))
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#endif
#include <toml++/toml.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#pragma pop_macro("NDEBUG")

#include "io/presets/preset.hpp"

namespace entente::io {

class PresetValues {
public:
    explicit PresetValues(std::string file) : file_(std::move(file)) {}

protected:
    using Words = std::vector<std::pair<std::string, std::string>>;

    [[noreturn]] void fail(const toml::node& node, const std::string& message) const;
    toml::table parsed(std::string_view text) const;
    void check_keys(const toml::table& table, std::initializer_list<std::string_view> known) const;

    // A value that depends on a rule is a table: { by = "level", actor = "Actor1Code", country = … }. Null
    // where nothing is said.
    const toml::node* entry(const toml::table& table, std::string_view key) { return chosen(table.get(key)); }
    std::string text_of(const toml::table& table, std::string_view key, std::string otherwise = "");
    std::string text_of(const toml::node& node) const;
    std::vector<std::string> texts(const toml::table& table, std::string_view key);
    std::vector<std::string> texts(const toml::node& node) const;
    Words words(const toml::table& table, std::string_view key);
    // "column", "=literal", { column = …, words = … } or an array of these.
    Terms terms(const toml::table& table, std::string_view key);
    std::vector<DateColumns> dates(const toml::table& table, std::string_view key);

    Preset preset_;
    std::vector<std::string> touched_;  // rules on which what was read lately depends

private:
    const toml::node* chosen(const toml::node* node);
    Term term(const toml::node& outer);
    DateColumns date(const toml::node& node);

    std::string file_;
};

}  // namespace entente::io
