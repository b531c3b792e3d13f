#include "io/aggregate/ties_preset.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

// The header of the file that means our column: the surest alias that is there and not taken.
class Headers {
public:
    Headers(const std::vector<std::string>& header, const std::map<std::string, std::string>& chosen)
        : header_(header), chosen_(chosen), taken_(header.size()) {}

    std::string take(std::string_view ours, std::span<const std::string_view> aliases) {
        if (const auto said = chosen_.find(std::string(ours)); said != chosen_.end()) {
            const std::string_view one = said->second;
            return take({&one, 1});
        }
        return take(aliases);
    }

    std::string take(std::span<const std::string_view> aliases) {
        for (const std::string_view alias : aliases) {
            for (std::size_t i = 0; i < header_.size(); ++i) {
                if (taken_[i] || normalized(header_[i]) != normalized(alias)) continue;
                taken_[i] = true;
                return header_[i];
            }
        }
        return "";
    }

    bool has(std::string_view alias) const {
        return std::ranges::any_of(header_,
                                   [&](const std::string& name) { return normalized(name) == alias; });
    }

private:
    const std::vector<std::string>& header_;
    const std::map<std::string, std::string>& chosen_;
    std::vector<bool> taken_;
};

Terms terms_of(const std::string& column) {
    return column.empty() ? Terms{} : Terms{Term{.columns = {column}}};
}

}  // namespace

std::optional<Preset> ties_preset(const std::vector<std::string>& header,
                                  const std::map<std::string, std::string>& chosen) {
    Headers headers(header, chosen);
    std::string source, target;
    if (chosen.contains("source")) source = headers.take("source", {});
    if (chosen.contains("target")) target = headers.take("target", {});
    for (const EndNames& ends : end_names()) {
        if (!source.empty() && !target.empty()) break;
        if (source.empty() && target.empty() && !(headers.has(ends.source) && headers.has(ends.target)))
            continue;
        if (source.empty()) source = headers.take({&ends.source, 1});
        if (target.empty()) target = headers.take({&ends.target, 1});
    }
    if (source.empty() || target.empty()) return std::nullopt;
    Preset preset;
    preset.name = "none", preset.title = "a ties file";
    preset.missing_end = preset.missing_source = "an end missing";
    preset.parties = {{.name = "source", .column = source}, {.name = "target", .column = target}};
    TieRule tie;
    tie.source = {"source"}, tie.target = {"target"};
    tie.required = true;
    tie.counted = "ties";
    std::map<std::string, std::string, std::less<>> found;
    for (const ColumnNames& column : tie_columns())
        found[std::string(column.name)] = headers.take(column.name, column.aliases);
    tie.relation = terms_of(found["relation"]);
    tie.sign = terms_of(found["sign"]);
    tie.weight = terms_of(found["weight"]);
    tie.directed = terms_of(found["directed"]);
    tie.citation = terms_of(found["citation"]);
    preset.ties = {tie};
    if (!found["start"].empty()) preset.time.start = {{.column = found["start"]}};
    if (!found["end"].empty()) preset.time.end = {{.column = found["end"]}};
    if (preset.time.start.empty() && preset.time.end.empty()) {
        if (const std::string day = headers.take(point_date_names()); !day.empty()) {
            preset.time.start = {{.column = day}};
            preset.time.point = true;
        }
    }
    return preset;
}

}  // namespace entente::io
