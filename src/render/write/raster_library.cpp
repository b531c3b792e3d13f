#include "render/write/raster_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "base/error.hpp"

namespace entente::render {
namespace {

class SharedLibrary {
public:
    explicit SharedLibrary(const char* name) : name_(name), handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
        if (handle_ == nullptr) missing();
    }

    template <typename Function>
    void find(const char* function, Function*& found) const {
        found = reinterpret_cast<Function*>(dlsym(handle_, function));
        if (found == nullptr) missing();
    }

private:
    [[noreturn]] void missing() const {
        const char* reason = dlerror();
        throw Error(Fault::file, fmt::format("a PNG or PDF needs {}, which cannot be loaded ({}); install it "
                                             "(on Debian: apt-get install librsvg2-2) or draw an SVG",
                                             name_, reason == nullptr ? "no reason given" : reason));
    }

    const char* name_;
    void* handle_;
};

}  // namespace

RasterLibrary::RasterLibrary() {
    const SharedLibrary rsvg("librsvg-2.so.2"), cairo("libcairo.so.2"), gobject("libgobject-2.0.so.0"),
        glib("libglib-2.0.so.0");
#define ENTENTE_FIND(library, function) library.find(#function, function)
    ENTENTE_FIND(rsvg, rsvg_handle_new_from_data);
    ENTENTE_FIND(rsvg, rsvg_handle_set_dpi);
    ENTENTE_FIND(rsvg, rsvg_handle_get_intrinsic_size_in_pixels);
    ENTENTE_FIND(rsvg, rsvg_handle_render_document);
    ENTENTE_FIND(gobject, g_object_unref);
    ENTENTE_FIND(glib, g_error_free);
    ENTENTE_FIND(cairo, cairo_create);
    ENTENTE_FIND(cairo, cairo_destroy);
    ENTENTE_FIND(cairo, cairo_status_to_string);
    ENTENTE_FIND(cairo, cairo_image_surface_create);
    ENTENTE_FIND(cairo, cairo_pdf_surface_create_for_stream);
    ENTENTE_FIND(cairo, cairo_pdf_surface_set_metadata);
    ENTENTE_FIND(cairo, cairo_surface_status);
    ENTENTE_FIND(cairo, cairo_surface_write_to_png_stream);
    ENTENTE_FIND(cairo, cairo_surface_finish);
    ENTENTE_FIND(cairo, cairo_surface_destroy);
#undef ENTENTE_FIND
}

const RasterLibrary& RasterLibrary::loaded() {
    static const RasterLibrary library;
    return library;
}

}  // namespace entente::render
