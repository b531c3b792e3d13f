#include "cli/options/option_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/error.hpp"
#include "base/named.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"

namespace entente::cli {

std::string Option::long_name() const {
    const std::size_t comma = names.find(',');
    const std::string last = comma == std::string::npos ? names : names.substr(comma + 1);
    return last.substr(std::min(last.find_first_not_of('-'), last.size()));
}

namespace {

std::string shown(const Option& option) {
    const std::string name = option.long_name();
    return (name.size() == 1 ? "-" : "--") + name;
}

[[noreturn]] void refuse(const Option& option, const std::string& word, std::string_view wanted) {
    throw Error(Fault::usage, fmt::format("{} needs {}, not '{}'", shown(option), wanted, word));
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::uint64_t whole_number(const Option& option, const std::string& word, std::uint64_t most) {
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool below_zero =
        word.size() > 1 && word[0] == '-' && std::ranges::all_of(word.substr(1), is_digit);
    const bool too_large = code == std::errc::result_out_of_range && end == word.data() + word.size();
    if (below_zero)
        refuse(option, word,
               fmt::format("a whole number of at least {}", format_number(std::max(0.0, option.least))));
    if ((code != std::errc{} && !too_large) || end != word.data() + word.size() || word.empty())
        refuse(option, word, "a whole number");
    if (too_large || value > most) refuse(option, word, fmt::format("a whole number up to {}", most));
    if (static_cast<double>(value) < option.least)
        refuse(option, word, fmt::format("a whole number of at least {}", format_number(option.least)));
    if (static_cast<double>(value) > option.most)
        refuse(option, word, fmt::format("a whole number of at most {}", format_number(option.most)));
    return value;
}

double number(const Option& option, const std::string& word) {
    const auto value = parse_number(word);
    if (!value) refuse(option, word, "a number");
    if (*value < option.least)
        refuse(option, word, fmt::format("a number of at least {}", format_number(option.least)));
    if (*value > option.most)
        refuse(option, word, fmt::format("a number of at most {}", format_number(option.most)));
    return *value;
}

bool truth(const Option& option, const std::string& word) {
    const std::string said = lower(word);
    if (said == "true" || said == "yes" || said == "1") return true;
    if (said == "false" || said == "no" || said == "0") return false;
    refuse(option, word, "true or false");
}

void check_choice(const Option& option, const std::string& word) {
    if (option.choices.empty() || std::ranges::find(option.choices, word) != option.choices.end()) return;
    const std::vector<std::string_view> choices(option.choices.begin(), option.choices.end());
    std::string text = fmt::format("{} cannot be '{}'", shown(option), word);
    const auto meant = nearest(word, choices);
    if (!option.elsewhere.empty())
        throw Error(Fault::usage,
                    fmt::format("{}; here it is always '{}', so leave it out", text, choices[0]));
    text += meant ? fmt::format("; did you mean '{}'?", *meant)
                  : fmt::format("; it is one of: {}", fmt::join(choices, ", "));
    throw Error(Fault::usage, text);
}

struct Assign {
    const Option& option;
    const std::string& word;

    void operator()(bool* target) const { *target = truth(option, word); }
    void operator()(std::string* target) const { *target = word; }
    void operator()(std::vector<std::string>* target) const {
        if (option.is_positional()) {
            target->push_back(word);
            return;
        }
        for (const std::string& part : words_of_list(word)) {
            if (part.empty()) refuse(option, word, "words with a comma between two of them");
            check_choice(option, part);
            target->push_back(part);
        }
    }
    void operator()(unsigned* target) const {
        *target = static_cast<unsigned>(whole_number(option, word, 1'000'000));
    }
    void operator()(std::uint64_t* target) const { *target = whole_number(option, word, ~std::uint64_t{0}); }
    void operator()(double* target) const { *target = number(option, word); }
    void operator()(std::optional<std::string>* target) const { *target = word; }
    void operator()(std::optional<double>* target) const { *target = number(option, word); }
    void operator()(std::optional<std::uint64_t>* target) const {
        *target = whole_number(option, word, ~std::uint64_t{0});
    }
};

std::vector<std::string> long_names(const Options& options) {
    std::vector<std::string> names;
    for (const Option& option : options) {
        if (!option.is_positional()) names.push_back(option.long_name());
    }
    return names;
}

// --undirected on the command line speaks against `directed` among the defaults.
bool excluded(const Options& options, const Option& option) {
    constexpr std::array<std::array<std::string_view, 3>, 3> alternatives{
        {{"directed", "undirected", "reversed"}, {"weighted", "unweighted", ""}, {"at", "from", "to"}}};
    const std::string name = option.long_name();
    for (const auto& names : alternatives) {
        if (std::ranges::find(names, name) == names.end()) continue;
        const bool span = name == "from" || name == "to";
        for (const Option& other : options) {
            const std::string said = other.long_name();
            if (!other.given || said == name || std::ranges::find(names, said) == names.end()) continue;
            if (!(span && said != "at")) return true;
        }
    }
    return false;
}

std::vector<std::string> names_of_all_commands() {
    std::vector<std::string> all;
    for (const Command* command : commands()) {
        for (std::string& name : long_names(options_of(*command))) all.push_back(std::move(name));
    }
    return all;
}

}  // namespace

void assign(const Option& option, const std::string& word) {
    if (!std::holds_alternative<std::vector<std::string>*>(option.target)) check_choice(option, word);
    std::visit(Assign{option, word}, option.target);
}

void apply_defaults(Options& options, const std::map<std::string, std::string>& defaults,
                    const std::string& file) {
    for (const auto& [name, value] : defaults) {
        const auto found = std::ranges::find_if(options, [&name = name](const Option& option) {
            return !option.is_positional() && option.long_name() == name;
        });
        if (found != options.end() && excluded(options, *found)) continue;
        if (found == options.end()) {
            const std::vector<std::string> known = names_of_all_commands();
            if (std::ranges::find(known, name) != known.end()) continue;
            const std::vector<std::string_view> views(known.begin(), known.end());
            const auto meant = nearest(name, views);
            throw Error(Fault::usage, fmt::format("{}: no command has an option '{}'{}", file, name,
                                                  meant ? fmt::format("; did you mean '{}'?", *meant) : ""));
        }
        if (found->given) continue;
        constexpr std::array of_the_run{"format", "output", "config", "help", "version"};
        if (found->group == Group::common && std::ranges::find(of_the_run, name) != of_the_run.end())
            throw Error(Fault::usage,
                        fmt::format("{}: '{}' is of one run; give it as --{} there", file, name, name));
        try {
            if (!found->elsewhere.empty()) {  // a default for all commands, where this one has no choice
                Option other = *found;
                other.choices = std::exchange(other.elsewhere, {});
                check_choice(other, value);
                continue;
            }
            assign(*found, value);
            found->given = true;
        } catch (const Error& error) {
            throw Error(error.fault(), fmt::format("{}: {}", file, error.what()));
        }
    }
}

std::string unknown_option(const Options& options, const std::string& word) {
    const std::string bare = word.substr(0, word.find('='));
    std::vector<std::string> names = long_names(options);
    for (std::string& name : names) name.insert(0, name.size() == 1 ? "-" : "--");
    const std::vector<std::string_view> views(names.begin(), names.end());
    const auto meant = nearest(bare, views);
    return fmt::format("unknown option '{}'{}", bare,
                       meant ? fmt::format("; did you mean '{}'?", *meant) : "");
}

}  // namespace entente::cli
