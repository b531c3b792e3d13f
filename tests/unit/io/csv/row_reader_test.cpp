#include "io/csv/row_reader.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "io/vocabulary/vocabulary.hpp"

using namespace entente;

namespace {

// A file for as long as it is read.
class File {
public:
    explicit File(const std::string& text) : path_(std::filesystem::temp_directory_path() / name()) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~File() { std::filesystem::remove(path_); }
    std::string path() const { return path_.string(); }

private:
    static std::string name() {
        static int count = 0;
        return "entente-row-reader-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".csv";
    }
    std::filesystem::path path_;
};

struct Rows {
    std::string header, cells, told;
    char delimiter = 0;
    std::uint64_t read = 0;
};

Rows rows_of(const std::string& text, char delimiter = 0) {
    const File file(text);
    io::Diagnostics diagnostics;
    const Control control;
    Rows rows;
    {
        io::RowReader reader(file.path(), delimiter, io::known_header, control, diagnostics);
        for (const std::string& name : reader.header()) rows.header += "[" + name + "]";
        rows.delimiter = reader.delimiter();
        io::RowBatch batch;
        while (reader.next(batch)) {
            for (std::size_t row = 0; row < batch.size(); ++row) {
                const io::RowRef ref{batch, row};
                rows.cells += std::to_string(ref.line()) + ":";
                for (std::size_t i = 0; i < reader.header().size(); ++i)
                    rows.cells += std::to_string(reader.spot(ref, i).line) + "." +
                                  std::to_string(reader.spot(ref, i).column) + "[" +
                                  std::string(ref.cell(i)) + "]";
                rows.cells += ' ';
            }
        }
        rows.read = reader.rows_read();
    }
    try {
        for (const Diagnostic& told : diagnostics.settle()) rows.told += told.message + "\n";
    } catch (const Error& error) {
        for (const Diagnostic& told : error.diagnostics())
            rows.told += std::to_string(told.spot.line) + "." + std::to_string(told.spot.column) + " " +
                         told.message.substr(0, told.message.find(';')) + "\n";
    }
    return rows;
}

}  // namespace

TEST_CASE("a row's cells stand at the line and the character that messages name") {
    const Rows rows = rows_of("source,target\nä,b\n\"x\ny\", z\n");
    CHECK(rows.header == "[source][target]");
    CHECK(rows.cells == "2:2.1[ä]2.3[b] 3:3.1[x\ny]4.5[z] ");
    CHECK(rows.read == 2);
    CHECK(rows.told.empty());
}

TEST_CASE("the delimiter is the one that gives most names that are known, unless it is given") {
    CHECK(rows_of("source;target\na;b\n").delimiter == ';');
    CHECK(rows_of("source\ttarget\na\tb\n").delimiter == '\t');
    CHECK(rows_of("a;b,c,d\n").delimiter == ',');
    CHECK(rows_of("sep=;\nsource;target\na;b\n").header == "[source][target]");
    CHECK(rows_of("source;target\na;b\n", ',').header == "[source;target]");
}

TEST_CASE("a row of another width is told with both counts and left out, those around it stay") {
    const Rows rows = rows_of("source,target\na,b,c\nd,e\nf\n");
    CHECK(rows.cells == "3:3.1[d]3.3[e] ");
    CHECK(rows.read == 3);
    CHECK(rows.told ==
          "2.5 this row has 3 cells, the header has 2\n4.2 this row has 1 cell, the header has 2\n");
}

TEST_CASE("rows of delimiters alone are skipped with one note") {
    const Rows rows = rows_of("source,target\n,\na,b\n , \n\n");
    CHECK(rows.cells == "3:3.1[a]3.3[b] ");
    CHECK(rows.told == "2 rows without any content are skipped, the first of them here\n");
}

TEST_CASE("more rows than a batch holds come in order") {
    std::string text = "source,target\n", expected;
    for (int i = 0; i < 1000; ++i) text += std::to_string(i) + ",b\n";
    const Rows rows = rows_of(text);
    CHECK(rows.read == 1000);
    CHECK(rows.cells.find("1001:1001.1[999]1001.5[b] ") != std::string::npos);
}

TEST_CASE("a header line beyond 16 MiB is an error of the data") {
    const Rows rows = rows_of("source,target" + std::string(17U << 20, 'x') + "\na,b\n");
    CHECK(rows.told == "1.1 this line is longer than 16 MiB\n");
    CHECK(rows.header.empty());
}
