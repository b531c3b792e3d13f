// Words with commas between them, as options and defaults have them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The words, blanks around them left out. One that begins with a quotation mark goes to the next that a comma
// or the end follows, and may hold commas: "arms, money",trade; a doubled mark stands for itself there.
std::vector<std::string> words_of_list(std::string_view text);

// The word as it stands in such a list: in quotation marks where it would be taken apart.
std::string as_list_word(std::string_view word);

}  // namespace entente
