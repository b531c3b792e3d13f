#include "io/writers/dl_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/number.hpp"
#include "io/writers/tables/losses.hpp"

namespace entente::io {

namespace {

// One matrix: the summed values, by row and column.
using Values = std::map<std::pair<std::size_t, std::size_t>, double>;

class DlText {
public:
    explicit DlText(const ExportTables& tables) : tables_(tables) {
        for (std::size_t row = 0; row < tables.actors.rows; ++row)
            numbers_.emplace(tables.actors.cell(row, "id"), row);
        std::map<std::string, std::size_t> known;
        for (std::size_t row = 0; row < tables.ties.rows; ++row) {
            const std::string relation = tables.ties.cell(row, "relation");
            const auto [at, fresh] = known.emplace(relation, relations_.size());
            if (fresh) {
                relations_.push_back(relation);
                matrices_.emplace_back();
            }
            add(matrices_[at->second], row);
        }
        if (matrices_.empty()) matrices_.emplace_back(), relations_.emplace_back();
    }

    Written write(const std::string& path) {
        const std::size_t actors = tables_.actors.rows;
        constexpr std::size_t most_cells = 4'000'000;
        const bool full = actors == 0 || actors <= most_cells / actors / matrices_.size();
        text_ = fmt::format("dl n={}", actors);
        if (matrices_.size() > 1) text_ += fmt::format(" nm={}", matrices_.size());
        text_ += fmt::format("\nformat = {}\nlabels:\n", full ? "fullmatrix diagonal present" : "edgelist1");
        for (std::size_t row = 0; row < actors; ++row) text_ += label(tables_.actors.cell(row, "id")) + "\n";
        if (relations_.size() > 1 || !relations_[0].empty()) {
            text_ += "matrix labels:\n";
            for (const std::string& relation : relations_)
                text_ += label(relation.empty() ? "none" : relation) + "\n";
        }
        text_ += "data:\n";
        for (std::size_t i = 0; i < matrices_.size(); ++i) {
            if (full) {
                count_zeros(matrices_[i]);
                matrix(matrices_[i]);
            } else {
                if (i > 0) text_ += "!\n";
                for (const auto& [pair, value] : matrices_[i])
                    text_ += fmt::format("{} {} {}\n", pair.first + 1, pair.second + 1, format_number(value));
            }
        }
        return {{{path, std::move(text_)}}, lost()};
    }

private:
    void add(Values& values, std::size_t row) {
        const ExportTable& ties = tables_.ties;
        const std::size_t source = numbers_.at(ties.cell(row, "source")),
                          target = numbers_.at(ties.cell(row, "target"));
        const double strength = parse_number(ties.cell(row, "weight")).value_or(1);
        const std::string sign = ties.cell(row, "sign");
        const double value = sign == "-" ? -strength : strength;
        negative_ = negative_ || value < 0;
        (sign == "+" ? positive_ : unsigned_) += sign == "-" ? 0U : 1U;
        const auto [at, fresh] = values.emplace(std::pair(source, target), value);
        if (!fresh) {
            at->second += value;
            ++summed_;
        }
        if (ties.cell(row, "directed") != "true" && source != target) values[{target, source}] += value;
    }

    // A cell of 0 is no tie: pairs whose ties come to it are lost.
    void count_zeros(const Values& values) {
        for (const auto& [pair, value] : values) {
            const bool counted = pair.first > pair.second && values.contains({pair.second, pair.first});
            if (value == 0 && !counted) ++zeros_;
        }
    }

    // Labels know neither quotes nor line breaks.
    std::string label(std::string text) {
        const std::string before = text;
        std::ranges::replace(text, '"', '\'');
        std::ranges::replace(text, '\n', ' ');
        if (text != before) ++labels_changed_;
        return "\"" + text + "\"";
    }

    void matrix(const Values& values) {
        auto next = values.begin();
        for (std::size_t row = 0; row < tables_.actors.rows; ++row) {
            for (std::size_t column = 0; column < tables_.actors.rows; ++column) {
                const bool there = next != values.end() && next->first == std::pair(row, column);
                text_ += column > 0 ? " " : "";
                text_ += there ? format_number(next->second) : "0";
                if (there) ++next;
            }
            text_ += '\n';
        }
    }

    std::vector<Loss> lost() const {
        static constexpr std::array<std::string_view, 1> of_actors{"id"};
        static constexpr std::array<std::string_view, 6> of_ties{"source", "target", "relation",
                                                                 "sign",   "weight", "directed"};
        std::vector<Loss> result = losses(tables_, of_actors, of_ties);
        if (summed_ > 0) result.push_back({"parallel rows, summed", summed_});
        if (zeros_ > 0) result.push_back({"pairs whose ties come to 0, which a matrix has for none", zeros_});
        if (labels_changed_ > 0) result.push_back({"quotes and line breaks of labels", labels_changed_});
        if (negative_ && unsigned_ > 0)
            result.push_back({"unsigned ties beside signed ones, read back as positive", unsigned_});
        if (!negative_ && positive_ > 0) result.push_back({"positive signs", positive_});
        return result;
    }

    const ExportTables& tables_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::string> relations_;
    std::vector<Values> matrices_;
    bool negative_ = false;
    std::uint64_t summed_ = 0, zeros_ = 0, labels_changed_ = 0, positive_ = 0, unsigned_ = 0;
    std::string text_;
};

}  // namespace

Written write_dl(const ExportTables& tables, const std::string& path) { return DlText(tables).write(path); }

}  // namespace entente::io
