#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/named.hpp"
#include "io/presets/preset.hpp"
#include "io/presets/preset_values.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

class PresetFile : private PresetValues {
public:
    PresetFile(std::string file, const RuleValues& chosen) : PresetValues(std::move(file)), chosen_(chosen) {}

    Preset read(std::string_view text) {
        const toml::table table = parsed(text);
        check_keys(table, {"name", "title", "url", "citation", "about", "missing", "signature", "headerless",
                           "header_row", "typed_headers", "party", "tie", "time", "members", "attributes",
                           "missing_end", "missing_source", "rule"});
        preset_.name = text_of(table, "name");
        if (preset_.name.empty()) fail(table, "a preset needs a name: name = \"my-data\"");
        preset_.title = text_of(table, "title", preset_.name);
        preset_.url = text_of(table, "url");
        preset_.citation = text_of(table, "citation");
        preset_.about = text_of(table, "about");
        preset_.missing_end = text_of(table, "missing_end", preset_.missing_end);
        preset_.missing_source = text_of(table, "missing_source", preset_.missing_end);
        preset_.missing = texts(table, "missing");
        preset_.header_row = static_cast<std::size_t>(table["header_row"].value_or<std::int64_t>(1));
        preset_.typed_headers = table["typed_headers"].value_or(false);
        read_rules(table);
        read_signatures(table);
        read_parties(table);
        read_time(table);
        read_members(table);
        read_ties(table);
        read_attributes(table);
        check_chosen(table);
        return std::move(preset_);
    }

private:
    void read_rules(const toml::table& table) {
        const toml::table* rules = table["rule"].as_table();
        if (rules == nullptr) return;
        for (const auto& [name, node] : *rules) {
            if (!node.is_table()) fail(node, "a rule is a table: [rule.NAME]");
            const toml::table& rule = *node.as_table();
            check_keys(rule, {"default", "choices", "about"});
            RuleChoice choice{.name = std::string(name.str()),
                              .value = "",
                              .default_value = text_of(rule, "default"),
                              .about = text_of(rule, "about"),
                              .choices = texts(rule, "choices")};
            const auto said = chosen_.find(choice.name);
            choice.value = said == chosen_.end() ? choice.default_value : said->second;
            check_choice(choice);
            preset_.rules.push_back(std::move(choice));
        }
    }

    void check_choice(const RuleChoice& choice) const {
        if (choice.choices.empty() || std::ranges::find(choice.choices, choice.value) != choice.choices.end())
            return;
        const std::vector<std::string_view> names(choice.choices.begin(), choice.choices.end());
        throw Error(Fault::usage,
                    fmt::format("--rule {}: {}", choice.name, unknown_name("value", choice.value, names)));
    }

    void read_signatures(const toml::table& table) {
        if (const toml::array* list = table["signature"].as_array()) {
            for (const toml::node& node : *list) {
                if (!node.is_table()) fail(node, "a signature is a table: [[signature]]");
                const toml::table& one = *node.as_table();
                check_keys(one, {"all", "none", "begins"});
                Signature signature{texts(one, "all"), texts(one, "none"), words(one, "begins")};
                for (std::string& name : signature.all) name = normalized(name);
                for (std::string& name : signature.none) name = normalized(name);
                for (auto& [name, start] : signature.begins) name = normalized(name);
                preset_.signatures.push_back(std::move(signature));
            }
        }
        const toml::table* shape = table["headerless"].as_table();
        if (shape == nullptr) return;
        check_keys(*shape, {"least", "most", "date", "names", "last"});
        preset_.headerless = {static_cast<std::size_t>((*shape)["least"].value_or<std::int64_t>(0)),
                              static_cast<std::size_t>((*shape)["most"].value_or<std::int64_t>(0)),
                              static_cast<std::size_t>((*shape)["date"].value_or<std::int64_t>(1) - 1),
                              texts(*shape, "names"), text_of(*shape, "last")};
    }

    void read_parties(const toml::table& table) {
        const toml::table* parties = table["party"].as_table();
        if (parties == nullptr) return;
        for (const auto& [name, node] : *parties) {
            if (!node.is_table()) fail(node, "a party is a table: [party.NAME]");
            const toml::table& one = *node.as_table();
            check_keys(one, {"column", "list", "count_by", "label", "kind", "kind_by_prefix",
                             "kind_otherwise", "cut_by", "cut_is"});
            touched_.clear();
            preset_.parties.push_back({.name = std::string(name.str()),
                                       .column = text_of(one, "column"),
                                       .list = text_of(one, "list"),
                                       .count_by = text_of(one, "count_by"),
                                       .cut_by = text_of(one, "cut_by"),
                                       .after_cut = text_of(one, "cut_is") == "after",
                                       .label = terms(one, "label"),
                                       .kind = terms(one, "kind"),
                                       .kind_by_prefix = words(one, "kind_by_prefix"),
                                       .kind_otherwise = text_of(one, "kind_otherwise")});
            preset_.parties.back().rules = touched_;
        }
    }

