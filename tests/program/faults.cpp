// Loaded before the program's libraries (LD_PRELOAD): faults at a place that a test chooses.
//   ENTENTE_FAIL_FROM=N        from the Nth allocation after the start of main on there is no memory
//   ENTENTE_COUNT_INTO=FILE    how many allocations there were, written at the end
//   ENTENTE_KILL_AT_RENAME=N   SIGKILL instead of the Nth rename
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

std::atomic<bool> begun{false};
std::atomic<long> allocations{0}, renames{0};
long fail_from = 0, kill_at = 0;

long number(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? 0 : std::strtol(text, nullptr, 10);
}

bool refused() {
    if (!begun.load(std::memory_order_relaxed)) return false;
    const long count = allocations.fetch_add(1) + 1;
    if (fail_from == 0 || count < fail_from) return false;
    errno = ENOMEM;
    return true;
}

void say_count() {
    const char* path = std::getenv("ENTENTE_COUNT_INTO");
    if (path == nullptr) return;
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%ld\n", allocations.load());
    const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0) (void)!::write(file, text, static_cast<std::size_t>(length));
    if (file >= 0) ::close(file);
}

int (*real_main)(int, char**, char**) = nullptr;

int watched_main(int count, char** words, char** environment) {
    fail_from = number("ENTENTE_FAIL_FROM");
    kill_at = number("ENTENTE_KILL_AT_RENAME");
    begun = true;
    const int status = real_main(count, words, environment);
    begun = false;
    say_count();
    return status;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return refused() ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t count, std::size_t size) { return refused() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* old, std::size_t size) { return refused() ? nullptr : __libc_realloc(old, size); }
void* memalign(std::size_t alignment, std::size_t size) {
    return refused() ? nullptr : __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** place, std::size_t alignment, std::size_t size) {
    void* memory = memalign(alignment, size);
    if (memory == nullptr) return ENOMEM;
    *place = memory;
    return 0;
}

int rename(const char* from, const char* to) {
    if (kill_at > 0 && renames.fetch_add(1) + 1 == kill_at) ::kill(::getpid(), SIGKILL);
    using Rename = int (*)(const char*, const char*);
    static const auto real = reinterpret_cast<Rename>(::dlsym(RTLD_NEXT, "rename"));
    return real(from, to);
}

int __libc_start_main(int (*main)(int, char**, char**), int count, char** words, void (*init)(),
                      void (*fini)(), void (*end)(), void* stack) {
    using Start =
        int (*)(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
    real_main = main;
    const auto real = reinterpret_cast<Start>(::dlsym(RTLD_NEXT, "__libc_start_main"));
    return real(watched_main, count, words, init, fini, end, stack);
}
}
