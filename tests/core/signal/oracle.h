// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <complex>
#include <cstddef>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace spall::tests {

/// Reference numbers that tests/oracle/make_<name>.py wrote.
inline nlohmann::json oracle(const std::string& name)
{
    std::ifstream file{std::string{SPALL_SOURCE_DIR} + "/tests/data/oracle/" + name + ".json"};
    return nlohmann::json::parse(file);
}

/// Largest difference relative to the largest reference value; infinite when the lengths differ.
inline double relativeError(std::span<const double> values, std::span<const double> reference)
{
    if (values.size() != reference.size()) {
        return INFINITY;
    }
    double largest = 0.0;
    double error = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        largest = std::max(largest, std::abs(reference[i]));
        error = std::max(error, std::abs(values[i] - reference[i]));
    }
    return error / largest;
}

} // namespace spall::tests
