#include "support/reading.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>

#include "base/file.hpp"
#include "base/number.hpp"

namespace entente::test {

namespace {

std::string text_of(const std::vector<Diagnostic>& diagnostics, const std::string& folder) {
    std::string text;
    for (Diagnostic diagnostic : diagnostics) {
        diagnostic.excerpt.clear();
        text += to_string(diagnostic) + "\n";
    }
    for (std::size_t at; (at = text.find(folder + "/")) != std::string::npos;)
        text.erase(at, folder.size() + 1);
    if (!text.empty()) text.pop_back();
    return text;
}

io::Reading read_in(const Folder& folder, const std::map<std::string, std::string>& files,
                    io::ReadOptions options) {
    if (options.data.empty())
        options.data = {files.size() == 1 ? folder / files.begin()->first : folder.path()};
    for (std::string& name : options.data) name = name.starts_with("./") ? folder / name.substr(2) : name;
    if (options.actors_file.starts_with("./")) options.actors_file = folder / options.actors_file.substr(2);
    return io::read_network(options, Control{});
}

}  // namespace

Folder::Folder(const std::map<std::string, std::string>& files) {
    static std::atomic<unsigned> number{0};
    path_ = std::filesystem::temp_directory_path() / fmt::format("entente-test-{}-{}", ::getpid(), ++number);
    std::filesystem::create_directories(path_);
    for (const auto& [name, text] : files) {
        std::filesystem::create_directories((path_ / name).parent_path());
        write_file((path_ / name).string(), text);
    }
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

io::Reading read(const std::map<std::string, std::string>& files, io::ReadOptions options) {
    const Folder folder(files);
    return read_in(folder, files, std::move(options));
}

io::Reading read(const std::string& ties, io::ReadOptions options) {
    return read(std::map<std::string, std::string>{{"ties.csv", ties}}, std::move(options));
}

std::string said(const std::map<std::string, std::string>& files, io::ReadOptions options) {
    const Folder folder(files);
    try {
        return text_of(read_in(folder, files, std::move(options)).remarks, folder.path());
    } catch (const Error& error) {
        if (error.fault() == Fault::data) return text_of(error.diagnostics(), folder.path());
        std::string text = error.what();
        for (std::size_t at; (at = text.find(folder.path() + "/")) != std::string::npos;)
            text.erase(at, folder.path().size() + 1);
        return text;
    }
}

std::string said(const std::string& ties, io::ReadOptions options) {
    return said(std::map<std::string, std::string>{{"ties.csv", ties}}, std::move(options));
}

std::string ties_of(const Network& network) {
    std::string text;
    for (std::size_t i = 0; i < network.tie_count(); ++i) {
        const Tie tie = network.tie(static_cast<TieId>(i));
        const char* arrow = tie.directed == Directedness::directed     ? "->"
                            : tie.directed == Directedness::undirected ? "--"
                                                                       : "-";
        text += fmt::format("{} {} {}", network.id(tie.source), arrow, network.id(tie.target));
        if (!tie.relation.empty()) text += fmt::format(" {}", tie.relation);
        if (tie.sign != Sign::none) text += tie.sign == Sign::positive ? " +" : " -";
        if (network.has_weights()) text += " " + format_number(tie.strength);
        const std::string start = to_string(tie.period.start), end = to_string(tie.period.end);
        if (!start.empty() || !end.empty()) text += fmt::format(" {}..{}", start, end);
        if (network.has_confidences()) text += " p=" + format_number(tie.confidence);
        if (!tie.citation.empty()) text += fmt::format(" [{}]", tie.citation);
        if (!tie.note.empty()) text += fmt::format(" \"{}\"", tie.note);
        for (const AttributeColumn& attribute : network.ties.attributes) {
            if (!attribute.cells[i].empty())
                text += fmt::format(" {}={}", attribute.name, attribute.cells[i]);
        }
        text += "\n";
    }
    return text;
}

}  // namespace entente::test
