#include "study/manifest.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <filesystem>

#include "base/file.hpp"
#include "model/limits.hpp"
#include "report/format/table.hpp"
#include "report/manifest.hpp"

namespace entente::study {

namespace {

report::ManifestInput manifest_input(const std::string& path) {
    constexpr std::uintmax_t digest_up_to = 1U << 26;
    std::error_code code;
    const std::uintmax_t bytes = std::filesystem::file_size(path, code);
    if (code) return {.path = path, .bytes = 0, .sha256 = ""};
    return {.path = path,
            .bytes = bytes,
            .sha256 = bytes <= digest_up_to ? report::digest_of(read_file(path)) : ""};
}

report::Value layout_value(const Analysis& analysis) {
    if (!analysis.network_figure) return {};
    const render::Layout& layout = analysis.network_figure->layout;
    report::Value::Array contest;
    for (const render::Candidate& candidate : layout.contest) {
        contest.push_back(report::Value::Object{
            {"name", candidate.name},
            {"score",
             candidate.failed ? report::Value() : report::Value(render::to_string(candidate.score))}});
    }
    return report::Value::Object{
        {"chosen", layout.name}, {"score", render::to_string(layout.score)}, {"contest", std::move(contest)}};
}

report::Value limits_value() {
    report::Value::Object object;
    for (const LimitRow& row : limit_rows()) object.emplace_back(std::string(row.name), limits.*row.value);
    return object;
}

}  // namespace

OutputFile manifest_of(const AnalysisOptions& options, const Analysis& analysis,
                       const std::vector<OutputFile>& files, const RunRecord& run) {
    using clock = std::chrono::system_clock;
    report::Manifest manifest;
    manifest.command = run.command;
    manifest.threads = run.threads;
    manifest.started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(clock::to_time_t(run.started)));
    manifest.seconds = std::chrono::duration<double>(clock::now() - run.started).count();
    for (const std::string& file : analysis.data.network().files)
        manifest.inputs.push_back(manifest_input(file));
    for (const OutputFile& file : files) manifest.outputs.push_back({file.name, file.what, file.text.size()});
    manifest.settings = analysis_settings(options, analysis);
    manifest.limits = limits_value();
    manifest.layout = layout_value(analysis);
    manifest.left_out = analysis.left_out;
    for (const Diagnostic& remark : analysis.data.reading.remarks) {
        Diagnostic line = remark;
        line.excerpt.clear();
        manifest.remarks.push_back(to_string(line));
    }
    return {"manifest.json", "inputs, settings, versions", report::to_json(manifest_value(manifest))};
}

}  // namespace entente::study
