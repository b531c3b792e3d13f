// What a long computation may use and how it is stopped: handed in by the caller, so that no algorithm knows
// of signals, terminals or globals.
#pragma once

#include <atomic>
#include <functional>

namespace entente {

class Ranks;

struct Control {
    unsigned threads = 1;
    Ranks* ranks = nullptr;  // the processes that share the run (base/shared_blocks); null: this one alone
    const std::atomic<bool>* stop = nullptr;  // set by Ctrl-C
    std::function<void(double share)> progress =
        {};  // share done, 0..1; called from one thread at a time; may be empty

    bool stopped() const noexcept { return stop != nullptr && stop->load(std::memory_order_relaxed); }

    // Throws Error(Fault::interrupted) once stop is set. Every kernel calls it at least each 100 ms of work,
    // from the thread that was called (worker threads look at stopped() and return early).
    void checkpoint() const;

    void report(double share) const {
        if (progress) progress(share);
    }
};

}  // namespace entente
