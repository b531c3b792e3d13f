// A walk over an XML document, element by element, with the place of each: nothing of it is kept, no entity
// of its own is expanded, nothing beside it is read.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/control.hpp"
#include "base/error.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// A start tag. Names are without the prefix of their namespace; what they view is gone after the call.
class XmlElement {
public:
    // name, value, name, value, …, nullptr
    XmlElement(std::string_view full_name, const char** attributes, CellPlace place);

    std::string_view name, prefix;
    CellPlace place;

    std::optional<std::string_view> find(std::string_view attribute) const;
    // "" where there is no such attribute.
    std::string_view get(std::string_view attribute) const { return find(attribute).value_or(""); }

private:
    const char** attributes_;
};

// What is done with the elements. A visitor that has seen enough, or something that cannot be read, says
// stop.
class XmlVisitor {
public:
    XmlVisitor() = default;
    XmlVisitor(const XmlVisitor&) = delete;
    XmlVisitor& operator=(const XmlVisitor&) = delete;
    virtual ~XmlVisitor() = default;

    virtual void begin(const XmlElement& element) = 0;
    virtual void end(std::string_view name) = 0;
    // Text between tags comes in pieces, entities resolved.
    virtual void text(std::string_view piece) = 0;

    bool stopped() const { return stopped_; }

protected:
    void stop() { stopped_ = true; }
    CellPlace here() const { return where_(); }  // of the tag or the piece of text that is being visited

private:
    friend class XmlWalk;
    std::function<CellPlace()> where_;
    bool stopped_ = false;
};

// Gives the next bytes, 0 only at their end.
using XmlInput = std::function<std::size_t(char* out, std::size_t size)>;

// The bytes of a file or of standard input; reports the share that is read.
XmlInput xml_input(ByteSource& source, const Control& control);

inline constexpr std::size_t deepest_xml = 10'000;  // elements within elements

// Visits all elements of the document; what ends the walk early is given back: XML that is not well-formed, a
// declared entity, elements nested deeper than deepest_xml. `file` is what messages call it. Throws
// Error(Fault::interrupted) and what the input and the visitor throw.
std::optional<Diagnostic> walk_xml(const std::string& file, const XmlInput& input, XmlVisitor& visitor,
                                   const Control& control);

}  // namespace entente::io
