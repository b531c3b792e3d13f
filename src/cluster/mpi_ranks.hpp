// The processes that mpirun started, as the Ranks of one run (MPI 3.1). Built with -DENTENTE_MPI=ON only.
#pragma once

#include <memory>

#include "base/shared_blocks.hpp"

namespace entente::cluster {

// Block b belongs to process b mod (number of processes). Only the first process writes. Used from one
// thread.
class MpiRanks final : public Ranks {
public:
    // Takes its part in mpirun's processes; the arguments may lose those that are MPI's.
    MpiRanks(int& argc, char**& argv);
    MpiRanks(const MpiRanks&) = delete;
    MpiRanks& operator=(const MpiRanks&) = delete;
    ~MpiRanks() override;

    bool alone() const { return count_ == 1; }
    bool computes(const SharedLoop& loop, std::size_t block) override;
    void exchange(const SharedLoop& loop, std::vector<std::string>& results) override;
    bool writes() const override { return rank_ == 0; }

    // To be called once at the end with this process's exit status. Others that still compute hear of a
    // failure at their next exchange.
    struct End {
        int status = 0;            // of all: the highest
        bool first_knows = false;  // the first process failed too, so that it says what went wrong
    };
    End finish(int status);

private:
    std::vector<int> statuses(int own) const;  // of each process
    int rank_ = 0, count_ = 1;
    bool ended_ = false;  // some process failed, or all are through
};

}  // namespace entente::cluster
