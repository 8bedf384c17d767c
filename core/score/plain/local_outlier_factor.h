// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace spall::score {

/// Local outlier factor of new points against learned ones (Breunig et al. 2000), Euclidean, by
/// brute force. About 1 inside the learned crowd, larger outside.
class LocalOutlierFactor {
public:
    LocalOutlierFactor() = default;

    /// `points` [count, width], count >= 2; `neighbours` is cut to count − 1.
    LocalOutlierFactor(std::vector<double> points, std::size_t width, std::size_t neighbours);

    /// Factor of a point [width] that is not among the learned.
    [[nodiscard]] double factor(std::span<const double> point) const;

    [[nodiscard]] const std::vector<double>& points() const { return m_points; }

private:
    struct Neighbour {
        double distance;
        std::size_t index;
    };

    [[nodiscard]] std::vector<Neighbour> nearest(std::span<const double> point,
                                                 std::size_t leftOut) const;
    [[nodiscard]] double density(std::span<const Neighbour> neighbours) const;

    std::vector<double> m_points;
    std::size_t m_width = 0;
    std::size_t m_neighbours = 0;
    std::vector<double> m_reach;   ///< distance of each point's last neighbour
    std::vector<double> m_density; ///< local reachability density of each point
};

} // namespace spall::score
