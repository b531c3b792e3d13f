#include "cli/terminal/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ostream>

namespace entente::cli {

namespace {

double seconds() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void Progress::step(std::string what) {
    clear();
    what_ = std::move(what);
    started_ = seconds();
    drawn_ = 0;
}

void Progress::show(double share) {
    const double now = seconds();
    if (started_ == 0) started_ = now;
    if (now - started_ < 1 || now - drawn_ < 0.1) return;
    drawn_ = now;
    visible_ = true;
    constexpr std::size_t bar = 24;
    const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * bar);
    std::string text = fmt::format("[{}{}] {:3.0f} % {}", std::string(filled, '#'),
                                   std::string(bar - filled, ' '), std::clamp(share, 0.0, 1.0) * 100, what_);
    if (text.size() + 1 > width_) text.resize(width_ > 1 ? width_ - 1 : 0);
    err_ << "\r\x1b[K" << text << std::flush;
}

void Progress::clear() {
    if (visible_) err_ << "\r\x1b[K" << std::flush;
    visible_ = false;
}

void step(Context& context, std::string what) {
    if (context.progress) context.progress->step(std::move(what));
}

void end_progress(Context& context) {
    if (context.progress) context.progress->clear();
}

}  // namespace entente::cli
