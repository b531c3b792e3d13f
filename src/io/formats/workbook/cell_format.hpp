// Numbers of a workbook as text: as their cell shows them, where that is a date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::io {

// Which parts of a date a number format shows; none: the number is no date.
enum class DateParts { none, year, month, day };

// Of the formats that every workbook has (ECMA-376, 18.8.30).
DateParts date_parts(int builtin_format);
// Of a format code such as "dd/mm/yyyy;@" or "[$-409]mmm\-yy".
DateParts date_parts(std::string_view code);

// Day counts of a workbook begin with 1900-01-01 as day 1, taking 1900 for a leap year as Lotus 1-2-3 did, or
// with 1904-01-01 as day 0.
enum class DateSystem { from_1900, from_1904 };

struct SerialDate {
    std::string text;  // ISO, as precise as the format shows
    bool cut = false;  // a time of day was left out
};

// Nothing where the number is no day between 1900 and 9999.
std::optional<SerialDate> date_of_serial(double serial, DateSystem system, DateParts parts);

// A number with the 15 digits that Excel keeps, in its shortest form: "1", "0.1", "1e+20".
std::string number_text(std::string_view stored);

// What a text of a workbook means: _x000D_ and the like are characters.
std::string unescaped(std::string_view text);

// The letters of a column counted from 1: 28 is AB.
std::string column_letters(std::size_t column);

}  // namespace entente::io
