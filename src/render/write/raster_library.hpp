#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <memory>
#include <string>

namespace entente::render {

/// librsvg, cairo and GObject, loaded when the first PNG or PDF is asked for: with the forty libraries that
/// they need in turn they would take more time at the start of each command than most commands run.
class RasterLibrary {
public:
    /// The functions of the libraries, which stay loaded to the end of the program.
    /// Throws Error (Fault::file) with the remedy where one of the libraries is missing.
    static const RasterLibrary& loaded();

    decltype(&::rsvg_handle_new_from_data) rsvg_handle_new_from_data;
    decltype(&::rsvg_handle_set_dpi) rsvg_handle_set_dpi;
    decltype(&::rsvg_handle_get_intrinsic_size_in_pixels) rsvg_handle_get_intrinsic_size_in_pixels;
    decltype(&::rsvg_handle_render_document) rsvg_handle_render_document;
    decltype(&::g_object_unref) g_object_unref;
    decltype(&::g_error_free) g_error_free;
    decltype(&::cairo_create) cairo_create;
    decltype(&::cairo_destroy) cairo_destroy;
    decltype(&::cairo_status_to_string) cairo_status_to_string;
    decltype(&::cairo_image_surface_create) cairo_image_surface_create;
    decltype(&::cairo_pdf_surface_create_for_stream) cairo_pdf_surface_create_for_stream;
    decltype(&::cairo_pdf_surface_set_metadata) cairo_pdf_surface_set_metadata;
    decltype(&::cairo_surface_status) cairo_surface_status;
    decltype(&::cairo_surface_write_to_png_stream) cairo_surface_write_to_png_stream;
    decltype(&::cairo_surface_finish) cairo_surface_finish;
    decltype(&::cairo_surface_destroy) cairo_surface_destroy;

private:
    RasterLibrary();
};

}  // namespace entente::render
