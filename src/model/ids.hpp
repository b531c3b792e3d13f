// Which actor, which row of the ties: positions in the network's tables, kept apart by type.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente {

enum class ActorId : std::uint32_t {};
enum class TieId : std::uint32_t {};

constexpr std::size_t index(ActorId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(TieId id) { return static_cast<std::size_t>(id); }

}  // namespace entente
