#include "analysis/community/communities.hpp"
#include "analysis/community/label_propagation.hpp"
#include "analysis/community/leiden.hpp"
#include "analysis/community/task.hpp"

#include <array>

namespace entente {

namespace {

using community::Membership;
using community::RunResult;
using community::Task;

RunResult judged_by_modularity(const Task& task, Membership membership) {
    const double quality = community::modularity(task.modularity, membership);
    return {std::move(membership), quality};
}

RunResult run_leiden(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::leiden(task.modularity, random, task.control));
}

RunResult run_louvain(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::louvain(task.modularity, random, task.control));
}

RunResult run_label_propagation(const Task& task, std::uint64_t run) {
    Random random(task.seed, run);
    return judged_by_modularity(task, community::label_propagation(task.undirected, random, task.control));
}

constexpr std::array algorithms{
    CommunityAlgorithm{.name = "leiden",
                       .definition = "modularity raised by moving actors and merging well-connected parts, until nothing changes",
                       .citation = "Traag, Waltman & van Eck 2019; signed: Gómez, Jensen & Arenas 2009, Traag & Bruggeman 2009",
                       .limits = "any size",
                       .seeded = true,
                       .directed = false,
                       .signed_ties = true,
                       .resolution = true,
                       .parallel = true,
                       .check_size = nullptr,
                       .run = run_leiden},
    CommunityAlgorithm{.name = "louvain",
                       .definition = "modularity raised by moving actors and merging communities; communities may be badly connected",
                       .citation = "Blondel, Guillaume, Lambiotte & Lefebvre 2008",
                       .limits = "any size",
                       .seeded = true,
                       .directed = false,
                       .signed_ties = false,
                       .resolution = true,
                       .parallel = true,
                       .check_size = nullptr,
                       .run = run_louvain},
    CommunityAlgorithm{.name = "label-propagation",
                       .definition = "each actor takes the label that most strength among its neighbours has, until all agree",
                       .citation = "Raghavan, Albert & Kumara 2007",
                       .limits = "any size; finds one community in dense networks",
                       .seeded = true,
                       .directed = false,
                       .signed_ties = false,
                       .resolution = false,
                       .parallel = true,
                       .check_size = nullptr,
                       .run = run_label_propagation},
};

}  // namespace

std::span<const CommunityAlgorithm> community_algorithms() { return algorithms; }

}  // namespace entente