    void read_time(const toml::table& table) {
        const toml::table* time = table["time"].as_table();
        if (time == nullptr) return;
        touched_.clear();
        check_keys(*time, {"start", "end", "day", "end_is", "may_be_numbers", "precision", "precisions",
                           "timeset", "weight_spans", "join", "by", "run_end", "open_end"});
        TimeRule& rule = preset_.time;
        rule.start = dates(*time, "start");
        rule.end = dates(*time, "end");
        if (time->contains("day")) rule.start = dates(*time, "day"), rule.point = true;
        rule.exclusive = text_of(*time, "end_is") == "exclusive";
        rule.may_be_numbers = (*time)["may_be_numbers"].value_or(false);
        rule.precision = text_of(*time, "precision");
        rule.precisions = words(*time, "precisions");
        rule.timeset = texts(*time, "timeset");
        rule.weight_spans = text_of(*time, "weight_spans");
        rule.by = texts(*time, "by");
        rule.run_end = text_of(*time, "run_end");
        rule.open_last = text_of(*time, "open_end") == "true";
        constexpr std::array<std::pair<std::string_view, Joining>, 4> joinings{{{"", Joining::none},
                                                                                {"once", Joining::once},
                                                                                {"spread", Joining::spread},
                                                                                {"runs", Joining::runs}}};
        const std::string join = text_of(*time, "join");
        const auto* found = std::ranges::find(joinings, join, [](const auto& row) { return row.first; });
        if (found == joinings.end()) fail(*time, fmt::format("join is once, spread or runs, not '{}'", join));
        rule.joining = found->second;
        time_rules_ = touched_;
    }

    void read_members(const toml::table& table) {
        const toml::table* members = table["members"].as_table();
        if (members == nullptr) return;
        check_keys(*members, {"group", "side", "party"});
        preset_.members = {text_of(*members, "group"), text_of(*members, "side"), text_of(*members, "party")};
        party_named(*members, preset_.members.party);
    }

    void read_ties(const toml::table& table) {
        const toml::array* ties = table["tie"].as_array();
        if (ties == nullptr || ties->empty()) fail(table, "a preset needs at least one [[tie]]");
        for (const toml::node& node : *ties) {
            if (!node.is_table()) fail(node, "a tie is a table: [[tie]]");
            read_tie(*node.as_table());
        }
    }

    void read_tie(const toml::table& one) {
        check_keys(one, {"source", "target", "when", "unless", "relation", "sign", "weight", "directed",
                         "confidence", "citation", "note", "skip", "required", "counted", "each"});
        touched_.clear();
        TieRule rule;
        rule.source = party_names(one, "source");
        rule.target = party_names(one, "target");
        read_conditions(one, "when", false, rule);
        read_conditions(one, "unless", true, rule);
        rule.relation = terms(one, "relation");
        rule.weight = terms(one, "weight");
        rule.directed = terms(one, "directed");
        rule.confidence = terms(one, "confidence");
        rule.citation = terms(one, "citation");
        rule.note = terms(one, "note");
        rule.skip = text_of(one, "skip") == "true";
        rule.required = one["required"].value_or(false);
        rule.counted = text_of(one, "counted", "ties");
        rule.sign = terms(one, "sign");
        for (Term& term : rule.sign) override_words(term);
        if (!one.contains("each")) {
            rule.own_rules = touched_;
            rule.rules = all_rules(rule);
            preset_.ties.push_back(std::move(rule));
            return;
        }
        // One tie for each column that says 1, the column its relation.
        for (const auto& [column, relation] : words(one, "each")) {
            TieRule pledge = rule;
            pledge.when.push_back({column, {"1"}});
            pledge.relation = {Term{.literal = relation}};
            pledge.counted = relation;
            pledge.own_rules = touched_;
            if (const auto said = sign_said_of(relation)) {
                pledge.sign = {Term{.literal = *said}};
                pledge.own_rules.push_back("sign." + relation);
            }
            pledge.rules = all_rules(pledge);
            preset_.ties.push_back(std::move(pledge));
        }
    }

