// Results know nlohmann-json only here: it takes half a minute to compile.
#include "report/format/json_value.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/number.hpp"

namespace entente::report {

namespace {

using Json = nlohmann::ordered_json;

// What the dump makes the shortest text of: the nearest number of 12 digits, or a whole number.
Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    if (value == std::floor(value) && std::fabs(value) < 1e12) return static_cast<std::int64_t>(value);
    return parse_number(format_number(value)).value();
}

struct Convert {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool truth) const { return truth; }
    Json operator()(double value) const { return number(value); }
    Json operator()(std::uint64_t count) const { return count; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const Value::Array& array) const {
        Json json = Json::array();
        for (const Value& value : array) json.push_back(std::visit(*this, value.held()));
        return json;
    }
    Json operator()(const Value::Object& object) const {
        Json json = Json::object();
        for (const auto& [name, value] : object) json[name] = std::visit(*this, value.held());
        return json;
    }
};

bool is_plain(const Value& value) {
    return !std::holds_alternative<Value::Array>(value.held()) &&
           !std::holds_alternative<Value::Object>(value.held());
}

void write(const Value& value, std::size_t depth, std::string& text) {
    const std::string indent(2 * (depth + 1), ' ');
    const auto* array = std::get_if<Value::Array>(&value.held());
    const auto* object = std::get_if<Value::Object>(&value.held());
    if (object != nullptr && !object->empty()) {
        text += "{\n";
        for (std::size_t i = 0; i < object->size(); ++i) {
            text += indent + Json((*object)[i].first).dump() + ": ";
            write((*object)[i].second, depth + 1, text);
            text += i + 1 < object->size() ? ",\n" : "\n";
        }
        text += std::string(2 * depth, ' ') + "}";
    } else if (array != nullptr && !array->empty()) {
        bool plain = true;
        for (const Value& entry : *array) plain = plain && is_plain(entry);
        text += plain ? "[" : "[\n";
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (!plain) text += indent;
            write((*array)[i], depth + 1, text);
            if (i + 1 < array->size()) text += plain ? ", " : ",";
            if (!plain) text += '\n';
        }
        text += plain ? "]" : std::string(2 * depth, ' ') + "]";
    } else {
        text += std::visit(Convert{}, value.held()).dump();
    }
}

}  // namespace

std::string to_json(const Value& value) {
    std::string text;
    write(value, 0, text);
    return text + '\n';
}

std::string to_compact_json(const Value& value) { return std::visit(Convert{}, value.held()).dump(); }

Value::Object result_object() { return {{"entente", ENTENTE_VERSION}, {"schema", 1U}}; }

}  // namespace entente::report
