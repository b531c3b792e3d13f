// Ids that look the same and are not: composed and decomposed letters, straight and curly quotes, hyphens and
// dashes, spaces that cannot be seen, letters of other alphabets.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace entente::io {

class LookAlikes {
public:
    LookAlikes();
    ~LookAlikes();

    // What people see of the id: equal for ids that differ only in case (Unicode's folding), spaces and
    // characters without width, compatible forms and accents of Latin letters (NFKD), kinds of quotes and
    // dashes, and letters that look like Latin ones (the confusables of Unicode TR 39). Not to be shown.
    std::string look_of(std::string_view id);

private:
    class Confusables;
    std::unique_ptr<Confusables> confusables_;  // opened for the first id beyond ASCII
};

// What distinguishes two ids of one look: "case or spaces" or the characters of which the one has more than
// the other, by number and name, as in "U+0303 (combining tilde)".
std::string difference_of(std::string_view a, std::string_view b);

}  // namespace entente::io
