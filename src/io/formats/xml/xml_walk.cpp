#include "io/formats/xml/xml_walk.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"

namespace entente::io {

namespace {

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

constexpr std::size_t usual_piece = std::size_t{1} << 20U, largest_piece = std::size_t{1} << 30U;

std::string reason(XML_Error code) {
    switch (code) {
        case XML_ERROR_NO_ELEMENTS:
            return "the file ends before its first XML element; it is empty or cut short";
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return "the XML ends in the middle; the file is cut short";
        case XML_ERROR_TAG_MISMATCH:
            return "this end tag does not match the element that is open; the file is damaged";
        case XML_ERROR_INVALID_TOKEN:
            return "XML allows no such character or tag here (a bare & or <, a control character, or bytes "
                   "that are "
                   "not of the encoding that the file declares)";
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return "the attribute stands twice in this tag";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "the entity is not declared; write the character itself";
        case XML_ERROR_UNKNOWN_ENCODING:
        case XML_ERROR_INCORRECT_ENCODING:
            return "the encoding that the file declares is not read; save it as UTF-8";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return "something follows the end of the XML document";
        case XML_ERROR_NO_MEMORY:
            return "a tag or a text of the XML is too large to be read";
        default:
            return fmt::format("this is not well-formed XML: {}", XML_ErrorString(code));
    }
}

}  // namespace

XmlElement::XmlElement(std::string_view full_name, const char** attributes, CellPlace where)
    : name(without_prefix(full_name)),
      prefix(full_name.substr(0, std::max(name.size() + 1, full_name.size()) - name.size() - 1)),
      place(where),
      attributes_(attributes) {}

std::optional<std::string_view> XmlElement::find(std::string_view attribute) const {
    for (const char** at = attributes_; *at != nullptr; at += 2) {
        if (without_prefix(at[0]) == attribute) return at[1];
    }
    return std::nullopt;
}

XmlInput xml_input(ByteSource& source, const Control& control) {
    return [&source, &control, read = std::uint64_t{0}](char* out, std::size_t size) mutable {
        const std::size_t got = source.read(out, size);
        read += got;
        if (source.size() > 0) control.report(static_cast<double>(read) / static_cast<double>(source.size()));
        return got;
    };
}

// The C library calls back into this; what is thrown meanwhile waits until it has returned.
class XmlWalk {
public:
    XmlWalk(const std::string& file, XmlVisitor& visitor)
        : file_(file), visitor_(visitor), parser_(XML_ParserCreate(nullptr)) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetParamEntityParsing(parser_.get(), XML_PARAM_ENTITY_PARSING_NEVER);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const char* name, const char** attributes) {
                of(self).guarded([&] { of(self).begin(name, attributes); });
            },
            [](void* self, const char* name) { of(self).guarded([&] { of(self).end(name); }); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
            of(self).guarded([&] { of(self).visitor_.text({text, static_cast<std::size_t>(length)}); });
        });
        XML_SetStartDoctypeDeclHandler(parser_.get(),
                                       [](void* self, const char*, const char* system, const char*, int) {
                                           of(self).outside_ = system != nullptr;
                                       });
        XML_SetEntityDeclHandler(parser_.get(), [](void* self, const char* name, int, const char*, int,
                                                   const char*, const char*, const char*, const char*) {
            of(self).guarded([&] {
                of(self).refuse("the file declares the entity " + quoted(name) +
                                ", and entities are not expanded; save it without its DTD");
            });
        });
        XML_SetSkippedEntityHandler(parser_.get(), [](void* self, const char* name, int) {
            of(self).guarded([&] { of(self).refuse_entity(name); });
        });
        visitor.where_ = [this] { return here(); };
    }

    std::optional<Diagnostic> run(const XmlInput& input, const Control& control) {
        std::size_t size = usual_piece;
        for (bool ended = false; !ended && !done();) {
            control.checkpoint();
            void* buffer = XML_GetBuffer(parser_.get(), static_cast<int>(size));
            if (buffer == nullptr) {
                fail(XML_ERROR_NO_MEMORY);
                break;
            }
            const XML_Index before = XML_GetCurrentByteIndex(parser_.get());
            std::size_t got = input(static_cast<char*>(buffer), size);
            control.checkpoint();
            ended = got == 0;
            if (first_) got = without_blank_start(static_cast<char*>(buffer), got);
            const XML_Status status =
                XML_ParseBuffer(parser_.get(), static_cast<int>(got), ended ? XML_TRUE : XML_FALSE);
            if (thrown_) std::rethrow_exception(thrown_);
            if (status == XML_STATUS_ERROR && !done()) fail(XML_GetErrorCode(parser_.get()));
            // A tag of many megabytes is looked at from its beginning with every piece: so pieces grow.
            const bool stuck = before == XML_GetCurrentByteIndex(parser_.get());
            size = stuck ? std::min(size * 2, largest_piece) : usual_piece;
        }
        return problem_;
    }

