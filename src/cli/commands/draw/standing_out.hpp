// What stands out in a drawn figure: --highlight and --path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options/command.hpp"
#include "model/findings/partition.hpp"
#include "render/picture/picture.hpp"
#include "study/selected_data.hpp"

namespace entente::cli {

std::vector<ActorId> actors_named(Context& context, const Network& network,
                                  const std::vector<std::string>& words);

// Actors that are to stand out have to be drawn: throws Error(Fault::usage) for the first that is not. `ego`:
// whether only the surroundings of an actor are drawn.
void require_drawn(const Network& network, const std::vector<ActorId>& actors,
                   const std::vector<ActorId>& wanted, std::string_view option, bool ego);

// The steps of --path: between two actors without a tie the shortest way, said in a note; where there is
// none, that. Throws Error(Fault::usage) where no step leads anywhere.
std::vector<ActorId> path_drawn(Context& context, const study::SelectedData& view,
                                const std::vector<ActorId>& drawn, const std::vector<ActorId>& wanted);

// "A--B" and "A->B" name a tie unless an actor is called so; other words are actors. "community:A" waits
// until communities are known.
void highlight(Context& context, const Network& network, const std::vector<std::string>& words,
               render::PictureOptions& options);

// Ties that are to stand out have to be drawn: throws Error(Fault::usage) for the first that is not.
void require_ties_drawn(const Network& network, const render::Picture& picture,
                        const std::vector<render::TieNamed>& wanted);

bool names_community(const std::vector<std::string>& words);

// Every member of the communities named by a member or by number. Throws Error(Fault::usage) for one that
// there is not.
void highlight_communities(Context& context, const Network& network, const std::vector<std::string>& words,
                           const Partition& partition, render::PictureOptions& options);

}  // namespace entente::cli
