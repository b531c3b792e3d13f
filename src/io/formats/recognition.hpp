// How the formats of networks begin.
#pragma once

#include <string_view>

namespace entente::io {

// Each says whether a file that begins with `head` is of the format. Byte order mark, blank lines and
// comments of the syntax may come first.
bool begins_as_graphml(std::string_view head);
bool begins_as_gexf(std::string_view head);
bool begins_as_xlsx(std::string_view head);
bool begins_as_dta(std::string_view head);
bool begins_as_gml(std::string_view head);
bool begins_as_pajek(std::string_view head);
bool begins_as_dl(std::string_view head);
bool begins_as_dot(std::string_view head);
bool begins_as_node_link(std::string_view head);  // and any JSON that is of no other format
bool begins_as_cytoscape(std::string_view head);
bool begins_as_kumu(std::string_view head);
bool begins_as_follow_the_money(std::string_view head);
bool begins_as_sif(std::string_view head, std::string_view file);  // only where the file is so named
bool begins_as_spaced_table(std::string_view head);  // a header with two names that entente knows

}  // namespace entente::io
