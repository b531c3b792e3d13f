#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace entente {

void parallel_blocks(std::size_t blocks, const Control& control,
                     const std::function<void(std::size_t, unsigned)>& body) {
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::exception_ptr failure;
    std::mutex guard;
    const auto work = [&](unsigned worker) {
        try {
            for (;;) {
                const std::size_t block = next.fetch_add(1, std::memory_order_relaxed);
                if (block >= blocks || failed.load(std::memory_order_relaxed) || control.stopped()) return;
                body(block, worker);
                if (control.progress) {
                    const std::lock_guard lock(guard);
                    control.progress(static_cast<double>(std::min(next.load(), blocks)) /
                                     static_cast<double>(blocks));
                }
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!failed.exchange(true)) failure = std::current_exception();
        }
    };
    const auto threads =
        static_cast<unsigned>(std::clamp<std::size_t>(blocks, 1, std::max(1U, control.threads)));
    std::vector<std::jthread> others;
    others.reserve(threads);
    try {
        for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(work, worker);
    } catch (const std::system_error&) {
        // A limit of the system: those that there are do all of it, with the same result.
    }
    work(0);
    others.clear();
    if (failure) std::rethrow_exception(failure);
    control.checkpoint();
}

}  // namespace entente
