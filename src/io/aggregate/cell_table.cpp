#include "io/aggregate/cell_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

constexpr std::uint64_t place_bits = (std::uint64_t{1} << 40U) - 1;

std::uint32_t bits_of(Sign sign) { return sign == Sign::positive ? 1 : sign == Sign::negative ? 2 : 0; }

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0x9FB21C651E98DF25ULL;
    value ^= value >> 29U;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 32U);
}

std::uint32_t added(std::uint32_t count, std::uint32_t more) {
    const std::uint64_t sum = std::uint64_t{count} + more;
    if (sum > 0x7FFFFFFFU) throw Error(Fault::data, "more than two thousand million events in one tie");
    return static_cast<std::uint32_t>(sum);
}

void add_to(std::int64_t& sum, std::int64_t more) {
    if (__builtin_add_overflow(sum, more, &sum))
        throw Error(Fault::data,
                    "the weights of a tie add up to more than 9,000,000,000,000; divide them by a "
                    "thousand or a million first");
}

}  // namespace

Sign EventCell::sign() const {
    const std::uint32_t bits = relation_and_bits & 3U;
    return bits == 1 ? Sign::positive : bits == 2 ? Sign::negative : Sign::none;
}

std::uint64_t EventCell::group_hash() const {
    return mixed(mixed((std::uint64_t{source} << 32U) | target) + relation_and_bits);
}

CellTable::CellTable(const CellOptions& options)
    : options_(options),
      slots_(std::size_t{1} << 16U),
      // Some citations stay in memory; the rest goes to a temporary file.
      texts_(options.memory == 0 ? std::size_t{1} << 26U
                                 : std::min<std::uint64_t>(options.memory / 8, std::uint64_t{1} << 26U)) {}

std::uint64_t CellTable::slot_hash(const EventCell& cell) const {
    return mixed(cell.group_hash() + static_cast<std::uint32_t>(cell.period.code));
}

std::size_t CellTable::find_or_add(const EventCell& key) {
    if ((cells_.size() + 1) * 3 > slots_.size() * 2) grow();
    const std::uint64_t mask = slots_.size() - 1;
    for (std::uint64_t slot = slot_hash(key) & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == 0) {
            cells_.push_back(key);
            if (weights_.size() > 0) weights_.push_back({});
            slots_[slot] = static_cast<std::uint32_t>(cells_.size());
            return cells_.size() - 1;
        }
        const EventCell& cell = cells_[slots_[slot] - 1];
        if (cell.period == key.period && cell.same_group(key)) return slots_[slot] - 1;
    }
}

