#include "report/format/settings.hpp"

#include "report/format/selection_rows.hpp"
#include "report/page/text.hpp"

namespace entente::report {

namespace {

Value words(const std::vector<std::string>& list) {
    if (list.empty()) return {};
    Value::Array array;
    for (const std::string& word : list) array.emplace_back(word);
    return array;
}

}  // namespace

Value reading_value(const std::vector<ReadAs>& reading) {
    Value::Array files;
    for (const ReadAs& read_as : reading) {
        Value::Array rules;
        for (const ReadAs::Rule& rule : read_as.rules)
            rules.push_back(Value::Object{{"rule", rule.rule},
                                          {"value", rule.value},
                                          {"default", rule.is_default},
                                          {"rows", rule.rows}});
        Value::Object left_out;
        for (const LedgerEntry& entry : read_as.left_out) left_out.emplace_back(entry.reason, entry.rows);
        files.push_back(Value::Object{{"file", std::string(file_shown(read_as.file))},
                                      {"format", read_as.format},
                                      {"preset", read_as.preset},
                                      {"rules", std::move(rules)},
                                      {"rows", read_as.rows_read},
                                      {"rows_giving_ties", read_as.rows_giving_ties},
                                      {"ties", read_as.ties},
                                      {"left_out", std::move(left_out)}});
    }
    return files;
}

Value settings_value(const Settings& settings) {
    Value::Object object;
    for (const SelectionRow& row : selection_rows()) {
        for (auto& field : row.fields(settings)) object.push_back(std::move(field));
    }
    if (settings.seed) object.emplace_back("seed", *settings.seed);
    if (!settings.remarks.empty()) object.emplace_back("remarks", words(settings.remarks));
    for (const auto& field : settings.more) object.push_back(field);
    if (!settings.reading.empty()) object.emplace_back("reading", reading_value(settings.reading));
    return object;
}

std::string settings_line(const Settings& settings) {
    std::string text;
    for (const SelectionRow& row : selection_rows()) {
        const std::string phrase = row.phrase(settings);
        if (!phrase.empty()) text += (text.empty() ? "" : ", ") + phrase;
    }
    return text;
}

}  // namespace entente::report
