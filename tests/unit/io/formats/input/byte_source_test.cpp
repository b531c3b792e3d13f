// The bytes of an input as they come.
#include "io/formats/input/byte_source.hpp"

#include <atomic>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("the bytes of a file come unchanged, whatever they are and however small the pieces") {
    const std::string bytes = "\xFF" + std::string(1, '\0') + "\r\nPK\x03\x04 end without a line break";
    const Folder folder({{"some.bin", bytes}, {"empty", ""}});
    CHECK(io::read_bytes(folder / "some.bin", {}) == bytes);
    CHECK(io::read_bytes(folder / "empty", {}).empty());
    io::ByteSource source(folder / "some.bin", {});
    CHECK(source.size() == bytes.size());
    CHECK(source.name() == folder / "some.bin");
    std::string pieces;
    char piece[3];
    while (!source.ended()) pieces.append(piece, source.read(piece, sizeof piece));
    CHECK(pieces == bytes);
    CHECK(source.read(piece, sizeof piece) == 0);
}

TEST_CASE("a file that cannot be read is an error of its own kind, and Ctrl-C ends the reading") {
    const Folder folder(std::map<std::string, std::string>{{"a.bin", "abc"}});
    const auto fault = [](const std::string& path) {
        try {
            io::read_bytes(path, {});
        } catch (const Error& error) {
            return error.fault();
        }
        return Fault::internal;
    };
    CHECK(fault(folder / "none.bin") == Fault::file);
    CHECK(fault(folder.path()) == Fault::file);
    const std::atomic<bool> stop{true};
    CHECK_THROWS_WITH(io::read_bytes(folder / "a.bin", {.threads = 1, .stop = &stop}),
                      Catch::Contains("interrupted"));
}
