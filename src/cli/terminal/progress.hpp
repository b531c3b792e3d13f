// The bar on standard error for work that takes more than a second.
#pragma once

#include <memory>
#include <string>

#include "cli/options/command.hpp"

namespace entente::cli {

class Progress {
public:
    Progress(std::ostream& err, std::size_t width) : err_(err), width_(width) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    void step(std::string what);
    void show(double share);
    void clear();

private:
    std::ostream& err_;
    std::size_t width_;
    std::string what_;
    double started_ = 0, drawn_ = 0;
    bool visible_ = false;
};

// Names the work that begins, for the bar; nothing where there is no bar.
void step(Context& context, std::string what);

// Takes the bar away before something is printed.
void end_progress(Context& context);

}  // namespace entente::cli
