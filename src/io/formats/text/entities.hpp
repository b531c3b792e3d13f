// Characters written as &amp; or &#228;.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// The text with &amp; &lt; &gt; &quot; &apos; &#N; and &#xN; resolved; anything else that begins with &
// stays.
std::string without_entities(std::string_view text);

// The text in ASCII: &, the quote " and everything else than printable characters as entities.
std::string with_entities(std::string_view text);

}  // namespace entente::io
