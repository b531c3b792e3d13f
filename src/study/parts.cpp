#include "study/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/error.hpp"
#include "base/file.hpp"
#include "report/manifest.hpp"

namespace entente::study {

namespace {

constexpr std::string_view beginning = "entente part 1\n";
constexpr std::size_t digest_length = 64;

class Bytes {
public:
    void number(std::uint64_t value) {
        for (int byte = 0; byte < 8; ++byte) text += static_cast<char>(value >> (8 * byte));
    }
    void words(std::string_view value) {
        number(value.size());
        text += value;
    }
    std::string text{beginning};
};

// Reads what Bytes wrote; nothing is believed about lengths.
class Cursor {
public:
    Cursor(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

    std::uint64_t number() {
        const std::string_view bytes = take(8);
        std::uint64_t value = 0;
        for (std::size_t byte = 0; byte < 8; ++byte)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[byte])) << (8 * byte);
        return value;
    }
    std::string words() { return std::string(take(number())); }
    // A count of things that take at least 8 bytes each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > rest_.size() / 8) damaged();
        return value;
    }
    bool ended() const { return rest_.empty(); }
    [[noreturn]] void damaged() const {
        Diagnostic diagnostic;
        diagnostic.spot.file = file_;
        diagnostic.message = "the file is no part of a run, or is damaged; write it again with --part";
        throw Error(std::vector{std::move(diagnostic)});
    }

private:
    std::string_view take(std::uint64_t length) {
        if (length > rest_.size()) damaged();
        const std::string_view result = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return result;
    }

    std::string_view rest_;
    const std::string& file_;
};

bool of_one_run(const Part& a, const Part& b) {
    return a.count == b.count && a.version == b.version && a.words == b.words && a.inputs == b.inputs;
}

[[noreturn]] void refuse_missing(const std::vector<Part>& parts) {
    const std::uint64_t count = parts.front().count;
    std::uint64_t number = 1;
    while (std::ranges::find(parts, number, &Part::number) != parts.end()) ++number;
    throw Error(Fault::usage, fmt::format("part {} of {} is missing; run the command with --part {}/{}",
                                          number, count, number, count));
}

}  // namespace

std::string bytes_of(const Part& part) {
    Bytes bytes;
    bytes.number(part.number);
    bytes.number(part.count);
    bytes.words(part.version);
    bytes.number(part.words.size());
    for (const std::string& word : part.words) bytes.words(word);
    bytes.number(part.inputs.size());
    for (const PartInput& input : part.inputs) {
        bytes.words(input.path);
        bytes.words(input.digest);
    }
    bytes.number(part.loops.size());
    for (const PartLoop& loop : part.loops) {
        bytes.number(loop.results.size());
        for (const std::string& result : loop.results) bytes.words(result);
    }
    return bytes.text + report::digest_of(bytes.text);
}

Part part_of(std::string_view bytes, const std::string& file) {
    Cursor none({}, file);
    if (!bytes.starts_with(beginning) || bytes.size() < beginning.size() + digest_length) none.damaged();
    const std::string_view all = bytes.substr(0, bytes.size() - digest_length);
    if (report::digest_of(all) != bytes.substr(all.size())) none.damaged();
    Cursor cursor(all.substr(beginning.size()), file);
    Part part;
    part.number = cursor.number();
    part.count = cursor.number();
    part.version = cursor.words();
    part.words.resize(cursor.count());
    for (std::string& word : part.words) word = cursor.words();
    part.inputs.resize(cursor.count());
    for (PartInput& input : part.inputs) {
        input.path = cursor.words();
        input.digest = cursor.words();
    }
    part.loops.resize(cursor.count());
    for (PartLoop& loop : part.loops) {
        loop.results.resize(cursor.count());
        for (std::string& result : loop.results) result = cursor.words();
    }
    if (!cursor.ended() || part.number < 1 || part.number > part.count || part.words.empty())
        cursor.damaged();
    return part;
}

Part part_named(const std::string& word) {
    Part part;
    const std::size_t slash = word.find('/');
    const auto number = [&](std::string_view text, std::uint64_t& value) {
        const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
        return end.ec == std::errc{} && end.ptr == text.data() + text.size();
    };
    if (slash == std::string::npos || !number(std::string_view(word).substr(0, slash), part.number) ||
        !number(std::string_view(word).substr(slash + 1), part.count) || part.number < 1 ||
        part.number > part.count) {
        throw Error(Fault::usage,
                    fmt::format("'{}' is no part of a run; --part 2/16 is the second of sixteen", word));
    }
    part.version = ENTENTE_VERSION;
    return part;
}

std::vector<PartInput> inputs_of(const std::vector<std::string>& paths) {
    std::vector<PartInput> inputs;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored))
            inputs.push_back({path, report::digest_of(read_file(path))});
    }
    return inputs;
}

bool PartRecorder::computes(const SharedLoop& loop, std::size_t block) {
    if (loop.name != loop_name_) return true;
    const std::uint64_t mine = part_.number - 1;
    return block % part_.count == mine || (mine >= loop.blocks && block == 0);
}

void PartRecorder::exchange(const SharedLoop& loop, std::vector<std::string>& results) {
    if (loop.name != loop_name_ || results.empty()) return;
    const std::size_t mine = part_.number - 1 < results.size() ? part_.number - 1 : 0;
    PartLoop kept{std::vector<std::string>(results.size())};
    for (std::size_t block = 0; block < results.size(); ++block) {
        if (block % part_.count == part_.number - 1) kept.results[block] = results[block];
        else results[block] = results[mine];
    }
    part_.loops.push_back(std::move(kept));
}

PartReplayer::PartReplayer(std::vector<Part> parts, const std::vector<std::string>& files,
                           std::string loop_name)
    : parts_(std::move(parts)), loop_name_(std::move(loop_name)) {
    const Part& first = parts_.front();
    if (first.count > parts_.size()) refuse_missing(parts_);
    std::vector<std::size_t> file_of(first.count, files.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!of_one_run(first, parts_[i])) {
            throw Error(Fault::usage, fmt::format("{} and {} are parts of different runs: their commands, "
                                                  "versions or data differ; combine the parts of one run",
                                                  files[0], files[i]));
        }
        std::size_t& place = file_of[parts_[i].number - 1];
        if (place < files.size()) {
            throw Error(Fault::usage, fmt::format("{} and {} are both part {} of {}; name each part once",
                                                  files[place], files[i], parts_[i].number, first.count));
        }
        place = i;
    }
    if (std::ranges::find(file_of, files.size()) != file_of.end()) refuse_missing(parts_);
    std::ranges::sort(parts_, {}, &Part::number);
}

bool PartReplayer::computes(const SharedLoop& loop, std::size_t) { return loop.name != loop_name_; }

void PartReplayer::exchange(const SharedLoop& loop, std::vector<std::string>& results) {
    if (loop.name != loop_name_ || results.empty()) return;
    for (std::size_t block = 0; block < results.size(); ++block) {
        const Part& part = parts_[block % parts_.size()];
        if (next_ >= part.loops.size() || part.loops[next_].results.size() != results.size()) {
            throw Error(Fault::internal,
                        fmt::format("internal error: part {} holds another loop than the run", part.number));
        }
        results[block] = part.loops[next_].results[block];
    }
    ++next_;
}

}  // namespace entente::study
