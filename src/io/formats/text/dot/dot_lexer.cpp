#include "io/formats/text/dot/dot_lexer.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

namespace {

bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

bool is_word(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

}  // namespace

DotLexer::DotLexer(std::string_view text, Problems& problems)
    : text_(text), places_(text), problems_(problems), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

void DotLexer::skip() {
    while (at_ < text_.size()) {
        if (is_space(text_[at_])) {
            ++at_;
        } else if (starts("//") || (text_[at_] == '#' && (at_ == 0 || text_[at_ - 1] == '\n'))) {
            at_ = std::min(text_.find('\n', at_), text_.size());
        } else if (starts("/*")) {
            const std::size_t end = text_.find("*/", at_ + 2);
            if (end == std::string_view::npos)
                problems_.error(places_.at(at_), "the comment that begins here is not closed");
            at_ = end == std::string_view::npos ? text_.size() : end + 2;
        } else {
            return;
        }
    }
}

DotToken DotLexer::next() {
    skip();
    DotToken token;
    token.place = places_.at(at_);
    if (at_ >= text_.size()) return token;
    const char byte = text_[at_];
    if (byte == '"') return quoted(std::move(token));
    if (byte == '<') return html(std::move(token));
    if (starts("->") || starts("--")) {
        token.kind = DotToken::Kind::symbol;
        token.text = text_.substr(at_, 2);
        at_ += 2;
        return token;
    }
    const std::size_t start = at_;
    const bool number = byte == '-' || byte == '.';
    if (number) ++at_;
    while (at_ < text_.size() && (is_word(text_[at_]) || text_[at_] == '.')) ++at_;
    if (at_ == start || (number && at_ == start + 1)) {
        token.kind = DotToken::Kind::symbol;
        at_ = start + 1;
    } else {
        token.kind = DotToken::Kind::id;
    }
    token.text = text_.substr(start, at_ - start);
    return token;
}

DotToken DotLexer::quoted(DotToken token) {
    token.kind = DotToken::Kind::quoted;
    for (;;) {
        ++at_;
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        if (at_ >= text_.size()) {
            at_ = text_.size();
            problems_.error(token.place, "the string that begins here is not closed");
            token.kind = DotToken::Kind::end;
            return token;
        }
        token.text += text_.substr(start, at_ - start);
        ++at_;
        // "one" + "two" is one string.
        const std::size_t behind = at_;
        skip();
        if (at_ < text_.size() && text_[at_] == '+') {
            ++at_;
            skip();
            if (at_ < text_.size() && text_[at_] == '"') continue;
        }
        at_ = behind;
        return token;
    }
}

DotToken DotLexer::html(DotToken token) {
    token.kind = DotToken::Kind::html;
    std::size_t depth = 0;
    const std::size_t start = at_;
    for (; at_ < text_.size(); ++at_) {
        if (text_[at_] == '<') ++depth;
        if (text_[at_] == '>' && --depth == 0) {
            token.text = text_.substr(start + 1, at_ - start - 1);
            ++at_;
            return token;
        }
    }
    problems_.error(token.place, "the HTML string that begins here is not closed");
    token.kind = DotToken::Kind::end;
    return token;
}

}  // namespace entente::io
