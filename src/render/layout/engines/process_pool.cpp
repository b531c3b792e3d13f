#include "render/layout/engines/process_pool.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/child_process.hpp"
#include "base/error.hpp"

namespace entente::render {
namespace {

struct Child {
    pid_t process = -1;
    int pipe = -1;
    std::size_t task = 0;
    std::vector<char> bytes;
};

// All of the numbers, or less when the parent is gone.
void send(int pipe, const Numbers& numbers) {
    const char* bytes = reinterpret_cast<const char*>(numbers.data());
    std::size_t left = numbers.size() * sizeof(double);
    while (left > 0) {
        const ssize_t written = write(pipe, bytes, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) end_child(1);
        bytes += written;
        left -= static_cast<std::size_t>(written);
    }
}

// Nothing where the system grants no further pipe or process.
std::optional<Child> start(const std::function<Numbers()>& task, std::size_t number) {
    int ends[2];
    if (pipe(ends) != 0) return std::nullopt;
    const pid_t process = fork();
    if (process < 0) {
        close(ends[0]);
        close(ends[1]);
        return std::nullopt;
    }
    if (process == 0) {
        // Ctrl-C and the end of the terminal reach the whole group; the parent decides and ends its children.
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
        prctl(PR_SET_PDEATHSIG, SIGKILL);  // a parent that is killed takes its children along
        close(ends[0]);
        try {
            send(ends[1], task());
        } catch (...) {
            end_child(1);
        }
        end_child(0);
    }
    close(ends[1]);
    return Child{process, ends[0], number, {}};
}

// Reads what is there; true once the child has said everything.
bool drained(Child& child) {
    char buffer[1 << 16];
    const ssize_t count = read(child.pipe, buffer, sizeof buffer);
    if (count < 0) return errno != EINTR;
    child.bytes.insert(child.bytes.end(), buffer, buffer + count);
    return count == 0;
}

std::optional<Numbers> answer_of(Child& child) {
    close(child.pipe);
    int status = 0;
    while (waitpid(child.process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || child.bytes.size() % sizeof(double) != 0)
        return std::nullopt;
    Numbers numbers(child.bytes.size() / sizeof(double));
    std::memcpy(numbers.data(), child.bytes.data(), child.bytes.size());
    return numbers;
}

std::optional<Numbers> in_this_process(const std::function<Numbers()>& task) {
    try {
        return task();
    } catch (const Error& error) {
        if (error.fault() == Fault::interrupted) throw;
        return std::nullopt;
    }
}

}  // namespace

struct ProcessPool::State {
    std::vector<std::function<Numbers()>> tasks;
    Control control;
    std::vector<std::optional<Numbers>> answers;
    std::vector<Child> running;
    std::size_t next = 0;

    bool has_room() const { return running.size() < std::max(1U, control.threads); }

    void start_what_fits() {
        while (next < tasks.size() && has_room()) {
            control.checkpoint();
            std::optional<Child> child = start(tasks[next], next);
            if (!child && !running.empty()) return;  // once another has ended
            if (child) running.push_back(std::move(*child));
            else answers[next] = in_this_process(tasks[next]);
            ++next;
        }
    }

    // Takes what the children have to say, or waits for it a short time.
    void listen() {
        std::vector<pollfd> polled;
        for (const Child& child : running) polled.push_back({child.pipe, POLLIN, 0});
        if (polled.empty() || poll(polled.data(), polled.size(), 50) <= 0) return;
        for (std::size_t i = polled.size(); i-- > 0;) {
            if (polled[i].revents == 0 || !drained(running[i])) continue;
            Child done = std::move(running[i]);
            running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
            answers[done.task] = answer_of(done);
            control.report(static_cast<double>(next - running.size()) / static_cast<double>(tasks.size()));
        }
    }
};

ProcessPool::ProcessPool(std::vector<std::function<Numbers()>> tasks, const Control& control)
    : state_(std::make_unique<State>()) {
    state_->tasks = std::move(tasks);
    state_->control = control;
    state_->answers.resize(state_->tasks.size());
    state_->running.reserve(state_->tasks.size());
}

ProcessPool::~ProcessPool() {
    for (Child& child : state_->running) {
        kill(child.process, SIGKILL);
        answer_of(child);
    }
}

void ProcessPool::run_until_room() {
    for (;;) {
        state_->control.checkpoint();
        state_->start_what_fits();
        if (state_->next == state_->tasks.size() && state_->has_room()) return;
        state_->listen();
    }
}

unsigned ProcessPool::running() const { return static_cast<unsigned>(state_->running.size()); }

std::vector<std::optional<Numbers>> ProcessPool::finish() {
    while (state_->next < state_->tasks.size() || !state_->running.empty()) {
        state_->control.checkpoint();
        state_->start_what_fits();
        state_->listen();
    }
    return std::move(state_->answers);
}

std::vector<std::optional<Numbers>> in_processes(const std::vector<std::function<Numbers()>>& tasks,
                                                 const Control& control) {
    return ProcessPool(tasks, control).finish();
}

}  // namespace entente::render
