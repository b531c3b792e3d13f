// Archives and workbooks made in a test.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace entente::test {

// The bytes of a zip archive of these files.
std::string zipped(const std::map<std::string, std::string>& files);

// A workbook (.xlsx) of sheets, each the XML of its rows; what else is in it by its path.
using Sheets = std::vector<std::pair<std::string, std::string>>;  // name -> "<row>…</row>"
std::string workbook(const Sheets& sheets, const std::map<std::string, std::string>& others = {});

// Rows of texts and numbers as a sheet has them: "Source,Target\na,b\n".
std::string rows(const std::string& csv);

}  // namespace entente::test
