#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "base/child_process.hpp"
#include "base/error.hpp"
#include "render/write/draw.hpp"
#include "render/write/raster_library.hpp"

namespace entente::render {
namespace {

const RasterLibrary& libraries() { return RasterLibrary::loaded(); }

struct FreeHandle {
    void operator()(RsvgHandle* handle) const { libraries().g_object_unref(handle); }
};
struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { libraries().cairo_surface_destroy(surface); }
};
struct FreeCairo {
    void operator()(cairo_t* cairo) const { libraries().cairo_destroy(cairo); }
};
using Handle = std::unique_ptr<RsvgHandle, FreeHandle>;
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

constexpr double highest =
    20000;  // pixels: with a width of 10,000 that takes 800 MB; cairo's own limit is 32,767

struct Drawing {
    Handle handle;
    double width = 0, height = 0;
};

std::string reason_of(GError* error) {
    if (error == nullptr) return "unknown reason";
    std::string reason = error->message;
    libraries().g_error_free(error);
    return reason;
}

Drawing drawing_of(std::string_view svg) {
    GError* error = nullptr;
    Drawing drawing;
    drawing.handle.reset(libraries().rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()),
                                                               svg.size(), &error));
    if (!drawing.handle) {
        throw Error(Fault::internal, "the figure could not be read back for drawing: " + reason_of(error));
    }
    libraries().rsvg_handle_set_dpi(drawing.handle.get(), 96);
    gdouble width = 0, height = 0;
    if (libraries().rsvg_handle_get_intrinsic_size_in_pixels(drawing.handle.get(), &width, &height) == 0)
        throw Error(Fault::internal, "the figure has no size");
    drawing.width = width;
    drawing.height = height;
    return drawing;
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void paint(const Drawing& drawing, cairo_surface_t* surface, double width, double height) {
    const std::unique_ptr<cairo_t, FreeCairo> cairo(libraries().cairo_create(surface));
    const RsvgRectangle page{0, 0, width, height};
    GError* error = nullptr;
    if (libraries().rsvg_handle_render_document(drawing.handle.get(), cairo.get(), &page, &error) == 0) {
        throw Error(Fault::internal, "the figure could not be drawn: " + reason_of(error));
    }
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error(Fault::internal, std::string("the figure could not be drawn: ") +
                                         libraries().cairo_status_to_string(status));
}

std::string png_of(std::string_view svg, double wanted) {
    const Drawing drawing = drawing_of(svg);
    const double width = std::round(wanted), height = std::ceil(drawing.height * width / drawing.width);
    if (height > highest) {
        throw Error(Fault::usage, fmt::format("a PNG {} pixels wide would be {} high, and at most {} can be "
                                              "drawn; give a smaller --width or draw an SVG or PDF",
                                              width, height, highest));
    }
    const Surface surface(libraries().cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width),
                                                                 static_cast<int>(height)));
    check(libraries().cairo_surface_status(surface.get()));
    paint(drawing, surface.get(), width, height);
    std::string png;
    check(libraries().cairo_surface_write_to_png_stream(surface.get(), append, &png));
    return png;
}

std::string pdf_of(std::string_view svg, std::string_view title) {
    const Drawing drawing = drawing_of(svg);
    const double width = drawing.width * 0.75,
                 height = drawing.height * 0.75;  // points of 1/72 inch for pixels of 1/96
    std::string pdf;
    const Surface surface(libraries().cairo_pdf_surface_create_for_stream(append, &pdf, width, height));
    check(libraries().cairo_surface_status(surface.get()));
    libraries().cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                               std::string(title).c_str());
    // Without it the file would hold the time of day.
    libraries().cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                               "2000-01-01T00:00:00Z");
    paint(drawing, surface.get(), width, height);
    libraries().cairo_surface_finish(surface.get());
    check(libraries().cairo_surface_status(surface.get()));
    return pdf;
}

}  // namespace

// glib and cairo end the process that they find no memory in.
std::string to_png(std::string_view svg, double width) {
    return in_child("drawing the PNG", [&] { return png_of(svg, width); });
}

std::string to_pdf(std::string_view svg, std::string_view title) {
    return in_child("drawing the PDF", [&] { return pdf_of(svg, title); });
}

}  // namespace entente::render
