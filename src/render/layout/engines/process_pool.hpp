// Candidates computed in processes of their own.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/control.hpp"

namespace entente::render {

using Numbers = std::vector<double>;

// Runs every task in a child process, control.threads at a time, and gives back what each returned, in the
// order of the tasks; nothing for a child that threw or crashed. Where the system grants no further process,
// a task runs in this one. Stops the children and throws
// Error(Fault::interrupted) when control is stopped.
std::vector<std::optional<Numbers>> in_processes(const std::vector<std::function<Numbers()>>& tasks,
                                                 const Control& control);

}  // namespace entente::render
