// From nodes and edges of GEXF, with values that change over time, to rows of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/formats/named_once.hpp"
#include "io/formats/raw_network.hpp"
#include "io/formats/unique_columns.hpp"
#include "io/formats/xml/gexf_time.hpp"

namespace entente::io {

struct GexfAttribute {
    std::string title, type;
    std::optional<std::string> fallback = {};
    CellPlace place;
    bool declared = true, used = false;
    std::optional<std::size_t> column = {};
};

struct GexfValue {
    std::size_t attribute;
    std::string text;
    CellPlace place;
    TimeSpan span;  // empty: it always holds
};

// A node or an edge.
struct GexfItem {
    struct Cell {
        std::size_t column;
        std::string text;
    };
    CellPlace place;
    std::string id;  // of a node
    std::vector<Cell> cells = {};
    std::vector<GexfValue> values = {};
    std::vector<TimeSpan> spans = {};
    bool written = false;
};

// The table of the actors or of the ties while it grows.
class GexfTable {
public:
    GexfTable(RawTable& table, bool of_edges) : table_(table), columns_(table), of_edges_(of_edges) {}

    UniqueColumns& columns() { return columns_; }
    // The columns are those there are, under the titles of the attributes; others are left out.
    void fix_columns() { fixed_ = exact_ = true; }
    bool fixed() const { return fixed_; }
    std::size_t size() const { return table_.size(); }

    // False if the id is declared already.
    bool declare(std::string_view id, GexfAttribute attribute);
    std::size_t attribute(std::string_view id, CellPlace place);  // declared now if it never was
    GexfAttribute& operator[](std::size_t attribute) { return attributes_[attribute]; }
    std::size_t attributes() const { return attributes_.size(); }
    // The attribute that is called so, if one is; case, spaces, - and _ aside.
    std::optional<std::size_t> called(std::string_view name) const;
    // Nothing once there are too many columns, and for those that fixed columns leave out.
    std::optional<std::size_t> column(std::size_t attribute);

    // One row for a node; for an edge one for each of its times. Times of files that may count in numbers are
    // kept as they are until settle_times.
    void write(const GexfItem& item, const TimeSpan& of_slice);

    // Whether days are written at once; else settle_times decides.
    void set_dated(bool dated) { dated_ = dated; }
    bool any_number() const { return !numbers_.empty(); }
    bool any_date() const { return dates_; }
    void settle_times(bool as_dates);

    const NamedOnce& cut_times() const { return cut_; }
    const NamedOnce& changing_values() const { return changing_; }
    const NamedOnce& mere_numbers() const { return numbers_; }

private:
    std::optional<std::size_t> leading(const GexfItem& item) const;
    struct Row {
        TimeSpan time;  // what its cells start and end say
        TimeSpan of;    // of the value that gives the row; empty: none does
    };
    std::vector<Row> rows_of(const GexfItem& item, const TimeSpan& of_slice) const;
    void write_row(const GexfItem& item, const Row& row);
    void set_values(const GexfItem& item, const TimeSpan& of);
    void set_time(const TimeBound& bound, Side side, CellPlace place);

    RawTable& table_;
    UniqueColumns columns_;
    bool of_edges_, dated_ = false, dates_ = false, exact_ = false, fixed_ = false;
    std::vector<GexfAttribute> attributes_;
    std::unordered_map<std::string, std::size_t> numbers_of_;
    std::optional<std::size_t> start_, end_, weight_, sign_;
    NamedOnce cut_, changing_, numbers_;
};

}  // namespace entente::io
