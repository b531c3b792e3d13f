#include "cluster/mpi_ranks.hpp"

#include <fmt/format.h>
#define OMPI_SKIP_MPICXX 1  // the C interface alone
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"

namespace entente::cluster {

namespace {

// MPI counts bytes in an int.
constexpr std::uint64_t most_bytes_at_once = std::uint64_t{1} << 30;

void broadcast(std::string& bytes, int from) {
    std::uint64_t size = bytes.size();
    MPI_Bcast(&size, 1, MPI_UINT64_T, from, MPI_COMM_WORLD);
    bytes.resize(size);
    for (std::uint64_t at = 0; at < size; at += most_bytes_at_once) {
        const auto count = static_cast<int>(std::min(most_bytes_at_once, size - at));
        MPI_Bcast(bytes.data() + at, count, MPI_BYTE, from, MPI_COMM_WORLD);
    }
}

void append_number(std::string& bytes, std::uint64_t value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

MpiRanks::MpiRanks(int& argc, char**& argv) {
    int granted = 0;
    MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &granted);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &count_);
}

MpiRanks::~MpiRanks() { MPI_Finalize(); }

bool MpiRanks::computes(const SharedLoop&, std::size_t block) {
    return block % static_cast<std::size_t>(count_) == static_cast<std::size_t>(rank_);
}

std::vector<int> MpiRanks::statuses(int own) const {
    std::vector<int> all(static_cast<std::size_t>(count_));
    MPI_Allgather(&own, 1, MPI_INT, all.data(), 1, MPI_INT, MPI_COMM_WORLD);
    return all;
}

void MpiRanks::exchange(const SharedLoop& loop, std::vector<std::string>& results) {
    const int status = std::ranges::max(statuses(0));
    if (status != 0) {
        ended_ = true;
        throw Error(static_cast<Fault>(status),
                    fmt::format("another process of this run ended with status {}; its own message says why",
                                status));
    }
    const auto count = static_cast<std::size_t>(count_);
    for (std::size_t from = 0; from < count; ++from) {
        std::string bytes;
        if (from == static_cast<std::size_t>(rank_)) {
            for (std::size_t block = from; block < loop.blocks; block += count) {
                append_number(bytes, results[block].size());
                bytes += results[block];
            }
        }
        broadcast(bytes, static_cast<int>(from));
        if (from == static_cast<std::size_t>(rank_)) continue;
        std::size_t at = 0;
        for (std::size_t block = from; block < loop.blocks; block += count) {
            std::uint64_t size = 0;
            std::copy_n(bytes.data() + at, sizeof size, reinterpret_cast<char*>(&size));
            results[block] = bytes.substr(at + sizeof size, size);
            at += sizeof size + size;
        }
    }
}

MpiRanks::End MpiRanks::finish(int status) {
    if (ended_) return {status, true};
    ended_ = true;
    const std::vector<int> all = statuses(status);
    return {std::ranges::max(all), all.front() != 0};
}

}  // namespace entente::cluster
