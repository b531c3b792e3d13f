// The relations of a dataset: what their ties are by default, and how many there are.
#pragma once

#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

struct RelationRow {
    Relation relation;
    bool described = false;  // by relations.csv; else only rows of ties name it
    std::uint64_t rows = 0;
    std::uint64_t hostile = 0;  // of them, by their own sign or the relation's
};

// Those of relations.csv first, then those that only ties name, in the order of the data. Rows without a
// relation are counted under the name "", which comes last and only if there are any.
std::vector<RelationRow> relations_of(const Network& network);

// relation,label,sign,directed,weight,rows,hostile: the defaults are empty where relations.csv gives none.
Table relations_table(const std::vector<RelationRow>& relations);

// {…, "relations": [{"relation","label","sign","directed","weight","rows","hostile"}],
// "rows_without_relation"}
Value relations_value(const std::vector<RelationRow>& relations);

}  // namespace entente::report
