// A result as a tree of named values, ready to become JSON: fields stay in the order in which they were
// added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente::report {

class Value {
public:
    using Array = std::vector<Value>;
    using Object = std::vector<std::pair<std::string, Value>>;

    Value() = default;  // null
    Value(bool truth) : held_(truth) {}
    Value(double number) : held_(number) {}  // nan and infinities become null
    Value(std::uint64_t count) : held_(count) {}
    Value(unsigned count) : held_(std::uint64_t{count}) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(const char* text) : held_(std::string(text)) {}
    Value(Array array) : held_(std::move(array)) {}
    Value(Object object) : held_(std::move(object)) {}

    const auto& held() const { return held_; }

private:
    std::variant<std::monostate, bool, double, std::uint64_t, std::string, Array, Object> held_;
};

// JSON with two spaces of indentation (or none at all, on one line), arrays of plain values on one line, a
// newline at the end. Numbers keep 12 significant digits.
std::string to_json(const Value& value);
std::string to_compact_json(const Value& value);

// Every JSON result begins so: {"entente": version, "schema": 1, …}.
Value::Object result_object();

}  // namespace entente::report
