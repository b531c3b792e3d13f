#include "cli/terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {
int descriptor(Stream stream) { return stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO; }
}  // namespace

bool is_terminal(Stream stream) { return ::isatty(descriptor(stream)) == 1; }

std::size_t terminal_width(Stream stream) {
    if (!is_terminal(stream)) return 0;
    winsize size{};
    if (::ioctl(descriptor(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

}  // namespace entente::cli
