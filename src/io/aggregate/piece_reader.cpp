#include "io/aggregate/piece_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/error.hpp"

namespace entente::io {

PieceReader::PieceReader(const Input& input, const Control& control)
    : control_(control), source_(input, control) {
    if (ahead().starts_with("\xEF\xBB\xBF")) skip(3);
}

void PieceReader::fill(std::size_t want) {
    if (start_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + start_, end_ - start_);
        end_ -= start_;
        start_ = 0;
    }
    if (buffer_.size() < want) buffer_.resize(want);
    if (ended_ || end_ >= want) return;
    const std::size_t got = source_.read(buffer_.data() + end_, want - end_);
    control_.checkpoint();
    ended_ = end_ + got < want;
    end_ += got;
    bytes_ += got;
}

std::string_view PieceReader::ahead() {
    constexpr std::size_t least = std::size_t{1} << 16U, wanted = std::size_t{1} << 20U;
    if (end_ - start_ < least && !ended_) fill(wanted);
    return {buffer_.data() + start_, end_ - start_};
}

std::vector<std::string_view> PieceReader::next(const TableForm& form, std::size_t piece, std::size_t count) {
    constexpr std::size_t longest = std::size_t{1} << 30U;
    for (std::size_t want = piece * count;; want *= 2) {
        fill(want);
        const std::string_view text(buffer_.data(), end_);
        std::vector<std::string_view> pieces;
        const bool quoted = form.quotes && text.find('"') != std::string_view::npos;
        std::size_t from = 0, at = 0;
        while (from < text.size()) {
            const std::size_t target = from + piece;
            if (target >= text.size() && ended_) {
                at = text.size();
            } else if (!quoted) {
                const std::size_t feed = text.rfind('\n', std::min(target, text.size()) - 1);
                const bool inside = feed != std::string_view::npos && feed >= from;
                at = inside ? feed + 1 : text.find('\n', from) + 1;
            } else {
                for (at = from; at < std::min(target, text.size());) {
                    const std::size_t end = RecordScanner::end_of_record(text.substr(at), form);
                    if (end == std::string_view::npos) break;
                    at += end;
                }
            }
            if (at <= from) break;
            pieces.push_back(text.substr(from, at - from));
            from = at;
            if (ended_ && from < text.size() && quoted &&
                RecordScanner::end_of_record(text.substr(from), form) == std::string_view::npos) {
                pieces.push_back(text.substr(from));  // a quote that is never closed
                from = text.size();
            }
        }
        start_ = from;
        if (!pieces.empty() || (ended_ && text.empty())) return pieces;
        if (ended_) {
            start_ = text.size();
            return {text};
        }
        if (want > longest)
            throw Error(Fault::data,
                        fmt::format("{}: a row of more than 1 GiB: a quote is probably not closed", name()));
    }
}

}  // namespace entente::io
