#include "report/manifest.hpp"

#include <fmt/format.h>

#include "report/page/content_policy.hpp"

namespace entente::report {

namespace {

Value::Array texts(const std::vector<std::string>& list) {
    Value::Array array;
    for (const std::string& text : list) array.emplace_back(text);
    return array;
}

}  // namespace

std::string digest_of(std::string_view bytes) {
    std::string text;
    for (const std::uint8_t byte : sha256(bytes)) text += fmt::format("{:02x}", byte);
    return text;
}

Value manifest_value(const Manifest& manifest) {
    Value::Object result = result_object();
    Value::Array inputs, outputs;
    for (const ManifestInput& input : manifest.inputs) {
        inputs.push_back(Value::Object{{"path", input.path},
                                       {"bytes", input.bytes},
                                       {"sha256", input.sha256.empty() ? Value() : Value(input.sha256)}});
    }
    for (const ManifestOutput& output : manifest.outputs) {
        outputs.push_back(
            Value::Object{{"file", output.file}, {"what", output.what}, {"bytes", output.bytes}});
    }
    result.emplace_back("command", manifest.command);
    result.emplace_back("started", manifest.started);
    result.emplace_back("seconds", manifest.seconds);
    result.emplace_back("threads", manifest.threads);
    result.emplace_back("inputs", std::move(inputs));
    result.emplace_back("outputs", std::move(outputs));
    result.emplace_back("settings", manifest.settings);
    result.emplace_back("limits", manifest.limits);
    result.emplace_back("layout", manifest.layout);
    result.emplace_back("left_out", texts(manifest.left_out));
    result.emplace_back("remarks", texts(manifest.remarks));
    return result;
}

}  // namespace entente::report
