#include "io/formats/recognition.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

constexpr std::string_view white = " \t\r\n\f\v";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

void skip_white(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
}

void skip_line(std::string_view& text) { text.remove_prefix(std::min(text.find('\n'), text.size())); }

// The next run of letters, digits and _.
std::string_view take_word(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[length])) != 0 || text[length] == '_'))
        ++length;
    const std::string_view word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
}

// Past white space and comments of C and of the preprocessor.
void skip_c_comments(std::string_view& text) {
    for (;;) {
        skip_white(text);
        if (text.starts_with("//") || text.starts_with('#')) {
            skip_line(text);
        } else if (text.starts_with("/*")) {
            const std::size_t end = text.find("*/");
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
        } else {
            return;
        }
    }
}

// The name of the root element without its prefix; "" where the text is no XML.
std::string root_element(std::string_view text) {
    text = without_mark(text);
    for (;;) {
        skip_white(text);
        if (!text.starts_with('<')) return "";
        const bool comment = text.starts_with("<!--");
        if (!comment && !text.starts_with("<?") && !text.starts_with("<!")) break;
        // A document type may hold declarations in brackets.
        std::size_t end = text.find(comment ? "-->" : ">");
        const std::size_t bracket = text.find('[');
        if (text.starts_with("<!DOCTYPE") && bracket < end) end = text.find("]>");
        if (end == std::string_view::npos) return "";
        text.remove_prefix(end + 1);
        if (comment) text.remove_prefix(2);
        if (text.starts_with('>')) text.remove_prefix(1);
    }
    text.remove_prefix(1);
    std::string_view name = take_word(text);
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        name = take_word(text);
    }
    return lower(name);
}

// The names of members in the beginning of a JSON text, and how deep each stands: of the outermost object 1.
struct JsonHead {
    bool object = false, array = false;
    struct Key {
        std::size_t depth;
        std::string_view name;
    };
    std::vector<Key> keys;

    bool has(std::string_view name, std::size_t least, std::size_t most) const {
        return std::ranges::any_of(keys, [&](const Key& key) {
            return key.name == name && key.depth >= least && key.depth <= most;
        });
    }
};

JsonHead json_head(std::string_view text) {
    JsonHead head;
    text = without_mark(text);
    skip_white(text);
    // In a table { and [ are brackets like others; in JSON only some characters come next.
    const std::size_t second = std::min(text.find_first_not_of(white, 1), text.size());
    const std::string_view inner = text.substr(second, 1);
    head.object = text.starts_with('{') && (inner == "\"" || inner == "}");
    head.array = text.starts_with('[') && (inner == "{" || inner == "[" || inner == "]" || inner == "\"");
    if (!head.object && !head.array) return head;
    std::size_t depth = 0;
    constexpr std::size_t deepest = 5;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '{' || byte == '[') ++depth;
        if (byte == '}' || byte == ']') {
            if (depth <= 1) break;
            --depth;
        }
        if (byte != '"') continue;
        const std::size_t start = ++at;
        while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        if (at >= text.size()) break;
        const std::string_view name = text.substr(start, at - start);
        const std::size_t next = text.find_first_not_of(white, at + 1);
        if (depth <= deepest && next != std::string_view::npos && text[next] == ':')
            head.keys.push_back({depth, name});
    }
    return head;
}

}  // namespace

bool begins_as_graphml(std::string_view head) { return root_element(head) == "graphml"; }

bool begins_as_gexf(std::string_view head) { return root_element(head) == "gexf"; }

bool begins_as_xlsx(std::string_view head) {
    return head.starts_with("PK\x03\x04") && (head.find("xl/") != std::string_view::npos ||
                                              head.find("[Content_Types].xml") != std::string_view::npos);
}

bool begins_as_dta(std::string_view head) {
    if (head.starts_with("<stata_dta>")) return true;
    // Formats 113 to 115: the version, the order of bytes (1 or 2), the type 1 and a zero.
    return head.size() > 4 && head[0] >= 113 && head[0] <= 115 && (head[1] == 1 || head[1] == 2) &&
           head[2] == 1 && head[3] == 0;
}

bool begins_as_gml(std::string_view head) {
    head = without_mark(head);
    for (;;) {
        skip_white(head);
        if (head.starts_with('#')) {
            skip_line(head);
            continue;
        }
        const std::string word = lower(take_word(head));
        if (word.empty()) return false;
        skip_white(head);
        if (word == "graph" && head.starts_with('[')) return true;
        // Creator "…", Version 1, comment "…"
        if (head.starts_with('"')) {
            const std::size_t end = head.find('"', 1);
            if (end == std::string_view::npos) return false;
            head.remove_prefix(end + 1);
        } else if (word == "creator" || word == "version") {
            skip_line(head);
        } else {
            return false;
        }
    }
}

