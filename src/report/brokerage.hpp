// Who stands between the groups, as tables, values and sentences.
#pragma once

#include <string>
#include <vector>

#include "model/findings/brokerage.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// id,label,kind,group,coordinator,itinerant,gatekeeper,representative,liaison,total: counts.
Table brokerage_table(const Network& network, const Brokerage& brokerage);

// {…,
// "grouping","directed","groups":[…],"actors":[{"id","label","kind","group","roles":{role:{"count",
//  "expected","deviation","z"}},
//  "external_internal","participation","within_z"}],"all":{role:{…}},"ei_index","ei_expected","ei_p",
//  "permutations","remarks","settings"}
Value brokerage_value(const Network& network, const Brokerage& brokerage, Value settings);

// The brokers, most first, each role's count with a star where it is beyond chance, then the totals.
std::string brokerage_text(const Network& network, const Brokerage& brokerage, const TextOptions& options);

}  // namespace entente::report
