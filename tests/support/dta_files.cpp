#include "support/dta_files.hpp"

#include <readstat.h>

#include <stdexcept>

namespace entente::test {

std::string dta(int version, const std::vector<DtaVariable>& variables,
                const std::vector<std::vector<std::string>>& rows, const std::string& title) {
    std::string bytes;
    readstat_writer_t* writer = readstat_writer_init();
    const auto check = [](readstat_error_t outcome) {
        if (outcome != READSTAT_OK) throw std::runtime_error(readstat_error_message(outcome));
    };
    readstat_set_data_writer(writer, [](const void* data, std::size_t length, void* text) {
        static_cast<std::string*>(text)->append(static_cast<const char*>(data), length);
        return static_cast<ssize_t>(length);
    });
    readstat_writer_set_file_format_version(writer, static_cast<std::uint8_t>(version));
    readstat_writer_set_file_label(writer, title.c_str());
    std::vector<readstat_variable_t*> columns;
    for (const DtaVariable& variable : variables) {
        auto* column = readstat_add_variable(writer, variable.name.c_str(),
                                             variable.text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, 40);
        if (!variable.format.empty()) readstat_variable_set_format(column, variable.format.c_str());
        if (!variable.labels.empty()) {
            auto* set = readstat_add_label_set(writer, READSTAT_TYPE_INT32, (variable.name + "_l").c_str());
            for (const auto& [value, label] : variable.labels)
                readstat_label_int32_value(set, value, label.c_str());
            readstat_variable_set_label_set(column, set);
        }
        columns.push_back(column);
    }
    check(readstat_begin_writing_dta(writer, &bytes, static_cast<long>(rows.size())));
    for (const auto& row : rows) {
        check(readstat_begin_row(writer));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (variables[i].text) check(readstat_insert_string_value(writer, columns[i], row[i].c_str()));
            else if (row[i] == ".") check(readstat_insert_missing_value(writer, columns[i]));
            else if (row[i] == ".a") check(readstat_insert_tagged_missing_value(writer, columns[i], 'a'));
            else check(readstat_insert_double_value(writer, columns[i], std::stod(row[i])));
        }
        check(readstat_end_row(writer));
    }
    check(readstat_end_writing(writer));
    readstat_writer_free(writer);
    return bytes;
}

}  // namespace entente::test
