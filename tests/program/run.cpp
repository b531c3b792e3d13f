#include "program/run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "support/places.hpp"

namespace entente::test {

namespace {

double now() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void become(const std::vector<std::string>& words, const RunOptions& options) {
    if (::chdir(options.folder.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    const std::string program = test::program();
    arguments.push_back(const_cast<char*>(program.c_str()));
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    ::_exit(127);
}

// Appends what is there; false at the end.
bool drained(int from, std::string& text) {
    std::array<char, 1 << 16> buffer;
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && errno == EINTR);
}

}  // namespace

Running::Running(const std::vector<std::string>& words, const RunOptions& options) : started_(now()) {
    if (options.terminal) {
        process_ = ::forkpty(&out_, nullptr, nullptr, nullptr);
        if (process_ == 0) become(words, options);
        return;
    }
    std::array<int, 2> out{}, err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(err[1], STDERR_FILENO);
        become(words, options);
    }
    ::close(out[1]);
    ::close(err[1]);
    out_ = out[0];
    err_ = err[0];
}

Running::~Running() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    for (const int open : {out_, err_}) {
        if (open >= 0) ::close(open);
    }
}

void Running::send(int signal) const { ::kill(process_, signal); }

Ended Running::wait() {
    Ended ended;
    bool out_open = out_ >= 0, err_open = err_ >= 0;
    while (out_open || err_open) {
        std::array<pollfd, 2> polled{{{out_open ? out_ : -1, POLLIN, 0}, {err_open ? err_ : -1, POLLIN, 0}}};
        if (::poll(polled.data(), polled.size(), -1) < 0) continue;
        if (polled[0].revents != 0) out_open = drained(out_, ended.out);
        if (polled[1].revents != 0) err_open = drained(err_, ended.err);
    }
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (WIFEXITED(status)) ended.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
    ended.seconds = now() - started_;
    return ended;
}

Ended run_program(const std::vector<std::string>& words, const RunOptions& options) {
    return Running(words, options).wait();
}

}  // namespace entente::test
