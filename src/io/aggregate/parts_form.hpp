// How the files of a part begin and which words they use: what writes them and what adds them up agree here.
#pragma once

#include <array>
#include <string_view>

namespace entente::io::parts_form {

inline constexpr std::string_view tie_header =
    "source,target,relation,sign,weight,directed,start,end,citation,events,positive,negative,unsigned,"
    "strength\n";
inline constexpr std::string_view actor_header = "id,label,kind,events,first,last\n";

inline constexpr std::string_view citation_header = "tie,start,citation\n";

inline constexpr std::array<std::string_view, 5> period_words{"week", "month", "quarter", "year", "all"};
inline constexpr std::array<std::string_view, 3> weight_words{"count", "sum", "mean"};

}  // namespace entente::io::parts_form
