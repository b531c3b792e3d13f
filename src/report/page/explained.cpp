// What the places of the leading actors rest on: for their cards, and in words.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "report/change/explanation.hpp"
#include "report/page/page_json.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_parts = 5;

Json part_json(const std::vector<std::uint32_t>& row_at, const ExplainedPart& part) {
    Json rows = Json::array();
    for (const TieId row : part.rows) {
        if (row_at[index(row)] != nowhere) rows.push_back(row_at[index(row)]);
    }
    return {{"name", part.name},
            {"rows", rows},
            {"share", number_or_null(part.share)},
            {"without", number_or_null(part.without)},
            {"rank_without", number_or_null(part.rank_without)}};
}

Json parts_json(const std::vector<std::uint32_t>& row_at, const std::vector<ExplainedPart>& parts) {
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(parts.size(), most_parts); ++i)
        list.push_back(part_json(row_at, parts[i]));
    return list;
}

}  // namespace

Json number_or_null(double value) {
    const auto kept = parse_number(format_number(value));
    return kept ? Json(*kept) : Json(nullptr);
}

std::vector<std::uint32_t> row_positions(const PageView& view) {
    std::vector<std::uint32_t> at(view.network.tie_count(), nowhere);
    for (std::size_t i = 0; i < view.rows.size(); ++i)
        at[index(view.rows[i])] = static_cast<std::uint32_t>(i);
    return at;
}

Json explanations_data(const PageView& view) {
    const std::vector<std::uint32_t> row_at = row_positions(view);
    Json list = Json::array();
    for (const Explanation* explanation : view.input.explanations) {
        const std::uint32_t actor = view.position[index(explanation->actor)];
        if (actor == nowhere) continue;
        list.push_back({{"actor", actor},
                        {"measure", explanation->measure},
                        {"sentence", explanation_sentence(view.network, *explanation)},
                        {"rank", number_or_null(explanation->rank)},
                        {"additive", explanation->additive},
                        {"share_is", explanation->share_is},
                        {"rest", number_or_null(explanation->rest)},
                        {"of", explanation->parts.size()},
                        {"parts", parts_json(row_at, explanation->parts)},
                        {"sources", parts_json(row_at, explanation->sources)}});
    }
    return list;
}

std::string explained_sentences(const PageView& view) {
    std::string out;
    for (const Explanation* explanation : view.input.explanations) {
        const std::string sentence = explanation_sentence(view.network, *explanation);
        if (!sentence.empty()) out += "<li dir=\"auto\">" + escaped(sentence) + ".</li>\n";
    }
    return out.empty() ? "" : "<h3>What the leading places rest on</h3>\n<ul>\n" + out + "</ul>\n";
}

}  // namespace entente::report
