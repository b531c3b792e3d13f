#include "io/actors/look_alikes.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "base/text.hpp"

namespace entente::io {

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string look_of_ascii(std::string_view id) {
    std::string look;
    for (const char c : lower(id)) {
        if (c != ' ' && c != '\t' && c != '\n') look += c == '`' ? '\'' : c;
    }
    return look;
}

bool is_single_quote(char32_t c) {
    constexpr std::array<char32_t, 10> quotes{U'`',      U'\u00B4', U'\u2018', U'\u2019', U'\u201B',
                                              U'\u2032', U'\u02B9', U'\u02BB', U'\u02BC', U'\uFF07'};
    return std::ranges::find(quotes, c) != quotes.end();
}
bool is_double_quote(char32_t c) {
    return c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u201F' || c == U'\u2033';
}
bool is_unseen(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || type == U_FORMAT_CHAR || c == U'\u00AD';
}
bool is_dash(char32_t c) {
    return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION || c == U'\u2212';
}

// NFKD of the folded text, which is how Unicode compares without case.
std::u32string folded(const std::u32string& text) {
    UErrorCode code = U_ZERO_ERROR;
    std::vector<UChar> wide(text.size() * 2 + 1);
    std::int32_t length = 0;
    u_strFromUTF32(wide.data(), static_cast<std::int32_t>(wide.size()), &length,
                   reinterpret_cast<const UChar32*>(text.data()), static_cast<std::int32_t>(text.size()),
                   &code);
    const UNormalizer2* nfkd = unorm2_getNFKDInstance(&code);
    // No character becomes more than 18 units in NFKD, nor more than three by folding.
    std::vector<UChar> plain(static_cast<std::size_t>(length) * 18 + 1);
    length = unorm2_normalize(nfkd, wide.data(), length, plain.data(),
                              static_cast<std::int32_t>(plain.size()), &code);
    if (U_FAILURE(code)) return text;
    std::vector<UChar> low(static_cast<std::size_t>(length) * 3 + 1);
    length = u_strFoldCase(low.data(), static_cast<std::int32_t>(low.size()), plain.data(), length,
                           U_FOLD_CASE_DEFAULT, &code);
    if (U_FAILURE(code)) return text;
    std::u32string result;
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U16_NEXT(low.data(), i, length, c);
        result += static_cast<char32_t>(c);
    }
    return result;
}

}  // namespace

// The Latin letters that a letter looks like, in lower case; itself where it looks like none.
class LookAlikes::Confusables {
public:
    std::string of(char32_t c) {
        const auto [place, fresh] = known_.try_emplace(c, to_utf8(c));
        if (!fresh || !checker_) return place->second;
        std::array<char, 64> skeleton{};
        UErrorCode code = U_ZERO_ERROR;
        const std::int32_t length = uspoof_getSkeletonUTF8(
            checker_.get(), 0, place->second.data(), static_cast<std::int32_t>(place->second.size()),
            skeleton.data(), static_cast<std::int32_t>(skeleton.size()), &code);
        if (U_FAILURE(code) || length <= 0) return place->second;
        const std::string_view latin(skeleton.data(), static_cast<std::size_t>(length));
        if (is_ascii(latin)) place->second = lower(latin);
        return place->second;
    }

private:
    static std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> open() {
        UErrorCode code = U_ZERO_ERROR;
        USpoofChecker* checker = uspoof_open(&code);
        return {U_FAILURE(code) ? nullptr : checker, &uspoof_close};
    }
    std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker_ = open();
    std::map<char32_t, std::string> known_;
};

LookAlikes::LookAlikes() = default;
LookAlikes::~LookAlikes() = default;

std::string LookAlikes::look_of(std::string_view id) {
    if (is_ascii(id)) return look_of_ascii(id);
    std::u32string seen;
    for (const char32_t c : code_points(id)) {
        if (is_unseen(c)) continue;
        seen += is_single_quote(c) ? U'\'' : is_double_quote(c) ? U'"' : is_dash(c) ? U'-' : c;
    }
    if (!confusables_) confusables_ = std::make_unique<Confusables>();
    std::string look;
    bool after_latin = false;
    for (const char32_t c : folded(seen)) {
        const bool accent = c >= 0x300 && c < 0x370;
        if (accent && after_latin) continue;
        after_latin = c < 0x250;
        look += c < 0x80 ? std::string(1, static_cast<char>(c)) : confusables_->of(c);
    }
    return look;
}

std::string difference_of(std::string_view a, std::string_view b) {
    std::map<char32_t, int> more;
    for (const char32_t c : code_points(a)) ++more[c];
    for (const char32_t c : code_points(b)) --more[c];
    std::vector<std::string> names;
    constexpr std::size_t most = 3;
    for (const auto& [c, count] : more) {
        if (count == 0 || (c < 0x80 && c != U'`') || names.size() == most) continue;
        std::array<char, 100> name{};
        UErrorCode code = U_ZERO_ERROR;
        u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name.data(),
                   static_cast<std::int32_t>(name.size()), &code);
        names.push_back(fmt::format("U+{:04X} ({})", static_cast<unsigned>(c), lower(name.data())));
    }
    return names.empty() ? "case or spaces" : fmt::format("{}", fmt::join(names, " and "));
}

}  // namespace entente::io