private:
    static XmlWalk& of(void* self) { return *static_cast<XmlWalk*>(self); }
    bool done() const { return problem_ || visitor_.stopped(); }

    CellPlace here() const {
        const auto line = XML_GetCurrentLineNumber(parser_.get()) + blank_lines_;
        return {static_cast<std::uint32_t>(line),
                static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get()) + 1)};
    }

    template <class Action>
    void guarded(Action action) {
        if (thrown_ || done()) return;
        try {
            action();
        } catch (...) {
            thrown_ = std::current_exception();
        }
        if (thrown_ || done()) XML_StopParser(parser_.get(), XML_FALSE);
    }

    void begin(const char* name, const char** attributes) {
        if (++depth_ > deepest_xml)
            return refuse(
                fmt::format("elements are nested more than {} deep; no network needs that", deepest_xml));
        if (outside_) check_entities();
        if (!problem_) visitor_.begin({name, attributes, here()});
    }

    void end(const char* name) {
        --depth_;
        visitor_.end(without_prefix(name));
    }

    void refuse(std::string message) {
        problem_ = diagnostic_at(file_, here(), Severity::error, std::move(message));
    }

    void refuse_entity(std::string_view name) {
        refuse("the entity " + quoted(name) +
               " would have to be looked up in the DTD, which is not read; write the character itself");
    }

    // expat 2.5 leaves out an entity within an attribute without a word if a DTD might declare it.
    void check_entities() {
        int offset = 0, size = 0;
        const char* text = XML_GetInputContext(parser_.get(), &offset, &size);
        if (text == nullptr) return;
        std::string_view tag(text + offset, static_cast<std::size_t>(std::min(
                                                XML_GetCurrentByteCount(parser_.get()), size - offset)));
        for (std::size_t at = 0; (at = tag.find('&', at)) != std::string_view::npos; ++at) {
            const std::string_view name = tag.substr(at + 1, tag.find(';', at) - at - 1);
            if (name.starts_with('#') || name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
                name == "apos")
                continue;
            return refuse_entity(name);
        }
    }

    void fail(XML_Error code) { refuse(reason(code)); }

    // White space before the XML declaration is no XML, but files have it.
    std::size_t without_blank_start(char* bytes, std::size_t size) {
        first_ = false;
        std::string_view text(bytes, size);
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        const std::size_t blank = text.find_first_not_of(" \t\r\n");
        if (blank == 0 || blank == std::string_view::npos) return size;
        blank_lines_ = static_cast<std::uint64_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(blank), '\n'));
        text.remove_prefix(blank);
        std::copy(text.begin(), text.end(), bytes);
        return text.size();
    }

    const std::string& file_;
    XmlVisitor& visitor_;
    Parser parser_;
    std::optional<Diagnostic> problem_;
    std::exception_ptr thrown_;
    std::size_t depth_ = 0;
    std::uint64_t blank_lines_ = 0;
    bool outside_ = false;  // a DTD beside the file might declare entities
    bool first_ = true;
};

std::optional<Diagnostic> walk_xml(const std::string& file, const XmlInput& input, XmlVisitor& visitor,
                                   const Control& control) {
    return XmlWalk(file, visitor).run(input, control);
}

}  // namespace entente::io
