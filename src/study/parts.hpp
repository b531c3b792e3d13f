// A run in parts: each of N runs computes every Nth block of the loops that take long and keeps their results
// in a file; `entente combine` goes through the run once more with the results of all parts at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/shared_blocks.hpp"

namespace entente::study {

// A file that a part read, by what it held.
struct PartInput {
    std::string path, digest;  // SHA-256, hexadecimal
    bool operator==(const PartInput&) const = default;
};

// The results of one loop, block by block; "" for blocks of other parts.
struct PartLoop {
    std::vector<std::string> results;
    bool operator==(const PartLoop&) const = default;
};

struct Part {
    std::uint64_t number = 1, count = 1;  // this part, 1 …, of so many
    std::string version;
    std::vector<std::string> words;  // the command and its options, without those of the part
    std::vector<PartInput> inputs;
    std::vector<PartLoop> loops;  // in the order in which the run came to them
    bool operator==(const Part&) const = default;
};

// The part as the bytes of a file, and back. part_of throws Error(Fault::data), which names the file, where
// the bytes are no part or are damaged.
std::string bytes_of(const Part& part);
Part part_of(std::string_view bytes, const std::string& file);

// "2/16" -> part 2 of 16. Throws Error(Fault::usage).
Part part_named(const std::string& word);

// Digests of those of the paths that are files: a dataset names its folder and the files that it may hold.
// Throws Error(Fault::file).
std::vector<PartInput> inputs_of(const std::vector<std::string>& paths);

// Computes the part's blocks of the loops of one name, and keeps their results. The blocks of other parts get
// the results of one of its own, so that the run goes on to its end; what it then gives is of no use.
class PartRecorder final : public Ranks {
public:
    PartRecorder(Part part, std::string loop_name)
        : part_(std::move(part)), loop_name_(std::move(loop_name)) {}
    bool computes(const SharedLoop& loop, std::size_t block) override;
    void exchange(const SharedLoop& loop, std::vector<std::string>& results) override;
    bool writes() const override { return false; }
    const Part& part() const { return part_; }
    void set_inputs(std::vector<PartInput> inputs) { part_.inputs = std::move(inputs); }

private:
    Part part_;
    std::string loop_name_;
};

// Has the results of all parts at hand.
class PartReplayer final : public Ranks {
public:
    // Throws Error(Fault::usage) where parts are missing, stand twice or belong to different runs; `files`
    // are their names.
    PartReplayer(std::vector<Part> parts, const std::vector<std::string>& files, std::string loop_name);
    bool computes(const SharedLoop& loop, std::size_t block) override;
    void exchange(const SharedLoop& loop, std::vector<std::string>& results) override;
    bool writes() const override { return true; }

private:
    std::vector<Part> parts_;  // in the order of their numbers
    std::string loop_name_;
    std::size_t next_ = 0;  // loop
};

}  // namespace entente::study
