// Everything that is wrong or odd about the files of one run: collected in the order met, bounded, then
// counted.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace entente::io {

// A cell or word of the user as it may stand in a message: on one line, without control characters and broken
// bytes (which could drive a terminal), cut after 60 characters. quoted puts it between quotes.
std::string shown(std::string_view word);
std::string quoted(std::string_view word);

// A line of a file as it may stand under a message: tabs as spaces, no control characters, cut when very
// long.
std::string excerpt_of(std::string_view line);

class Diagnostics {
public:
    static constexpr std::size_t most_errors = 100;  // of a run
    static constexpr std::size_t most_remarks = 20;  // of one topic

    // Counts one more error, or one more warning of the topic, and says whether it is still to be reported.
    // Composing a message may be expensive (the nearest of a million ids), so ask before.
    bool admit_error() { return ++errors_ <= most_errors; }
    bool admit(std::string_view topic);
    void count_errors(std::uint64_t further) { errors_ += further; }  // that nobody kept, after most_errors

    void tell(Severity severity, Spot spot, std::string message, std::string excerpt = "");

    // admit and tell in one, for messages that cost nothing.
    void error(Spot spot, std::string message, std::string excerpt = "");
    void warning(std::string_view topic, Spot spot, std::string message, std::string excerpt = "",
                 bool of_consequence = false);
    void note(Spot spot, std::string message, bool of_consequence = false);

    bool any_error() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }

    // All that was reported, in the order of the files and their lines: with the lines that can still be
    // read, and at the end how many more there are.
    std::vector<Diagnostic> in_order(const std::vector<std::string>& files = {});

    // The same, but throws Error with it if there was any error.
    std::vector<Diagnostic> settle(const std::vector<std::string>& files = {});

private:
    void tell_rest(Severity severity, std::size_t count, std::string message);

    std::vector<Diagnostic> reported_;
    std::size_t errors_ = 0;
    std::map<std::string, std::size_t, std::less<>> topics_;
};

}  // namespace entente::io
