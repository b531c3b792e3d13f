// Times as GEXF writes them: bounds of intervals, open or closed, in days or in numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/raw_network.hpp"
#include "io/formats/xml/xml_walk.hpp"

namespace entente::io {

// One bound as the file has it, "" for none. An open one excludes the time it names.
struct TimeBound {
    std::string text;
    bool open = false;
    bool operator==(const TimeBound&) const = default;
};

struct TimeSpan {
    TimeBound start, end;
    CellPlace place;
    bool empty() const { return start.text.empty() && end.text.empty(); }
    bool same_times(const TimeSpan& other) const { return start == other.start && end == other.end; }
};

// What the attributes start, end, startopen, endopen and timestamp of the element say. In GEXF 1.2 startopen
// is the time itself, in 1.3 it says whether start is excluded.
TimeSpan time_span(const XmlElement& element);

// All spans that the element names, in its attributes intervals ("<[2001, 2002); [2004, 2005]>") and
// timestamps ("<[2001, 2004]>") too.
std::vector<TimeSpan> time_spans(const XmlElement& element);

// From the earliest start to the latest end; without a bound where one of them has none.
TimeSpan widest(const std::vector<TimeSpan>& spans);

// Whether it is a number other than the four digits of a year, which may also be written 2004.0.
bool is_mere_number(std::string_view time);

enum class Side { start, end };

struct DateText {
    std::string text;
    bool cut = false;  // a time of day was left out
};

// The date of a bound as entente writes dates, both ends inclusive: the day of a time, the year of 2004.0; of
// an open bound the day, month or year before or after. What is no date comes as it is.
DateText date_of(const TimeBound& bound, Side side);

}  // namespace entente::io
