// Elements and attributes as XML text: the one place that escapes, opens and closes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::render {

// At most two decimals, none that say nothing.
std::string coordinate(double value);

// Calls can be chained: XmlWriter().open("circle").attribute("r", 3).close().take() is <circle r="3"/>.
// Elements are closed in the reverse order of their opening; an element without content closes itself.
class XmlWriter {
public:
    XmlWriter& open(std::string_view name);
    // Of the element just opened. What data-… holds is for programs and stays as it is; the rest is for
    // people and goes without control characters and overrides of direction.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    XmlWriter& attribute(std::string_view name, double value);
    XmlWriter& text(std::string_view words);       // line breaks survive
    XmlWriter& markup(std::string_view elements);  // finished elements
    XmlWriter& line_break();
    XmlWriter& close();
    std::string take() { return std::move(out_); }

private:
    void end_start_tag();

    std::string out_;
    std::vector<std::string> names_;  // of the elements that are open
    bool in_start_tag_ = false;
};

}  // namespace entente::render
