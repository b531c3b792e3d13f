// Ctrl-C and closed pipes.
#pragma once

#include <atomic>

namespace entente::cli {

// From now on SIGINT, SIGTERM and SIGHUP set the flag that this returns. The first of them arms a deadline:
// should the program not have ended 0.8 seconds later, as within a library that cannot be stopped, it is
// ended with status 130; a second ends it at once. Writing to a closed pipe becomes an error of the write.
const std::atomic<bool>* watch_signals();

}  // namespace entente::cli
