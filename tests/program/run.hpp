// The built program as a process: started, watched, interrupted.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace entente::test {

struct Ended {
    int status = -1;  // of exit; -1 when a signal ended it
    int signal = 0;
    std::string out, err;
    double seconds = 0;
};

struct RunOptions {
    std::string folder = ".";
    std::map<std::string, std::string> environment = {};
    bool terminal = false;  // standard output and error are a terminal, both read into `out`
};

// A program that runs; killed when the object goes.
class Running {
public:
    Running(const std::vector<std::string>& words, const RunOptions& options = {});
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running();

    void send(int signal) const;
    Ended wait();

private:
    pid_t process_ = -1;
    int out_ = -1, err_ = -1;
    double started_ = 0;
};

// entente with these words, to its end.
Ended run_program(const std::vector<std::string>& words, const RunOptions& options = {});

}  // namespace entente::test
