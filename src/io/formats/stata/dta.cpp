#include "io/formats/stata/dta.hpp"

#include <fmt/format.h>
#include <readstat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <unordered_map>
#include <vector>

#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/stata/stata_text.hpp"
#include "io/formats/unique_columns.hpp"

namespace entente::io {

namespace {

struct ParserDeleter {
    void operator()(readstat_parser_t* parser) const { readstat_parser_free(parser); }
};
using Parser = std::unique_ptr<readstat_parser_t, ParserDeleter>;

// The bytes of the file as ReadStat asks for them.
struct Bytes {
    std::string_view all;
    std::size_t at = 0;

    static Bytes& of(void* self) { return *static_cast<Bytes*>(self); }
    readstat_off_t seek(readstat_off_t offset, readstat_io_flags_t whence) {
        const auto size = static_cast<readstat_off_t>(all.size());
        const readstat_off_t from = whence == READSTAT_SEEK_SET   ? 0
                                    : whence == READSTAT_SEEK_CUR ? static_cast<readstat_off_t>(at)
                                                                  : size;
        if (offset < -from || offset > size - from) return -1;
        at = static_cast<std::size_t>(from + offset);
        return from + offset;
    }
    ssize_t read(void* out, std::size_t count) {
        count = std::min(count, all.size() - at);
        std::copy_n(all.data() + at, count, static_cast<char*>(out));
        at += count;
        return static_cast<ssize_t>(count);
    }
};

struct Variable {
    std::size_t column;
    StataTime time;
    std::string labels;  // the name of its set of labels
};

class DtaReader {
public:
    DtaReader(std::string name, std::string bytes, const Control& control, RawFile& file)
        : name_(std::move(name)),
          bytes_(std::move(bytes)),
          control_(control),
          file_(file),
          network_(file.networks.emplace_back()) {
        network_.actors.file = network_.ties.file = name_;
    }

    void read() {
        // The labels of values stand behind the rows: so the file is read twice.
        if (parse(Pass::labels)) parse(Pass::rows);
        const auto note = [&](const NamedOnce& names, const std::string& message) {
            if (!names.empty())
                file_.diagnostics.push_back(
                    diagnostic_at(name_, names.place(), Severity::note, message + names.list()));
        };
        note(counted_, "weeks, quarters and halves of Stata stay numbers: ");
        note(cut_, "times of day are left out, the day is kept: ");
    }

private:
    enum class Pass { labels, rows };

    bool parse(Pass pass);
    void variable(const readstat_variable_t& variable, const char* labels);
    void label(const char* set, readstat_value_t value, const char* text);
    void value(int row, const readstat_variable_t& variable, readstat_value_t value);
    std::string number(const Variable& variable, readstat_value_t value) const;

