// What the parts of the page share: the rows of the ties as people read them, and which actor stands where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/limits.hpp"
#include "report/page/html.hpp"

namespace entente::report {

inline constexpr std::size_t most_table_rows = limits.table_rows_of_page;
inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;

class PageView {
public:
    explicit PageView(const ReportInput& input);

    const ReportInput& input;
    const Network& network;
    bool relations = false, signs = false, strengths = false, dates = false, confidences = false,
         citations = false, notes = false;
    std::vector<std::uint32_t> community;  // by index(ActorId); 0: none; empty without a partition
    std::vector<std::uint8_t> faction;     // by index(ActorId); 0: none; empty without balance
    std::vector<TieId> rows;               // of the input, those with both ends among its actors
    std::vector<std::uint32_t>
        position;  // of an actor in input.actors, by index(ActorId); nowhere for others
    std::vector<const CitedSource*>
        sources;  // those cited by the rows, in order of their table; then citations no table explains
    std::vector<CitedSource> unlisted;  // the citations that no source explains, as sources of that title

    std::string title() const;
    // The position of the citation's source in `sources`.
    std::size_t source_of(std::string_view citation) const;
    std::string place(TieId row) const;  // "ties.csv, line 3"
};

// The data behind the page as JSON, every `<` written \u003c, fit for a <script type="application/json">.
std::string page_data(const PageView& view);

// Sections of the page, each a <section> with a heading, or "" where there is nothing to say.
std::string brief_section(const PageView& view);
std::string actors_section(const PageView& view);
std::string ties_section(const PageView& view);
std::string time_section(const PageView& view);
std::string communities_section(const PageView& view);
std::string balance_section(const PageView& view);
std::string fragile_section(const PageView& view);
std::string sources_section(const PageView& view);
std::string remarks_section(const PageView& view);
std::string methods_section(const PageView& view);
std::string settings_section(const PageView& view);

// What the places of the leading actors rest on, a heading and a sentence each; "" where nothing is
// explained.
std::string explained_sentences(const PageView& view);

// The actor's name, a link to its row of the table; the script opens the actor's card instead.
std::string actor_name(const PageView& view, ActorId actor);

// On paper a table ends after its leading rows (page.css): where the others are. "" for a short table.
std::string print_notice(std::size_t total, std::string_view what, std::string_view file);

// "A, B and C" with the actors' names, at most `most` of them, then "and 12 more".
std::string actor_list(const PageView& view, const std::vector<ActorId>& actors, std::size_t most = 1000000);

}  // namespace entente::report
