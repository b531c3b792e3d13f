#include "support/raw_files.hpp"

#include <filesystem>

namespace entente::test {

std::string text_of(const io::RawTable& table) {
    std::string text;
    for (std::size_t i = 0; i < table.header().size(); ++i) text += (i == 0 ? "" : ",") + table.header()[i];
    text += '\n';
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (std::size_t i = 0; i < table.header().size(); ++i)
            text += (i == 0 ? "" : ",") + std::string(table.cell(row, i));
        text += '\n';
    }
    return text;
}

std::string text_of(const io::RawFile& file) {
    std::string text;
    for (const Diagnostic& diagnostic : file.diagnostics) {
        Diagnostic short_one = diagnostic;
        short_one.spot.file = std::filesystem::path(short_one.spot.file).filename();
        text += to_string(short_one) + '\n';
    }
    return text;
}

}  // namespace entente::test
