// Candidates computed in processes of their own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/control.hpp"

namespace entente::render {

using Numbers = std::vector<double>;

// Tasks in child processes, control.threads at a time. Where the system grants no further process, a task
// runs in this one. Children that are left when it goes are ended. Its functions throw
// Error(Fault::interrupted) when control is stopped.
class ProcessPool {
public:
    ProcessPool(std::vector<std::function<Numbers()>> tasks, const Control& control);
    ~ProcessPool();
    ProcessPool(const ProcessPool&) = delete;
    ProcessPool& operator=(const ProcessPool&) = delete;

    // Returns once every task has been started and a thread is free for something else.
    void run_until_room();

    // How many children are at work.
    unsigned running() const;

    // What each task returned, in their order; nothing for a child that threw or crashed. To be called once.
    std::vector<std::optional<Numbers>> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// All of it at once.
std::vector<std::optional<Numbers>> in_processes(const std::vector<std::function<Numbers()>>& tasks,
                                                 const Control& control);

}  // namespace entente::render
