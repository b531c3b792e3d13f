#include "io/formats/json/json.hpp"

#include <fmt/format.h>

#include <limits>

#include "base/text.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

// Reads the text once from left to right. Strings are unescaped where they stand, which never makes them
// longer; places are taken before.
class JsonParser {
public:
    JsonParser(std::string text, Problems& problems, std::uint32_t first_line)
        : problems_(problems), first_line_(first_line) {
        json_.text_ = std::move(text);
    }

    std::optional<Json> parse() {
        if (json_.text_.size() >= std::numeric_limits<std::uint32_t>::max()) {
            fail("JSON of more than 4 GiB is not read");
            return std::nullopt;
        }
        if (json_.text_.starts_with("\xEF\xBB\xBF")) at_ = column_start_ = 3;
        if (!value(0)) return std::nullopt;
        white();
        if (at_ < json_.text_.size()) {
            fail("there is something behind the end of the JSON value; remove it");
            return std::nullopt;
        }
        return std::move(json_);
    }

private:
    char peek() const { return at_ < json_.text_.size() ? json_.text_[at_] : '\0'; }

    CellPlace place() {
        for (; counted_ < at_; ++counted_) {
            const char byte = json_.text_[counted_];
            if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U && counted_ >= column_start_) ++column_;
        }
        return {line_ + first_line_, column_};
    }

    bool fail(std::string message) {
        problems_.error(place(), std::move(message));
        return false;
    }

    void white() {
        for (;; ++at_) {
            const char byte = peek();
            if (byte == '\n') {
                ++line_;
                column_ = 1;
                counted_ = column_start_ = at_ + 1;
            } else if (byte != ' ' && byte != '\t' && byte != '\r') {
                return;
            }
        }
    }

    bool value(std::size_t depth) {
        white();
        JsonNode node;
        node.place = place();
        node.key_start = key_.start;
        node.key_length = key_.length;
        const auto index = json_.nodes_.size();
        json_.nodes_.push_back(node);
        switch (peek()) {
            case '{':
            case '[':
                return depth < Json::deepest ? container(index, depth)
                                             : fail("the values are nested too deeply to be a network");
            case '"': {
                const auto text = string();
                if (!text) return false;
                fill(index, JsonKind::string, *text);
                return true;
            }
            case 't':
                return word(index, "true", JsonKind::boolean);
            case 'f':
                return word(index, "false", JsonKind::boolean);
            case 'n':
                return word(index, "null", JsonKind::null);
            default:
                return number(index);
        }
    }

    struct Slice {
        std::uint64_t start = 0;
        std::uint32_t length = 0;
    };

    void fill(std::size_t index, JsonKind kind, Slice text) {
        JsonNode& node = json_.nodes_[index];
        node.kind = kind;
        node.start = text.start;
        node.length = text.length;
    }

    bool word(std::size_t index, std::string_view word, JsonKind kind) {
        if (!std::string_view(json_.text_).substr(at_).starts_with(word)) return unexpected();
        fill(index, kind, {at_, kind == JsonKind::null ? 0 : static_cast<std::uint32_t>(word.size())});
        at_ += word.size();
        return true;
    }

    bool number(std::size_t index) {
        const std::size_t start = at_;
        const auto digits = [&] {
            const std::size_t before = at_;
            while (peek() >= '0' && peek() <= '9') ++at_;
            return at_ > before;
        };
        if (peek() == '-') ++at_;
        bool good = true;
        if (peek() == '0') {
            ++at_;  // nothing but a point may follow
        } else {
            good = digits();
        }
        if (good && peek() == '.') {
            ++at_;
            good = digits();
        }
        if (good && (peek() == 'e' || peek() == 'E')) {
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            good = digits();
        }
        if (!good) {
            at_ = start;
            return unexpected();
        }
        fill(index, JsonKind::number, {start, static_cast<std::uint32_t>(at_ - start)});
        return true;
    }

    bool unexpected() {
        if (at_ >= json_.text_.size()) return fail("the JSON ends in the middle; the file is not whole");
        const std::string_view rest = std::string_view(json_.text_).substr(at_, 40);
        return fail(fmt::format("no JSON value begins with {}", quoted(first_characters(rest, 12))));
    }

    bool container(std::size_t index, std::size_t depth) {
        const bool object = peek() == '{';
        const char close = object ? '}' : ']';
        json_.nodes_[index].kind = object ? JsonKind::object : JsonKind::array;
        ++at_;
        white();
        if (peek() == close) {
            ++at_;
            return true;
        }
        json_.nodes_[index].empty = false;
        std::size_t last = 0;
        for (;;) {
            key_ = {};
            if (object && !member_name()) return false;
            const std::size_t child = json_.nodes_.size();
            if (last != 0) json_.nodes_[last].next = static_cast<std::uint32_t>(child);
            last = child;
            if (!value(depth + 1)) return false;
            white();
            if (peek() == close) {
                ++at_;
                return true;
            }
            if (peek() != ',') {
                return fail(at_ >= json_.text_.size()
                                ? "the JSON ends in the middle; the file is not whole"
                                : fmt::format("a comma or '{}' is missing here", close));
            }
            ++at_;
            white();
        }
    }

    bool member_name() {
        if (peek() != '"') {
            return fail(at_ >= json_.text_.size() ? "the JSON ends in the middle; the file is not whole"
                                                  : "a member of an object begins with its name in quotes");
        }
        const auto name = string();
        if (!name) return false;
        white();
        if (peek() != ':') return fail("behind the name of a member there is a colon");
        ++at_;
        key_ = *name;
        return true;
    }

    std::optional<Slice> string() {
        const CellPlace opening = place();
        const std::size_t start = ++at_;
        std::string& text = json_.text_;
        std::size_t out = start;
        while (at_ < text.size() && text[at_] != '"') {
            if (text[at_] == '\\') {
                if (!escape(out)) return std::nullopt;
                continue;
            }
            if (text[at_] == '\n') {
                fail("a line break in a string; write \\n, or close the string");
                return std::nullopt;
            }
            if (out != at_) place();  // before what it stands on is overwritten
            text[out++] = text[at_++];
        }
        if (at_ >= text.size()) {
            problems_.error(opening, "the string that begins here is not closed");
            return std::nullopt;
        }
        place();
        ++at_;
        return Slice{start, static_cast<std::uint32_t>(out - start)};
    }

    bool escape(std::size_t& out) {
        std::string& text = json_.text_;
        place();
        const char letter = at_ + 1 < text.size() ? text[at_ + 1] : '\0';
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        if (const std::size_t which = letters.find(letter);
            letter != '\0' && which != std::string_view::npos) {
            at_ += 2;
            place();
            text[out++] = meanings[which];
            return true;
        }
        if (letter != 'u') return fail("an unknown escape in a string; a backslash itself is written \\\\");
        auto code = hex(at_ + 2);
        if (!code) return fail("\\u is followed by four hexadecimal digits");
        std::size_t length = 6;
        if (*code >= 0xD800 && *code < 0xDC00) {
            const bool pair = std::string_view(text).substr(at_ + 6).starts_with("\\u");
            const auto low = pair ? hex(at_ + 8) : std::nullopt;
            if (!low || *low < 0xDC00 || *low > 0xDFFF) return fail("half of a surrogate pair in a string");
            code = 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00);
            length = 12;
        } else if (*code >= 0xDC00 && *code < 0xE000) {
            return fail("half of a surrogate pair in a string");
        }
        at_ += length;
        place();
        for (const char byte : to_utf8(static_cast<char32_t>(*code))) text[out++] = byte;
        return true;
    }

    std::optional<std::uint32_t> hex(std::size_t at) const {
        std::uint32_t code = 0;
        if (at + 4 > json_.text_.size()) return std::nullopt;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char digit = static_cast<char>(json_.text_[i] | 0x20);
            if (digit >= '0' && digit <= '9') {
                code = code * 16 + static_cast<std::uint32_t>(digit - '0');
            } else if (digit >= 'a' && digit <= 'f') {
                code = code * 16 + static_cast<std::uint32_t>(digit - 'a' + 10);
            } else {
                return std::nullopt;
            }
        }
        return code;
    }

    Json json_;
    Problems& problems_;
    std::uint32_t first_line_;
    std::size_t at_ = 0, counted_ = 0, column_start_ = 0;
    std::uint32_t line_ = 0, column_ = 1;
    Slice key_;
};

std::optional<Json> Json::parse(std::string text, Problems& problems, std::uint32_t first_line) {
    return JsonParser(std::move(text), problems, first_line).parse();
}

std::optional<Json::Value> Json::Value::member(std::string_view name) const {
    std::optional<Value> found;
    if (!is(JsonKind::object)) return found;
    for (const Value child : *this) {
        if (child.key() == name) found = child;
    }
    return found;
}

std::string json_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        switch (byte) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) {
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
                } else {
                    out += byte;
                }
        }
    }
    return out + "\"";
}

}  // namespace entente::io
