#include "cli/options/data_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "cli/terminal/diagnostics.hpp"
#include "cli/terminal/messages.hpp"
#include "cli/terminal/progress.hpp"
#include "io/presets/recognized_table.hpp"

namespace entente::cli {

namespace {

char delimiter_of(const std::string& word) {
    if (word.empty()) return 0;
    if (word == "comma") return ',';
    if (word == "semicolon") return ';';
    if (word == "tab" || word == "\\t" || word == "\t") return '\t';
    if (word == "," || word == ";" || word == "|") return word.front();
    throw Error(
        Fault::usage,
        fmt::format("--delimiter is comma, semicolon or tab (or the character itself), not '{}'", word));
}

std::map<std::string, std::string> columns_of(const std::vector<std::string>& words) {
    std::map<std::string, std::string> columns;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
            throw Error(
                Fault::usage,
                fmt::format("--columns needs NAME=HEADER, as in source=sender,target=receiver, not '{}'",
                            word));
        }
        if (!columns.emplace(word.substr(0, equals), word.substr(equals + 1)).second) {
            throw Error(Fault::usage, fmt::format("--columns names '{}' twice", word.substr(0, equals)));
        }
    }
    return columns;
}

io::CellRules rules_of(const DataOptions& data) {
    io::CellRules rules;
    if (!data.decimal.empty()) rules.decimal = data.decimal.front();
    if (data.dates == "dmy") rules.dates = DateOrder::dmy;
    if (data.dates == "mdy") rules.dates = DateOrder::mdy;
    if (data.dates == "ymd") rules.dates = DateOrder::ymd;
    for (const std::string& word : data.missing) rules.missing.push_back(lower(word));
    if (data.sign == "+") rules.sign = Sign::positive;
    if (data.sign == "-") rules.sign = Sign::negative;
    if (data.sign == "none") rules.sign = Sign::none;
    return rules;
}

// What is to be opened is noted before it is read, so that no output overwrites it.
void note_inputs(Context& context, const DataOptions& data) {
    for (const std::string& word : data.words) {
        context.inputs.push_back(word);
        if (!std::filesystem::is_directory(word)) continue;
        for (const char* file : {"actors.csv", "ties.csv", "relations.csv", "sources.csv", "entente.toml"}) {
            context.inputs.push_back((std::filesystem::path(word) / file).string());
        }
    }
    if (!data.actors.empty()) context.inputs.push_back(data.actors);
}

std::map<std::string, std::string> preset_rules(const std::vector<std::string>& words) {
    std::map<std::string, std::string> rules;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == word.size())
            throw Error(Fault::usage, fmt::format("--rule needs KEY=VALUE, as in sign=none, not '{}'", word));
        rules[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return rules;
}

}  // namespace

namespace {

void add_preset_options(Options& options, DataOptions& data) {
    options.push_back({.names = "--preset",
                       .value = "NAME|FILE.toml|none",
                       .help =
                           "which data set the columns are of (default: seen from the header; see entente "
                           "list presets)",
                       .target = &data.preset,
                       .group = Group::data});
    options.push_back(
        {.names = "--rule",
         .value = "KEY=VALUE,…",
         .help = "a decision of the preset changed: sign=none, sign.looting=-; of any table: end=exclusive",
         .target = &data.rules,
         .group = Group::data});
}

}  // namespace

void add_data_options(Options& options, DataOptions& data, std::string words) {
    const auto add = [&](Option option) {
        option.group = Group::data;
        options.push_back(std::move(option));
    };
    add({.names = std::move(words),
         .value = "",
         .help = "datasets: folders with actors.csv and ties.csv, files of any format that 'entente list "
                 "formats' names, or - for standard input",
         .target = &data.words,
         .required = true});
    add({.names = "--actors",
         .value = "FILE",
         .help = "the actors of a single ties file",
         .target = &data.actors});
    add({.names = "--columns",
         .value = "NAME=HEADER,…",
         .help = "columns under other names: source=sender,target=receiver",
         .target = &data.columns});
    add({.names = "--delimiter",
         .value = "CHARACTER",
         .help = "comma, semicolon or tab (default: seen from the header line)",
         .target = &data.delimiter});
    add({.names = "--input-format",
         .value = "NAME",
         .help = "what the files are, where it is not to be seen: 'entente list formats'",
         .target = &data.format});
    add({.names = "--network",
         .value = "NAME|N",
         .help = "which one of a file with several networks",
         .target = &data.network});
    add_preset_options(options, data);
    add({.names = "--add-missing-actors",
         .value = "",
         .help = "take actors that only the ties name, rather than call them an error",
         .target = &data.add_missing_actors});
    add({.names = "--missing",
         .value = "WORD,…",
         .help = "cells that mean nothing was written: NA,-9; ties without a source or target are left out",
         .target = &data.missing});
    add({.names = "--decimal",
         .value = "MARK",
         .help = "the decimal mark of numbers, a comma or a point; the other may stand between thousands",
         .target = &data.decimal,
         .choices = {",", "."}});
    add({.names = "--dates",
         .value = "",
         .help = "the order of day, month and year in dates such as 3/1/2014",
         .target = &data.dates,
         .choices = {"dmy", "mdy", "ymd"}});
    add({.names = "--sign",
         .value = "",
         .help = "what ties are whose row says no sign (write --sign=-)",
         .target = &data.sign,
         .choices = {"+", "-", "none"}});
    add({.names = "--length",
         .value = "COLUMN",
         .help = "a column of lengths rather than weights: a tie's strength is 1 / its length",
         .target = &data.length});
}

