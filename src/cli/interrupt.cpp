#include "cli/interrupt.hpp"

#include <sys/time.h>
#include <unistd.h>

#include <csignal>

namespace entente::cli {

namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

[[noreturn]] void end_now() {
    constexpr char message[] = "\nentente: interrupted\n";
    (void)!::write(STDERR_FILENO, message, sizeof message - 1);
    ::_exit(130);
}

extern "C" void on_stop(int) {
    if (stop.exchange(true, std::memory_order_relaxed)) end_now();
    itimerval deadline{};
    deadline.it_value.tv_usec = 800'000;
    ::setitimer(ITIMER_REAL, &deadline, nullptr);
}

// An alarm that another set, such as one that was pending when the program started, says nothing.
extern "C" void on_deadline(int) {
    if (stop.load(std::memory_order_relaxed)) end_now();
}

}  // namespace

const std::atomic<bool>* watch_signals() {
    struct sigaction action {};
    action.sa_handler = on_stop;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        // nohup: who asked for a program that outlives its terminal gets it.
        if (signal == SIGHUP && ::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        ::sigaction(signal, &action, nullptr);
    }
    action.sa_handler = on_deadline;
    ::sigaction(SIGALRM, &action, nullptr);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr);
    return &stop;
}

}  // namespace entente::cli
