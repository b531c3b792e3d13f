#include "report/page/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "model/title.hpp"
#include "report/page/text.hpp"

namespace entente::report {

PageView::PageView(const ReportInput& given) : input(given), network(given.network) {
    position.assign(network.actor_count(), nowhere);
    for (std::size_t i = 0; i < input.actors.size(); ++i)
        position[index(input.actors[i])] = static_cast<std::uint32_t>(i);
    if (input.partition) {
        community.assign(network.actor_count(), 0);
        for (std::size_t i = 0; i < input.partition->actors.size(); ++i)
            community[index(input.partition->actors[i])] = input.partition->community[i];
    }
    if (input.balance) {
        faction.assign(network.actor_count(), 0);
        for (std::size_t i = 0; i < input.balance->actors.size(); ++i)
            faction[index(input.balance->actors[i])] = input.balance->faction[i];
    }
    std::unordered_set<std::string_view> cited;
    std::vector<std::string_view> in_order;
    for (const TieId row : input.rows) {
        const Tie tie = network.tie(row);
        if (position[index(tie.source)] == nowhere || position[index(tie.target)] == nowhere) continue;
        rows.push_back(row);
        relations |= !tie.relation.empty();
        signs |= tie.sign != Sign::none;
        strengths |= tie.strength != 1;
        dates |= tie.period != Period{};
        confidences |= tie.confidence != 1;
        notes |= !tie.note.empty();
        if (!tie.citation.empty() && cited.insert(tie.citation).second) in_order.push_back(tie.citation);
    }
    citations = !cited.empty();
    for (const CitedSource& source : network.sources) {
        if (cited.contains(source.id)) sources.push_back(&source);
    }
    for (const std::string_view citation : in_order) {
        if (!network.find_source(citation))
            unlisted.push_back({std::string(citation), std::string(citation), "", "", ""});
    }
    for (const CitedSource& source : unlisted) sources.push_back(&source);
}

std::string PageView::title() const {
    const std::string title = title_of(network);
    return title.empty() ? "Network" : title;
}

std::size_t PageView::source_of(std::string_view citation) const {
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&](const CitedSource* source) { return source->id == citation; });
    return static_cast<std::size_t>(at - sources.begin());
}

std::string PageView::place(TieId row) const {
    if (index(row) >= network.ties.place.size()) return "";
    const RowPlace place = network.ties.place[index(row)];
    if (place.file >= network.files.size() || place.line == 0) return "";
    return fmt::format("{}, line {}", file_shown(network.files[place.file]), place.line);
}

std::string actor_name(const PageView& view, ActorId actor) {
    const std::uint32_t at = view.position[index(actor)];
    const std::string name =
        isolated(view.network.label(actor).empty() ? view.network.id(actor) : view.network.label(actor));
    return at == nowhere ? name : fmt::format("<a href=\"#actor-{}\">{}</a>", at, name);
}

std::string print_notice(std::size_t total, std::string_view what, std::string_view file) {
    constexpr std::size_t most_printed_rows = 50;
    if (total <= most_printed_rows) return "";
    return fmt::format("<p class=\"print-only\">Printed are the first {} of {} {}; {} has them all.</p>\n",
                       most_printed_rows, rounded(static_cast<double>(total)), what, file);
}

std::string actor_list(const PageView& view, const std::vector<ActorId>& actors, std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < actors.size(); ++i)
        names.push_back(i < most ? actor_name(view, actors[i]) : std::string());
    return first_listed(names, most);
}

}  // namespace entente::report
