// JSON with the place of every value: line and column, which nlohmann-json does not know. (RFC 8259)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

// A value and how to reach those below it: everything lies in one vector, a value's first child right behind
// it.
struct JsonNode {
    std::uint64_t start = 0;  // of its text in the document; of a string, without quotes, escapes resolved
    std::uint64_t key_start = 0;
    std::uint32_t length = 0, key_length = 0;
    std::uint32_t next = 0;  // the index of its next sibling, 0 for none
    CellPlace place;
    JsonKind kind = JsonKind::null;
    bool empty = true;  // of an array or object: nothing is in it
};

// A whole document. Numbers keep the text that they have in the file.
class Json {
public:
    static constexpr std::size_t deepest = 200;

    // Reads one value, and nothing else but white space. What is wrong goes to `problems`, and then there is
    // no document. `first_line` is the line on which the text begins.
    static std::optional<Json> parse(std::string text, Problems& problems, std::uint32_t first_line = 1);

    class Value;
    Value root() const;

private:
    friend class JsonParser;
    std::string text_;
    std::vector<JsonNode> nodes_;
};

class Json::Value {
public:
    Value(const Json& json, std::uint32_t index) : json_(&json), index_(index) {}

    JsonKind kind() const { return node().kind; }
    CellPlace place() const { return node().place; }
    // Of a string what it says; of a number, true or false the word; "" of null, arrays and objects.
    std::string_view text() const { return of(node().start, node().length); }
    std::string_view key() const { return of(node().key_start, node().key_length); }
    bool is(JsonKind kind) const { return node().kind == kind; }
    bool is_scalar() const { return node().kind < JsonKind::array; }

    // The first child and the one after this; nothing where there is none.
    std::optional<Value> first() const {
        return is_scalar() || node().empty ? std::nullopt : std::optional(Value(*json_, index_ + 1));
    }
    std::optional<Value> next() const {
        return node().next == 0 ? std::nullopt : std::optional(Value(*json_, node().next));
    }
    // The member of that name of an object: the last, should there be several.
    std::optional<Value> member(std::string_view name) const;

    // A range over the children.
    struct End {};
    class Iterator;
    Iterator begin() const;
    End end() const { return {}; }

private:
    const JsonNode& node() const { return json_->nodes_[index_]; }
    std::string_view of(std::uint64_t start, std::uint32_t length) const {
        return std::string_view(json_->text_).substr(start, length);
    }
    const Json* json_;
    std::uint32_t index_;
};

class Json::Value::Iterator {
public:
    explicit Iterator(std::optional<Value> value) : value_(value) {}
    Value operator*() const { return *value_; }
    Iterator& operator++() {
        value_ = value_->next();
        return *this;
    }
    bool operator==(End) const { return !value_.has_value(); }

private:
    std::optional<Value> value_;
};

inline Json::Value Json::root() const { return {*this, 0}; }
inline Json::Value::Iterator Json::Value::begin() const { return Iterator(first()); }

// A string as JSON writes it, with its quotes.
std::string json_quoted(std::string_view text);

}  // namespace entente::io
