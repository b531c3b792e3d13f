// The digest by which a content-security policy knows the page's own script and style.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente::report {

using Digest = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4).
Digest sha256(std::string_view bytes);

// RFC 4648 §4, with padding.
std::string base64(std::span<const std::uint8_t> bytes);

// "'sha256-…'" as CSP level 2 writes the source with this digest.
std::string policy_source(const Digest& digest);

}  // namespace entente::report
