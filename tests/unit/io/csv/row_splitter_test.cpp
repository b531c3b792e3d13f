#include "io/csv/row_splitter.hpp"

#include <catch2/catch.hpp>

using namespace entente::io;

namespace {

// The cells of the text's first line, each in brackets; or what is wrong and where.
std::string cells_of(std::string text, char delimiter = ',') {
    const std::size_t line_break = text.find('\n');
    std::string rest = line_break == std::string::npos ? "" : text.substr(line_break + 1);
    bool more = line_break != std::string::npos;
    RowBatch batch;
    batch.text = text.substr(0, line_break);
    RowBatch::Row row{0, batch.text.size(), 1};
    std::string line;
    const auto next_line = [&]() -> std::optional<std::string_view> {
        if (!more) return std::nullopt;
        const std::size_t end = rest.find('\n');
        line = rest.substr(0, end);
        more = end != std::string::npos;
        rest = more ? rest.substr(end + 1) : "";
        return line;
    };
    if (const auto fault = split_row(batch, row, delimiter, next_line)) {
        const std::string at = std::to_string(fault->at);
        if (fault->kind == SplitFault::Kind::not_closed) return "not closed at " + at;
        if (fault->kind == SplitFault::Kind::closed_too_late) return "closed too late at " + at;
        return "text after the quote at " + at + ": " +
               batch.text.substr(fault->at, fault->until - fault->at);
    }
    batch.width = batch.cells.size();
    batch.rows.push_back(row);
    std::string cells;
    for (std::size_t i = 0; i < batch.width; ++i) {
        cells += '[';
        cells += RowRef{batch, 0}.cell(i);
        cells += ']';
    }
    return cells;
}

}  // namespace

TEST_CASE("plain cells end at the delimiter") {
    CHECK(cells_of("a,b,c") == "[a][b][c]");
    CHECK(cells_of("a;b,c", ';') == "[a][b,c]");
    CHECK(cells_of("a\tb", '\t') == "[a][b]");
    CHECK(cells_of("a") == "[a]");
    CHECK(cells_of("") == "[]");
    CHECK(cells_of(",") == "[][]");
    CHECK(cells_of(",,x,") == "[][][x][]");
}

TEST_CASE("plain cells lose the spaces around them, those that cannot be seen as well") {
    CHECK(cells_of(" a , b\t,c ") == "[a][b][c]");
    CHECK(cells_of("\u00A0a\u200B, \uFEFFb b\u202F ,c") == "[a][b b][c]");
    CHECK(cells_of("ä\u00A0,\u00A0") == "[ä][]");
    CHECK(cells_of("a \t b", '\t') == "[a][b]");
    CHECK(cells_of("a\t\tb", '\t') == "[a][][b]");
}

TEST_CASE("a quoted cell keeps delimiters, spaces and doubled quotes") {
    CHECK(cells_of("\"a,b\",c") == "[a,b][c]");
    CHECK(cells_of(" \" a \" ,c") == "[ a ][c]");
    CHECK(cells_of("\"say \"\"yes\"\"\",\"\"\"\"") == "[say \"yes\"][\"]");
    CHECK(cells_of("\"\",a") == "[][a]");
    CHECK(cells_of("a,\"\"") == "[a][]");
    CHECK(cells_of("a \"b\",c") == "[a \"b\"][c]");
}

TEST_CASE("a quoted cell goes on with the next lines") {
    CHECK(cells_of("a,\"one\ntwo\",b\nc,d,e") == "[a][one\ntwo][b]");
    CHECK(cells_of("\"one\n\n\"\"three\"\"\",x") == "[one\n\n\"three\"][x]");
    CHECK(cells_of("\"a\"\"\nb\"") == "[a\"\nb]");
}

TEST_CASE("a quote that stays open and text after one that closes are faults at their places") {
    CHECK(cells_of("a,\"b") == "not closed at 2");
    CHECK(cells_of("a,\"b\nc\nd") == "not closed at 2");
    CHECK(cells_of("a,\"b\"\"") == "not closed at 2");
    CHECK(cells_of("\"a\"b,c") == "text after the quote at 3: b");
    CHECK(cells_of("x,\"a\"  bcd") == "text after the quote at 7: bcd");
    CHECK(cells_of("\"a\" \"b\",c") == "text after the quote at 4: \"b\"");
}

TEST_CASE("a quote takes no more than the longest row") {
    std::string text = "a,\"";
    text.append(longest_row, 'x');
    CHECK(cells_of(text + "\ny\"") == "closed too late at 2");
}
