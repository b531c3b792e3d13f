// The formats of networks that are read: one table from which recognition, reading and `entente list formats`
// follow.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

struct Format {
    std::string_view name;        // --input-format
    std::string_view what;        // "GML, of Gephi, igraph, NetworkX and others"
    std::string_view recognized;  // how, for people
    std::string_view extensions;  // that go with it, divided by blanks: ".net .paj"
    std::string_view loses;       // what reading leaves out; "" for nothing
    // Whether a file that begins so is of this format; null: only taken when asked for.
    bool (*recognizes)(std::string_view head);
    // Null: delimited text with a header, which the readers of CSV take.
    RawFile (*read)(const Input& input, char delimiter, const Control& control);
};

std::span<const Format> formats();

// How many bytes of a file recognition looks at.
inline constexpr std::size_t recognition_bytes = std::size_t{64} << 10U;

// The format of a file that begins with `head`; CSV where it is none of the others. Throws Error(Fault::data)
// naming both if two fit.
const Format& recognized_format(std::string_view head, const std::string& file);

// The format of that name. Throws Error(Fault::usage) with the nearest name.
const Format& format_named(std::string_view name);

// Of an extension (".gml"), in any case; null where none goes with it.
const Format* format_of_extension(std::string_view extension);

}  // namespace entente::io
