// What the names in a preset mean in this file: the part of RowInterpreter that is done once.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.hpp"
#include "io/presets/preset_error.hpp"
#include "io/presets/row_interpreter.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

std::string preset_name(std::string_view header) {
    header = trimmed(header);
    const std::size_t colon = header.find(':');
    if (colon == 0) header = header.substr(0, header.find('('));
    if (colon != 0 && colon != std::string_view::npos && header.find_first_of(" (") == std::string_view::npos)
        header = header.substr(0, colon);
    return normalized(header);
}

RowInterpreter::RowInterpreter(const Preset& preset, const std::string& file,
                               const std::vector<std::string>& header, const CellRules& rules)
    : preset_(preset), decimal_(rules.decimal), dates_(rules.dates), file_(file), header_(header) {
    for (const std::string& word : preset_.missing) missing_.push_back(lower(word));
    for (const std::string& name : header_)
        names_.push_back(preset_.typed_headers ? preset_name(name) : normalized(name));
    for (const Party& party : preset_.parties)
        parties_.push_back({&party, slot_of(party.column), slot_of(party.count_by), slot_of(party.cut_by),
                            bind(party.label), bind(party.kind)});
    ends_.resize(parties_.size());
    filled_.resize(parties_.size());
    start_ = bind(preset_.time.start);
    end_ = bind(preset_.time.end);
    precision_ = slot_of(preset_.time.precision);
    for (const std::string& name : preset_.time.timeset)
        if (timeset_ == no_slot) timeset_ = slot_of(name);
    weight_spans_ = slot_of(preset_.time.weight_spans);
    bind_ties();
}

std::uint32_t RowInterpreter::slot_of(std::string_view name) {
    if (name.empty()) return no_slot;
    const auto exact = std::ranges::find(header_, name);
    const auto found = exact != header_.end() ? names_.begin() + (exact - header_.begin())
                                              : std::ranges::find(names_, normalized(name));
    if (found == names_.end()) return no_slot;
    return slot_of_column(static_cast<std::uint32_t>(found - names_.begin()));
}

std::uint32_t RowInterpreter::slot_of_column(std::uint32_t column) {
    const auto known = std::ranges::find(columns_, column);
    if (known == columns_.end()) columns_.push_back(column);
    return static_cast<std::uint32_t>(std::ranges::find(columns_, column) - columns_.begin());
}

RowInterpreter::BoundTerms RowInterpreter::bind(const Terms& terms) {
    BoundTerms bound;
    for (const Term& term : terms) {
        BoundTerm one{&term, {}, {}};
        for (const std::string& column : term.columns) one.slots.push_back(slot_of(column));
        for (const auto& [word, value] : term.words) {
            one.words.emplace(word, value);
            one.words.emplace(normalized(word), value);
        }
        bound.push_back(std::move(one));
    }
    return bound;
}

std::vector<RowInterpreter::BoundDate> RowInterpreter::bind(const std::vector<DateColumns>& dates) {
    std::vector<BoundDate> bound;
    for (const DateColumns& date : dates)
        bound.push_back({slot_of(date.column), slot_of(date.year), slot_of(date.month), slot_of(date.day),
                         slot_of(date.open_column), date.open_value});
    return bound;
}

void RowInterpreter::bind_ties() {
    const auto parties_of = [&](const std::vector<std::string>& names) {
        std::vector<std::size_t> parties;
        for (const std::string& name : names) {
            const auto found = std::ranges::find(preset_.parties, name, &Party::name);
            const auto index = static_cast<std::size_t>(found - preset_.parties.begin());
            if (parties_[index].slot != no_slot) parties.push_back(index);
        }
        return parties;
    };
    for (std::size_t i = 0; i < preset_.ties.size(); ++i) {
        const TieRule& rule = preset_.ties[i];
        BoundTie tie{&rule,
                     static_cast<std::uint32_t>(i),
                     parties_of(rule.source),
                     parties_of(rule.target),
                     {},
                     bind(rule.relation),
                     bind(rule.sign),
                     bind(rule.weight),
                     bind(rule.directed),
                     bind(rule.confidence),
                     bind(rule.citation),
                     bind(rule.note)};
        bool possible = !rule.skip && (!tie.source.empty() || !preset_.members.group.empty()) &&
                        (!tie.target.empty() || !preset_.members.group.empty());
        for (const Condition& condition : rule.when) {
            tie.when.push_back({&condition, slot_of(condition.column)});
            possible = possible && (tie.when.back().slot != no_slot || condition.negated);
        }
        if (possible) ties_.push_back(std::move(tie));
    }
    if (!ties_.empty()) return;
    std::vector<std::string> wanted;
    for (const Party& party : preset_.parties) wanted.push_back(party.column);
    throw data_error(
        {file_, 1, 1},
        fmt::format("this file has not the columns of {} (--preset {}): {}; it has {}", preset_.title,
                    preset_.name, fmt::join(wanted, ", "), fmt::join(header_, ", ")));
}

}  // namespace entente::io