bool begins_as_pajek(std::string_view head) {
    head = without_mark(head);
    while (!head.empty()) {
        skip_white(head);
        const std::string start = lower(head.substr(0, 9));
        if (start == "*vertices" || start.starts_with("*network")) return true;
        skip_line(head);
    }
    return false;
}

bool begins_as_dl(std::string_view head) {
    head = without_mark(head);
    skip_white(head);
    if (lower(take_word(head)) != "dl" || head.empty() || white.find(head.front()) == std::string_view::npos)
        return false;
    skip_white(head);
    const std::string rest = lower(head.substr(0, 3));
    return rest.starts_with("n") || rest.starts_with("for");
}

bool begins_as_dot(std::string_view head) {
    head = without_mark(head);
    skip_c_comments(head);
    std::string word = lower(take_word(head));
    if (word == "strict") {
        skip_c_comments(head);
        word = lower(take_word(head));
    }
    if (word != "graph" && word != "digraph") return false;
    skip_c_comments(head);
    if (head.starts_with('"')) {
        std::size_t end = 1;
        while (end < head.size() && head[end] != '"') end += head[end] == '\\' ? 2 : 1;
        head.remove_prefix(std::min(end + 1, head.size()));
    } else {
        while (!head.empty() && head.front() != '{' && white.find(head.front()) == std::string_view::npos &&
               head.front() != '[' && head.front() != ',')
            head.remove_prefix(1);
    }
    skip_c_comments(head);
    return head.starts_with('{');
}

bool begins_as_spaced_table(std::string_view head) {
    head = without_mark(head);
    skip_white(head);
    const std::string_view line = head.substr(0, head.find('\n'));
    if (line.find_first_of(",;\t|") != std::string_view::npos) return false;
    std::size_t known = 0;
    for (std::string_view word : split(line, ' ')) {
        word = trimmed(word);
        if (word.size() > 1 && word.starts_with('"') && word.ends_with('"'))
            word = word.substr(1, word.size() - 2);
        known += !word.empty() && known_header(word) ? 1U : 0U;
    }
    return known >= 2;
}

bool begins_as_sif(std::string_view head, std::string_view file) {
    if (!lower(file).ends_with(".sif")) return false;
    head = without_mark(head);
    if (begins_as_spaced_table(head)) return false;
    bool any = false;
    for (const std::string_view line : split(head, '\n')) {
        const std::string_view text = trimmed(line);
        if (text.empty()) continue;
        const char delimiter = text.find('\t') != std::string_view::npos ? '\t' : ' ';
        std::size_t words = 0;
        for (const std::string_view word : split(text, delimiter)) words += trimmed(word).empty() ? 0U : 1U;
        if (words == 2) return false;
        any = any || words > 2;
    }
    return any;
}

bool begins_as_cytoscape(std::string_view head) {
    const JsonHead json = json_head(head);
    if (json.object) {
        // An empty network has the lists of its elements alone, or just "elements": [].
        const bool groups = json.has("nodes", 2, 2) || json.has("edges", 2, 2);
        const bool nothing = json.keys.size() == 1;
        return json.has("elements", 1, 1) && (json.has("data", 2, 4) || groups || nothing) &&
               !json.has("_id", 2, 4) && !json.has("connections", 1, 1);
    }
    return json.array && json.has("data", 2, 2);
}

bool begins_as_kumu(std::string_view head) {
    const JsonHead json = json_head(head);
    if (!json.object) return false;
    const bool ids = json.has("elements", 1, 1) && (json.has("_id", 3, 3) || json.has("attributes", 3, 3));
    return (json.has("elements", 1, 1) && json.has("connections", 1, 1)) || ids ||
           (json.has("defaultMap", 1, 1) && json.has("attributeRelevance", 1, 1));
}

bool begins_as_follow_the_money(std::string_view head) {
    const JsonHead json = json_head(head);
    return json.object && json.has("schema", 1, 1) && json.has("properties", 1, 1);
}

bool begins_as_node_link(std::string_view head) {
    const JsonHead json = json_head(head);
    return (json.object || json.array) && !begins_as_cytoscape(head) && !begins_as_kumu(head) &&
           !begins_as_follow_the_money(head);
}

}  // namespace entente::io
