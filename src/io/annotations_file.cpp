#include "io/annotations_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "io/csv/row_reader.hpp"

namespace entente::io {

namespace {

bool known(std::string_view header) {
    const std::string word = lower(header);
    return word == "actor" || word == "id" || word == "source" || word == "target" || word == "text" ||
           word == "note";
}

struct Columns {
    std::size_t actor, source, target, text, width;
};

std::size_t column_named(const RowReader& rows, std::string_view name, std::string_view alias) {
    const auto at = std::ranges::find_if(rows.header(), [&](const std::string& header) {
        return lower(header) == name || lower(header) == alias;
    });
    return static_cast<std::size_t>(at - rows.header().begin());
}

Columns columns_of(const RowReader& rows, Diagnostics& diagnostics) {
    const Columns columns{column_named(rows, "actor", "id"), column_named(rows, "source", "from"),
                          column_named(rows, "target", "to"), column_named(rows, "text", "note"),
                          rows.header().size()};
    if (rows.header().empty()) return columns;  // an empty file, which is said already
    if (columns.text >= columns.width)
        diagnostics.error({rows.name(), 1, 1}, "there is no column of texts; call it text");
    if (columns.actor >= columns.width &&
        (columns.source >= columns.width || columns.target >= columns.width))
        diagnostics.error({rows.name(), 1, 1},
                          "there is no column of actors; call it actor, or those of ties source and target");
    return columns;
}

// Actors by id, then by label where only one has it, without case.
class Names {
public:
    explicit Names(const Network& network) {
        for (std::size_t i = 0; i < network.actor_count(); ++i) {
            const auto actor = static_cast<ActorId>(i);
            ids_.emplace(lower(network.id(actor)), actor);
            const auto [found, is_new] = labels_.emplace(lower(network.label(actor)), actor);
            if (!is_new) found->second = std::nullopt;
        }
    }

    std::optional<ActorId> find(std::string_view word) const {
        if (const auto id = ids_.find(lower(word)); id != ids_.end()) return id->second;
        const auto label = labels_.find(lower(word));
        return label == labels_.end() ? std::nullopt : label->second;
    }

private:
    std::map<std::string, ActorId> ids_;
    std::map<std::string, std::optional<ActorId>> labels_;
};

class AnnotationReader {
public:
    AnnotationReader(const RowReader& rows, const Columns& columns, const Network& network,
                     Diagnostics& diagnostics)
        : rows_(rows), columns_(columns), names_(network), diagnostics_(diagnostics) {}

    std::optional<Annotation> read(RowRef row) {
        const std::string text(cell(row, columns_.text));
        if (trimmed(text).empty()) {
            diagnostics_.error(rows_.spot(row, columns_.text), "there is no text to write");
            return std::nullopt;
        }
        if (!cell(row, columns_.actor).empty()) {
            const auto actor = actor_in(row, columns_.actor);
            return actor ? std::optional(Annotation{*actor, std::nullopt, text}) : std::nullopt;
        }
        if (columns_.source >= columns_.width || columns_.target >= columns_.width) {
            diagnostics_.error(rows_.spot(row, columns_.actor), "the row names no actor");
            return std::nullopt;
        }
        const auto source = actor_in(row, columns_.source), target = actor_in(row, columns_.target);
        if (!source || !target) return std::nullopt;
        return Annotation{*source, target, text};
    }

private:
    std::string_view cell(RowRef row, std::size_t column) const {
        return column < columns_.width ? row.cell(column) : std::string_view();
    }

    std::optional<ActorId> actor_in(RowRef row, std::size_t column) {
        const auto actor = names_.find(row.cell(column));
        if (!actor)
            diagnostics_.error(rows_.spot(row, column),
                               fmt::format("no actor of the data is called {}, or several are; give its id",
                                           quoted(row.cell(column))));
        return actor;
    }

    const RowReader& rows_;
    const Columns& columns_;
    Names names_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Annotation> read_annotations(const std::string& path, const Network& network,
                                         const Control& control) {
    Diagnostics diagnostics;
    RowReader rows(path, 0, known, control, diagnostics);
    const Columns columns = columns_of(rows, diagnostics);
    diagnostics.settle();
    AnnotationReader reader(rows, columns, network, diagnostics);
    std::vector<Annotation> annotations;
    RowBatch batch;
    while (rows.next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (auto read = reader.read(RowRef{batch, i})) annotations.push_back(std::move(*read));
        }
    }
    diagnostics.settle();
    return annotations;
}

}  // namespace entente::io
