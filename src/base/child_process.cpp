#include "base/child_process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "base/error.hpp"

#ifdef ENTENTE_COVERAGE
extern "C" void __gcov_dump(void);
#endif

namespace entente {

namespace {

bool send(int pipe, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// The fault as one byte (0: none), then the result or the message.
[[noreturn]] void answer(int pipe, const std::function<std::string()>& task) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);  // the parent decides
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const int silence = ::open("/dev/null", O_WRONLY | O_CLOEXEC);  // a library's last words help nobody
    if (silence >= 0) ::dup2(silence, STDERR_FILENO);
    try {
        const std::string result = task();
        end_child(send(pipe, std::string_view("\0", 1)) && send(pipe, result) ? 0 : 1);
    } catch (const Error& error) {
        const char fault = static_cast<char>(error.fault());
        end_child(send(pipe, std::string_view(&fault, 1)) && send(pipe, error.what()) ? 0 : 1);
    } catch (...) {
        end_child(1);
    }
}

// All that comes out of the pipe; waits for the process also when there is no memory for it.
class Child {
public:
    Child(pid_t process, int pipe) : process_(process), pipe_(pipe) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) ::kill(process_, SIGKILL);
        (void)end();
    }
    std::string read() {
        std::string text;
        std::array<char, 1 << 16> buffer;
        for (;;) {
            const ssize_t got = ::read(pipe_, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return text;
            text.append(buffer.data(), static_cast<std::size_t>(got));
        }
    }
    bool end() {
        if (process_ <= 0) return false;
        ::close(pipe_);
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    pid_t process_;
    int pipe_;
};

}  // namespace

void end_child(int status) {
#ifdef ENTENTE_COVERAGE
    __gcov_dump();  // _exit would lose what the child has counted
#endif
    ::_exit(status);
}

std::string in_child(const std::string& what, const std::function<std::string()>& task) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return task();
    const pid_t process = ::fork();
    if (process == 0) answer(ends[1], task);
    ::close(ends[1]);
    if (process < 0) {
        ::close(ends[0]);
        return task();
    }
    Child child(process, ends[0]);
    std::string text = child.read();
    if (!child.end() || text.empty())
        throw Error(Fault::internal, what + " ended before it was done; there may be too little memory");
    const auto fault = static_cast<unsigned char>(text.front());
    text.erase(0, 1);
    if (fault == 0) return text;
    throw Error(static_cast<Fault>(fault), text);
}

}  // namespace entente
