// The page that a figure is made for, in units of which labels have 12 or 13.
#pragma once

namespace entente::render {

struct PageShape {
    double aspect = 4.0 / 3;   // of the network, width over height
    double least_sheet = 720;  // width of the whole figure
    double widest = 1400;      // of the network: text keeps 9 pixels when the figure is 1,200 wide
    double ratio = 0;          // of the whole figure, width over height, its legend beside it; 0: as it comes
};

}  // namespace entente::render