void CellTable::grow() {
    check_memory();
    slots_ = std::vector<std::uint32_t>(slots_.size() * 2);
    const std::uint64_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        std::uint64_t slot = slot_hash(cells_[i]) & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void CellTable::check_memory() const {
    const std::uint64_t used = cells_.memory() + weights_.memory() + citations_.memory() + texts_.memory() +
                               names_.memory() + slots_.size() * 8;
    if (options_.memory == 0 || used <= options_.memory) return;
    constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;
    throw Error(
        Fault::data,
        fmt::format(
            "the cells need more memory than --memory allows ({} MiB): {} so far, of {} actors\n"
            "  --by with a longer period (now {}) gives fewer{}\n"
            "  --relations drop and --citations 0 need less; --min takes effect only at the end\n"
            "  or split the input, aggregate each part and add them up with --combine",
            options_.memory / mebibyte, cells_.size(), actors_.size(),
            std::array{"week", "month", "quarter", "year", "all"}.at(static_cast<std::size_t>(options_.by)),
            options_.by_sign ? ", so does --signs net" : ""));
}

std::uint32_t CellTable::actor_named(std::string_view name, std::string_view label, std::string_view kind) {
    const std::uint32_t number = names_.number_of(name);
    if (number == actors_.size()) {
        actors_.push_back({0, {}, descriptions_.number_of(""), descriptions_.number_of("")});
        if (const auto known = expected_.find(std::string(name)); known != expected_.end()) {
            actors_.back().label = descriptions_.number_of(known->second.first);
            actors_.back().kind = descriptions_.number_of(known->second.second);
        }
    }
    ActorTotals& actor = actors_[number];
    if (!label.empty() && described(actor.label).empty()) actor.label = descriptions_.number_of(label);
    if (!kind.empty() && described(actor.kind).empty()) actor.kind = descriptions_.number_of(kind);
    return number;
}

void CellTable::describe(std::string_view name, std::string_view label, std::string_view kind) {
    if (!label.empty() || !kind.empty()) expected_.emplace(name, std::pair(label, kind));
}

void CellTable::count_actor(std::uint32_t actor, std::uint64_t events, DaySpan days) {
    actors_[actor].events += events;
    if (days.known()) actors_[actor].days.join(days);
}

EventCell CellTable::key_of(const Event& event, const std::vector<std::uint32_t>& actors,
                            const std::vector<std::uint32_t>& relations) {
    EventCell key;
    key.source = actors[event.source], key.target = actors[event.target];
    if (!event.directed && key.target < key.source) {
        std::swap(key.source, key.target);
        key.turned = 1;
    }
    key.relation_and_bits = ((options_.by_relation ? relations[event.relation] : 0U) << 3U) |
                            (event.directed ? 4U : 0U) | (options_.by_sign ? bits_of(event.sign) : 0U);
    if (event.days.first != last_span_.first || event.days.last != last_span_.last) {
        last_span_ = event.days.span();
        last_period_ = period_of(last_span_, options_.by);
        // A tie of several periods that was joined before stands where it begins.
        last_run_ =
            event.days.known() ? period_of({event.days.first, event.days.first}, options_.by) : last_period_;
    }
    key.period = event.joined ? last_run_ : last_period_;
    return key;
}

void CellTable::take(const EventBlock& block) {
    // Actors in the order in which events name them, so that it does not depend on pieces.
    constexpr std::uint32_t unknown = 0xFFFFFFFF;
    std::vector<std::uint32_t> actors(block.actors.size(), unknown), relations(block.relations.size());
    std::vector<std::uint32_t> descriptions(block.actors.size(), unknown);
    for (std::uint32_t i = 0; i < block.described.size(); ++i) descriptions[block.described[i].word] = i;
    for (std::uint32_t i = 0; i < relations.size(); ++i)
        relations[i] = relations_.number_of(block.relations.word(i));
    const auto actor = [&](std::uint32_t word) {
        if (actors[word] != unknown) return;
        const std::uint32_t described = descriptions[word];
        actors[word] = described == unknown
                           ? actor_named(block.actors.word(word), "", "")
                           : actor_named(block.actors.word(word), block.described[described].label,
                                         block.described[described].kind);
    };
    for (const Event& event : block.events) actor(event.source), actor(event.target);
    constexpr std::size_t ahead = 12;
    std::vector<EventCell> keys(std::min<std::size_t>(block.events.size(), 4096));
    for (std::size_t from = 0; from < block.events.size(); from += keys.size()) {
        const std::size_t count = std::min(keys.size(), block.events.size() - from);
        for (std::size_t i = 0; i < count; ++i) keys[i] = key_of(block.events[from + i], actors, relations);
        for (std::size_t i = 0; i < count; ++i) {
            if (i + ahead < count)
                __builtin_prefetch(&slots_[slot_hash(keys[i + ahead]) & (slots_.size() - 1)]);
            if (i + ahead / 2 < count) {
                const std::uint32_t cell = slots_[slot_hash(keys[i + ahead / 2]) & (slots_.size() - 1)];
                if (cell != 0) __builtin_prefetch(cells_.address(cell - 1));
            }
            const Event& event = block.events[from + i];
            if (event.days.known() && keys[i].period.kind() != options_.by) ++long_periods_;
            add(find_or_add(keys[i]), event,
                std::string_view(block.citations).substr(event.citation, event.citation_length));
            if (!block.counts_actors) continue;
            const auto events = static_cast<std::uint64_t>(event.counts().total());
            count_actor(actors[event.source], events, event.days.span());
            if (event.target != event.source) count_actor(actors[event.target], events, event.days.span());
        }
    }
    check_memory();
}

void CellTable::add(std::size_t index, const Event& event, std::string_view citation) {
    EventCell& cell = cells_[index];
    const EventCounts counts = event.counts();
    cell.positive = added(cell.positive, counts.positive);
    cell.negative = added(cell.negative, counts.negative);
    cell.unsaid = added(cell.unsaid, counts.unsaid) & 0x7FFFFFFFU;
    if (!event.empty) cell.days.join(event.days);
    add_weights(index, event);
    if (options_.citations == 0 || citation.empty()) return;
    for (const std::string_view one : split(citation, ';')) cite(cell, trimmed(one));
}

void CellTable::add_weights(std::size_t index, const Event& event) {
    const EventCounts counts = event.counts();
    const CellWeights by_counts{counts.total() * weight_unit, counts.balance() * weight_unit};
    if (weights_.size() == 0) {
        if (event.weight == by_counts.sum && event.strength() == by_counts.strength) return;
        // The first weight that is not 1: all before were.
        std::vector<CellWeights> before;
        for (std::size_t i = 0; i < cells_.size(); ++i) before.push_back(weights(i));
        before[index].sum -= by_counts.sum, before[index].strength -= by_counts.strength;
        for (const CellWeights& one : before) weights_.push_back(one);
    }
    CellWeights& weights = weights_[index];
    add_to(weights.sum, event.weight);
    add_to(weights.strength, event.strength());
}

CellWeights CellTable::weights(std::size_t i) const {
    if (weights_.size() > 0) return weights_[i];
    const EventCell& cell = cells_[i];
    return {static_cast<std::int64_t>(cell.events()) * weight_unit,
            (static_cast<std::int64_t>(cell.positive) - cell.negative) * weight_unit};
}

// Kept if the cell has not enough yet and not the same one.
void CellTable::cite(EventCell& cell, std::string_view citation) {
    if (citation.empty() ||
        (citation.front() == '+' && citation.find_first_not_of("0123456789", 1) == std::string_view::npos))
        return;
    const std::uint64_t hash = hash_of(citation) >> 40U;
    std::uint64_t count = 0;
    std::uint32_t* last = &cell.citations;
    for (; *last != no_citation; last = &citations_[*last].next) {
        const std::uint64_t known = citations_[*last].place_and_hash;
        if (known >> 40U == hash && texts_.holds(known & place_bits, citation)) return;
        if (++count == options_.citations) return;
    }
    *last = static_cast<std::uint32_t>(citations_.size());
    citations_.push_back({(hash << 40U) | texts_.append(citation), no_citation});
}

std::vector<std::uint64_t> CellTable::citations(std::size_t i) const {
    std::vector<std::uint64_t> places;
    for (std::uint32_t node = cells_[i].citations; node != no_citation; node = citations_[node].next)
        places.push_back(citations_[node].place_and_hash & place_bits);
    return places;
}

// Cells stand in the order of their first events, so that the first of a pair is the one to follow. The slots
// are those of cells, which no event seeks any more.
void CellTable::turn_as_first_named() {
    std::ranges::fill(slots_, 0);
    const std::uint64_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        EventCell& cell = cells_[i];
        if (cell.directed()) continue;
        std::uint64_t slot = mixed((std::uint64_t{cell.source} << 32U) | cell.target) & mask;
        for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
            const EventCell& first = cells_[slots_[slot] - 1];
            if (first.source != cell.source || first.target != cell.target) continue;
            cell.turned = first.turned;
            break;
        }
        if (slots_[slot] == 0) slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void CellTable::close() {
    turn_as_first_named();
    std::vector<std::uint32_t>().swap(slots_);
}

}  // namespace entente::io
