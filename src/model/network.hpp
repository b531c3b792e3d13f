// The relationship network as it was read: actors, ties row by row, and what the data say about themselves.
// Tables of columns, so that five million ties fit; a column that no file gave is empty and costs nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.hpp"
#include "model/ids.hpp"
#include "model/text_column.hpp"

namespace entente {

enum class Sign : std::int8_t { negative = -1, none = 0, positive = 1 };

// What a row (or its relation) says of its direction.
enum class Directedness : std::int8_t { unsaid, undirected, directed };

// Where a row stands: the line of the file at which it begins.
struct RowPlace {
    std::uint32_t file = 0;  // index into Network::files
    std::uint32_t line = 0;
};

// One row of the ties, put together from the columns. The views live as long as the network.
struct Tie {
    ActorId source{}, target{};
    std::string_view relation;
    Sign sign = Sign::none;
    double strength = 1;
    Directedness directed = Directedness::unsaid;
    Period period;
    double confidence = 1;
    std::string_view citation;
    std::string_view note;
};

struct ActorTable {
    TextColumn id, label, kind;  // the label is the id where the data give none; the kind may be ""
    std::vector<AttributeColumn> attributes;
    std::size_t size() const { return id.size(); }
};

struct TieTable {
    std::vector<ActorId> source, target;
    TextColumn relation;
    std::vector<Sign> sign;
    std::vector<double> strength;
    std::vector<Directedness> directed;
    std::vector<Period> period;
    std::vector<double> confidence;
    TextColumn citation, note;
    std::vector<AttributeColumn> attributes;
    std::vector<RowPlace> place;
    std::size_t size() const { return source.size(); }
};

// A relation of the vocabulary: how it is called and what ties of it are unless their row says otherwise.
struct Relation {
    std::string name, label;
    Sign sign = Sign::none;
    Directedness directed = Directedness::unsaid;
    std::optional<double> strength;
};

// What a citation refers to.
struct CitedSource {
    std::string id, title, publisher, date, url;
};

struct DatasetInfo {
    std::string name;  // of the folder or file, for output folders and titles
    std::string title, subtitle, source_line, date;
    std::map<std::string, std::string> defaults;  // option name without dashes -> value
};

class Network {
public:
    ActorTable actors;
    TieTable ties;
    std::vector<Relation> relations;
    std::vector<CitedSource> sources;
    std::vector<std::string> files;  // as the user named them; standard input is "stdin"
    DatasetInfo info;
    // Made of two-mode data (model/two_mode): a row stands for a partner that two actors share, and rests on
    // both their ties to it.
    bool projected = false;

    std::size_t actor_count() const { return actors.size(); }
    std::size_t tie_count() const { return ties.size(); }
    bool has_weights() const { return !ties.strength.empty(); }
    bool has_signs() const { return !ties.sign.empty(); }
    bool has_dates() const { return !ties.period.empty(); }
    bool has_confidences() const { return !ties.confidence.empty(); }

    std::string_view id(ActorId actor) const { return actors.id[index(actor)]; }
    std::string_view label(ActorId actor) const { return actors.label[index(actor)]; }
    std::string_view kind(ActorId actor) const { return actors.kind[index(actor)]; }

    Tie tie(TieId row) const;
    Sign sign(TieId row) const { return ties.sign.empty() ? Sign::none : ties.sign[index(row)]; }
    double strength(TieId row) const { return ties.strength.empty() ? 1 : ties.strength[index(row)]; }
    Directedness directed(TieId row) const {
        return ties.directed.empty() ? Directedness::unsaid : ties.directed[index(row)];
    }
    double confidence(TieId row) const { return ties.confidence.empty() ? 1 : ties.confidence[index(row)]; }

    // The actor of that id or, failing that, the only one of that label, compared without case. Throws
    // Error(Fault::usage) with the nearest id.
    ActorId find_actor(std::string_view word) const;

    // The relation or source of that name, or nullptr.
    const Relation* find_relation(std::string_view name) const;
    const CitedSource* find_source(std::string_view id) const;
};

}  // namespace entente
