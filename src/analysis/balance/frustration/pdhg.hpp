// A linear program over cuts solved nearly, and fast: the primal-dual hybrid gradient method (Chambolle &
// Pock 2011; steps by Pock & Chambolle 2011) with averages and restarts (Applegate et al. 2021). Its own code
// in a fixed order: the same on any machine.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

// min cost * x, 0 <= x <= 1, subject to the cuts added.
class Pdhg {
public:
    explicit Pdhg(std::vector<double> costs);

    // A row of the program; its dual is 0 until the next improve().
    void add(const Cut& cut);

    // Takes out the rows that `keep` has 0 for, with their duals.
    void keep_only(const std::vector<char>& keep);

    // Iterates from where it stands until the cost of the values, what they violate included, and the bound
    // of the duals are within `precision` of each other (relative), `most` iterations are done or the budget
    // is spent.
    void improve(unsigned most, double precision, Budget& budget);

    const Values& values() const { return best_values_; }             // of least error
    const std::vector<double>& duals() const { return best_duals_; }  // of the highest bound; one a row

private:
    struct Quality {
        double error, bound;
    };
    void step();
    Quality quality(const Values& x, const std::vector<double>& y);
    void begin_average();
    void restart_from(Values x, std::vector<double> y);

    std::vector<double> costs_;
    std::vector<std::size_t> row_start_{0};
    std::vector<std::uint32_t> columns_;
    std::vector<double> coefficients_, row_bound_, column_size_;
    Values x_, x_sum_, x_start_, best_values_;
    std::vector<double> y_, y_sum_, y_start_, best_duals_, scratch_;
    double weight_ = 1;  // of the dual steps over the primal ones
    unsigned averaged_ = 0;
};

}  // namespace entente::balance
