// Dates that say more than the days they mean: the mark of doubt in 1984? or c. 1984. Their text stands
// beside the tie's dates, in attributes of these names, and is written in place of the date again. They are
// no columns of the data: nothing that names or shows attributes may show them.
#pragma once

#include <string_view>

namespace entente {

inline constexpr std::string_view start_as_written = "start, as the data write it",
                                  end_as_written = "end, as the data write it";

inline bool is_date_as_written(std::string_view attribute) {
    return attribute == start_as_written || attribute == end_as_written;
}

}  // namespace entente