    // With those that decide on its parties and its time.
    std::vector<std::string> all_rules(const TieRule& tie) const {
        std::vector<std::string> rules = tie.own_rules;
        rules.insert(rules.end(), time_rules_.begin(), time_rules_.end());
        for (const Party& party : preset_.parties) {
            if (std::ranges::find(tie.source, party.name) != tie.source.end() ||
                std::ranges::find(tie.target, party.name) != tie.target.end())
                rules.insert(rules.end(), party.rules.begin(), party.rules.end());
        }
        return rules;
    }

    void read_conditions(const toml::table& one, std::string_view key, bool negated, TieRule& rule) {
        const toml::node* node = entry(one, key);
        if (node == nullptr) return;
        if (!node->is_table()) fail(*node, "a condition is a table: { column = [\"value\"] }");
        for (const auto& [column, values] : *node->as_table())
            rule.when.push_back({std::string(column.str()), texts(values), negated});
    }

    std::vector<std::string> party_names(const toml::table& one, std::string_view key) {
        std::vector<std::string> names;
        for (const std::string& name : texts(one, key)) names.push_back(party_named(one, name));
        if (names.empty() && preset_.members.group.empty())
            fail(one, fmt::format("this tie needs a {}", key));
        return names;
    }

    // A party of that name, else the column of that name made one.
    std::string party_named(const toml::table&, const std::string& name) {
        const auto same = [&](const Party& party) { return party.name == name; };
        if (std::ranges::none_of(preset_.parties, same))
            preset_.parties.push_back({.name = name, .column = name});
        return name;
    }

    void read_attributes(const toml::table& table) {
        RuleChoice choice{.name = "attributes",
                          .value = "",
                          .default_value = "listed",
                          .about = "further columns kept: those of interest, all or none",
                          .choices = {"listed", "all", "none"}};
        const toml::node* node = table.get("attributes");
        if (node != nullptr && node->is_string()) choice.default_value = text_of(*node);
        const auto said = chosen_.find("attributes");
        choice.value = said == chosen_.end() ? choice.default_value : said->second;
        check_choice(choice);
        if (choice.value == "listed" && node != nullptr && node->is_array())
            preset_.attributes = texts(*node);
        preset_.all_attributes = choice.value == "all";
        preset_.rules.push_back(std::move(choice));
    }

    // --rule sign.WORD: the same without case and blanks, or a word that begins so.
    std::optional<std::string> sign_said_of(const std::string& word) {
        for (const auto& [key, value] : chosen_) {
            if (!key.starts_with("sign.")) continue;
            const std::string wanted = normalized(key.substr(5));
            if (wanted.empty() || !normalized(word).starts_with(wanted)) continue;
            if (value != "+" && value != "-" && value != "none")
                throw Error(Fault::usage,
                            fmt::format("--rule {}: a sign is +, - or none, not '{}'", key, value));
            used_.push_back(key);
            return value;
        }
        return std::nullopt;
    }

    void override_words(Term& term) {
        for (auto& [word, sign] : term.words) {
            sign_words_.push_back(word);
            const auto said = sign_said_of(word);
            if (!said) continue;
            sign = *said;
            touched_.push_back("sign." + word);
        }
    }

    void check_chosen(const toml::table&) {
        for (const auto& [key, value] : chosen_) {
            if (std::ranges::find(preset_.rules, key, &RuleChoice::name) != preset_.rules.end()) continue;
            if (std::ranges::find(used_, key) != used_.end()) {
                preset_.rules.push_back(
                    {.name = key, .value = value, .default_value = "", .about = "", .choices = {}});
                continue;
            }
            std::vector<std::string> names;
            for (const RuleChoice& choice : preset_.rules) names.push_back(choice.name);
            for (const TieRule& tie : preset_.ties)
                for (const Term& term : tie.relation)
                    if (!term.literal.empty() && !tie.sign.empty()) names.push_back("sign." + term.literal);
            for (const std::string& word : sign_words_) names.push_back("sign." + word);
            // The ties of several parties may have one relation or one word.
            std::ranges::sort(names);
            names.erase(std::unique(names.begin(), names.end()), names.end());
            const std::vector<std::string_view> views(names.begin(), names.end());
            throw Error(Fault::usage,
                        fmt::format("--rule: {} of {}", unknown_name("rule", key, views), preset_.name));
        }
    }

    const RuleValues& chosen_;
    std::vector<std::string> time_rules_, used_, sign_words_;
};

}  // namespace

Preset parse_preset(std::string_view text, const std::string& file, const RuleValues& chosen) {
    return PresetFile(file, chosen).read(text);
}

}  // namespace entente::io