std::vector<std::string> data_words(const Options& options) {
    for (const Option& option : options) {
        if (!option.is_positional() || option.group != Group::data) continue;
        const auto names = split(option.names, ' ');
        const auto at = std::ranges::find(names, std::string_view("DATA…")) - names.begin();
        std::vector<std::string> words = *std::get<std::vector<std::string>*>(option.target);
        const auto after = static_cast<std::ptrdiff_t>(names.size()) - at - 1;
        if (std::ssize(words) < at + after) return {};
        words.erase(words.end() - after, words.end());
        words.erase(words.begin(), words.begin() + at);
        return words;
    }
    return {};
}

std::vector<std::string> take_last_words(DataOptions& data, std::size_t count, std::string_view what) {
    if (data.words.size() <= count) throw Error(Fault::usage, fmt::format("{} missing after the data", what));
    std::vector<std::string> words(data.words.end() - static_cast<std::ptrdiff_t>(count), data.words.end());
    data.words.resize(data.words.size() - count);
    return words;
}

io::ReadOptions read_options(const DataOptions& data) {
    std::map<std::string, std::string> columns = columns_of(data.columns);
    if (!data.length.empty() && !columns.emplace("length", data.length).second)
        throw Error(Fault::usage, "--length and --columns length=… name the same column twice");
    return {.data = data.words,
            .actors_file = data.actors,
            .columns = std::move(columns),
            .delimiter = delimiter_of(data.delimiter),
            .add_missing_actors = data.add_missing_actors,
            .cells = rules_of(data),
            .format = data.format,
            .self_ties = data.self_ties,
            .network = data.network,
            .preset = data.preset,
            .rules = preset_rules(data.rules)};
}

io::Reading read(Context& context, const DataOptions& data) {
    note_inputs(context, data);
    step(context, "reading");
    io::Reading reading = io::read_network(read_options(data), context.control);
    end_progress(context);
    return reading;
}

io::Reading examine(Context& context, const DataOptions& data) {
    note_inputs(context, data);
    step(context, "reading");
    io::Reading reading = io::examine_network(read_options(data), context.control);
    end_progress(context);
    return reading;
}

io::Reading load(Context& context, const DataOptions& data, Remarks remarks) {
    io::Reading reading = read(context, data);
    if (!context.quiet && remarks != Remarks::in_full)
        for (const ReadAs& read_as : reading.ledger.read_as) note(context, io::brief_decisions(read_as));
    if (context.quiet || reading.remarks.empty()) return reading;
    if (remarks == Remarks::in_full) {
        say(context.streams.err, reading.remarks,
            {.color = colors_for_people(context),
             .most = 10,
             .more_by = "'" + check_command_line(data) + "'"});
        return reading;
    }
    say_remarks(context, data, reading.remarks);
    return reading;
}

void say_remarks(Context& context, const DataOptions& data, std::span<const Diagnostic> remarks) {
    std::vector<Diagnostic> of_consequence, others;
    for (const Diagnostic& remark : remarks)
        (remark.of_consequence ? of_consequence : others).push_back(remark);
    for (Diagnostic& remark : of_consequence) remark.excerpt.clear();
    say(context.streams.err, of_consequence, {.color = colors_for_people(context), .closing_count = false});
    if (!others.empty())
        note(context, fmt::format("data: {}: see {}", counted(others), check_command_line(data)));
}

std::string check_command_line(const DataOptions& data) {
    std::string line = "entente check";
    for (const std::string& word : data.words) line += " " + quoted_for_shell(word);
    if (!data.actors.empty()) line += " --actors " + quoted_for_shell(data.actors);
    if (!data.columns.empty())
        line += " --columns " + quoted_for_shell(fmt::format("{}", fmt::join(data.columns, ",")));
    if (!data.delimiter.empty()) line += " --delimiter " + quoted_for_shell(data.delimiter);
    if (!data.format.empty()) line += " --input-format " + quoted_for_shell(data.format);
    if (!data.network.empty()) line += " --network " + quoted_for_shell(data.network);
    if (!data.preset.empty()) line += " --preset " + quoted_for_shell(data.preset);
    if (!data.rules.empty())
        line += " --rule " + quoted_for_shell(fmt::format("{}", fmt::join(data.rules, ",")));
    if (data.add_missing_actors) line += " --add-missing-actors";
    const auto add = [&line](const char* option, const std::string& value) {
        if (!value.empty()) line += fmt::format(" {}={}", option, quoted_for_shell(value));
    };
    add("--missing", fmt::format("{}", fmt::join(data.missing, ",")));
    add("--decimal", data.decimal);
    add("--dates", data.dates);
    add("--sign", data.sign);
    add("--length", data.length);
    return line;
}

}  // namespace entente::cli
