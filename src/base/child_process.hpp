// Work in a process of its own, for libraries that end the process when something goes wrong.
#pragma once

#include <functional>
#include <string>

namespace entente {

// What the task returns. An Error of the task is thrown here as if it had been called; when its process ends
// in another way, as a library does that finds no memory, it is Error(Fault::internal, "`what` ended …").
// Where the system grants no further process, the task runs in this one.
std::string in_child(const std::string& what, const std::function<std::string()>& task);

// Ends a forked process with this status, without the exit handlers that it has from its parent.
[[noreturn]] void end_child(int status);

}  // namespace entente