    // ReadStat is C: what is thrown waits until it has returned.
    template <class Action>
    static int guarded(void* self, Action action) {
        DtaReader& reader = *static_cast<DtaReader*>(self);
        try {
            action(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
        }
        return reader.thrown_ || reader.wrong_ ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
    }

    std::string name_, bytes_;
    const Control& control_;
    RawFile& file_;
    RawNetwork& network_;
    UniqueColumns columns_{network_.ties};
    std::vector<Variable> variables_;
    std::unordered_map<std::string, std::unordered_map<std::int64_t, std::string>> labels_;
    NamedOnce counted_, cut_;
    std::exception_ptr thrown_;
    bool wrong_ = false;
    int rows_ = 0, row_count_ = 0, version_ = 0;
};

bool DtaReader::parse(Pass pass) {
    const Parser parser(readstat_parser_init());
    if (!parser) throw std::bad_alloc();
    Bytes input{bytes_};
    readstat_set_io_ctx(parser.get(), &input);
    readstat_set_open_handler(parser.get(), [](const char*, void*) { return 0; });
    readstat_set_close_handler(parser.get(), [](void*) { return 0; });
    readstat_set_seek_handler(parser.get(), [](readstat_off_t offset, readstat_io_flags_t whence,
                                               void* self) { return Bytes::of(self).seek(offset, whence); });
    readstat_set_read_handler(parser.get(), [](void* out, std::size_t count, void* self) {
        return Bytes::of(self).read(out, count);
    });
    readstat_set_update_handler(parser.get(),
                                [](long, readstat_progress_handler, void*, void*) { return READSTAT_OK; });
    readstat_set_handler_character_encoding(parser.get(), nullptr);
    if (pass == Pass::labels) {
        readstat_set_metadata_handler(parser.get(), [](readstat_metadata_t* about, void* self) {
            return guarded(self, [&](DtaReader& reader) {
                const char* title = readstat_get_file_label(about);
                reader.network_.title = as_utf8(title == nullptr ? "" : title);
                reader.row_count_ = readstat_get_row_count(about);
                reader.version_ = readstat_get_file_format_version(about);
            });
        });
        readstat_set_variable_handler(
            parser.get(), [](int, readstat_variable_t* variable, const char* labels, void* self) {
                return guarded(self, [&](DtaReader& reader) { reader.variable(*variable, labels); });
            });
        readstat_set_value_label_handler(
            parser.get(), [](const char* set, readstat_value_t value, const char* text, void* self) {
                return guarded(self, [&](DtaReader& reader) { reader.label(set, value, text); });
            });
    } else {
        // ReadStat 1.1.8 keeps no variables, but looks at them with each value, if nobody asks for them.
        readstat_set_variable_handler(parser.get(), [](int, readstat_variable_t*, const char*, void*) {
            return static_cast<int>(READSTAT_HANDLER_OK);
        });
        readstat_set_value_handler(
            parser.get(), [](int row, readstat_variable_t* variable, readstat_value_t value, void* self) {
                return guarded(self, [&](DtaReader& reader) { reader.value(row, *variable, value); });
            });
    }
    const readstat_error_t outcome = readstat_parse_dta(parser.get(), name_.c_str(), this);
    if (thrown_) std::rethrow_exception(thrown_);
    if (outcome == READSTAT_OK) return true;
    if (!wrong_) {
        file_.diagnostics.push_back(error_of(
            name_,
            fmt::format(
                "this is not a readable Stata file: {}{}", readstat_error_message(outcome),
                pass == Pass::rows ? fmt::format(" (after {} of {} observations)", rows_, row_count_) : "")));
    }
    return false;
}

void DtaReader::variable(const readstat_variable_t& variable, const char* labels) {
    const std::string name = as_utf8(variable.name);
    const CellPlace place{0, static_cast<std::uint32_t>(variables_.size() + 1)};
    const auto column = columns_.of(name, place);
    if (!column) {
        wrong_ = true;
        file_.diagnostics.push_back(error_of(
            name_, fmt::format("more than {} variables; no table of ties has as many", UniqueColumns::most)));
        return;
    }
    const StataTime time = stata_time(variable.format);
    if (time == StataTime::week || time == StataTime::quarter || time == StataTime::half)
        counted_.add(name, place);
    // ReadStat 1.1.8 hands on the field of the file as it is: a name as long as the field has no end.
    const std::size_t field = version_ >= 118 ? 129 : version_ >= 110 ? 33 : 9;
    variables_.push_back(
        {*column, time, labels == nullptr ? std::string() : std::string(labels, ::strnlen(labels, field))});
}

void DtaReader::label(const char* set, readstat_value_t value, const char* text) {
    if (readstat_value_is_system_missing(value) != 0 || readstat_value_is_tagged_missing(value) != 0) return;
    if (set == nullptr || text == nullptr || readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING)
        return;
    labels_[set][readstat_int32_value(value)] = as_utf8(text);
}

void DtaReader::value(int row, const readstat_variable_t& about, readstat_value_t value) {
    const auto number_of = static_cast<std::size_t>(about.index);
    if (number_of >= variables_.size()) return;
    const CellPlace place{static_cast<std::uint32_t>(row) + 1, static_cast<std::uint32_t>(number_of + 1)};
    if (number_of == 0) {
        network_.ties.begin_row({place.line, 1});
        rows_ = row + 1;
        if ((row & 0x3FF) == 0) {
            control_.checkpoint();
            if (row_count_ > 0) control_.report(static_cast<double>(row) / row_count_);
        }
    }
    const Variable& variable = variables_[number_of];
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char* text = readstat_string_value(value);
        if (text != nullptr && *text != '\0') network_.ties.set(variable.column, as_utf8(text), place);
    } else if (readstat_value_is_system_missing(value) == 0 && readstat_value_is_tagged_missing(value) == 0) {
        if (variable.time == StataTime::milliseconds &&
            std::fmod(readstat_double_value(value), 86'400'000) != 0)
            cut_.add(about.name, place);
        network_.ties.set(variable.column, number(variable, value), place);
    }
}

std::string DtaReader::number(const Variable& variable, readstat_value_t value) const {
    const double number = readstat_double_value(value);
    const auto set = labels_.find(variable.labels);
    if (set != labels_.end() && std::abs(number) < 3e9 && number == std::floor(number)) {
        const auto label = set->second.find(static_cast<std::int64_t>(number));
        if (label != set->second.end()) return label->second;
    }
    if (variable.time != StataTime::none) {
        if (const auto date = stata_date(number, variable.time)) return *date;
    }
    if (readstat_value_type(value) == READSTAT_TYPE_FLOAT)
        return fmt::format("{}", readstat_float_value(value));
    return fmt::format("{}", number);
}

}  // namespace

RawFile read_dta(const Input& input, const Control& control) {
    RawFile file;
    DtaReader(input.path == "-" ? "stdin" : input.path, read_bytes(input, control), control, file).read();
    return file;
}

}  // namespace entente::io
