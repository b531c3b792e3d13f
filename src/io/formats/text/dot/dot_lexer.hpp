// The words of a DOT file.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

struct DotToken {
    enum class Kind { end, id, quoted, html, symbol } kind = Kind::end;
    std::string
        text;  // of a quoted string with its escapes; of HTML without < and >; of an edge "->" or "--"
    CellPlace place;
};

class DotLexer {
public:
    DotLexer(std::string_view text, Problems& problems);
    DotToken next();

private:
    void skip();
    DotToken quoted(DotToken token);
    DotToken html(DotToken token);
    bool starts(std::string_view word) const { return text_.substr(at_).starts_with(word); }

    std::string_view text_;
    PlaceCounter places_;
    Problems& problems_;
    std::size_t at_ = 0;
};

}  // namespace entente::io
